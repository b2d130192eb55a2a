#pragma once

#include "casework/receipts/receipt.h"
#include "office/sheets/record_sheet.h"

namespace mishutai::session {
class Session;
}

namespace mishutai::casework {

/// Use cases of the list to which a case was sent, and of who has answered.
class ReceiptService
{
public:
    explicit ReceiptService(session::Session &session) : m_session(session) { }

    /// Puts units on the list; those on it stay as they are. @return how many are new
    /// @throws Error Validation, Forbidden, Storage
    int send(CaseId caseId, const std::vector<UnitId> &units, QDate sentOn);
    /// @throws as send(); also NotFound, Conflict when stale
    void answer(qint64 id, int revision, QDate answeredOn, const QString &answer);
    /// Adds the unit, or changes what is known of it. @throws as send()
    office::RowOutcome put(CaseId caseId, const ReceiptDetails &details);
    void remove(qint64 id, int revision);
    /// By unit code. @throws Error Forbidden
    std::vector<Receipt> ofCase(CaseId caseId) const;
    /// Those that have not answered.
    std::vector<Receipt> unanswered(CaseId caseId) const;

private:
    session::Session &m_session;
};

} // namespace mishutai::casework
