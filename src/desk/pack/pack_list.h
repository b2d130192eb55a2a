#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace mishutai::desk {

/// One file of a pack.
struct PackedFile {
    QByteArray sha256; ///< hex
    qint64 bytes = 0;
    QString path; ///< "NAME.mishutai", "NAME.files/objects/ab/cdef…"
    bool operator==(const PackedFile &) const = default;
};

/// What a pack holds, the text of its first entry: a head line, how many files were missing, then a line "SHA256  BYTES  PATH"
/// for each file, the data file first.
struct PackList {
    QString name; ///< of the data file without its ending
    int missing = 0; ///< files of evidence that were lost or damaged when it was packed
    std::vector<PackedFile> files;

    QByteArray text() const;
    /// Every path in it stands below the folder that is unpacked to, and is one that a pack has.
    /// @throws Error Validation for anything else
    static PackList parse(const QByteArray &text, const QString &fileName);

    /// The name of its entry.
    static const QString kEntry;
};

} // namespace mishutai::desk
