#include "session/audit/audit_repository.h"

#include "db/database.h"
#include "db/statement.h"
#include "session/audit/audit_chain.h"
#include "session/instant.h"

namespace mishutai::session {

namespace {

#define AUDIT_COLUMNS                                                                                                            \
    "id, at, user_id, user_name, operation, object_type, object_id, outcome, batch_id, reason, change_count, digest, salt, "     \
    "prev_hash, hash"

Outcome outcomeFromCode(const QString &code)
{
    if (code == u"REFUSED")
        return Outcome::Refused;
    return code == u"UNDONE" ? Outcome::Undone : Outcome::Done;
}

AuditEntry entryFrom(const db::Statement &row)
{
    AuditEntry entry;
    entry.id = row.integer("id");
    entry.at = instantFromText(row.text("at"));
    entry.userId = row.id<UserId>("user_id");
    entry.userName = row.text("user_name");
    entry.operation = row.text("operation");
    entry.objectType = row.text("object_type");
    entry.objectId = row.optionalInteger("object_id");
    entry.outcome = outcomeFromCode(row.text("outcome"));
    entry.batch = row.optionalId<BatchId>("batch_id");
    entry.reason = row.text("reason");
    entry.changeCount = static_cast<int>(row.integer("change_count"));
    entry.digest = row.text("digest");
    entry.salt = row.text("salt");
    entry.prevHash = row.text("prev_hash");
    entry.hash = row.text("hash");
    return entry;
}

db::Row columnsOf(const AuditEntry &entry)
{
    return {{"id", entry.id}, {"at", instantText(entry.at)}, {"user_id", entry.userId.value()}, {"user_name", entry.userName},
        {"operation", entry.operation}, {"object_type", db::orNull(entry.objectType)},
        {"object_id", entry.objectId ? QVariant(*entry.objectId) : QVariant()}, {"outcome", outcomeCode(entry.outcome)},
        {"batch_id", db::orNull(entry.batch)}, {"reason", db::orNull(entry.reason)}, {"change_count", entry.changeCount},
        {"digest", db::orNull(entry.digest)}, {"salt", db::orNull(entry.salt)}, {"prev_hash", entry.prevHash}};
}

QString likePattern(QString text)
{
    text.replace(u'\\', "\\\\").replace(u'%', "\\%").replace(u'_', "\\_");
    return u'%' + text + u'%';
}

} // namespace

QString outcomeCode(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Done:
        return "DONE";
    case Outcome::Refused:
        return "REFUSED";
    case Outcome::Undone:
        return "UNDONE";
    }
    return {};
}

// The mark gives the previous hash, so that a tail cut off before the next entry stays visible as a break in the chain.
AuditRepository::Head AuditRepository::head() const
{
    db::Statement statement(m_database,
        "SELECT (SELECT coalesce(max(id), 0) FROM audit_log) AS last_id, "
        "(SELECT last_audit_hash FROM file_state WHERE id = 1) AS last_hash");
    statement.next();
    return {statement.integer("last_id"), statement.isNull("last_hash") ? auditGenesis() : statement.text("last_hash")};
}

void AuditRepository::append(AuditEntry &entry) const
{
    Head current = head();
    append(entry, current);
}

void AuditRepository::append(AuditEntry &entry, Head &head) const
{
    entry.prevHash = head.lastHash;
    entry.id = head.lastId + 1;
    db::Row columns = columnsOf(entry);
    entry.hash = auditHash(columns);
    columns.emplace_back("hash", entry.hash);

    db::Statement insert(m_database,
        "INSERT INTO audit_log (" AUDIT_COLUMNS ") VALUES (:id, :at, :user_id, :user_name, :operation, :object_type, :object_id, "
        ":outcome, :batch_id, :reason, :change_count, :digest, :salt, :prev_hash, :hash)");
    for (const auto &[name, value] : columns)
        insert.bind(u':' + name, value);
    insert.execute();

    db::Statement(m_database,
        "UPDATE file_state SET last_audit_id = :id, last_audit_hash = :hash, "
        "opened_at = CASE is_clean WHEN 1 THEN :at ELSE opened_at END, is_clean = 0 WHERE id = 1")
        .bind(":id", entry.id)
        .bind(":hash", entry.hash)
        .bind(":at", instantText(entry.at))
        .execute();
    head = {entry.id, entry.hash};
}

