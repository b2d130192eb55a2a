#pragma once

#include "base/task_control.h"
#include "evidence/links/evidence_check.h"

#include <QString>

#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::desk {

/// One thing that is wrong with a data file. Texts hold table names, ids and voucher codes, no personal value.
struct Finding {
    QString area; ///< "format", "integrity", "foreign_key", "audit", "ledger", "balance", "derived", "evidence"
    QString message; ///< Chinese
};

/// What was looked at and what was found: page structure, foreign keys, sums of the ledger, tables that are made from others,
/// hash chains of log and ledger, files of evidence.
struct HealthReport {
    QStringList checked; ///< Chinese, in order
    std::vector<Finding> findings;
    bool isHealthy() const { return findings.empty(); }
    /// Nothing is lost: rebuildDerived() mends all of it.
    bool isOnlyDerived() const;
};

/// @param depth of the look at the files of evidence
/// @throws Error Forbidden, Storage, Cancelled
HealthReport examine(const session::Session &session, TaskControl &control = TaskControl::silent(),
    evidence::Depth depth = evidence::Depth::Bytes);

/// Makes tables that are made from others anew, where they differ. @return how many records were mended
/// @throws Error Forbidden, Storage
int rebuildDerived(session::Session &session);

} // namespace mishutai::desk
