#include "desk/pack/pack.h"

#include "base/error.h"
#include "db/backup/backup.h"
#include "db/backup/durable_copy.h"
#include "db/database.h"
#include "desk/evidence/evidence_backup.h"
#include "desk/pack/pack_list.h"
#include "desk/pack/zip_file.h"
#include "evidence/store/object_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QStorageInfo>
#include <QTemporaryDir>

#include <functional>
#include <limits>

namespace mishutai::desk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Desk", text);
}

Error damagedPack(const QString &zip)
{
    return Error(Error::Kind::Storage, tr("「%1」的内容和清单不符，没有用").arg(QFileInfo(zip).fileName()),
        tr("复制时中断过，或被改动过"), tr("请重新复制一份，或再打一次包"));
}

Error notUnpacked(const QString &cause)
{
    return Error(Error::Kind::Io, tr("没有解开"), cause, tr("请检查磁盘空间和文件夹的写入权限后再试"));
}

QString hiddenFolder(const QString &beside)
{
    return QFileInfo(beside).absolutePath() + QStringLiteral("/.mishutai-XXXXXX");
}

/// A link to nowhere is a name that is taken, too.
bool isTaken(const QString &path)
{
    const QFileInfo file(path);
    return file.exists() || file.isSymLink();
}

void requireFolder(const QString &path)
{
    if (const QFileInfo folder(path); !folder.isDir() || !folder.isWritable())
        throw Error(Error::Kind::Io, tr("文件夹「%1」不存在或没有写入权限").arg(path), {}, tr("请换一个文件夹"));
}

/// What becomes of the files of a pack while they are compared with its list.
struct Taker {
    std::function<void(const PackedFile &, const QByteArray &)> block;
    std::function<void(const PackedFile &)> whole; ///< it is what the list says
};

void readAll(const ZipReader &zip, const PackList &list, const QString &path, const QString &what, const Taker &taker,
    TaskControl &control)
{
    qint64 done = 0;
    for (const PackedFile &file : list.files) {
        control.progress(done++, static_cast<qint64>(list.files.size()), what);
        const auto block = [&](const QByteArray &bytes) { taker.block(file, bytes); };
        if (zip.read(file.path, file.bytes, block, control) != file.sha256)
            throw damagedPack(path);
        taker.whole(file);
    }
}

/// Writes the files of a pack below a folder; each has its name once it is whole and synced.
class FolderTaker
{
public:
    explicit FolderTaker(const QTemporaryDir &folder) : m_folder(folder) { }

    void take(const PackedFile &file, const QByteArray &block)
    {
        if (!m_out.isOpen()) {
            const QString path = pathOf(file);
            db::durableFolder(QFileInfo(path).absolutePath());
            m_out.setFileName(path + kPart);
            if (!m_out.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
                throw notUnpacked(m_out.errorString());
        }
        if (m_out.write(block) != block.size())
            throw notUnpacked(m_out.errorString());
    }

    void finish(const PackedFile &file)
    {
        if (!m_out.flush())
            throw notUnpacked(m_out.errorString());
        m_out.close();
        db::durableRename(pathOf(file) + kPart, pathOf(file));
    }

    QString pathOf(const PackedFile &file) const { return m_folder.filePath(file.path); }

private:
    static constexpr auto kPart = ".part";
    const QTemporaryDir &m_folder;
    QFile m_out;
};

void requireSpace(const QString &folder, const PackList &list)
{
    qint64 bytes = 0;
    for (const PackedFile &file : list.files)
        bytes += file.bytes;
    const qint64 free = QStorageInfo(folder).bytesAvailable();
    if (free >= 0 && free < bytes)
        throw notUnpacked(tr("要 %1 MB，磁盘只剩 %2 MB").arg(bytes / 1'000'000).arg(free / 1'000'000));
}

struct ToPack {
    PackList list;
    QStringList sources; ///< beside list.files
};

/// The evidence of the state that was copied. What is gone or is not what its name says is left out and counted.
void addEvidence(ToPack &packed, const db::Companions &companions, const QString &copy, TaskControl &control)
{
    const auto files = companions(*db::Database::open(copy, db::Database::Access::Read, std::numeric_limits<int>::max()));
    qint64 done = 0;
    for (const db::CompanionFile &file : files) {
        control.throwIfCancelled();
        control.progress(done++, static_cast<qint64>(files.size()), tr("正在核对佐证"));
        if (file.source.isEmpty() || db::sha256OfFile(file.source) != file.sha256) {
            ++packed.list.missing;
            continue;
        }
        packed.list.files.push_back({file.sha256, file.bytes, packed.list.name + ".files/" + file.path});
        packed.sources << file.source;
    }
}

} // namespace

