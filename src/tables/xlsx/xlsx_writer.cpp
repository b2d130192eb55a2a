#include "tables/xlsx/xlsx_writer.h"

#include "tables/faults.h"
#include "tables/xlsx/xlsx_values.h"

#include <QDate>
#include <QFile>
#include <QTemporaryDir>

#include <xlsxwriter.h>

#include <algorithm>

namespace mishutai::tables {

namespace {

constexpr int kExcelDigits = 15;
constexpr int kMostRows = 1'048'576;
constexpr int kMostColumns = 16'384;
constexpr int kMostChars = 32'767;
constexpr size_t kMeasuredRows = 200;
constexpr size_t kRowsBetweenReports = 1'000;
constexpr time_t kFixedMoment = 946'684'800; ///< 2000-01-01: the same table gives the same bytes

/// Excel refuses some characters, more than 31 of them, and an apostrophe at either end.
QByteArray worksheetName(QString name)
{
    name.removeIf([](QChar character) { return QStringLiteral("[]:*?/\\'").contains(character) || character < QChar(0x20); });
    name = name.trimmed().left(31);
    return (name.isEmpty() ? Texts::tr("表") : name).toUtf8();
}

/// Width in digits: a Chinese character takes two.
int widthOf(const QString &text)
{
    int width = 0;
    int widest = 0;
    for (const QChar character : text) {
        width = character == u'\n' ? 0 : width + (character.unicode() < 0x1100 ? 1 : 2);
        widest = std::max(widest, width);
    }
    return widest;
}

class WorkbookWriter
{
public:
    WorkbookWriter(const Table &table, const QString &path, const QString &folder)
        : m_table(table), m_path(QFile::encodeName(path)), m_folder(QFile::encodeName(folder))
    {
        // Rows go to a temporary file as they come: 5 MB of memory instead of 167 for 100,000 rows.
        lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = m_folder.data(), .use_zip64 = LXW_FALSE};
        m_workbook = workbook_new_opt(m_path.constData(), &options);
        m_sheet = m_workbook ? workbook_add_worksheet(m_workbook, worksheetName(table.name).constData()) : nullptr;
        if (!m_sheet) {
            lxw_workbook_free(m_workbook);
            fail();
        }
        lxw_doc_properties properties = {};
        properties.created = kFixedMoment;
        workbook_set_properties(m_workbook, &properties);
        m_header = workbook_add_format(m_workbook);
        format_set_bold(m_header);
        format_set_bg_color(m_header, 0xEEF2F7);
        format_set_bottom(m_header, LXW_BORDER_THIN);
        for (const OutColumn &column : table.columns) {
            m_formats.push_back(formatOf(column));
            m_markedFormats.push_back(m_table.marked.empty() ? nullptr : formatOf(column));
            if (m_markedFormats.back())
                format_set_bg_color(m_markedFormats.back(), 0xFDE2DF);
        }
    }
    WorkbookWriter(const WorkbookWriter &) = delete;
    WorkbookWriter &operator=(const WorkbookWriter &) = delete;
    ~WorkbookWriter()
    {
        if (m_workbook)
            workbook_close(m_workbook); // an abandoned file, which goes with its folder
    }

    void write(TaskControl &control)
    {
        setColumns();
        for (size_t column = 0; column < m_table.columns.size(); ++column)
            check(worksheet_write_string(m_sheet, 0, at(column), m_table.columns[column].title.toUtf8().constData(), m_header));
        for (size_t row = 0; row < m_table.rows.size(); ++row) {
            if (row % kRowsBetweenReports == 0) {
                control.throwIfCancelled();
                control.progress(static_cast<qint64>(row), static_cast<qint64>(m_table.rows.size()), Texts::tr("写出表格"));
            }
            const QStringList &cells = m_table.rows[row];
            for (size_t column = 0; column < m_table.columns.size() && static_cast<qsizetype>(column) < cells.size(); ++column)
                writeCell(row, column, cells[static_cast<qsizetype>(column)]);
        }
    }

    void close()
    {
        const lxw_error error = workbook_close(m_workbook);
        m_workbook = nullptr;
        check(error);
    }

private:
    static lxw_col_t at(size_t column) { return static_cast<lxw_col_t>(column); }

    [[noreturn]] static void fail()
    {
        throw Error(Error::Kind::Io, Texts::tr("表格没有写成"), Texts::tr("临时文件夹写不进去"), Texts::tr("请检查磁盘空间"));
    }

    static void check(lxw_error error)
    {
        if (error != LXW_NO_ERROR)
            fail();
    }

