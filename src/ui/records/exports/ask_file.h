#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace mishutai::ui {

/// Asks for a file without a nested event loop; `take` runs when one was chosen, guarded.
void askOpenFile(QWidget *where, const QString &title, const QString &filter, std::function<void(const QString &)> take);
/// As askOpenFile, for any number of files.
void askOpenFiles(QWidget *where, const QString &title, const QString &filter, std::function<void(const QStringList &)> take);
/// @param proposed name, perhaps with its folder
void askSaveFile(QWidget *where, const QString &title, const QString &proposed, const QString &filter,
    std::function<void(const QString &)> take);
void askFolder(QWidget *where, const QString &title, std::function<void(const QString &)> take);

} // namespace mishutai::ui
