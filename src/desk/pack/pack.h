#pragma once

#include "base/task_control.h"

#include <QString>

namespace mishutai::desk {

// One zip of NAME.mishutai and NAME.files (docs/architecture.md, section 3), for carrying an office to another computer. Anything
// unzips it. Both run in any thread while the program goes on working.

struct Packed {
    QString path;
    qint64 bytes = 0; ///< of the zip
    int files = 0; ///< of evidence
    int missing = 0; ///< files of evidence that were lost or damaged and are not in it
};

/// Packs the file's committed state, a copy that was verified, with the evidence that this state refers to. The zip is read back
/// and every file in it compared before it gets its name.
/// @throws Error Conflict (the target is there), Storage, Io, Cancelled; then no file stays
Packed pack(const QString &dataFile, const QString &target, TaskControl &control = TaskControl::silent());

struct Unpacked {
    QString dataFile; ///< path, to be opened
    int files = 0; ///< of evidence
    int missing = 0; ///< that the pack went without
};

/// Unpacks into a folder, which holds neither NAME.mishutai nor NAME.files yet. Every file is compared with the list of the pack,
/// and the data file checked, before any of them gets its name.
/// @throws Error Validation (no pack), Storage (damaged), Conflict (a name is taken), Io, Cancelled; then the folder is as it was
Unpacked unpack(const QString &zip, const QString &folder, TaskControl &control = TaskControl::silent());

} // namespace mishutai::desk
