#pragma once

#include "base/task_control.h"
#include "session/audit/audit_repository.h"
#include "session/session.h"

#include <vector>

namespace mishutai::session {

/// One fault of the chain; names the entry it was found at.
struct AuditFault {
    qint64 entryId;
    QString message; ///< Chinese, no values
};

/// The log as people read it: by person, time and content, and as rows for export.
class AuditLog
{
public:
    explicit AuditLog(const Session &session) : m_session(session) { }

    /// Newest first. Needs AuditRead.
    std::vector<AuditEntry> find(const AuditFilter &filter) const;
    /// "会员入会"; the key itself for an operation that this program does not know.
    static QString operationLabel(const QString &key);
    static QString outcomeLabel(Outcome outcome);

    /// Header and cells of an export, local times. Needs AuditRead.
    static std::vector<QString> exportHeader();
    std::vector<std::vector<QString>> exportRows(const AuditFilter &filter) const;

private:
    const Session &m_session;
};

/// Recomputes the whole chain: order, links and hash of every entry, digest of every batch whose changes are still all there,
/// changes without entry, and the end against the mark in file_state. Empty when all is well.
/// @throws Error (Cancelled, Storage)
std::vector<AuditFault> verifyAuditChain(const db::Database &database, TaskControl &control = TaskControl::silent());

} // namespace mishutai::session
