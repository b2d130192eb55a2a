#include "ui/casework/case_form.h"

#include "casework/cases/case_service.h"
#include "casework/units/case_unit_service.h"
#include "session/work.h"
#include "ui/common/fields/pick_field.h"
#include "ui/common/fields/text_field.h"
#include "ui/parties/unit_pick.h"
#include "ui/parties/unit_profile.h"
#include "ui/records/form_values.h"

namespace mishutai::ui {

using casework::CaseDetails;

namespace {

/// 1…5 as people say it.
std::vector<db::Choice> satisfactions()
{
    return {{"5", CaseForm::tr("很满意")}, {"4", CaseForm::tr("满意")}, {"3", CaseForm::tr("一般")},
        {"2", CaseForm::tr("不满意")}, {"1", CaseForm::tr("很不满意")}};
}

std::optional<int> satisfactionOf(const Form &form)
{
    const QString value = as<ChoiceField>(form, "satisfaction")->value();
    return value.isEmpty() ? std::nullopt : std::optional(value.toInt());
}

/// Registers a unit of that name: the last entry of a unit field.
} // namespace

CaseForm::CaseForm(session::Session &session, std::optional<CaseId> id, std::function<void(qint64)> done, QWidget *parent)
    : Form(id ? tr("编辑") : tr("新增"), parent), m_session(session), m_id(id), m_done(std::move(done))
{
    addFields();
    if (id) {
        setSavesAndAdds(false);
        const casework::Case stored = casework::CaseService(session).get(*id);
        m_revision = stored.revision;
        m_details = stored.details;
    } else {
        m_details.openedOn = session.clock().today();
    }
    fill();
    setSave([this] { store(); });
    markUnchanged();
}

void CaseForm::addFields()
{
    add("title", tr("事项"), new TextField, Need::Required);
    add("kind", tr("类型"), new ChoiceField(casework::caseKinds().choices()), Need::Required);
    auto *served = add("served", tr("服务对象"), unitPick(m_session));
    served->setCreate(newUnit(m_session));
    add("openedOn", tr("受理日期"), dateField(m_session), Need::Required);
    add("dueOn", tr("期限"), dateField(m_session));
    addSection(tr("更多"));
    add("issuer", tr("交办单位"), unitPick(m_session));
    add("documentNumber", tr("文号"), new TextField);
    add("category", tr("类别"), new TextField);
    add("content", tr("内容"), new LongTextField(3));
    add("result", tr("结果"), new LongTextField(2));
    add("feedback", tr("反馈"), new LongTextField(2));
    add("satisfaction", tr("满意度"), new ChoiceField(satisfactions()));
    add("notes", tr("备注"), new LongTextField(2));
}

void CaseForm::fill()
{
    const CaseDetails &d = m_details;
    as<ChoiceField>(*this, "kind")->setValue(casework::caseKinds().stored(d.kind));
    field("title")->setText(d.title);
    as<DateField>(*this, "openedOn")->setDate(orNothing(d.openedOn));
    as<DateField>(*this, "dueOn")->setDate(orNothing(d.dueOn));
    if (d.issuer)
        as<PickField>(*this, "issuer")->setId(d.issuer->value());
    field("documentNumber")->setText(d.documentNumber);
    field("category")->setText(d.category);
    field("content")->setText(d.content);
    field("result")->setText(d.result);
    field("feedback")->setText(d.feedback);
    if (d.satisfaction)
        as<ChoiceField>(*this, "satisfaction")->setValue(QString::number(*d.satisfaction));
    field("notes")->setText(d.notes);
    if (!m_id)
        return;
    for (const casework::CaseUnit &unit : casework::CaseUnitService(m_session).ofCase(*m_id)) {
        if (unit.details.role == casework::CaseUnitRole::Served) {
            as<PickField>(*this, "served")->setId(unit.details.unit.value());
            break;
        }
    }
}

CaseDetails CaseForm::collected() const
{
    CaseDetails d = m_details;
    d.kind = casework::caseKinds().fromStored(as<ChoiceField>(*this, "kind")->value()).value_or(d.kind);
    d.title = textOf(*this, "title");
    const QDate openedOn = dateOf(*this, "openedOn");
    if (openedOn != d.openedOn)
        d.precision = office::DatePrecision::Day;
    d.openedOn = openedOn;
    d.dueOn = dateOf(*this, "dueOn");
    const auto issuer = as<PickField>(*this, "issuer")->id();
    d.issuer = issuer ? std::optional(UnitId(*issuer)) : std::nullopt;
    d.documentNumber = textOf(*this, "documentNumber");
    d.category = textOf(*this, "category");
    d.content = textOf(*this, "content");
    d.result = textOf(*this, "result");
    d.feedback = textOf(*this, "feedback");
    d.satisfaction = satisfactionOf(*this);
    d.notes = textOf(*this, "notes");
    return d;
}

void CaseForm::store()
{
    session::Work work(m_session, m_id ? session::Operation::CaseEdit : session::Operation::CaseOpen);
    casework::CaseService service(m_session);
    if (m_id)
        service.update(*m_id, m_revision, collected());
    const CaseId id = m_id ? *m_id : service.open(collected());
    storeServed(id);
    work.setSubject("cases", id.value());
    work.commit();
    m_done(id.value());
}

/// The form shows one served unit; others that the case has stay.
void CaseForm::storeServed(CaseId id)
{
    const auto chosen = as<PickField>(*this, "served")->id();
    casework::CaseUnitService service(m_session);
    std::vector<casework::CaseUnitDetails> units;
    bool isReplaced = false;
    for (const casework::CaseUnit &unit : service.ofCase(id)) {
        const bool isShown = !isReplaced && unit.details.role == casework::CaseUnitRole::Served;
        isReplaced = isReplaced || isShown;
        if (!isShown && (!chosen || unit.details.unit.value() != *chosen || unit.details.role != casework::CaseUnitRole::Served))
            units.push_back(unit.details);
    }
    if (chosen)
        units.push_back({UnitId(*chosen), casework::CaseUnitRole::Served, {}});
    service.set(id, units);
}

CaseClosingForm::CaseClosingForm(
    session::Session &session, const QString &title, CaseId id, std::function<void()> done, QWidget *parent)
    : Form(title, parent)
{
    const casework::Case stored = casework::CaseService(session).get(id);
    setSavesAndAdds(false);
    add("closedOn", tr("日期"), dateField(session), Need::Required)->setDate(session.clock().today());
    add("result", tr("办理结果"), new LongTextField(3), Need::Required)->setText(stored.details.result);
    add("feedback", tr("反馈"), new LongTextField(2));
    add("satisfaction", tr("满意度"), new ChoiceField(satisfactions()));
    setSave([this, &session, id, revision = stored.revision, done = std::move(done)] {
        const casework::CaseClosing closing{
            dateOf(*this, "closedOn"), textOf(*this, "result"), textOf(*this, "feedback"), satisfactionOf(*this)};
        casework::CaseService(session).close(id, revision, closing);
        done();
    });
    markUnchanged();
}

} // namespace mishutai::ui
