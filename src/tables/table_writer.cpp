#include "tables/table_writer.h"

#include "base/durable_file.h"
#include "tables/faults.h"
#include "tables/xlsx/xlsx_writer.h"

#include <QRegularExpression>

#include <algorithm>

namespace mishutai::tables {

namespace {

bool needsQuotes(const QString &text)
{
    return std::any_of(text.begin(), text.end(),
        [](QChar character) { return character == u',' || character == u'"' || character == u'\n' || character == u'\r'; });
}

void appendRow(QByteArray &bytes, const QStringList &cells, CsvOptions options)
{
    QByteArray line;
    for (qsizetype column = 0; column < cells.size(); ++column) {
        QString text = options.neutralisesFormulas ? neutralised(cells[column]) : cells[column];
        if (text.contains(u'\r'))
            text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
        if (needsQuotes(text))
            text = u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
        if (column > 0)
            line += ',';
        line += text.toUtf8();
    }
    // An empty line would read as no row at all.
    bytes += line.isEmpty() ? QByteArray("\"\"") : line;
    bytes += options.hasCrLf ? "\r\n" : "\n";
}

bool isNumber(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A[+-]?(\\d+|\\d{1,3}(,\\d{3})+)(\\.\\d+)?%?\\z"));
    return form.match(text).hasMatch();
}

} // namespace

QString neutralised(const QString &text)
{
    static const QString starts = QStringLiteral("=+-@\t\r\n＝＋－＠");
    const bool startsLine = !text.isEmpty() && starts.contains(text[0]);
    const QString inner = text.trimmed();
    if (!startsLine && (inner.isEmpty() || !starts.contains(inner[0])))
        return text;
    return text.startsWith(u'-') && isNumber(text) ? text : u'\'' + text;
}

QString unneutralised(const QString &text)
{
    return text.startsWith(u'\'') && neutralised(text.mid(1)) == text ? text.mid(1) : text;
}

QByteArray TableWriter::csv(const Table &table, CsvOptions options)
{
    QByteArray bytes;
    if (options.hasBom)
        bytes += "\xEF\xBB\xBF";
    QStringList titles;
    for (const OutColumn &column : table.columns)
        titles << column.title;
    appendRow(bytes, titles, options);
    for (const QStringList &row : table.rows)
        appendRow(bytes, row, options);
    return bytes;
}

QByteArray TableWriter::xlsx(const Table &table, TaskControl &control)
{
    return writeXlsx(table, control);
}

void TableWriter::writeFile(const QString &path, const Table &table, TaskControl &control)
{
    QByteArray bytes;
    if (path.endsWith(u".xlsx", Qt::CaseInsensitive))
        bytes = xlsx(table, control);
    else if (path.endsWith(u".csv", Qt::CaseInsensitive))
        bytes = csv(table, CsvOptions::forPeople());
    else
        throw Error(Error::Kind::Usage, Texts::tr("不知道要写成哪种表格"), Texts::tr("文件名的结尾不是.xlsx或.csv"),
            Texts::tr("请把文件名的结尾改成.xlsx或.csv"))
            .withPlace(FilePlace{.file = path});
    control.throwIfCancelled();
    durableWrite(path, bytes);
}

} // namespace mishutai::tables
