#pragma once

#include "casework/receipts/receipt.h"

#include <optional>

namespace mishutai::db {
class Database;
} // namespace mishutai::db

namespace mishutai::session {
class Work;
}

namespace mishutai::casework {

/// Rows of case_receipts.
class ReceiptRepository
{
public:
    explicit ReceiptRepository(const db::Database &database) : m_database(database) { }

    std::optional<Receipt> find(qint64 id) const;
    std::optional<Receipt> findByUnit(CaseId caseId, UnitId unit) const;
    /// By codes of case and unit.
    std::vector<Receipt> all() const;
    std::vector<Receipt> ofCase(CaseId caseId) const;

    qint64 insert(session::Work &work, CaseId caseId, const ReceiptDetails &details) const;
    /// @return whether anything differed
    bool update(session::Work &work, const Receipt &stored, int revision, const ReceiptDetails &details) const;
    void remove(session::Work &work, qint64 id, int revision) const;
    void removeAll(session::Work &work, CaseId caseId) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::casework
