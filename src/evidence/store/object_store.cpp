#include "evidence/store/object_store.h"

#include "base/durable_file.h"
#include "base/error.h"
#include "db/backup/durable_copy.h"

#include <spdlog/spdlog.h>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QUuid>

#include <algorithm>

namespace mishutai::evidence {

namespace {

const QString kObjects = QStringLiteral("/objects");
const QString kQuarantine = QStringLiteral("/quarantine");
const QString kIncoming = QStringLiteral(".incoming-");

QString tr(const char *text)
{
    return QCoreApplication::translate("Evidence", text);
}

Error refusal(const QString &cause, const QString &remedy)
{
    return Error(Error::Kind::Validation, tr("这个文件没有添加"), cause, remedy);
}

void requireSize(qint64 bytes)
{
    if (bytes == 0)
        throw refusal(tr("文件是空的，一个字节也没有"), tr("请确认文件已经下载完整，再重新添加"));
    if (bytes > ObjectStore::kMostBytes)
        throw refusal(tr("文件有 %1 MB，一个佐证最大 200 MB").arg((bytes + 1024 * 1024 - 1) / (1024 * 1024)),
            tr("视频请先压缩或截取一段，多个文件请分开添加"));
}

/// Gone at the end, whatever happens; after the rename there is nothing left to remove.
struct Incoming {
    QString path;
    ~Incoming() { QFile::remove(path); }
};

void makeReadOnly(const QString &path)
{
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::ReadUser);
}

} // namespace

ObjectStore ObjectStore::of(const QString &dataFile)
{
    const QFileInfo file(dataFile);
    return ObjectStore(file.absolutePath() + u'/' + file.completeBaseName() + QStringLiteral(".files"));
}

