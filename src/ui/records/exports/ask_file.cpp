#include "ui/records/exports/ask_file.h"

#include "ui/common/guarded.h"
#include "ui/records/exports/file_dialog.h"

#include <QFileInfo>

namespace mishutai::ui {

namespace {

void ask(QFileDialog *dialog, QWidget *where, std::function<void(const QString &)> take)
{
    // Queued: what is done with the file may take the window, and the dialog with it.
    QObject::connect(
        dialog, &QFileDialog::fileSelected, where,
        [where, take = std::move(take)](const QString &file) { guarded(where, [&] { take(file); }); }, Qt::QueuedConnection);
    dialog->open();
}

} // namespace

void askOpenFile(QWidget *where, const QString &title, const QString &filter, std::function<void(const QString &)> take)
{
    auto *dialog = new FileDialog(where, title, filter);
    dialog->setFileMode(QFileDialog::ExistingFile);
    ask(dialog, where, std::move(take));
}

void askOpenFiles(QWidget *where, const QString &title, const QString &filter, std::function<void(const QStringList &)> take)
{
    auto *dialog = new FileDialog(where, title, filter);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(
        dialog, &QFileDialog::filesSelected, where,
        [where, take = std::move(take)](const QStringList &files) { guarded(where, [&] { take(files); }); },
        Qt::QueuedConnection);
    dialog->open();
}

void askSaveFile(QWidget *where, const QString &title, const QString &proposed, const QString &filter,
    std::function<void(const QString &)> take)
{
    auto *dialog = new FileDialog(where, title, filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(proposed);
    dialog->setDefaultSuffix(QFileInfo(proposed).suffix());
    ask(dialog, where, std::move(take));
}

void askFolder(QWidget *where, const QString &title, std::function<void(const QString &)> take)
{
    auto *dialog = new FileDialog(where, title);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    ask(dialog, where, std::move(take));
}

} // namespace mishutai::ui
