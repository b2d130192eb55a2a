#pragma once

#include <QString>

namespace mishutai::db {

/// "…/logs" in the program's own folder of the user (QStandardPaths::AppLocalDataLocation).
QString defaultLogFolder();

/// Sends spdlog's default logger and Qt's messages into FOLDER/mishutai.log, at most 5 files of 5 MB, each mode 0600. Error and
/// worse are written out at once. Where the folder cannot be written the log goes to stderr: a full disk must not keep anybody
/// from work. Once, from main(), before other threads start. @return the folder in use, empty for stderr
QString initialiseLog(const QString &folder = defaultLogFolder());

/// Without what a log must not hold: quoted text and absolute paths of a Qt message become "…".
QString withoutNames(const QString &message);

} // namespace mishutai::db
