#include "desk/example_data.h"

#include "base/error.h"
#include "db/backup/backup.h"
#include "desk/application.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace mishutai::desk {

namespace {

const QString kFolder = QStringLiteral(":/resources/examples");

QString tr(const char *text)
{
    return QCoreApplication::translate("Desk", text);
}

} // namespace

void removeDataFile(const QString &file)
{
    for (const QString &suffix : {QString(), QString("-wal"), QString("-shm"), QString(".lock")})
        QFile::remove(file + suffix);
    // Only when it is empty: backups under this name may be all that is left of a file that was lost.
    QDir().rmdir(db::backupFolder(file));
}

QStringList exampleNames()
{
    return QDir(kFolder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
}

DataSetResult createExample(const QString &name, const QString &file, TaskControl &control)
{
    if (!exampleNames().contains(name))
        throw Error(
            Error::Kind::Usage, tr("没有名为「%1」的示例").arg(name), {}, tr("可用的示例：%1").arg(exampleNames().join("、")));
    auto application = Application::create(file, tr("示例用户"));
    try {
        return importDataSet(application->session(), QDir(kFolder).filePath(name), control);
    } catch (...) {
        application->abandon();
        application.reset();
        removeDataFile(file);
        throw;
    }
}

} // namespace mishutai::desk
