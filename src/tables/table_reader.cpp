#include "tables/table_reader.h"

#include "tables/csv_reader.h"
#include "tables/faults.h"
#include "tables/markup_reader.h"
#include "tables/text_decoding.h"
#include "tables/xlsx/xlsx_reader.h"
#include "tables/xlsx/zip_archive.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace mishutai::tables {

namespace {

constexpr qsizetype kLookedAt = 4'096;

bool isZip(const QByteArray &bytes)
{
    return bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06");
}

bool isOldContainer(const QByteArray &bytes)
{
    return bytes.startsWith("\xD0\xCF\x11\xE0");
}

/// What only an office suite reads, by the ending under which it takes it; empty for other files.
QString foreignEnding(const QByteArray &bytes, const QString &fileName, const ReadBudget &budget)
{
    if (isOldContainer(bytes))
        return QStringLiteral("xls");
    if (isZip(bytes)) {
        // The archive is held against the budget here, before anybody expands it.
        const ZipArchive archive(bytes, fileName, budget);
        if (archive.has(QStringLiteral("content.xml")) && archive.has(QStringLiteral("mimetype")))
            return QStringLiteral("ods");
        return archive.has(QStringLiteral("xl/workbook.bin")) ? QStringLiteral("xlsb") : QString();
    }
    return bytes.left(kLookedAt).toLower().contains("mime-version:") ? QStringLiteral("mht") : QString();
}

/// An encrypted workbook stands in the same container as the old formats.
void refuseEncrypted(const QByteArray &bytes, const QString &fileName)
{
    if (isOldContainer(bytes) && bytes.contains(QByteArray("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e", 31)))
        throw unreadable(
            fileName, Texts::tr("工作簿设了密码，读不了"), Texts::tr("加密的文件只有用密码才能打开"), remedyOfOthers());
}

/// Files that people take for tables and that are none, by their first bytes.
void refuseOthers(const QByteArray &bytes, const QString &fileName)
{
    static const std::array marks{QByteArray("%PDF"), QByteArray("\x89PNG"), QByteArray("\xFF\xD8\xFF"), QByteArray("GIF8"),
        QByteArray("Rar!"), QByteArray("7z\xBC\xAF"),
        QByteArray("\x7F"
                   "ELF"),
        QByteArray("SQLite format 3"), QByteArray("{\\rtf")};
    if (std::any_of(marks.begin(), marks.end(), [&bytes](const QByteArray &mark) { return bytes.startsWith(mark); }))
        throw unreadable(fileName, Texts::tr("这个文件不是表格"), Texts::tr("能读的是xlsx和csv"), remedyOfOthers());
}

/// A text has hardly any control characters; bytes of another kind have many.
void refuseBinary(const QString &text, const QString &fileName)
{
    const QStringView head = QStringView(text).left(kLookedAt);
    const auto controls = std::count_if(head.begin(), head.end(), [](QChar character) {
        return character < QChar(0x20) && character != u'\n' && character != u'\r' && character != u'\t';
    });
    if (controls > 4 + head.size() / 20)
        throw unreadable(fileName, Texts::tr("这个文件不是表格"), Texts::tr("里面不是文字"), remedyOfOthers());
}

/// Why a file does not open, in Chinese: the system's own words are English.
QString causeOf(const QString &path)
{
    const QFileInfo file(path);
    if (!file.exists())
        return Texts::tr("文件不存在");
    return file.isDir() ? Texts::tr("它是文件夹") : Texts::tr("没有读取权限，或别的程序正占用它");
}

QByteArray contentOf(const QString &path, qint64 most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(
            Error::Kind::Io, Texts::tr("文件打不开"), causeOf(path), Texts::tr("请检查文件名，以及文件是否被别的程序占用"))
            .withPlace(FilePlace{.file = path});
    QByteArray bytes = file.read(most + 1);
    if (file.error() != QFileDevice::NoError)
        throw Error(Error::Kind::Io, Texts::tr("文件读不出来"), file.errorString(), Texts::tr("请把文件复制到本机再试"))
            .withPlace(FilePlace{.file = path});
    return bytes;
}

} // namespace

TableReader::TableReader(ReadBudget budget, OfficeConverter converter) : m_budget(budget), m_converter(std::move(converter)) { }

Sheet TableReader::readFile(const QString &path, const QString &sheetName, TaskControl &control) const
{
    return readBytes(contentOf(path, m_budget.fileBytes), path, sheetName, control);
}

Sheet TableReader::readBytes(
    const QByteArray &bytes, const QString &fileName, const QString &sheetName, TaskControl &control) const
{
    QStringList names;
    return read(bytes, fileName, sheetName, names, control);
}

std::pair<Sheet, QStringList> TableReader::readWithNames(
    const QString &path, const QString &sheetName, TaskControl &control) const
{
    QStringList names;
    Sheet sheet = read(contentOf(path, m_budget.fileBytes), path, sheetName, names, control);
    return {std::move(sheet), names};
}

Sheet TableReader::read(
    const QByteArray &bytes, const QString &fileName, const QString &sheetName, QStringList &names, TaskControl &control) const
{
    const auto readWorkbook = [&](const QByteArray &workbook) {
        XlsxReader reader(workbook, fileName, m_budget);
        names = reader.visibleSheets();
        return reader.read(sheetName, control);
    };
    if (bytes.isEmpty())
        throw unreadable(fileName, Texts::tr("文件是空的"), Texts::tr("文件里没有任何内容"), Texts::tr("请检查选的文件对不对"));
    if (bytes.size() > m_budget.fileBytes)
        throw unreadable(fileName, Texts::tr("文件太大，没有读"),
            Texts::tr("一个表格文件最多%1MB").arg(m_budget.fileBytes / 1'000'000), Texts::tr("请分成几个文件导入"));
    refuseEncrypted(bytes, fileName);
    const QString foreign = foreignEnding(bytes, fileName, m_budget);
    if (!foreign.isEmpty()) {
        const QByteArray workbook = m_converter.isAvailable() ? m_converter.toXlsx(bytes, foreign, control) : QByteArray();
        if (workbook.isEmpty())
            throw unreadable(fileName, isOldContainer(bytes) ? Texts::tr("旧格式的xls读不了") : Texts::tr("这种格式的表格读不了"),
                Texts::tr("能读的是xlsx和csv"), remedyOfOthers());
        return readWorkbook(workbook);
    }
    if (isZip(bytes))
        return readWorkbook(bytes);
    refuseOthers(bytes, fileName);
    if (!sheetName.isEmpty())
        throw unreadable(fileName, Texts::tr("没有名为“%1”的工作表").arg(sheetName), Texts::tr("这种文件只读一张表，表没有名字"),
            Texts::tr("请不写工作表的名字，再导入一次"));
    const DecodedText decoded = decodeText(bytes, fileName);
    if (isXmlWorkbook(decoded.text))
        return readXmlWorkbook(decoded.text, decoded.encoding, fileName, m_budget, control);
    if (isWebPage(decoded.text))
        return readWebPage(decoded.text, decoded.encoding, fileName, m_budget, control);
    refuseBinary(decoded.text, fileName);
    return readCsv(decoded.text, decoded.encoding, fileName, m_budget, control);
}

Sheet TableReader::readPasted(const QString &text) const
{
    if (text.contains(u'\t'))
        return readTabbed(text, m_budget);
    Sheet sheet = readCsv(text, QStringLiteral("clipboard"), Texts::tr("粘贴的内容"), m_budget, TaskControl::silent());
    return sheet;
}

} // namespace mishutai::tables
