#include "session/history/change_repository.h"

#include "db/database.h"
#include "db/statement.h"
#include "session/audit/audit_chain.h"
#include "session/instant.h"

namespace mishutai::session {

namespace {

QString kindCode(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Insert:
        return "INSERT";
    case ChangeKind::Update:
        return "UPDATE";
    case ChangeKind::Delete:
        return "DELETE";
    }
    return {};
}

ChangeKind kindFromCode(const QString &code)
{
    if (code == u"INSERT")
        return ChangeKind::Insert;
    return code == u"DELETE" ? ChangeKind::Delete : ChangeKind::Update;
}

Change changeFrom(const db::Statement &row)
{
    return {.batch = row.id<BatchId>("batch_id"),
        .seq = static_cast<int>(row.integer("seq")),
        .table = row.text("table_name"),
        .rowId = row.integer("row_id"),
        .kind = kindFromCode(row.text("kind")),
        .before = row.text("before"),
        .after = row.text("after")};
}

std::optional<BatchId> oneBatch(db::Statement &statement)
{
    return statement.next() ? std::optional(statement.id<BatchId>("batch_id")) : std::nullopt;
}

/// True of `a`, an entry of the log, while its newest undo has not been followed by a redo.
#define A_IS_UNDONE                                                                                                              \
    "EXISTS (SELECT 1 FROM audit_log AS u WHERE u.object_type = 'batch' AND u.object_id = a.batch_id "                           \
    "AND u.operation = 'change.undo' AND u.outcome = 'UNDONE' AND NOT EXISTS (SELECT 1 FROM audit_log AS r "                     \
    "WHERE r.object_type = 'batch' AND r.object_id = a.batch_id AND r.operation = 'change.undo' AND r.outcome = 'DONE' "         \
    "AND r.id > u.id)) "

} // namespace

ChangeRepository::ChangeRepository(const db::Database &database) : m_database(database) { }

ChangeRepository::~ChangeRepository() = default;

db::Row ChangeRepository::columnsOf(const Change &change)
{
    return {{"batch_id", change.batch.value()}, {"seq", change.seq}, {"table_name", change.table}, {"row_id", change.rowId},
        {"kind", kindCode(change.kind)}, {"before", db::orNull(change.before)}, {"after", db::orNull(change.after)}};
}

db::Statement &ChangeRepository::inserting() const
{
    if (!m_insert)
        m_insert = std::make_unique<db::Statement>(m_database,
            "INSERT INTO changes (batch_id, seq, table_name, row_id, kind, before, after) "
            "VALUES (:batch_id, :seq, :table_name, :row_id, :kind, :before, :after)");
    return *m_insert;
}

void ChangeRepository::insert(const Change &change) const
{
    for (const auto &[column, value] : columnsOf(change))
        inserting().bind(u':' + column, value);
    inserting().execute();
}

void ChangeRepository::insertNew(BatchId batch, int seq, const QString &table, qint64 rowId, const QByteArray &after) const
{
    inserting()
        .bindAt(0, batch.value())
        .bindAt(1, seq)
        .bindAt(2, table)
        .bindAt(3, rowId)
        .bindAt(4, kindCode(ChangeKind::Insert))
        .bindAt(5, {})
        .bindUtf8At(6, after)
        .execute();
}

void ChangeRepository::update(const Change &change) const
{
    db::Statement(
        m_database, "UPDATE changes SET kind = :kind, before = :before, after = :after WHERE batch_id = :batch_id AND seq = :seq")
        .bind(":batch_id", change.batch)
        .bind(":seq", change.seq)
        .bind(":kind", kindCode(change.kind))
        .bind(":before", db::orNull(change.before))
        .bind(":after", db::orNull(change.after))
        .execute();
}

void ChangeRepository::remove(BatchId batch, int seq) const
{
    db::Statement(m_database, "DELETE FROM changes WHERE batch_id = :batch_id AND seq = :seq")
        .bind(":batch_id", batch)
        .bind(":seq", seq)
        .execute();
}

std::optional<Change> ChangeRepository::find(BatchId batch, int seq) const
{
    db::Statement statement(m_database,
        "SELECT batch_id, seq, table_name, row_id, kind, before, after FROM changes "
        "WHERE batch_id = :batch_id AND seq = :seq");
    statement.bind(":batch_id", batch).bind(":seq", seq);
    return statement.next() ? std::optional(changeFrom(statement)) : std::nullopt;
}

std::vector<Change> ChangeRepository::ofBatch(BatchId batch) const
{
    db::Statement statement(m_database,
        "SELECT batch_id, seq, table_name, row_id, kind, before, after FROM changes WHERE batch_id = :batch_id ORDER BY seq");
    statement.bind(":batch_id", batch);
    std::vector<Change> changes;
    while (statement.next())
        changes.push_back(changeFrom(statement));
    return changes;
}

void ChangeRepository::forEachRaw(BatchId batch, const std::function<void(const db::Statement &)> &visit) const
{
    db::Statement statement(m_database,
        "SELECT batch_id, seq, table_name, row_id, kind, before, after FROM changes WHERE batch_id = :batch_id ORDER BY seq");
    statement.bind(":batch_id", batch);
    while (statement.next())
        visit(statement);
}