Packed pack(const QString &dataFile, const QString &given, TaskControl &control)
{
    const QString target = QFileInfo(given).absoluteFilePath();
    if (isTaken(target))
        throw Error(Error::Kind::Conflict, tr("文件「%1」已经存在，没有打包").arg(target), tr("不覆盖已有的文件，以免丢失数据"),
            tr("请换一个文件名"));
    requireFolder(QFileInfo(target).absolutePath());
    const QTemporaryDir folder(hiddenFolder(target));
    if (!folder.isValid())
        throw Error(Error::Kind::Io, tr("包没有打成"), folder.errorString(), tr("请检查磁盘空间和文件夹的写入权限后再试"));
    // Nothing is swept out of the store before it is in the zip.
    const auto lock = evidence::ObjectStore::of(dataFile).tryLock(60'000);
    ToPack packed;
    packed.list.name = QFileInfo(dataFile).completeBaseName();
    const QString copy = folder.filePath(packed.list.name + ".mishutai");
    const db::BackupEntry snapshot = db::backupTo(dataFile, copy, control);
    packed.list.files.push_back({snapshot.manifest.sha256, snapshot.manifest.bytes, packed.list.name + ".mishutai"});
    packed.sources << copy;
    addEvidence(packed, evidenceCompanions(dataFile), copy, control);

    const QString partial = folder.filePath("pack.zip");
    ZipWriter writer(partial);
    writer.addText(PackList::kEntry, packed.list.text());
    for (size_t i = 0; i < packed.list.files.size(); ++i)
        writer.addFile(packed.list.files[i].path, packed.sources[static_cast<qsizetype>(i)], /*isCompressed=*/i == 0);
    writer.finish(control, tr("正在打包"));
    {
        const ZipReader written(partial);
        if (written.text(PackList::kEntry, packed.list.text().size()) != packed.list.text())
            throw damagedPack(target);
        const Taker nothing{[](const PackedFile &, const QByteArray &) {}, [](const PackedFile &) {}};
        readAll(written, packed.list, target, tr("正在核对打好的包"), nothing, control);
    }
    const qint64 bytes = QFileInfo(partial).size();
    // Another program may have taken the name meanwhile.
    if (isTaken(target))
        throw Error(Error::Kind::Conflict, tr("文件「%1」已经存在，没有打包").arg(target), {}, tr("请换一个文件名"));
    db::durableRename(partial, target);
    return {target, bytes, static_cast<int>(packed.list.files.size()) - 1, packed.list.missing};
}

Unpacked unpack(const QString &zipPath, const QString &folderPath, TaskControl &control)
{
    constexpr qint64 kMostOfList = 64'000'000;
    const ZipReader zip(zipPath);
    const PackList list = PackList::parse(zip.text(PackList::kEntry, kMostOfList), QFileInfo(zipPath).fileName());
    requireFolder(folderPath);
    const QDir folder(folderPath);
    const QString dataFile = folder.absoluteFilePath(list.name + ".mishutai");
    const QString files = folder.absoluteFilePath(list.name + ".files");
    for (const QString &taken : {dataFile, files}) {
        if (isTaken(taken))
            throw Error(Error::Kind::Conflict, tr("旁边已经有「%1」，没有解开").arg(QFileInfo(taken).fileName()),
                tr("不覆盖已有的文件，以免丢失数据"), tr("要用已有的，直接打开它；要用包里的，先把压缩包移到一个空文件夹"));
    }
    const QTemporaryDir partial(hiddenFolder(dataFile));
    if (!partial.isValid())
        throw notUnpacked(partial.errorString());
    requireSpace(folderPath, list);
    FolderTaker taker(partial);
    const Taker steps{[&taker](const PackedFile &file, const QByteArray &block) { taker.take(file, block); },
        [&taker](const PackedFile &file) { taker.finish(file); }};
    readAll(zip, list, zipPath, tr("正在解开"), steps, control);
    db::verifyBackup(taker.pathOf(list.files.front()), control);
    // The data file is last: it never stands there without its evidence.
    if (list.files.size() > 1 && !QDir().rename(partial.filePath(list.name + ".files"), files))
        throw notUnpacked(tr("佐证的文件夹移不过去"));
    try {
        db::durableRename(taker.pathOf(list.files.front()), dataFile);
    } catch (...) {
        QDir(files).removeRecursively();
        throw;
    }
    return {dataFile, static_cast<int>(list.files.size()) - 1, list.missing};
}

} // namespace mishutai::desk
