#include "tables/xlsx/zip_archive.h"

#include "tables/faults.h"

#include <zip.h>

#include <algorithm>
#include <array>

namespace mishutai::tables {

namespace {

constexpr qint64 kRatioFrom = 1'000'000;

Error damagedArchive(const QString &fileName)
{
    return unreadable(fileName, Texts::tr("工作簿已经损坏"), Texts::tr("文件不完整，可能没有下载完或复制时中断"),
        Texts::tr("请重新取得这个文件，或用WPS打开后另存为xlsx"));
}

Error tooLarge(const QString &fileName, const QString &cause)
{
    return unreadable(
        fileName, Texts::tr("工作簿太大，没有读"), cause, Texts::tr("请删去多余的工作表、图片和空行，或分成几个文件"));
}

} // namespace

ZipPart::ZipPart(zip_file *file, qint64 limit) : m_file(file), m_left(limit)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

ZipPart::~ZipPart()
{
    zip_fclose(m_file);
}

qint64 ZipPart::readData(char *data, qint64 size)
{
    if (m_isDamaged || m_isOverLimit)
        return -1;
    // One byte more than is left tells a part that ends at its limit from one that passes it.
    const zip_int64_t count = zip_fread(m_file, data, static_cast<zip_uint64_t>(std::min(size, m_left + 1)));
    if (count < 0) {
        m_isDamaged = true;
        return -1;
    }
    if (count > m_left) {
        m_isOverLimit = true;
        return -1;
    }
    m_left -= count;
    return count;
}

bool ZipPart::drain()
{
    std::array<char, 16'384> block;
    while (readData(block.data(), block.size()) > 0) { }
    return !m_isDamaged && !m_isOverLimit;
}

ZipArchive::ZipArchive(const QByteArray &bytes, QString fileName, const ReadBudget &budget)
    : m_fileName(std::move(fileName)), m_budget(budget)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0, &error);
    if (source)
        m_archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (source && !m_archive)
        zip_source_free(source);
    zip_error_fini(&error);
    if (!m_archive)
        throw damagedArchive(m_fileName);
    try {
        checkBudget();
    } catch (...) {
        zip_discard(m_archive);
        throw;
    }
}

ZipArchive::~ZipArchive()
{
    zip_discard(m_archive);
}

void ZipArchive::checkBudget() const
{
    const zip_int64_t count = zip_get_num_entries(m_archive, 0);
    if (count > m_budget.entries)
        throw tooLarge(m_fileName, Texts::tr("里面有%1个部分，最多%2个").arg(count).arg(m_budget.entries));
    quint64 total = 0;
    for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(count); ++index) {
        zip_stat_t status;
        if (zip_stat_index(m_archive, index, 0, &status) != 0 || !(status.valid & ZIP_STAT_SIZE))
            throw damagedArchive(m_fileName);
        const auto mega = [](auto bytes) { return QString::number(bytes / 1'000'000); };
        if (status.size > static_cast<quint64>(m_budget.entryBytes))
            throw tooLarge(m_fileName, Texts::tr("有一部分展开后超过%1MB").arg(mega(m_budget.entryBytes)));
        total += status.size;
        if (total > static_cast<quint64>(m_budget.totalBytes))
            throw tooLarge(m_fileName, Texts::tr("全部展开后超过%1MB").arg(mega(m_budget.totalBytes)));
        if (status.size > kRatioFrom && (status.valid & ZIP_STAT_COMP_SIZE)
            && status.size / static_cast<quint64>(m_budget.ratio) > status.comp_size)
            throw tooLarge(m_fileName, Texts::tr("有一部分展开后是原来的%1倍以上，不像正常的工作簿").arg(m_budget.ratio));
    }
}

bool ZipArchive::has(const QString &name) const
{
    return zip_name_locate(m_archive, name.toUtf8().constData(), ZIP_FL_NOCASE) >= 0;
}

std::unique_ptr<ZipPart> ZipArchive::open(const QString &name) const
{
    const zip_int64_t index = zip_name_locate(m_archive, name.toUtf8().constData(), ZIP_FL_NOCASE);
    zip_file_t *file = index < 0 ? nullptr : zip_fopen_index(m_archive, static_cast<zip_uint64_t>(index), 0);
    if (!file)
        throw damagedArchive(m_fileName);
    return std::make_unique<ZipPart>(file, m_budget.entryBytes);
}

} // namespace mishutai::tables
