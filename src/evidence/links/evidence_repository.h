#pragma once

#include "evidence/links/evidence.h"
#include "evidence/store/object_store.h"

#include <QDateTime>

#include <optional>

namespace mishutai::db {
class Database;
}
namespace mishutai::session {
class Work;
}

namespace mishutai::evidence {

/// A row of evidence_files.
struct EvidenceFile {
    EvidenceFileId id{0};
    StoredObject object;
    QString name;
    QDate takenOn;
};

/// Rows of evidence_files, evidence_links and evidence_orphans.
class EvidenceRepository
{
public:
    explicit EvidenceRepository(const db::Database &database) : m_database(database) { }

    /// By position.
    std::vector<EvidenceItem> ofRecord(const RecordRef &record) const;
    int countOf(const RecordRef &record) const;
    std::optional<EvidenceItem> find(EvidenceLinkId link) const;
    /// All links, by record and position.
    std::vector<EvidenceItem> all() const;
    std::optional<EvidenceFile> findFile(const QString &sha256) const;
    /// All files, by name of the object.
    std::vector<EvidenceFile> files() const;

    EvidenceFileId insertFile(session::Work &work, const EvidenceFile &file, const QDateTime &at) const;
    EvidenceLinkId insertLink(
        session::Work &work, EvidenceFileId file, const RecordRef &record, int position, const QString &caption) const;
    int updateLink(session::Work &work, EvidenceLinkId link, int revision, const RecordRef &record, int position,
        const QString &caption) const;
    void removeLink(session::Work &work, EvidenceLinkId link, int revision) const;
    int nextPosition(const RecordRef &record) const;

    // What the sweep knows; inside a transaction of the caller.
    /// Names of files that a record refers to.
    QStringList linkedNames() const;
    QStringList orphanNames() const;
    /// Orphans since that instant or longer.
    QStringList orphansUntil(const QDateTime &instant) const;
    void addOrphan(const QString &sha256, const QDateTime &since) const;
    void removeOrphan(const QString &sha256) const;
    /// Erases the row of a file that no record refers to.
    void eraseFile(const QString &sha256) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::evidence
