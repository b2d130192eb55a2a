#include "parties/bodies/body_sheet.h"

#include "office/sheets/row_reader.h"
#include "parties/bodies/body_repository.h"
#include "parties/bodies/body_service.h"
#include "parties/sheet_links.h"
#include "parties/sheet_references.h"
#include "session/session.h"

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

} // namespace

QString BodySheet::title() const
{
    return tr("组织建设");
}

std::vector<office::SheetColumn> BodySheet::columns() const
{
    std::vector<office::SheetColumn> columns = unitLinkColumns();
    const std::vector<office::SheetColumn> own{
        {"form", tr("组织形式"), {"组织类型"}, true, bodyForms().labels(), "企业科协"},
        {"approvalNo", tr("批准文号"), {"文号"}, false, tr("文字"), {}},
        {"approvedOn", tr("批准时间"), {"批准日期", "成立时间"}, false, tr("日期"), "2021-05-14"},
        {"approvedBy", tr("批准单位"), {"审批单位"}, false, tr("文字"), {}},
        {"filedOn", tr("报备日期"), {"报备时间"}, false, tr("日期"), {}},
        {"executiveUnit", tr("秘书长执行单位"), {}, false, tr("已登记单位的编号、信用代码或全称"), {}},
        {"unitMembers", tr("单位会员数量"), {"单位会员数"}, false, tr("整数"), {}},
        {"personMembers", tr("个人会员数量"), {"科协会员数", "个人会员数"}, false, tr("整数"), {}},
        {"dissolvedOn", tr("撤销日期"), {}, false, tr("日期，当天起没有"), {}},
        {"notes", tr("备注"), {}, false, tr("文字"), {}},
    };
    columns.insert(columns.end(), own.begin(), own.end());
    return columns;
}

std::vector<QStringList> BodySheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    const LinkTexts links(session);
    std::vector<QStringList> rows;
    for (const Body &body : BodyRepository(session.database()).all()) {
        const BodyDetails &d = body.details;
        rows.push_back({links.unitCode(d.unit), links.unitName(d.unit), bodyForms().label(d.form), d.approvalNo,
            office::isoText(d.approvedOn), d.approvedBy, office::isoText(d.filedOn), links.unitCode(d.executiveUnit),
            office::integerText(d.unitMembers), office::integerText(d.personMembers), office::isoText(d.dissolvedOn), d.notes});
    }
    return rows;
}

office::RowOutcome BodySheet::importRow(session::Session &session, const office::SheetRow &row)
{
    BodyService service(session);
    const UnitId unit = requiredUnit(session, row);
    const std::optional<Body> stored = service.find(unit);
    BodyDetails details = stored ? stored->details : BodyDetails{unit};
    office::RowReader cells(row, session.clock().today());
    if (!stored && row.text("form").isEmpty())
        cells.fail("form", "required", tr("请填写组织形式：%1").arg(bodyForms().labels()));
    cells.choice("form", bodyForms(), details.form);
    cells.text("approvalNo", details.approvalNo);
    cells.date("approvedOn", details.approvedOn);
    cells.text("approvedBy", details.approvedBy);
    cells.date("filedOn", details.filedOn);
    readUnit(session, cells, "executiveUnit", details.executiveUnit);
    cells.integer("unitMembers", details.unitMembers);
    cells.integer("personMembers", details.personMembers);
    cells.date("dissolvedOn", details.dissolvedOn);
    cells.text("notes", details.notes);
    cells.throwIfFaulty();
    return service.put(details);
}

} // namespace mishutai::parties
