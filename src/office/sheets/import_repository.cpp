#include "office/sheets/import_repository.h"

#include "db/database.h"
#include "db/row.h"
#include "db/statement.h"
#include "session/work.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace mishutai::office {

namespace {

/// Keys stand in the order of their names, so the same cells give the same text.
QString textOf(const QHash<QString, QString> &cells)
{
    QJsonObject object;
    for (auto cell = cells.cbegin(); cell != cells.cend(); ++cell) {
        if (!cell.value().isEmpty())
            object.insert(cell.key(), cell.value());
    }
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString textOf(const std::vector<FieldError> &reasons)
{
    QJsonArray array;
    for (const FieldError &reason : reasons)
        array.append(QJsonObject{{"field", reason.field}, {"code", reason.code}, {"message", reason.message}});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QHash<QString, QString> cellsOf(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    QHash<QString, QString> cells;
    for (auto cell = object.begin(); cell != object.end(); ++cell)
        cells.insert(cell.key(), cell.value().toString());
    return cells;
}

std::vector<FieldError> reasonsOf(const QString &text)
{
    std::vector<FieldError> reasons;
    for (const QJsonValue &reason : QJsonDocument::fromJson(text.toUtf8()).array())
        reasons.push_back({reason["field"].toString(), reason["code"].toString(), reason["message"].toString()});
    return reasons;
}

db::Row rowOf(const QString &kind, const PendingRow &row)
{
    return {{"kind", kind}, {"source_name", row.sourceName}, {"row_number", row.rowNumber}, {"cells", textOf(row.cells)},
        {"reasons", textOf(row.reasons)}, {"recorded_at", row.at}};
}

} // namespace

QHash<QString, QString> ImportRepository::columns(const QString &kind) const
{
    db::Statement row(m_database, "SELECT title, column_key FROM import_columns WHERE kind = :kind");
    row.bind(":kind", kind);
    QHash<QString, QString> columns;
    while (row.next())
        columns.insert(row.text("title"), row.text("column_key"));
    return columns;
}

void ImportRepository::putColumn(session::Work &work, const QString &kind, const QString &title, const QString &columnKey) const
{
    db::Statement row(m_database, "SELECT id, revision FROM import_columns WHERE kind = :kind AND title = :title");
    row.bind(":kind", kind).bind(":title", title);
    if (row.next())
        work.update("import_columns", row.integer("id"), static_cast<int>(row.integer("revision")),
            {{"column_key", db::orNull(columnKey)}});
    else
        work.insert("import_columns", {{"kind", kind}, {"title", title}, {"column_key", db::orNull(columnKey)}});
}

void ImportRepository::renameColumn(session::Work &work, const QString &from, const QString &to) const
{
    db::Statement titles(m_database, "SELECT id, revision FROM import_columns WHERE column_key = :from ORDER BY id");
    titles.bind(":from", from);
    while (titles.next())
        work.update("import_columns", titles.integer("id"), static_cast<int>(titles.integer("revision")), {{"column_key", to}});
    db::Statement waiting(m_database, "SELECT id, revision, cells FROM import_pending ORDER BY id");
    while (waiting.next()) {
        QHash<QString, QString> cells = cellsOf(waiting.text("cells"));
        if (!cells.contains(from))
            continue;
        cells.insert(to, cells.take(from));
        work.update(
            "import_pending", waiting.integer("id"), static_cast<int>(waiting.integer("revision")), {{"cells", textOf(cells)}});
    }
}

std::vector<PendingRow> ImportRepository::pending(const QString &kind) const
{
    db::Statement row(m_database,
        "SELECT id, revision, source_name, row_number, cells, reasons, recorded_at FROM import_pending "
        "WHERE kind = :kind ORDER BY id");
    row.bind(":kind", kind);
    std::vector<PendingRow> rows;
    while (row.next())
        rows.push_back({row.integer("id"), static_cast<int>(row.integer("revision")), row.text("source_name"),
            static_cast<int>(row.integer("row_number")), cellsOf(row.text("cells")), reasonsOf(row.text("reasons")),
            QDateTime::fromString(row.text("recorded_at"), Qt::ISODateWithMs)});
    return rows;
}

int ImportRepository::pendingCount(const QString &kind) const
{
    db::Statement row(m_database, "SELECT count(*) AS n FROM import_pending WHERE kind = :kind");
    row.bind(":kind", kind).next();
    return static_cast<int>(row.integer("n"));
}

bool ImportRepository::isPending(const QString &kind, const QString &cells, qint64 but) const
{
    db::Statement row(m_database, "SELECT id FROM import_pending WHERE kind = :kind AND cells = :cells AND id <> :but");
    return row.bind(":kind", kind).bind(":cells", cells).bind(":but", but).next();
}

bool ImportRepository::addPending(session::Work &work, const QString &kind, const PendingRow &row) const
{
    if (isPending(kind, textOf(row.cells), 0))
        return false;
    work.insert("import_pending", rowOf(kind, row));
    return true;
}

void ImportRepository::updatePending(session::Work &work, const QString &kind, const PendingRow &row) const
{
    if (isPending(kind, textOf(row.cells), row.id))
        removePending(work, row.id, row.revision);
    else
        work.update("import_pending", row.id, row.revision, rowOf(kind, row));
}

void ImportRepository::removePending(session::Work &work, qint64 id, int revision) const
{
    work.remove("import_pending", id, revision);
}

} // namespace mishutai::office
