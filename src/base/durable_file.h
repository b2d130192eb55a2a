#pragma once

#include <QByteArray>
#include <QString>

namespace mishutai {

/// Replaces a file as a whole: written beside it, synced, read back, renamed over it, folder synced. After a return the bytes
/// outlast a power cut; after an exception the old file is as it was and nothing is left beside it. A symbolic link stays a link.
/// @throws Error Io
void durableWrite(const QString &path, const QByteArray &bytes);

} // namespace mishutai
