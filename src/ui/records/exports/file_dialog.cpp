#include "ui/records/exports/file_dialog.h"

#include "ui/common/look/theme.h"

#include <QDateTime>
#include <QFileIconProvider>
#include <QFileSystemModel>
#include <QHeaderView>
#include <QIdentityProxyModel>
#include <QStandardPaths>
#include <QTreeView>

#include <memory>

namespace mishutai::ui {

namespace {

constexpr int kDayColumn = 3; // of QFileSystemModel

/// Asked by the thread that looks through folders.
class FileKinds : public QFileIconProvider
{
public:
    QString type(const QFileInfo &file) const override
    {
        if (file.isDir())
            return FileDialog::tr("文件夹");
        return file.suffix().isEmpty() ? FileDialog::tr("文件") : FileDialog::tr("%1 文件").arg(file.suffix().toUpper());
    }
};

FileKinds &fileKinds()
{
    // A dialog's model may ask until its thread has ended, after the dialog itself.
    static FileKinds kinds;
    return kinds;
}

/// Days as 2021-12-31 09:05 whatever the system writes. Sorting stays that of the folders.
class FileDays : public QIdentityProxyModel
{
public:
    using QIdentityProxyModel::QIdentityProxyModel;

    QVariant data(const QModelIndex &index, int role) const override
    {
        const auto *files = qobject_cast<const QFileSystemModel *>(sourceModel());
        if (!files || index.column() != kDayColumn || role != Qt::DisplayRole)
            return QIdentityProxyModel::data(index, role);
        return files->lastModified(mapToSource(index)).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    }
};

} // namespace

FileDialog::FileDialog(QWidget *where, const QString &title, const QString &filter) : QFileDialog(where, title, {}, filter)
{
    setAttribute(Qt::WA_DeleteOnClose);
    if (findChild<QTreeView *>()) // Qt's own
        furnish();
}

void FileDialog::furnish()
{
    setIconProvider(&fileKinds());
    setProxyModel(new FileDays(this));
    QList<QUrl> places{QUrl(QStringLiteral("file:"))};
    for (const auto place : {QStandardPaths::HomeLocation, QStandardPaths::DesktopLocation, QStandardPaths::DocumentsLocation,
             QStandardPaths::DownloadLocation}) {
        const QUrl url = QUrl::fromLocalFile(QStandardPaths::writableLocation(place));
        if (QFileInfo(url.toLocalFile()).isDir() && !places.contains(url))
            places << url;
    }
    setSidebarUrls(places);
    QHeaderView *header = findChild<QTreeView *>()->header();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    resize(px(820), px(520));
}

} // namespace mishutai::ui