std::vector<AuditEntry> AuditRepository::find(const AuditFilter &filter) const
{
    db::Statement statement(m_database,
        "SELECT " AUDIT_COLUMNS " FROM audit_log "
        "WHERE (:any_user = 1 OR user_id = :user_id) "
        "  AND at >= :from_at AND at < :to_at "
        "  AND (:operation = '' OR operation = :operation) "
        "  AND (:outcome = '' OR outcome = :outcome) "
        "  AND (:object_type = '' OR object_type = :object_type) "
        "  AND (:any_object = 1 OR object_id = :object_id) "
        "  AND (:text = '%%' OR reason LIKE :text ESCAPE '\\' OR user_name LIKE :text ESCAPE '\\') "
        "ORDER BY id DESC LIMIT :row_limit");
    statement.bind(":any_user", filter.user ? 0 : 1)
        .bind(":user_id", filter.user ? filter.user->value() : qint64(0))
        .bind(":from_at", filter.from.isValid() ? instantText(filter.from) : QString(""))
        .bind(":to_at", filter.to.isValid() ? instantText(filter.to) : QString("9999"))
        .bind(":operation", filter.operation.isNull() ? QString("") : filter.operation)
        .bind(":outcome", filter.outcome ? outcomeCode(*filter.outcome) : QString(""))
        .bind(":object_type", filter.objectType.isNull() ? QString("") : filter.objectType)
        .bind(":any_object", filter.objectId ? 0 : 1)
        .bind(":object_id", filter.objectId.value_or(0))
        .bind(":text", likePattern(filter.text))
        .bind(":row_limit", filter.limit > 0 ? qint64(filter.limit) : std::numeric_limits<qint64>::max());
    std::vector<AuditEntry> entries;
    while (statement.next())
        entries.push_back(entryFrom(statement));
    return entries;
}

std::optional<AuditEntry> AuditRepository::byBatch(BatchId batch) const
{
    db::Statement statement(m_database, "SELECT " AUDIT_COLUMNS " FROM audit_log WHERE batch_id = :batch_id");
    statement.bind(":batch_id", batch);
    return statement.next() ? std::optional(entryFrom(statement)) : std::nullopt;
}

std::optional<AuditEntry> AuditRepository::latest(const QString &operation, const QString &objectType, qint64 objectId) const
{
    db::Statement statement(m_database,
        "SELECT " AUDIT_COLUMNS " FROM audit_log WHERE object_type = :object_type AND object_id = :object_id "
        "AND operation = :operation AND outcome <> 'REFUSED' ORDER BY id DESC LIMIT 1");
    statement.bind(":operation", operation).bind(":object_type", objectType).bind(":object_id", objectId);
    return statement.next() ? std::optional(entryFrom(statement)) : std::nullopt;
}

void AuditRepository::forEachRaw(const std::function<void(const db::Row &)> &visit) const
{
    db::Statement statement(m_database, "SELECT " AUDIT_COLUMNS " FROM audit_log ORDER BY id");
    std::vector<std::pair<QString, QByteArray>> names;
    for (const QString &name : hashedAuditColumns())
        names.emplace_back(name, name.toLatin1());
    names.emplace_back("hash", "hash");
    db::Row row(names.size());
    while (statement.next()) {
        for (std::size_t i = 0; i < names.size(); ++i)
            row[i] = {names[i].first, statement.value(names[i].second.constData())};
        visit(row);
    }
}

std::optional<AuditRepository::Head> AuditRepository::mark() const
{
    db::Statement statement(m_database, "SELECT last_audit_id, last_audit_hash FROM file_state WHERE id = 1");
    if (!statement.next())
        return std::nullopt;
    return Head{statement.integer("last_audit_id"), statement.text("last_audit_hash")};
}

} // namespace mishutai::session
