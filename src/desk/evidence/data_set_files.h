#pragma once

#include "base/task_control.h"
#include "evidence/store/media.h"
#include "evidence/store/object_store.h"

#include <QString>
#include <QStringList>

namespace mishutai::session {
class Session;
}

namespace mishutai::desk {

/// What a file of evidence is called in files/ of a data set: its SHA-256, and an ending so that people can look at it.
QString dataSetName(const QString &sha256, evidence::Media media);

/// Files of a data set's folder in the store; which record they speak for says evidence.csv. Unless the import comes about, what
/// it alone brought goes to the quarantine at once.
class DataSetFiles
{
public:
    explicit DataSetFiles(const session::Session &session);
    ~DataSetFiles();
    Q_DISABLE_COPY_MOVE(DataSetFiles)

    /// @throws Error Validation (a name that is no SHA-256, a link, bytes that are not what the name says), Io, Cancelled
    void take(const QString &folder, TaskControl &control);
    /// The import is committed.
    void keep() { m_brought.clear(); }

private:
    evidence::ObjectStore m_store;
    QStringList m_brought; ///< names that the store did not have
};

/// Copies the files that the exported rows name. @param names as dataSetName; each once or more often
/// @return the paths written @throws Error NotFound (an object is missing), Io, Cancelled; then nothing of it is left
QStringList exportDataSetFiles(const session::Session &session, const QString &folder, QStringList names, TaskControl &control);

} // namespace mishutai::desk
