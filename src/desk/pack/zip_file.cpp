#include "desk/pack/zip_file.h"

#include "base/error.h"

#include <zip.h>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <memory>

namespace mishutai::desk {

namespace {

constexpr qsizetype kBlock = 1 << 18;

QString tr(const char *text)
{
    return QCoreApplication::translate("Desk", text);
}

Error notWritten(const QString &cause)
{
    return Error(Error::Kind::Io, tr("包没有打成"), cause, tr("请检查磁盘空间和文件夹的写入权限后再试"));
}

Error damaged(const QString &fileName)
{
    return Error(Error::Kind::Storage, tr("「%1」已经损坏，没有解开").arg(fileName), tr("文件不完整，或内容被改动过"),
        tr("请重新复制一份，或从原来的电脑再打一次包"));
}

zip *opened(const QString &path, int flags)
{
    int fault = 0;
    return zip_open(QFile::encodeName(path).constData(), flags, &fault);
}

} // namespace

ZipWriter::ZipWriter(const QString &path) : m_path(path), m_archive(opened(path, ZIP_CREATE | ZIP_EXCL))
{
    if (!m_archive)
        throw notWritten(tr("建不了文件「%1」").arg(path));
}

ZipWriter::~ZipWriter()
{
    if (m_archive)
        zip_discard(m_archive);
}

void ZipWriter::add(const QString &name, zip_source *source, bool isCompressed)
{
    const zip_int64_t index = source ? zip_file_add(m_archive, name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0) {
        zip_source_free(source);
        throw notWritten(QString::fromUtf8(zip_strerror(m_archive)));
    }
    const int method = isCompressed ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
    if (zip_set_file_compression(m_archive, static_cast<zip_uint64_t>(index), method, 0) != 0)
        throw notWritten(QString::fromUtf8(zip_strerror(m_archive)));
}

void ZipWriter::addText(const QString &name, const QByteArray &text)
{
    m_texts.append(text);
    const QByteArray &kept = m_texts.last();
    add(name, zip_source_buffer(m_archive, kept.constData(), static_cast<zip_uint64_t>(kept.size()), 0), true);
}

void ZipWriter::addFile(const QString &name, const QString &source, bool isCompressed)
{
    add(name, zip_source_file(m_archive, QFile::encodeName(source).constData(), 0, -1), isCompressed);
}

void ZipWriter::finish(TaskControl &control, const QString &what)
{
    struct Watch {
        TaskControl &control;
        QString what;
    } watch{control, what};
    constexpr double kStep = 0.002;
    zip_register_progress_callback_with_state(
        m_archive, kStep,
        [](zip_t *, double done, void *state) {
            constexpr double kWhole = 1000;
            const auto *watched = static_cast<const Watch *>(state);
            watched->control.progress(static_cast<qint64>(done * kWhole), static_cast<qint64>(kWhole), watched->what);
        },
        nullptr, &watch);
    zip_register_cancel_callback_with_state(
        m_archive, [](zip_t *, void *state) { return static_cast<const Watch *>(state)->control.isCancelled() ? 1 : 0; }, nullptr,
        &watch);
    if (zip_close(m_archive) != 0) {
        const QString cause = QString::fromUtf8(zip_strerror(m_archive));
        zip_discard(m_archive);
        m_archive = nullptr;
        control.throwIfCancelled();
        throw notWritten(cause);
    }
    m_archive = nullptr;
}

ZipReader::ZipReader(const QString &path) : m_fileName(QFileInfo(path).fileName()), m_archive(opened(path, ZIP_RDONLY))
{
    if (m_archive)
        return;
    if (!QFileInfo(path).isFile())
        throw Error(Error::Kind::Io, tr("找不到文件「%1」").arg(path), {}, tr("请核对路径"));
    throw Error(Error::Kind::Validation, tr("「%1」不是压缩包，或已经损坏").arg(m_fileName), {},
        tr("请重新复制一份，或从原来的电脑再打一次包"));
}

ZipReader::~ZipReader()
{
    if (m_archive)
        zip_discard(m_archive);
}

QByteArray ZipReader::text(const QString &name, qint64 mostBytes) const
{
    zip_stat_t status;
    if (zip_stat(m_archive, name.toUtf8().constData(), 0, &status) != 0 || !(status.valid & ZIP_STAT_SIZE)
        || status.size > static_cast<zip_uint64_t>(mostBytes))
        return {};
    QByteArray text;
    read(
        name, static_cast<qint64>(status.size), [&text](const QByteArray &block) { text += block; }, TaskControl::silent());
    return text;
}

QByteArray ZipReader::read(
    const QString &name, qint64 bytes, const std::function<void(const QByteArray &)> &take, const TaskControl &control) const
{
    const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> part(zip_fopen(m_archive, name.toUtf8().constData(), 0), zip_fclose);
    if (!part)
        throw damaged(m_fileName);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray block(kBlock, Qt::Uninitialized);
    qint64 left = bytes;
    for (;;) {
        control.throwIfCancelled();
        const zip_int64_t count = zip_fread(part.get(), block.data(), static_cast<zip_uint64_t>(block.size()));
        if (count < 0 || count > left)
            throw damaged(m_fileName); // longer than its list says, whatever the archive claims
        if (count == 0)
            break;
        left -= count;
        const QByteArray given = QByteArray::fromRawData(block.constData(), static_cast<qsizetype>(count));
        hash.addData(given);
        take(given);
    }
    if (left != 0)
        throw damaged(m_fileName);
    return hash.result().toHex();
}

} // namespace mishutai::desk
