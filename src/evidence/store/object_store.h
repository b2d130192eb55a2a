#pragma once

#include "base/task_control.h"
#include "evidence/store/media.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

class QLockFile;

namespace mishutai::evidence {

/// Bytes that lie in the store.
struct StoredObject {
    QString sha256; ///< of the plain bytes, 64 lower-case hex digits
    qint64 bytes = 0;
    Media media = Media::Other;
};

/// The folder NAME.files beside NAME.mishutai: objects/ab/cdef… named by SHA-256 of their plain bytes, never edited in place,
/// quarantine/ for what nobody refers to, thumbs/ that may be deleted at any time. An object is complete and synced before it
/// has its name, so a row that is committed after put… never names a missing file. Thread-safe: it holds no state but the path;
/// two threads that put the same bytes come to the same file.
class ObjectStore
{
public:
    /// @param folder made with the first object
    explicit ObjectStore(QString folder) : m_folder(std::move(folder)) { }
    /// The store of a data file: "NAME.files" beside it.
    static ObjectStore of(const QString &dataFile);

    const QString &folder() const { return m_folder; }

    /// Copies a file in; it may be of any kind. The same bytes again cost nothing, and heal an object that was damaged.
    /// @throws Error Validation (no plain file, empty, larger than kMostBytes), Io, Cancelled; then the store is as it was
    StoredObject putFile(const QString &path, TaskControl &control = TaskControl::silent()) const;
    /// @throws as putFile
    StoredObject putBytes(const QByteArray &bytes) const;

    /// Where an object's bytes can be read; one in quarantine is brought back. Nothing when there is none. Looks at the name
    /// only: check.h looks at the bytes.
    std::optional<QString> find(const QString &sha256) const;
    /// The names of all objects, without those in quarantine.
    QStringList names() const;

    /// @throws Error Io
    void moveToQuarantine(const QString &sha256) const;
    /// Deletes what was moved there before an instant. @return how many
    int emptyQuarantine(const QDateTime &before) const;
    /// Half-written objects of a program that was killed. Only for whoever holds the data file's lock.
    void removeLeftovers() const;

    /// Held while a backup copies objects and while the sweep runs; null when another has it.
    std::unique_ptr<QLockFile> tryLock(int milliseconds) const;

    /// The file of a thumbnail, which may be absent.
    QString thumbnailPath(const QString &sha256) const;

    /// Whether it is a name that objects have; nothing else is ever made a path.
    static bool isName(const QString &sha256);
    /// "objects/ab/cdef…", below the folder of a store or of a backup.
    static QString relativePath(const QString &sha256);

    static constexpr qint64 kMostBytes = 200LL * 1024 * 1024;

private:
    QString objectPath(const QString &sha256) const;
    QString quarantinePath(const QString &sha256) const;
    QString newIncoming() const;
    StoredObject settle(const QString &incoming, const QString &sha256) const;
    void requireOwnFolders() const;

    QString m_folder;
};

} // namespace mishutai::evidence
