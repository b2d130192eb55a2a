#include "ui/parties/unit_profile.h"

#include "office/sheets/row_reader.h"
#include "parties/units/unit_service.h"
#include "ui/common/detail_pane.h"
#include "ui/common/fields/number_field.h"
#include "ui/common/fields/text_field.h"
#include "ui/parties/unit_pick.h"
#include "ui/records/form_values.h"

#include <QCoreApplication>

namespace mishutai::ui {

namespace {

using parties::UnitDetails;

QString tr(const char *text)
{
    return QCoreApplication::translate("UnitProfile", text);
}

struct CountPlace {
    const char *key;
    std::optional<int> UnitDetails::*count;
};

struct FlagPlace {
    const char *key;
    std::optional<bool> UnitDetails::*flag;
};

constexpr CountPlace kCounts[] = {{"aboveScaleYear", &UnitDetails::aboveScaleYear}, {"employees", &UnitDetails::employees},
    {"technicalStaff", &UnitDetails::technicalStaff}, {"partyMembers", &UnitDetails::partyMembers}};
constexpr FlagPlace kFlags[] = {{"isAboveScale", &UnitDetails::isAboveScale}, {"isListed", &UnitDetails::isListed}};

} // namespace

PickField::Create newUnit(session::Session &session)
{
    return [&session](const QString &name) -> std::optional<qint64> {
        UnitDetails details;
        details.name = name;
        return parties::UnitService(session).create(details).value();
    };
}

void addKinshipFields(Form &form, session::Session &session)
{
    auto *parent = form.add("parent", tr("上级单位"), unitPick(session));
    parent->setCreate(newUnit(session));
    form.add("aliases", tr("别名、付款户名"), new TextField)->setPlaceholder(tr("几个用；隔开"));
}

void addProfileFields(Form &form)
{
    form.addSection(tr("规模与性质"));
    form.add("ownership", tr("单位性质"), new ChoiceField(parties::ownerships().choices()));
    form.add("size", tr("规模"), new ChoiceField(parties::unitSizes().choices()));
    form.add("isAboveScale", tr("是否规上"), yesNoField());
    form.add("aboveScaleYear", tr("升规年份"), new CountField);
    form.add("isListed", tr("是否上市"), yesNoField());
    form.add("employees", tr("员工总数"), new CountField);
    form.add("technicalStaff", tr("科技人员数"), new CountField);
    form.addSection(tr("党建"));
    form.add("partyOrganisation", tr("党组织"), new TextField);
    form.add("partyMembers", tr("党员人数"), new CountField);
}

void fillProfileFields(Form &form, const UnitDetails &details)
{
    as<PickField>(form, "parent")->setId(details.parent ? std::optional(details.parent->value()) : std::nullopt);
    form.field("aliases")->setText(office::listText(details.aliases));
    const auto choose = [&form](const char *key, const QString &stored) { as<ChoiceField>(form, key)->setValue(stored); };
    choose("ownership", details.ownership ? parties::ownerships().stored(*details.ownership) : QString());
    choose("size", details.size ? parties::unitSizes().stored(*details.size) : QString());
    form.field("partyOrganisation")->setText(details.partyOrganisation);
    for (const CountPlace &each : kCounts)
        as<CountField>(form, each.key)->setCount(details.*each.count);
    for (const FlagPlace &each : kFlags)
        setFlag(form, each.key, details.*each.flag);
}

void readProfileFields(const Form &form, UnitDetails &details)
{
    const auto parent = as<PickField>(form, "parent")->id();
    details.parent = parent ? std::optional(UnitId(*parent)) : std::nullopt;
    details.aliases = office::listOf(textOf(form, "aliases"));
    details.ownership = parties::ownerships().fromStored(as<ChoiceField>(form, "ownership")->value());
    details.size = parties::unitSizes().fromStored(as<ChoiceField>(form, "size")->value());
    details.partyOrganisation = textOf(form, "partyOrganisation");
    for (const CountPlace &each : kCounts)
        details.*each.count = as<CountField>(form, each.key)->count();
    for (const FlagPlace &each : kFlags)
        details.*each.flag = flagOf(form, each.key);
}

void showProfile(DetailPane &pane, session::Session &session, const UnitDetails &details)
{
    std::vector<std::pair<QString, QString>> rows;
    if (details.parent)
        rows.emplace_back(tr("上级单位"), parties::UnitService(session).get(*details.parent).details.name);
    rows.emplace_back(tr("产业链环节"), details.chainSegment);
    rows.emplace_back(tr("法定代表人职务"), details.legalRepresentativePost);
    rows.emplace_back(tr("升规年份"), office::integerText(details.aboveScaleYear));
    rows.emplace_back(tr("党组织"), details.partyOrganisation);
    rows.emplace_back(tr("党员人数"), office::integerText(details.partyMembers));
    std::erase_if(rows, [](const auto &row) { return row.second.isEmpty(); });
    if (!rows.empty())
        pane.addSection(tr("其他"));
    for (const auto &[label, text] : rows)
        pane.addRow(label, text);
}

} // namespace mishutai::ui
