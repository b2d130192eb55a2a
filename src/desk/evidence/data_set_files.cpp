#include "desk/evidence/data_set_files.h"

#include "base/error.h"
#include "db/backup/durable_copy.h"
#include "db/database.h"
#include "evidence/store/object_store.h"
#include "session/session.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <spdlog/spdlog.h>

#include <utility>

namespace mishutai::desk {

namespace {

const QString kFolder = QStringLiteral("/files");
constexpr int kNameLength = 64;

QString tr(const char *text)
{
    return QCoreApplication::translate("Desk", text);
}

Error wrongFile(const QString &name, const QString &cause)
{
    return Error(
        Error::Kind::Validation, tr("数据备份包的 files 里有不能用的文件，没有导入"), cause, tr("请用导出时原样的文件夹"))
        .withPlace({"files/" + name, 0, 0, {}});
}

} // namespace

QString dataSetName(const QString &sha256, evidence::Media media)
{
    const QString ending = evidence::usualEnding(media);
    return ending.isEmpty() ? sha256 : sha256 + u'.' + ending;
}

DataSetFiles::DataSetFiles(const session::Session &session) : m_store(evidence::ObjectStore::of(session.database().path())) { }

DataSetFiles::~DataSetFiles()
{
    for (const QString &name : std::as_const(m_brought)) {
        try {
            m_store.moveToQuarantine(name);
        } catch (const Error &error) {
            spdlog::warn("a file of a refused data set stays in the store: {}", error.what());
        }
    }
}

void DataSetFiles::take(const QString &path, TaskControl &control)
{
    const QFileInfoList files
        = QDir(path + kFolder)
              .entryInfoList(QDir::Files | QDir::Dirs | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    qint64 done = 0;
    for (const QFileInfo &file : files) {
        const QString name = file.fileName();
        control.throwIfCancelled();
        control.progress(done++, files.size(), tr("正在读入佐证"));
        if (!evidence::ObjectStore::isName(name.left(kNameLength)))
            throw wrongFile(name, tr("文件名不是以内容的 SHA-256 开头"));
        if (file.isSymLink() || !file.isFile())
            throw wrongFile(name, tr("这是链接或文件夹，不是文件"));
        const bool isNew = !m_store.find(name.left(kNameLength));
        const QString sha256 = m_store.putFile(file.filePath()).sha256;
        const bool isRight = sha256 == name.left(kNameLength);
        if (isNew && isRight)
            m_brought << sha256;
        if (!isRight)
            throw wrongFile(name, tr("内容与文件名不符，可能被改动过"));
    }
}

QStringList exportDataSetFiles(const session::Session &session, const QString &path, QStringList names, TaskControl &control)
{
    const evidence::ObjectStore store = evidence::ObjectStore::of(session.database().path());
    names.removeDuplicates();
    if (names.isEmpty())
        return {};
    const QString folder = path + kFolder;
    QStringList written;
    try {
        db::durableFolder(folder);
        for (const QString &name : names) {
            control.throwIfCancelled();
            control.progress(written.size(), names.size(), tr("正在导出佐证"));
            const auto object = store.find(name.left(kNameLength));
            if (!object)
                throw Error(Error::Kind::NotFound, tr("有佐证的文件不见了，没有导出"), tr("缺 %1").arg(name),
                    tr("请先「体检」，从备份找回缺的文件，或删除那几件佐证"));
            const QString target = folder + u'/' + name;
            if (db::durableCopy(*object, target) != name.left(kNameLength).toLatin1()) {
                QFile::remove(target);
                throw Error(Error::Kind::NotFound, tr("有佐证的文件被改动过，没有导出"), tr("坏的是 %1").arg(name),
                    tr("请先「体检」，从备份找回原来的文件"));
            }
            written.append(target);
        }
    } catch (...) {
        for (const QString &file : written)
            QFile::remove(file);
        QDir().rmdir(folder);
        throw;
    }
    return written;
}

} // namespace mishutai::desk
