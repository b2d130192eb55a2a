#pragma once

#include "base/ids.h"
#include "db/row.h"

#include <QDateTime>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace mishutai::db {
class Database;
class Statement;
} // namespace mishutai::db

namespace mishutai::session {

enum class Outcome { Done, Refused, Undone };

/// One row of the audit log. Texts that the log does not have are empty.
struct AuditEntry {
    qint64 id = 0;
    QDateTime at; ///< UTC
    UserId userId{0};
    QString userName;
    QString operation; ///< key, "member.enroll"
    QString objectType;
    std::optional<qint64> objectId;
    Outcome outcome = Outcome::Done;
    std::optional<BatchId> batch; ///< none for a refusal
    QString reason;
    int changeCount = 0;
    QString digest; ///< of the batch's rows in `changes`, hex
    QString salt;
    QString prevHash;
    QString hash;
};

/// What to look for in the log; what is absent does not narrow.
struct AuditFilter {
    std::optional<UserId> user = {};
    QDateTime from = {}; ///< first instant, or invalid
    QDateTime to = {}; ///< first instant no longer wanted, or invalid
    QString operation = {};
    std::optional<Outcome> outcome = {};
    QString objectType = {};
    std::optional<qint64> objectId = {};
    QString text = {}; ///< part of the reason or of the user's name
    int limit = 500; ///< 0: all
};

QString outcomeCode(Outcome outcome);

/// Rows of audit_log and the mark of its end in file_state.
class AuditRepository
{
public:
    explicit AuditRepository(const db::Database &database) : m_database(database) { }

    /// Where the next entry goes on.
    struct Head {
        qint64 lastId;
        QString lastHash;
    };
    Head head() const;
    qint64 lastId() const { return head().lastId; }
    /// Writes the entry as the next one; sets its id, prevHash and hash, and moves the head. Inside a transaction.
    /// @param head read in this very transaction
    void append(AuditEntry &entry, Head &head) const;
    void append(AuditEntry &entry) const;
    /// Newest first.
    std::vector<AuditEntry> find(const AuditFilter &filter) const;
    std::optional<AuditEntry> byBatch(BatchId batch) const;
    /// The newest entry of an operation on one object, of any user.
    std::optional<AuditEntry> latest(const QString &operation, const QString &objectType, qint64 objectId) const;

    /// Every entry as stored, oldest first, column by column.
    void forEachRaw(const std::function<void(const db::Row &)> &visit) const;
    /// How far the log had come when it was last written.
    std::optional<Head> mark() const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::session
