#include "document/docx/zip_package.h"

#include "base/error.h"

#include <zip.h>

#include <QCoreApplication>

namespace mishutai::document {

namespace {

constexpr zip_uint16_t kTime = 0;
constexpr zip_uint16_t kDate = (0 << 9) | (1 << 5) | 1; ///< 1980-01-01 as MS-DOS counts, whatever the time zone

[[noreturn]] void fail(const QString &cause)
{
    throw Error(Error::Kind::Io, QCoreApplication::translate("Document", "无法生成 Word 文件"), cause,
        QCoreApplication::translate("Document", "关闭其他程序后重试"));
}

/// Holds what libzip writes into after the archive has gone.
class Target
{
public:
    Target()
    {
        zip_error_t error;
        zip_error_init(&error);
        m_source = zip_source_buffer_create(nullptr, 0, 0, &error);
        zip_error_fini(&error);
        if (!m_source)
            fail(QStringLiteral("libzip"));
        zip_source_keep(m_source);
    }
    ~Target() { zip_source_free(m_source); }
    Q_DISABLE_COPY_MOVE(Target)

    zip_source_t *source() const { return m_source; }

    QByteArray read() const
    {
        zip_stat_t stat;
        zip_stat_init(&stat);
        if (zip_source_open(m_source) != 0 || zip_source_stat(m_source, &stat) != 0)
            fail(QString::fromUtf8(zip_error_strerror(zip_source_error(m_source))));
        QByteArray bytes(static_cast<qsizetype>(stat.size), Qt::Uninitialized);
        const zip_int64_t got = zip_source_read(m_source, bytes.data(), stat.size);
        zip_source_close(m_source);
        if (got != static_cast<zip_int64_t>(stat.size))
            fail(QStringLiteral("libzip"));
        return bytes;
    }

private:
    zip_source_t *m_source = nullptr;
};

} // namespace

QByteArray ZipPackage::bytes() const
{
    const Target target;
    zip_error_t error;
    zip_error_init(&error);
    zip_t *archive = zip_open_from_source(target.source(), ZIP_TRUNCATE, &error);
    zip_error_fini(&error);
    if (!archive)
        fail(QStringLiteral("libzip"));
    for (const auto &[name, part] : m_parts) {
        zip_source_t *source = zip_source_buffer(archive, part.constData(), static_cast<zip_uint64_t>(part.size()), 0);
        const zip_int64_t index = source ? zip_file_add(archive, name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8) : -1;
        if (index < 0 || zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), kTime, kDate, 0) != 0) {
            const QString cause = QString::fromUtf8(zip_strerror(archive));
            if (index < 0)
                zip_source_free(source);
            zip_discard(archive);
            fail(cause);
        }
    }
    if (zip_close(archive) != 0) {
        const QString cause = QString::fromUtf8(zip_strerror(archive));
        zip_discard(archive);
        fail(cause);
    }
    return target.read();
}

} // namespace mishutai::document
