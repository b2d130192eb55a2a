#pragma once

#include "evidence/store/media.h"

#include <QString>

#include <memory>

class QLockFile;

namespace mishutai::evidence {

/// Copies of objects that other programs show: read-only, under a clean name, in a folder of this process that goes with it. What
/// a killed program left goes when the next one starts. Thread: any one at a time.
class OpenedCopies
{
public:
    /// Removes what programs that are gone have left. @param root empty: a folder of this user below the system's temporary one
    explicit OpenedCopies(const QString &root = {});
    ~OpenedCopies();
    Q_DISABLE_COPY_MOVE(OpenedCopies)

    /// @return path of the copy, for the system to open
    /// @throws Error Validation (a program), NotFound (the object is missing), Io
    QString make(const QString &object, const QString &keptName, Media media);

private:
    QString m_root;
    QString m_folder; ///< empty until the first copy
    std::unique_ptr<QLockFile> m_lock;
    int m_count = 0;
};

} // namespace mishutai::evidence
