#include "activities/outcomes/outcome_sheet.h"

#include "activities/activity_link.h"
#include "activities/outcomes/outcome_repository.h"
#include "activities/outcomes/outcome_service.h"
#include "office/sheets/inexact_cells.h"
#include "office/stored_quantity.h"
#include "parties/sheet_references.h"
#include "session/session.h"

#include <QCoreApplication>

namespace mishutai::activities {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Activities", text);
}

void readCells(session::Session &session, office::RowReader &cells, OutcomeDetails &d)
{
    cells.choice("kind", outcomeKinds(), d.kind);
    cells.text("title", d.title);
    cells.date("onDate", d.onDate);
    parties::readUnit(session, cells, "unit", d.unit);
    parties::readUnit(session, cells, "otherUnit", d.otherUnit);
    office::readQuantity(cells, "quantity", d.quantity);
    cells.text("quantityUnit", d.quantityUnit);
    cells.yuan("amount", d.amount);
    cells.text("note", d.note);
}

} // namespace

QString ActivityOutcomeSheet::title() const
{
    return tr("活动成果");
}

std::vector<office::SheetColumn> ActivityOutcomeSheet::columns() const
{
    const QString unit = tr("单位编号、信用代码或全称");
    std::vector<office::SheetColumn> columns = activityLinkColumns();
    const std::vector<office::SheetColumn> own{
        {"lineNumber", tr("成果序号"), {}, false, tr("整数，留空排在最后"), "1"},
        {"kind", tr("成果类别"), {tr("类别")}, true, outcomeKinds().labels(), tr("签约")},
        {"title", tr("成果"), {tr("成果名称")}, true, tr("文字"), tr("供需合同项目")},
        {"onDate", tr("成果日期"), {}, false, tr("日期，留空为活动首日"), "2021-09-16"},
        {"unit", tr("单位"), {tr("我方单位")}, false, unit, "单位-0010"},
        {"otherUnit", tr("对方单位"), {tr("合作单位")}, false, unit, "单位-0201"},
        {"quantity", tr("数量"), {}, false, tr("数，可写35余、超过1000、X；留空按一项计"), "262"},
        {"quantityUnit", tr("计量单位"), {}, false, tr("文字"), tr("家")},
        {"amount", tr("金额（元）"), {}, false, tr("金额（元）"), "1000000.00"},
        {"note", tr("备注"), {}, false, tr("文字"), {}},
    };
    columns.insert(columns.end(), own.begin(), own.end());
    return columns;
}

std::vector<QStringList> ActivityOutcomeSheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    const parties::LinkTexts links(session);
    std::vector<QStringList> rows;
    for (const Outcome &outcome : OutcomeRepository(session.database()).all()) {
        const OutcomeDetails &d = outcome.details;
        rows.push_back(activityLinkTexts(session, outcome.activity)
            + QStringList{QString::number(d.lineNumber), outcomeKinds().label(d.kind), d.title, office::isoText(d.onDate),
                links.unitCode(d.unit), links.unitCode(d.otherUnit), office::quantityText(d.quantity), d.quantityUnit,
                office::yuanText(d.amount), d.note});
    }
    return rows;
}

office::RowOutcome ActivityOutcomeSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    const ActivityId activity = linkedActivity(session, row);
    office::RowReader cells(row, session.clock().today());
    std::optional<int> line;
    cells.integer("lineNumber", line);
    const OutcomeRepository repository(session.database());
    const std::optional<Outcome> known = line ? repository.findByLine(activity, *line) : std::nullopt;
    OutcomeDetails details = known ? known->details : OutcomeDetails{};
    details.lineNumber = line.value_or(0);
    readCells(session, cells, details);
    cells.throwIfFaulty();
    return OutcomeService(session).put(activity, details);
}

} // namespace mishutai::activities
