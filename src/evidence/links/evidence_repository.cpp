#include "evidence/links/evidence_repository.h"

#include "db/database.h"
#include "db/statement.h"
#include "session/instant.h"
#include "session/work.h"

namespace mishutai::evidence {

namespace {

#define ITEM_COLUMNS                                                                                                             \
    "SELECT l.id, l.revision, l.file_id, l.object_type, l.object_id, l.position, l.caption, f.sha256, f.bytes, f.media, "        \
    "f.name, "                                                                                                                   \
    "f.taken_on FROM evidence_links AS l JOIN evidence_files AS f ON f.id = l.file_id "

Media mediaFrom(const db::Statement &row)
{
    return mediaFromStored(row.text("media")).value_or(Media::Other);
}

EvidenceItem itemFrom(const db::Statement &row)
{
    EvidenceItem item;
    item.link = row.id<EvidenceLinkId>("id");
    item.revision = static_cast<int>(row.integer("revision"));
    item.file = row.id<EvidenceFileId>("file_id");
    item.record = {row.text("object_type"), row.integer("object_id")};
    item.position = static_cast<int>(row.integer("position"));
    item.caption = row.text("caption");
    item.name = row.text("name");
    item.sha256 = row.text("sha256");
    item.bytes = row.integer("bytes");
    item.media = mediaFrom(row);
    item.takenOn = row.date("taken_on");
    return item;
}

std::vector<EvidenceItem> itemsOf(db::Statement &rows)
{
    std::vector<EvidenceItem> items;
    while (rows.next())
        items.push_back(itemFrom(rows));
    return items;
}

EvidenceFile fileFrom(const db::Statement &row)
{
    return {row.id<EvidenceFileId>("id"), {row.text("sha256"), row.integer("bytes"), mediaFrom(row)}, row.text("name"),
        row.date("taken_on")};
}

QStringList namesOf(db::Statement &rows)
{
    QStringList names;
    while (rows.next())
        names.append(rows.text("sha256"));
    return names;
}

db::Statement &bindRecord(db::Statement &statement, const RecordRef &record)
{
    return statement.bind(":object_type", record.objectType).bind(":object_id", record.objectId);
}

db::Row linkRow(const RecordRef &record, int position, const QString &caption)
{
    return {{"object_type", record.objectType}, {"object_id", record.objectId}, {"position", position},
        {"caption", db::orNull(caption)}};
}

} // namespace

std::vector<EvidenceItem> EvidenceRepository::ofRecord(const RecordRef &record) const
{
    db::Statement rows(
        m_database, ITEM_COLUMNS "WHERE l.object_type = :object_type AND l.object_id = :object_id ORDER BY l.position, l.id");
    return itemsOf(bindRecord(rows, record));
}

int EvidenceRepository::countOf(const RecordRef &record) const
{
    db::Statement row(
        m_database, "SELECT count(*) AS n FROM evidence_links WHERE object_type = :object_type AND object_id = :object_id");
    bindRecord(row, record).next();
    return static_cast<int>(row.integer("n"));
}

std::optional<EvidenceItem> EvidenceRepository::find(EvidenceLinkId link) const
{
    db::Statement row(m_database, ITEM_COLUMNS "WHERE l.id = :id");
    row.bind(":id", link);
    return row.next() ? std::optional(itemFrom(row)) : std::nullopt;
}

std::vector<EvidenceItem> EvidenceRepository::all() const
{
    db::Statement rows(m_database, ITEM_COLUMNS "ORDER BY l.object_type, l.object_id, l.position, l.id");
    return itemsOf(rows);
}

std::optional<EvidenceFile> EvidenceRepository::findFile(const QString &sha256) const
{
    db::Statement row(m_database, "SELECT id, sha256, bytes, media, name, taken_on FROM evidence_files WHERE sha256 = :sha256");
    row.bind(":sha256", sha256);
    return row.next() ? std::optional(fileFrom(row)) : std::nullopt;
}

std::vector<EvidenceFile> EvidenceRepository::files() const
{
    db::Statement rows(m_database, "SELECT id, sha256, bytes, media, name, taken_on FROM evidence_files ORDER BY sha256");
    std::vector<EvidenceFile> files;
    while (rows.next())
        files.push_back(fileFrom(rows));
    return files;
}

EvidenceFileId EvidenceRepository::insertFile(session::Work &work, const EvidenceFile &file, const QDateTime &at) const
{
    return EvidenceFileId(work.insert("evidence_files",
        {{"sha256", file.object.sha256}, {"bytes", file.object.bytes}, {"media", storedMedia(file.object.media)},
            {"name", file.name}, {"taken_on", db::orNull(file.takenOn)}, {"added_at", session::instantText(at)}}));
}

EvidenceLinkId EvidenceRepository::insertLink(
    session::Work &work, EvidenceFileId file, const RecordRef &record, int position, const QString &caption) const
{
    db::Row row = linkRow(record, position, caption);
    row.emplace_back("file_id", file.value());
    return EvidenceLinkId(work.insert("evidence_links", row));
}

int EvidenceRepository::updateLink(
    session::Work &work, EvidenceLinkId link, int revision, const RecordRef &record, int position, const QString &caption) const
{
    return work.update("evidence_links", link.value(), revision, linkRow(record, position, caption));
}

void EvidenceRepository::removeLink(session::Work &work, EvidenceLinkId link, int revision) const
{
    work.remove("evidence_links", link.value(), revision);
}

int EvidenceRepository::nextPosition(const RecordRef &record) const
{
    db::Statement row(m_database,
        "SELECT coalesce(max(position), 0) + 1 AS n FROM evidence_links WHERE object_type = :object_type "
        "AND object_id = :object_id");
    bindRecord(row, record).next();
    return static_cast<int>(row.integer("n"));
}

QStringList EvidenceRepository::linkedNames() const
{
    db::Statement rows(m_database,
        "SELECT sha256 FROM evidence_files AS f WHERE EXISTS (SELECT 1 FROM evidence_links AS l WHERE l.file_id = f.id)");
    return namesOf(rows);
}

QStringList EvidenceRepository::orphanNames() const
{
    db::Statement rows(m_database, "SELECT sha256 FROM evidence_orphans ORDER BY sha256");
    return namesOf(rows);
}

QStringList EvidenceRepository::orphansUntil(const QDateTime &instant) const
{
    db::Statement rows(m_database, "SELECT sha256 FROM evidence_orphans WHERE since_at <= :instant ORDER BY sha256");
    rows.bind(":instant", session::instantText(instant));
    return namesOf(rows);
}

void EvidenceRepository::addOrphan(const QString &sha256, const QDateTime &since) const
{
    db::Statement(
        m_database, "INSERT INTO evidence_orphans (sha256, since_at) VALUES (:sha256, :since_at) ON CONFLICT (sha256) DO NOTHING")
        .bind(":sha256", sha256)
        .bind(":since_at", session::instantText(since))
        .execute();
}

void EvidenceRepository::removeOrphan(const QString &sha256) const
{
    db::Statement(m_database, "DELETE FROM evidence_orphans WHERE sha256 = :sha256").bind(":sha256", sha256).execute();
}

void EvidenceRepository::eraseFile(const QString &sha256) const
{
    db::Statement(m_database,
        "DELETE FROM evidence_files WHERE sha256 = :sha256 "
        "AND NOT EXISTS (SELECT 1 FROM evidence_links AS l WHERE l.file_id = evidence_files.id)")
        .bind(":sha256", sha256)
        .execute();
}

} // namespace mishutai::evidence
