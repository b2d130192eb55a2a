#include "desk/own_fields/custom_field_sheet.h"

#include "desk/own_fields/taken_names.h"
#include "office/custom_fields/custom_field_service.h"
#include "office/sheets/row_reader.h"
#include "session/session.h"

#include <QCoreApplication>

namespace mishutai::desk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Desk", text);
}

} // namespace

QString CustomFieldSheet::title() const
{
    return tr("自定义字段");
}

std::vector<office::SheetColumn> CustomFieldSheet::columns() const
{
    return {
        {"owner", tr("属于"), {}, true, office::customOwners().labels(), tr("单位")},
        {"name", tr("字段名称"), {tr("名称")}, true, tr("文字"), tr("融资阶段")},
        {"kind", tr("类型"), {}, true, office::customKinds().labels(), tr("选项")},
        {"choices", tr("选项"), {}, false, tr("多个用；隔开"), tr("天使轮；A轮")},
        {"place", tr("顺序"), {}, false, tr("整数"), "1"},
        {"isRetired", tr("停用"), {}, false, tr("是/否"), tr("否")},
    };
}

std::vector<QStringList> CustomFieldSheet::exportRows(session::Session &session) const
{
    std::vector<QStringList> rows;
    for (const office::CustomField &field : office::CustomFieldService(session).allFields()) {
        const office::CustomFieldDetails &d = field.details;
        rows.push_back({office::customOwners().label(d.owner), d.name, office::customKinds().label(d.kind),
            office::listText(d.choices), QString::number(d.place), office::flagText(d.isRetired)});
    }
    return rows;
}

office::RowOutcome CustomFieldSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    office::RowReader cells(row, session.clock().today());
    office::CustomFieldDetails d;
    std::optional<office::CustomOwner> owner;
    std::optional<office::CustomKind> kind;
    std::optional<int> place;
    cells.choice("owner", office::customOwners(), owner);
    cells.choice("kind", office::customKinds(), kind);
    cells.text("name", d.name);
    cells.list("choices", d.choices);
    cells.integer("place", place);
    cells.flag("isRetired", d.isRetired);
    if (!owner && row.text("owner").isEmpty())
        cells.fail("owner", "required", tr("请填写属于单位还是会员"));
    if (!kind && row.text("kind").isEmpty())
        cells.fail("kind", "required", tr("请填写类型"));
    cells.throwIfFaulty();
    d.owner = *owner;
    d.kind = *kind;
    d.place = place.value_or(0);
    return office::CustomFieldService(session, takenFieldNames()).define(d);
}

} // namespace mishutai::desk
