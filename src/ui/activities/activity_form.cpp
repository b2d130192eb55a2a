#include "ui/activities/activity_form.h"

#include "activities/events/activity_service.h"
#include "ui/common/fields/quantity_field.h"
#include "ui/common/fields/text_field.h"
#include "ui/records/form_values.h"

namespace mishutai::ui {

using activities::ActivityDetails;

ActivityForm::ActivityForm(
    session::Session &session, std::optional<ActivityId> id, std::function<void(qint64)> done, QWidget *parent)
    : Form(id ? tr("编辑活动") : tr("新增活动"), parent), m_session(session), m_id(id), m_done(std::move(done))
{
    addFields();
    if (id) {
        setSavesAndAdds(false);
        const activities::Activity stored = activities::ActivityService(session).get(*id);
        m_revision = stored.revision;
        m_details = stored.details;
    } else {
        m_details.startsOn = session.clock().today();
        m_details.isIndustryEvent = true;
    }
    fill(m_details);
    setSave([this] { store(); });
    markUnchanged();
}

void ActivityForm::addFields()
{
    const std::vector<db::Choice> yesOrNo{{"1", tr("是")}, {"0", tr("否")}};
    add("name", tr("活动名称"), new TextField, Need::Required);
    add("kind", tr("类型"), new ChoiceField(activities::activityKinds().choices()), Need::Required);
    add("startsOn", tr("日期"), dateField(m_session), Need::Required);
    add("place", tr("地点"), new TextField);
    add("ownRole", tr("我方角色"), new ChoiceField(activities::ownRoles().choices()), Need::Required);
    addSection(tr("活动之后"));
    add("participants", tr("参加人数"), new QuantityField(tr("人")));
    add("enterprises", tr("参加企业"), new QuantityField(tr("家")));
    add("outcome", tr("成效"), new LongTextField(3));
    add("isIndustryEvent", tr("计入行业活动"), new ChoiceField(yesOrNo), Need::Required);
    add("status", tr("状态"), new ChoiceField(activities::activityStatuses().choices()), Need::Required);
    add("endsOn", tr("结束日期"), dateField(m_session));
    add("series", tr("系列"), new TextField);
    add("online", tr("线上人数"), new QuantityField(tr("人")));
    add("content", tr("内容"), new LongTextField(3));
    add("publicity", tr("宣传报道"), new LongTextField(2));
    add("notes", tr("备注"), new LongTextField(2));
}

void ActivityForm::fill(const ActivityDetails &d)
{
    field("name")->setText(d.name);
    as<ChoiceField>(*this, "kind")->setValue(activities::activityKinds().stored(d.kind));
    as<DateField>(*this, "startsOn")->setDate(orNothing(d.startsOn));
    field("place")->setText(d.place);
    as<ChoiceField>(*this, "ownRole")->setValue(activities::ownRoles().stored(d.ownRole));
    as<QuantityField>(*this, "participants")->setQuantity(d.participants);
    as<QuantityField>(*this, "enterprises")->setQuantity(d.enterprises);
    field("outcome")->setText(d.outcome);
    as<ChoiceField>(*this, "isIndustryEvent")->setValue(d.isIndustryEvent ? "1" : "0");
    as<ChoiceField>(*this, "status")->setValue(activities::activityStatuses().stored(d.status));
    as<DateField>(*this, "endsOn")->setDate(orNothing(d.endsOn));
    field("series")->setText(d.series);
    as<QuantityField>(*this, "online")->setQuantity(d.online);
    field("content")->setText(d.content);
    field("publicity")->setText(d.publicity);
    field("notes")->setText(d.notes);
}

ActivityDetails ActivityForm::collected() const
{
    ActivityDetails d = m_details;
    d.name = textOf(*this, "name");
    d.kind = activities::activityKinds().fromStored(as<ChoiceField>(*this, "kind")->value()).value_or(d.kind);
    const QDate startsOn = dateOf(*this, "startsOn");
    if (startsOn != d.startsOn)
        d.precision = office::DatePrecision::Day;
    d.startsOn = startsOn;
    d.endsOn = dateOf(*this, "endsOn");
    d.place = textOf(*this, "place");
    d.ownRole = activities::ownRoles().fromStored(as<ChoiceField>(*this, "ownRole")->value()).value_or(d.ownRole);
    d.participants = as<QuantityField>(*this, "participants")->quantity();
    d.enterprises = as<QuantityField>(*this, "enterprises")->quantity();
    d.online = as<QuantityField>(*this, "online")->quantity();
    d.outcome = textOf(*this, "outcome");
    d.isIndustryEvent = as<ChoiceField>(*this, "isIndustryEvent")->value() == "1";
    d.status = activities::activityStatuses().fromStored(as<ChoiceField>(*this, "status")->value()).value_or(d.status);
    d.series = textOf(*this, "series");
    d.content = textOf(*this, "content");
    d.publicity = textOf(*this, "publicity");
    d.notes = textOf(*this, "notes");
    return d;
}

void ActivityForm::store()
{
    activities::ActivityService service(m_session);
    if (m_id) {
        service.update(*m_id, m_revision, collected());
        m_done(m_id->value());
    } else {
        m_done(service.create(collected()).value());
    }
}

} // namespace mishutai::ui
