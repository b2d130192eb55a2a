#pragma once

#include <QDir>
#include <QString>
#include <QStringList>

namespace mishutai::desk {

/// A file name of parts joined by -, without what a Windows or Linux folder refuses; empty parts are left out.
QString fileName(const QStringList &parts);

/// The path of a file that is not there yet: NAME.pdf, else NAME（2）.pdf … @param ending with its dot
QString freePath(const QDir &folder, const QString &name, const QString &ending);

} // namespace mishutai::desk