bool ObjectStore::isName(const QString &sha256)
{
    return sha256.size() == 64
        && std::ranges::all_of(sha256, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

QString ObjectStore::relativePath(const QString &sha256)
{
    Q_ASSERT(isName(sha256));
    return QStringLiteral("objects/%1/%2").arg(sha256.left(2), sha256.mid(2));
}

QString ObjectStore::objectPath(const QString &sha256) const
{
    return m_folder + u'/' + relativePath(sha256);
}

QString ObjectStore::quarantinePath(const QString &sha256) const
{
    return m_folder + kQuarantine + u'/' + sha256;
}

QString ObjectStore::thumbnailPath(const QString &sha256) const
{
    return m_folder + QStringLiteral("/thumbs/%1/%2.png").arg(sha256.left(2), sha256.mid(2));
}

/// A folder that is a link would lead the store's files to another place.
void ObjectStore::requireOwnFolders() const
{
    if (!QFileInfo(m_folder).exists()) {
        db::durableFolder(m_folder);
        QFile::setPermissions(m_folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    }
    db::durableFolder(m_folder + kObjects);
    for (const QString &path : {m_folder, m_folder + kObjects}) {
        if (QFileInfo(path).isSymLink())
            throw Error(Error::Kind::Io, tr("佐证文件夹不能使用"), tr("「%1」是一个链接").arg(path),
                tr("请把它换成真正的文件夹，再打开数据文件"));
    }
}

QString ObjectStore::newIncoming() const
{
    requireOwnFolders();
    return m_folder + kObjects + u'/' + kIncoming + QUuid::createUuid().toString(QUuid::WithoutBraces);
}

StoredObject ObjectStore::putFile(const QString &path, TaskControl &control) const
{
    const QFileInfo file(path);
    if (!file.exists())
        throw refusal(tr("找不到文件"), tr("请确认文件没有被移走或改名，再重新添加"));
    if (!file.isFile())
        throw refusal(
            file.isDir() ? tr("这是一个文件夹") : tr("这不是普通文件"), tr("请选中里面的文件再添加；整个文件夹请先压缩成一个包"));
    requireSize(file.size());
    const Incoming incoming{newIncoming()};
    const QString sha256 = QString::fromLatin1(db::durableCopy(path, incoming.path, control));
    requireSize(QFileInfo(incoming.path).size()); // it may have grown meanwhile
    return settle(incoming.path, sha256);
}

StoredObject ObjectStore::putBytes(const QByteArray &bytes) const
{
    requireSize(bytes.size());
    const Incoming incoming{newIncoming()};
    durableWrite(incoming.path, bytes);
    return settle(incoming.path, QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()));
}

StoredObject ObjectStore::settle(const QString &incoming, const QString &sha256) const
{
    const StoredObject object{sha256, QFileInfo(incoming).size(), mediaOfFile(incoming)};
    const QString path = objectPath(sha256);
    const QFileInfo known(path);
    if (known.isFile() && known.size() == object.bytes && db::sha256OfFile(path) == sha256.toLatin1())
        return object;
    const QString folder = known.absolutePath();
    db::durableFolder(folder);
    if (QFileInfo(folder).isSymLink())
        throw Error(Error::Kind::Io, tr("佐证文件夹不能使用"), tr("「%1」是一个链接").arg(folder), tr("请把它换成真正的文件夹"));
    db::durableRename(incoming, path);
    makeReadOnly(path);
    return object;
}

std::optional<QString> ObjectStore::find(const QString &sha256) const
{
    if (!isName(sha256))
        return std::nullopt;
    const QString path = objectPath(sha256);
    if (QFileInfo(path).isFile())
        return path;
    const QString parked = quarantinePath(sha256);
    if (!QFileInfo(parked).isFile())
        return std::nullopt;
    // In a folder that may only be read the bytes are read where they are.
    return QDir().mkpath(QFileInfo(path).absolutePath()) && QFile::rename(parked, path) ? path : parked;
}

QStringList ObjectStore::names() const
{
    QStringList names;
    const QDir objects(m_folder + kObjects);
    for (const QString &start : objects.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        for (const QString &rest : QDir(objects.filePath(start)).entryList(QDir::Files, QDir::Name)) {
            if (isName(start + rest))
                names.append(start + rest);
        }
    }
    return names;
}

void ObjectStore::moveToQuarantine(const QString &sha256) const
{
    const QString path = objectPath(sha256);
    if (!QFileInfo(path).isFile())
        return;
    db::durableFolder(m_folder + kQuarantine);
    QFile::remove(quarantinePath(sha256));
    if (!QFile::rename(path, quarantinePath(sha256)))
        throw Error(Error::Kind::Io, tr("佐证文件没有移走"), {}, tr("请检查佐证文件夹的写入权限"));
    // Its time says since when it lies there.
    QFile::setPermissions(quarantinePath(sha256), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QFile parked(quarantinePath(sha256));
    if (parked.open(QIODevice::ReadWrite))
        parked.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
    QFile::remove(thumbnailPath(sha256));
}

int ObjectStore::emptyQuarantine(const QDateTime &before) const
{
    int removed = 0;
    QDir quarantine(m_folder + kQuarantine);
    for (const QFileInfo &file : quarantine.entryInfoList(QDir::Files)) {
        if (isName(file.fileName()) && file.lastModified() < before && quarantine.remove(file.fileName()))
            ++removed;
    }
    return removed;
}

void ObjectStore::removeLeftovers() const
{
    QDir objects(m_folder + kObjects);
    for (const QString &name : objects.entryList({kIncoming + u'*', QStringLiteral(".mishutai-*")}, QDir::Files | QDir::Hidden)) {
        if (objects.remove(name))
            spdlog::info("half an object removed");
    }
}

std::unique_ptr<QLockFile> ObjectStore::tryLock(int milliseconds) const
{
    if (!QFileInfo(m_folder).isDir())
        return nullptr;
    auto lock = std::make_unique<QLockFile>(m_folder + QStringLiteral("/.lock"));
    lock->setStaleLockTime(0);
    return lock->tryLock(milliseconds) ? std::move(lock) : nullptr;
}

} // namespace mishutai::evidence
