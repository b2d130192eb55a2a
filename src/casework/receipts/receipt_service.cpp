#include "casework/receipts/receipt_service.h"

#include "casework/receipts/receipt_repository.h"
#include "parties/field_rules.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::casework {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Casework", text);
}

ReceiptDetails checked(const ReceiptDetails &given)
{
    ReceiptDetails details = given;
    details.answer = details.answer.trimmed();
    parties::throwIfAny(validate(details), tr("回执有填写不对的地方"));
    return details;
}

Receipt stored(const ReceiptRepository &repository, qint64 id)
{
    const std::optional<Receipt> receipt = repository.find(id);
    if (!receipt)
        throw Error(Error::Kind::NotFound, tr("没有这条回执"), tr("它可能已被删除"), tr("请刷新后再试"));
    return *receipt;
}

} // namespace

int ReceiptService::send(CaseId caseId, const std::vector<UnitId> &units, QDate sentOn)
{
    session::Work work(m_session, session::Operation::CaseEdit);
    const ReceiptRepository repository(m_session.database());
    int added = 0;
    for (const UnitId unit : units) {
        if (repository.findByUnit(caseId, unit))
            continue;
        repository.insert(work, caseId, checked({unit, sentOn, {}, {}}));
        ++added;
    }
    work.setSubject("cases", caseId.value());
    work.commit();
    return added;
}

void ReceiptService::answer(qint64 id, int revision, QDate answeredOn, const QString &answer)
{
    session::Work work(m_session, session::Operation::CaseEdit);
    const ReceiptRepository repository(m_session.database());
    const Receipt receipt = stored(repository, id);
    ReceiptDetails details = receipt.details;
    details.answeredOn = answeredOn;
    details.answer = answer;
    repository.update(work, receipt, revision, checked(details));
    work.setSubject("cases", receipt.caseId.value());
    work.commit();
}

office::RowOutcome ReceiptService::put(CaseId caseId, const ReceiptDetails &given)
{
    session::Work work(m_session, session::Operation::CaseEdit);
    const ReceiptRepository repository(m_session.database());
    const ReceiptDetails details = checked(given);
    office::RowOutcome outcome = office::RowOutcome::Added;
    if (const std::optional<Receipt> known = repository.findByUnit(caseId, details.unit))
        outcome
            = repository.update(work, *known, known->revision, details) ? office::RowOutcome::Changed : office::RowOutcome::Same;
    else
        repository.insert(work, caseId, details);
    work.setSubject("cases", caseId.value());
    work.commit();
    return outcome;
}

void ReceiptService::remove(qint64 id, int revision)
{
    session::Work work(m_session, session::Operation::CaseEdit);
    const ReceiptRepository repository(m_session.database());
    work.setSubject("cases", stored(repository, id).caseId.value());
    repository.remove(work, id, revision);
    work.commit();
}

std::vector<Receipt> ReceiptService::ofCase(CaseId caseId) const
{
    m_session.require(session::Operation::CaseRead);
    return ReceiptRepository(m_session.database()).ofCase(caseId);
}

std::vector<Receipt> ReceiptService::unanswered(CaseId caseId) const
{
    std::vector<Receipt> receipts = ofCase(caseId);
    std::erase_if(receipts, [](const Receipt &receipt) { return receipt.details.answeredOn.isValid(); });
    return receipts;
}

} // namespace mishutai::casework
