#pragma once

#include "db/row.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <vector>

namespace mishutai::db {
class Statement;
}

namespace mishutai::session {

/// What the first entry follows: 64 zeros.
QString auditGenesis();

/// Columns of audit_log that the hash covers, in the order hashed.
const std::vector<QString> &hashedAuditColumns();
/// Columns that it does not cover, with the reason.
const std::map<QString, QString> &unhashedAuditColumns();
/// Columns of `changes` that the digest of a batch covers, in order; and the others with the reason.
const std::vector<QString> &digestedChangeColumns();
const std::map<QString, QString> &undigestedChangeColumns();

/// SHA-256, as hex, over algorithm ‖ previous hash ‖ name, type and length-prefixed bytes of every hashed column. Pure.
/// @param entry holds every hashed column, as stored
QString auditHash(const db::Row &entry);

/// SHA-256(salt ‖ rows of `changes` of one batch in order of seq), fed row by row.
class ChangeDigest
{
public:
    explicit ChangeDigest(const QString &salt);
    ~ChangeDigest();
    Q_DISABLE_COPY_MOVE(ChangeDigest)
    void add(const db::Row &change);
    /// The row that a statement stands on; its columns are digestedChangeColumns() in that order.
    void add(const db::Statement &change);
    int count() const;
    QString result() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace mishutai::session