    lxw_format *formatOf(const OutColumn &column)
    {
        lxw_format *format = workbook_add_format(m_workbook);
        QByteArray code = "@"; // what a person adds below keeps its zeros too
        if (column.kind == ColumnKind::Date)
            code = "yyyy-mm-dd";
        if (column.kind == ColumnKind::Number)
            code = column.decimals > 0 ? "#,##0." + QByteArray(column.decimals, '0') : QByteArray("#,##0");
        format_set_num_format(format, code.constData());
        return format;
    }

    void setColumns()
    {
        for (size_t column = 0; column < m_table.columns.size(); ++column) {
            int width = widthOf(m_table.columns[column].title) + 4; // room for the filter's button
            for (size_t row = 0; row < std::min(m_table.rows.size(), kMeasuredRows); ++row)
                width = std::max(width, widthOf(m_table.rows[row].value(static_cast<qsizetype>(column))) + 2);
            check(worksheet_set_column(m_sheet, at(column), at(column), std::clamp(width, 8, 50), m_formats[column]));
        }
        worksheet_freeze_panes(m_sheet, 1, 0);
        if (!m_table.columns.empty())
            check(
                worksheet_autofilter(m_sheet, 0, 0, static_cast<lxw_row_t>(m_table.rows.size()), at(m_table.columns.size() - 1)));
    }

    void writeCell(size_t row, size_t column, const QString &text)
    {
        const bool isMarked = m_table.marked.contains({static_cast<int>(row), static_cast<int>(column)});
        if (text.isEmpty() && isMarked)
            check(worksheet_write_blank(m_sheet, static_cast<lxw_row_t>(row + 1), at(column), m_markedFormats[column]));
        if (text.isEmpty())
            return;
        if (text.size() > kMostChars)
            throw unreadable({}, Texts::tr("单元格里的文字太长，写不进xlsx"), Texts::tr("一个单元格最多%1个字").arg(kMostChars),
                Texts::tr("请改为导出csv，或缩短这一处的文字"), static_cast<int>(row) + 2, static_cast<int>(column) + 1);
        const auto line = static_cast<lxw_row_t>(row + 1);
        lxw_format *format = isMarked ? m_markedFormats[column] : m_formats[column];
        const ColumnKind kind = m_table.columns[column].kind;
        if (kind == ColumnKind::Number) {
            const std::optional<WrittenNumber> number = parseNumber(text);
            // Excel holds 15 digits: a longer number would be changed, so it goes as text.
            if (number && number->digits.size() <= kExcelDigits && number->wholeDigits() <= kExcelDigits) {
                check(worksheet_write_number(m_sheet, line, at(column), text.toDouble(), format));
                return;
            }
        }
        const QDate date = kind == ColumnKind::Date ? QDate::fromString(text, Qt::ISODate) : QDate();
        if (date.isValid() && date >= QDate(1900, 3, 1) && date.year() <= 9999) {
            lxw_datetime day = {date.year(), date.month(), date.day(), 0, 0, 0};
            check(worksheet_write_datetime(m_sheet, line, at(column), &day, format));
            return;
        }
        check(worksheet_write_string(m_sheet, line, at(column), escaped(text).toUtf8().constData(), format));
    }

    const Table &m_table;
    QByteArray m_path;
    QByteArray m_folder;
    lxw_workbook *m_workbook = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_header = nullptr;
    std::vector<lxw_format *> m_formats;
    std::vector<lxw_format *> m_markedFormats;
};

} // namespace

QByteArray writeXlsx(const Table &table, TaskControl &control)
{
    if (table.rows.size() >= kMostRows || table.columns.size() > kMostColumns)
        throw Error(Error::Kind::Validation, Texts::tr("表格太大，写不进xlsx"),
            Texts::tr("一个工作表最多%1行、%2列").arg(kMostRows).arg(kMostColumns), Texts::tr("请先筛选，或改为导出csv"));
    const QTemporaryDir folder;
    if (!folder.isValid())
        throw Error(Error::Kind::Io, Texts::tr("表格没有写成"), Texts::tr("临时文件夹建不起来"), Texts::tr("请检查磁盘空间"));
    const QString path = folder.filePath(QStringLiteral("table.xlsx"));
    {
        WorkbookWriter writer(table, path, folder.path());
        writer.write(control);
        writer.close();
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(Error::Kind::Io, Texts::tr("表格没有写成"), file.errorString(), Texts::tr("请检查磁盘空间"));
    return file.readAll();
}

} // namespace mishutai::tables
