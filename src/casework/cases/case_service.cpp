#include "casework/cases/case_service.h"

#include "casework/cases/case_repository.h"
#include "casework/receipts/receipt_repository.h"
#include "casework/steps/step_repository.h"
#include "casework/units/case_unit_repository.h"
#include "parties/code_numbers.h"
#include "parties/field_rules.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>

namespace mishutai::casework {

namespace {

constexpr int kCodeDigits = 3;

QString tr(const char *text)
{
    return QCoreApplication::translate("Casework", text);
}

Case stored(const CaseRepository &repository, CaseId id)
{
    const std::optional<Case> found = repository.find(id);
    if (!found)
        throw Error(Error::Kind::NotFound, tr("没有这个事项"), tr("它可能已被删除"), tr("请刷新列表后再试"));
    return *found;
}

void requireOpen(const Case &record)
{
    if (isClosed(record.state.status))
        throw Error(Error::Kind::Conflict, tr("事项「%1」%2").arg(record.details.code, caseStatuses().label(record.state.status)),
            {}, tr("要继续办理，请先重开"));
}

/// The rules of the day and the text that every turn of a case needs.
parties::FieldRules turnRules(const session::Session &session, QDate onDate, const QString &dateField, const QString &text,
    const QString &textField, const QString &label)
{
    parties::FieldRules rules;
    rules.addIf(!onDate.isValid(), dateField, "required", tr("请填写日期"));
    rules.addIf(onDate.isValid() && onDate > session.clock().today(), dateField, "range", tr("日期不能晚于今天"));
    rules.required(textField, text, label);
    rules.length(textField, text, 2000, label);
    return rules;
}

void addStep(session::Work &work, CaseId id, StepKind kind, QDate onDate, const QString &content, QDate dueOn = {})
{
    const StepRepository steps(work.database());
    StepDetails step;
    step.lineNumber = steps.lastLine(id) + 1;
    step.kind = kind;
    step.onDate = onDate;
    step.content = content;
    step.dueOn = dueOn;
    steps.insert(work, id, step);
}

void commitFor(session::Work &work, CaseId id)
{
    work.setSubject("cases", id.value());
    work.commit();
}

} // namespace

CaseId CaseService::open(const CaseDetails &given, const CaseState &state)
{
    session::Work work(m_session, session::Operation::CaseOpen);
    const CaseRepository repository(m_session.database());
    CaseDetails details = tidied(given);
    parties::throwIfAny(validate(details, state), tr("事项有填写不对的地方"));
    checkKeys(details, std::nullopt);
    details.code = parties::settledCode(work, {"cases", tr("服务"), details.openedOn.year(), kCodeDigits}, details.code,
        [&](const QString &code) { return repository.idByCode(code).has_value(); });
    const CaseId id = repository.insert(work, details, state);
    commitFor(work, id);
    return id;
}

bool CaseService::update(CaseId id, int revision, const CaseDetails &given, const std::optional<CaseState> &givenState)
{
    session::Work work(m_session, session::Operation::CaseEdit);
    const CaseRepository repository(m_session.database());
    const Case record = stored(repository, id);
    const CaseState state = givenState.value_or(record.state);
    CaseDetails details = tidied(given);
    if (details.code.isEmpty())
        details.code = record.details.code;
    parties::throwIfAny(validate(details, state), tr("事项有填写不对的地方"));
    checkKeys(details, id);
    const bool isChanged = repository.update(work, record, revision, details, state);
    commitFor(work, id);
    return isChanged;
}

void CaseService::close(CaseId id, int revision, const CaseClosing &closing)
{
    session::Work work(m_session, session::Operation::CaseClose);
    const CaseRepository repository(m_session.database());
    Case record = stored(repository, id);
    requireOpen(record);
    const QString result = closing.result.trimmed();
    parties::throwIfAny(
        turnRules(m_session, closing.closedOn, "closedOn", result, "result", tr("办理结果")).take(), tr("还不能办结"));
    record.details.result = result;
    if (!closing.feedback.trimmed().isEmpty())
        record.details.feedback = closing.feedback.trimmed();
    if (closing.satisfaction)
        record.details.satisfaction = closing.satisfaction;
    record.state.status = CaseStatus::Done;
    record.state.closedOn = closing.closedOn;
    parties::throwIfAny(validate(record.details, record.state), tr("还不能办结"));
    repository.update(work, record, revision, record.details, record.state);
    addStep(work, id, StepKind::Close, closing.closedOn, result);
    commitFor(work, id);
}

void CaseService::withdraw(CaseId id, int revision, QDate onDate, const QString &given)
{
    session::Work work(m_session, session::Operation::CaseClose);
    const CaseRepository repository(m_session.database());
    Case record = stored(repository, id);
    requireOpen(record);
    const QString reason = given.trimmed();
    parties::throwIfAny(turnRules(m_session, onDate, "closedOn", reason, "result", tr("撤销原因")).take(), tr("还不能撤销"));
    record.details.result = reason;
    record.state.status = CaseStatus::Withdrawn;
    record.state.closedOn = onDate;
    parties::throwIfAny(validate(record.details, record.state), tr("还不能撤销"));
    repository.update(work, record, revision, record.details, record.state);
    addStep(work, id, StepKind::Close, onDate, tr("撤销：%1").arg(reason));
    commitFor(work, id);
}

void CaseService::reopen(CaseId id, int revision, QDate onDate, const QString &given)
{
    session::Work work(m_session, session::Operation::CaseClose);
    const CaseRepository repository(m_session.database());
    Case record = stored(repository, id);
    if (!isClosed(record.state.status))
        throw Error(Error::Kind::Conflict, tr("事项「%1」还没有办结，不用重开").arg(record.details.code));
    const QString reason = given.trimmed();
    parties::FieldRules rules = turnRules(m_session, onDate, "onDate", reason, "reason", tr("重开原因"));
    rules.addIf(onDate.isValid() && onDate < record.state.closedOn, "onDate", "range", tr("重开日期早于办结日期"));
    parties::throwIfAny(rules.take(), tr("还不能重开"));
    record.state.status = CaseStatus::Doing;
    record.state.closedOn = QDate();
    ++record.state.reopenedCount;
    repository.update(work, record, revision, record.details, record.state);
    addStep(work, id, StepKind::Reopen, onDate, reason);
    commitFor(work, id);
}

void CaseService::extend(CaseId id, int revision, QDate newDueOn, QDate onDate, const QString &given)
{
    session::Work work(m_session, session::Operation::CaseEdit);
    const CaseRepository repository(m_session.database());
    Case record = stored(repository, id);
    requireOpen(record);
    const QDate due = record.effectiveDueOn();
    if (!due.isValid())
        throw Error(Error::Kind::Conflict, tr("事项「%1」没有办理期限，不用延期").arg(record.details.code), {},
            tr("要限时办理，请在修改里填办理期限"));
    const QString reason = given.trimmed();
    parties::FieldRules rules = turnRules(m_session, onDate, "onDate", reason, "reason", tr("延期原因"));
    rules.addIf(!newDueOn.isValid() || newDueOn <= due, "extendedDueOn", "range",
        tr("延期后的期限应晚于%1").arg(due.toString(Qt::ISODate)));
    parties::throwIfAny(rules.take(), tr("还不能延期"));
    record.state.extendedDueOn = newDueOn;
    repository.update(work, record, revision, record.details, record.state);
    addStep(work, id, StepKind::Extend, onDate, reason, newDueOn);
    commitFor(work, id);
}

void CaseService::remove(CaseId id, int revision)
{
    session::Work work(m_session, session::Operation::CaseDelete);
    const CaseRepository repository(m_session.database());
    const Case record = stored(repository, id);
    CaseUnitRepository(m_session.database()).removeAll(work, id);
    StepRepository(m_session.database()).removeAll(work, id);
    ReceiptRepository(m_session.database()).removeAll(work, id);
    repository.remove(work, record.id, revision);
    commitFor(work, id);
}

Case CaseService::get(CaseId id) const
{
    m_session.require(session::Operation::CaseRead);
    return stored(CaseRepository(m_session.database()), id);
}

std::optional<Case> CaseService::findByCode(const QString &code) const
{
    m_session.require(session::Operation::CaseRead);
    const CaseRepository repository(m_session.database());
    const std::optional<CaseId> id = repository.idByCode(code.trimmed());
    return id ? repository.find(*id) : std::nullopt;
}

std::optional<Case> CaseService::findByDateAndTitle(QDate openedOn, const QString &title) const
{
    m_session.require(session::Operation::CaseRead);
    if (!openedOn.isValid())
        return std::nullopt;
    const CaseRepository repository(m_session.database());
    const std::vector<CaseId> ids = repository.idsByTitle(title.trimmed(), openedOn);
    return ids.empty() ? std::nullopt : repository.find(ids.front());
}

void CaseService::checkKeys(const CaseDetails &details, std::optional<CaseId> self) const
{
    const CaseRepository repository(m_session.database());
    const std::optional<CaseId> other = details.code.isEmpty() ? std::nullopt : repository.idByCode(details.code);
    if (!other || other == self)
        return;
    const QString message = tr("编号%1已属于「%2」").arg(details.code, stored(repository, *other).details.title);
    throw Error(Error::Kind::Conflict, message, {}, tr("换一个编号，或留空由程序编"))
        .withFields({{"code", "duplicate", message}});
}

} // namespace mishutai::casework
