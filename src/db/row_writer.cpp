#include "db/row_writer.h"

#include "base/error.h"
#include "db/database_private.h"
#include "db/sql_error.h"
#include "db/statement.h"

#include <sqlite3.h>

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace mishutai::db {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Database", text);
}

const QString &identifier(const QString &name)
{
    const auto isAllowed = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_'; };
    const bool isGood = !name.isEmpty() && name[0] >= u'a' && name[0] <= u'z' && std::all_of(name.begin(), name.end(), isAllowed)
        && !name.startsWith(QStringLiteral("sqlite_"));
    if (!isGood)
        throw sqlError(SQLITE_MISUSE, QStringLiteral("bad identifier"), QStringLiteral("row writer"));
    return name;
}

QString parameter(std::size_t i)
{
    return QStringLiteral(":p%1").arg(i);
}

void bindAll(Statement &statement, const Row &row)
{
    for (std::size_t i = 0; i < row.size(); ++i)
        statement.bind(parameter(i), row[i].second);
}

bool exists(const Database &database, const QString &table, qint64 id)
{
    Statement statement(database, QStringLiteral("SELECT id FROM %1 WHERE id = :id").arg(table));
    return statement.bind(QStringLiteral(":id"), id).next();
}

// Nothing was changed: say whether the row is gone or was changed by somebody else.
Error missed(const Database &database, const QString &table, qint64 id)
{
    if (!exists(database, table, id))
        return Error(Error::Kind::NotFound, tr("找不到这条记录"), tr("它已被删除"), tr("请刷新后再试"));
    return Error(
        Error::Kind::Conflict, tr("这条记录刚被修改过"), tr("打开之后，别处保存了新的内容"), tr("请刷新，核对新的内容后再修改"));
}

} // namespace

namespace {

QString insertText(const QString &table, const Row &row)
{
    QString columns;
    QString parameters;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i > 0) {
            columns += QStringLiteral(", ");
            parameters += QStringLiteral(", ");
        }
        columns += identifier(row[i].first);
        parameters += parameter(i);
    }
    const QString start = QStringLiteral("INSERT INTO ") + identifier(table);
    return row.empty() ? start + QStringLiteral(" DEFAULT VALUES")
                       : start + QStringLiteral(" (") + columns + QStringLiteral(") VALUES (") + parameters + u')';
}

Row currentRow(const Statement &statement)
{
    Row row;
    for (const QString &column : statement.columnNames())
        row.emplace_back(column, statement.value(column.toUtf8().constData()));
    return row;
}

} // namespace

/// Texts that write rows, kept with the connection by table.
class InsertTexts
{
public:
    /// Made anew only when a row of the table comes with other columns than the one before.
    static const QString &of(Database &database, const QString &table, const Row &row)
    {
        InsertText &text = database.d->inserts[table];
        const auto isSame = [](const QString &column, const auto &cell) { return column == cell.first; };
        if (text.sql.isEmpty() || !std::ranges::equal(text.columns, row, isSame)) {
            text.sql = insertText(table, row);
            text.columns.clear();
            for (const auto &cell : row)
                text.columns.push_back(cell.first);
        }
        return text.sql;
    }
};

qint64 insertRow(Database &database, const QString &table, const Row &row)
{
    Statement statement(database, InsertTexts::of(database, table, row));
    for (std::size_t place = 0; place < row.size(); ++place)
        statement.bindAt(place, row[place].second);
    return statement.execute().insertedId();
}

int updateRow(Database &database, const QString &table, qint64 id, int expectedRevision, const Row &row)
{
    QStringList settings;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const QString &column = identifier(row[i].first);
        if (column == u"id" || column == u"revision")
            throw sqlError(
                SQLITE_MISUSE, QStringLiteral("id and revision are not for the caller"), QStringLiteral("UPDATE ") + table);
        settings << column + QStringLiteral(" = ") + parameter(i);
    }
    settings << QStringLiteral("revision = revision + 1");
    Statement statement(database,
        QStringLiteral("UPDATE %1 SET %2 WHERE id = :id AND revision = :revision")
            .arg(identifier(table), settings.join(QStringLiteral(", "))));
    bindAll(statement, row);
    statement.bind(QStringLiteral(":id"), id).bind(QStringLiteral(":revision"), expectedRevision).execute();
    if (statement.changedRows() == 0)
        throw missed(database, table, id);
    return expectedRevision + 1;
}

void deleteRow(Database &database, const QString &table, qint64 id, int expectedRevision)
{
    Statement statement(
        database, QStringLiteral("DELETE FROM %1 WHERE id = :id AND revision = :revision").arg(identifier(table)));
    statement.bind(QStringLiteral(":id"), id).bind(QStringLiteral(":revision"), expectedRevision).execute();
    if (statement.changedRows() == 0)
        throw missed(database, table, id);
}

void visitRow(const Database &database, const QString &table, qint64 id, const std::function<void(const Statement &)> &visit)
{
    Statement statement(database, QStringLiteral("SELECT * FROM ") + identifier(table) + QStringLiteral(" WHERE id = :id"));
    statement.bindAt(0, id).requireRow(tr("没有写入"));
    visit(statement);
}

std::optional<Row> readRow(const Database &database, const QString &table, qint64 id)
{
    Statement statement(database, QStringLiteral("SELECT * FROM %1 WHERE id = :id").arg(identifier(table)));
    statement.bind(QStringLiteral(":id"), id);
    if (!statement.next())
        return std::nullopt;
    return currentRow(statement);
}

std::vector<qint64> idsWhere(const Database &database, const QString &table, const QString &column, qint64 value)
{
    Statement statement(
        database, QStringLiteral("SELECT id FROM %1 WHERE %2 = :value ORDER BY id").arg(identifier(table), identifier(column)));
    statement.bind(QStringLiteral(":value"), value);
    std::vector<qint64> ids;
    while (statement.next())
        ids.push_back(statement.integer("id"));
    return ids;
}

QVariant valueOf(const Row &row, const QString &column)
{
    const auto found = std::find_if(row.begin(), row.end(), [&](const auto &cell) { return cell.first == column; });
    return found == row.end() ? QVariant() : found->second;
}

} // namespace mishutai::db
