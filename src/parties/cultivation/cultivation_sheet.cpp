#include "parties/cultivation/cultivation_sheet.h"

#include "office/sheets/row_reader.h"
#include "parties/cultivation/cultivation_repository.h"
#include "parties/cultivation/cultivation_service.h"
#include "parties/sheet_links.h"
#include "parties/sheet_references.h"
#include "session/session.h"

#include <algorithm>

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

} // namespace

QString CultivationSheet::title() const
{
    return tr("培育库");
}

std::vector<office::SheetColumn> CultivationSheet::columns() const
{
    std::vector<office::SheetColumn> columns = unitLinkColumns();
    const std::vector<office::SheetColumn> own{
        {"pool", tr("培育库"), {"培育方向", "培育类别"}, true, pools().labels(), "小升规"},
        {"title", tr("名称"), {"培育名称"}, false, tr("文字，培育库为「其他」时要填"), {}},
        {"year", tr("年度"), {"年份", "申报年度"}, true, tr("年份"), "2021"},
        {"appliedOn", tr("申报日期"), {"申报时间"}, false, tr("日期"), "2021-05-14"},
        {"approvedOn", tr("过审日期"), {"审核通过日期"}, false, tr("日期"), {}},
        {"enteredOn", tr("入库日期"), {"升规日期", "入统日期"}, false, tr("日期"), {}},
        {"leftOn", tr("出库日期"), {"退规日期"}, false, tr("日期，当天起不在库"), {}},
        {"notes", tr("备注"), {}, false, tr("文字"), {}},
    };
    columns.insert(columns.end(), own.begin(), own.end());
    return columns;
}

std::vector<QStringList> CultivationSheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    const LinkTexts links(session);
    std::vector<QStringList> rows;
    for (const Cultivation &each : CultivationRepository(session.database()).list()) {
        const CultivationDetails &d = each.details;
        rows.push_back({links.unitCode(d.unit), links.unitName(d.unit), pools().label(d.pool), d.title, QString::number(d.year),
            office::isoText(d.appliedOn), office::isoText(d.approvedOn), office::isoText(d.enteredOn), office::isoText(d.leftOn),
            d.notes});
    }
    return rows;
}

office::RowOutcome CultivationSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    CultivationService service(session);
    CultivationDetails key{requiredUnit(session, row)};
    office::RowReader cells(row, session.clock().today());
    std::optional<int> year;
    cells.choice("pool", pools(), key.pool);
    cells.text("title", key.title);
    cells.integer("year", year);
    key.year = year.value_or(0);
    if (row.text("pool").isEmpty())
        cells.fail("pool", "required", tr("请填写培育库：%1").arg(pools().labels()));
    const std::vector<Cultivation> known = service.ofUnit(key.unit);
    const auto stored = std::ranges::find_if(known, [&](const auto &each) { return each.details.hasKeyOf(key); });
    CultivationDetails details = stored == known.end() ? key : stored->details;
    cells.date("appliedOn", details.appliedOn);
    cells.date("approvedOn", details.approvedOn);
    cells.date("enteredOn", details.enteredOn);
    cells.date("leftOn", details.leftOn);
    cells.text("notes", details.notes);
    cells.throwIfFaulty();
    return service.put(details);
}

} // namespace mishutai::parties