std::vector<ChangeOfRow> ChangeRepository::ofRow(const QString &table, qint64 rowId) const
{
    db::Statement statement(m_database,
        "SELECT c.batch_id, c.seq, c.table_name, c.row_id, c.kind, c.before, c.after, a.at, a.user_name, a.operation "
        "FROM changes AS c JOIN audit_log AS a ON a.batch_id = c.batch_id "
        "WHERE c.table_name = :table_name AND c.row_id = :row_id ORDER BY c.batch_id DESC, c.seq DESC");
    statement.bind(":table_name", table).bind(":row_id", rowId);
    std::vector<ChangeOfRow> changes;
    while (statement.next())
        changes.push_back({changeFrom(statement), instantFromText(statement.text("at")), statement.text("user_name"),
            statement.text("operation")});
    return changes;
}

std::vector<Change> ChangeRepository::removals(const QString &table, const QString &column, qint64 value) const
{
    // The image ends its cells by a comma or the closing brace, so that 1 is not found in 12.
    const QString cell = QStringLiteral("%\"%1\":%2").arg(QString(column).replace(u'_', QStringLiteral("\\_"))).arg(value);
    db::Statement statement(m_database,
        "SELECT batch_id, seq, table_name, row_id, kind, before, after FROM changes WHERE table_name = :table_name "
        "AND kind = 'DELETE' AND (before LIKE :inside ESCAPE '\\' OR before LIKE :last ESCAPE '\\') "
        "ORDER BY batch_id DESC, seq DESC");
    statement.bind(":table_name", table)
        .bind(":inside", QString(cell + QStringLiteral(",%")))
        .bind(":last", QString(cell + u'}'));
    std::vector<Change> changes;
    while (statement.next())
        changes.push_back(changeFrom(statement));
    return changes;
}

std::vector<BatchId> ChangeRepository::undoable(UserId user) const
{
    db::Statement statement(m_database,
        "SELECT a.batch_id FROM audit_log AS a "
        "WHERE a.user_id = :user_id AND a.outcome = 'DONE' AND a.change_count > 0 AND a.operation <> 'user.admin' "
        "AND NOT (a.operation = 'change.undo' AND a.object_type = 'batch') "
        "AND EXISTS (SELECT 1 FROM changes AS c WHERE c.batch_id = a.batch_id) "
        "AND NOT " A_IS_UNDONE "ORDER BY a.id DESC LIMIT :limit");
    statement.bind(":user_id", user).bind(":limit", kMostOffered);
    std::vector<BatchId> batches;
    while (statement.next())
        batches.push_back(statement.id<BatchId>("batch_id"));
    return batches;
}

std::vector<qint64> ChangeRepository::rowsOf(BatchId batch, const QString &table) const
{
    db::Statement statement(m_database,
        "SELECT DISTINCT row_id FROM changes WHERE batch_id = :batch_id AND table_name = :table_name ORDER BY row_id");
    statement.bind(":batch_id", batch).bind(":table_name", table);
    std::vector<qint64> rows;
    while (statement.next())
        rows.push_back(statement.integer("row_id"));
    return rows;
}

std::optional<BatchId> ChangeRepository::lastRedoable(UserId user) const
{
    db::Statement statement(m_database,
        "SELECT a.batch_id FROM audit_log AS a JOIN audit_log AS l ON l.object_type = 'batch' AND l.object_id = a.batch_id "
        "WHERE l.user_id = :user_id AND l.operation = 'change.undo' AND l.outcome = 'UNDONE' AND " A_IS_UNDONE
        "AND EXISTS (SELECT 1 FROM changes AS c WHERE c.batch_id = a.batch_id) "
        "AND NOT EXISTS (SELECT 1 FROM audit_log AS n WHERE n.user_id = :user_id AND n.id > l.id AND n.change_count > 0 "
        "AND NOT (n.operation = 'change.undo' AND n.object_type = 'batch')) "
        "ORDER BY l.id DESC LIMIT 1");
    statement.bind(":user_id", user);
    return oneBatch(statement);
}

bool ChangeRepository::hasBefore(const QDateTime &instant) const
{
    db::Statement statement(
        m_database, "SELECT c.id FROM changes AS c JOIN audit_log AS a ON a.batch_id = c.batch_id WHERE a.at < :instant LIMIT 1");
    statement.bind(":instant", instantText(instant));
    return statement.next();
}

qint64 ChangeRepository::removeBefore(const QDateTime &instant) const
{
    return db::Statement(m_database,
        "DELETE FROM changes WHERE batch_id IN (SELECT a.batch_id FROM audit_log AS a WHERE a.at < :instant "
        "AND a.batch_id IS NOT NULL)")
        .bind(":instant", instantText(instant))
        .execute()
        .changedRows();
}

qint64 ChangeRepository::removeOfRow(const QString &table, qint64 rowId) const
{
    return db::Statement(m_database, "DELETE FROM changes WHERE table_name = :table_name AND row_id = :row_id")
        .bind(":table_name", table)
        .bind(":row_id", rowId)
        .execute()
        .changedRows();
}

std::unique_ptr<db::Statement> ChangeRepository::openAll() const
{
    return std::make_unique<db::Statement>(
        m_database, "SELECT batch_id, seq, table_name, row_id, kind, before, after FROM changes ORDER BY batch_id, seq");
}

} // namespace mishutai::session
