#include "ui/planning/plan_form.h"

#include "metrics/catalogue.h"
#include "planning/plan/plan_service.h"
#include "ui/common/fields/money_field.h"
#include "ui/common/fields/text_field.h"
#include "ui/records/form_values.h"

namespace mishutai::ui {

using planning::PlanItemDetails;

namespace {

std::vector<db::Choice> metricChoices()
{
    std::vector<db::Choice> choices;
    for (const metrics::Metric &metric : metrics::Catalogue::standard().all())
        choices.push_back({metric.name, metric.label});
    return choices;
}

Error notANumber(const QString &field, const QString &text)
{
    const QString message = PlanForm::tr("「%1」不是数").arg(text);
    return Error(Error::Kind::Validation, message).withFields({{field, "format", message}});
}

} // namespace

PlanForm::PlanForm(session::Session &session, std::optional<PlanItemId> id, std::function<void(qint64)> done, QWidget *parent)
    : Form(id ? tr("编辑目标") : tr("新增目标"), parent), m_session(session), m_id(id), m_done(std::move(done))
{
    addFields();
    if (id) {
        setSavesAndAdds(false);
        const planning::PlanItem stored = planning::PlanService(session).get(*id);
        m_revision = stored.revision;
        m_details = stored.details;
    } else {
        m_details.year = session.clock().today().year();
    }
    fill(m_details);
    setSave([this] { store(); });
    markUnchanged();
}

void PlanForm::addFields()
{
    add("year", tr("年度"), new TextField, Need::Required);
    add("kind", tr("类型"), new ChoiceField(planning::planKinds().choices()), Need::Required);
    add("title", tr("内容"), new TextField, Need::Required);
    add("metric", tr("对应指标"), new ChoiceField(metricChoices()));
    add("direction", tr("方式"), new ChoiceField(planning::directions().choices()), Need::Required);
    add("target", tr("目标值"), new TextField);
    add("unit", tr("计量单位"), new TextField);
    add("targetAmount", tr("目标金额（元）"), new MoneyField);
    add("section", tr("方面"), new TextField);
    add("dueOn", tr("完成期限"), dateField(m_session));
    add("doneOn", tr("完成日期"), dateField(m_session));
    add("notes", tr("备注"), new LongTextField(2));
}

void PlanForm::fill(const PlanItemDetails &d)
{
    field("year")->setText(QString::number(d.year));
    as<ChoiceField>(*this, "kind")->setValue(planning::planKinds().stored(d.kind));
    field("title")->setText(d.title);
    as<ChoiceField>(*this, "metric")->setValue(d.metric);
    as<ChoiceField>(*this, "direction")->setValue(planning::directions().stored(d.direction));
    field("target")->setText(d.target ? d.target->text() : QString());
    field("unit")->setText(d.unit);
    as<MoneyField>(*this, "targetAmount")->setMoney(d.targetAmount);
    field("section")->setText(d.section);
    as<DateField>(*this, "dueOn")->setDate(orNothing(d.dueOn));
    as<DateField>(*this, "doneOn")->setDate(orNothing(d.doneOn));
    field("notes")->setText(d.notes);
}

PlanItemDetails PlanForm::collected() const
{
    PlanItemDetails d = m_details;
    d.year = textOf(*this, "year").toInt();
    d.kind = planning::planKinds().fromStored(as<ChoiceField>(*this, "kind")->value()).value_or(d.kind);
    d.title = textOf(*this, "title");
    d.metric = as<ChoiceField>(*this, "metric")->value();
    d.direction = planning::directions().fromStored(as<ChoiceField>(*this, "direction")->value()).value_or(d.direction);
    const QString target = textOf(*this, "target");
    d.target = target.isEmpty() ? std::nullopt : Decimal::parse(target);
    if (!target.isEmpty() && !d.target)
        throw notANumber("target", target);
    d.unit = textOf(*this, "unit");
    d.targetAmount = as<MoneyField>(*this, "targetAmount")->money();
    d.section = textOf(*this, "section");
    d.dueOn = dateOf(*this, "dueOn");
    d.doneOn = dateOf(*this, "doneOn");
    d.notes = textOf(*this, "notes");
    return d;
}

void PlanForm::store()
{
    planning::PlanService service(m_session);
    if (m_id) {
        service.update(*m_id, m_revision, collected());
        m_done(m_id->value());
    } else {
        m_done(service.add(collected()).value());
    }
}

} // namespace mishutai::ui
