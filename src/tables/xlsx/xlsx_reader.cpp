#include "tables/xlsx/xlsx_reader.h"

#include "tables/faults.h"

#include <QDateTime>
#include <QDir>

#include <algorithm>

namespace mishutai::tables {

namespace {

using Latin = QLatin1String;

bool isTrue(const QString &text)
{
    return text == u"1" || text == u"true";
}

QString relationsOf(const QString &part)
{
    const qsizetype slash = part.lastIndexOf(u'/');
    return part.left(slash + 1) + QStringLiteral("_rels/") + part.mid(slash + 1) + QStringLiteral(".rels");
}

std::optional<MergedRange> parseRange(const QString &text)
{
    const std::optional<CellReference> first = parseReference(text.section(u':', 0, 0));
    const std::optional<CellReference> last = parseReference(text.section(u':', -1));
    if (!first || !last)
        return std::nullopt;
    return MergedRange{first->row, first->column, last->row, last->column};
}

/// ISO 8601 of a cell with t="d", as people see it.
QString isoText(const QString &text)
{
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODate);
    if (!moment.isValid())
        return text;
    return moment.time() == QTime(0, 0) ? moment.date().toString(Qt::ISODate)
                                        : moment.toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

} // namespace

struct XlsxReader::Cell {
    int row = 0;
    int column = 0;
    QString type;
    int style = 0;
    QString value;
    bool hasFormula = false;
    bool hasValue = false;
};

XlsxReader::XlsxReader(const QByteArray &bytes, const QString &fileName, const ReadBudget &budget)
    : m_fileName(fileName), m_budget(budget), m_archive(bytes, fileName, budget)
{
    QString workbook;
    if (m_archive.has(QStringLiteral("_rels/.rels"))) {
        for (const auto &[id, relation] : readRelations(QString())) {
            if (relation.first == u"officeDocument")
                workbook = relation.second;
        }
    }
    if (!workbook.endsWith(u"workbook.xml")) {
        const bool isSpreadsheet = workbook.endsWith(u"workbook.bin") || m_archive.has(QStringLiteral("content.xml"));
        throw unreadable(fileName, isSpreadsheet ? Texts::tr("这种格式的表格读不了") : Texts::tr("这个文件不是表格"),
            Texts::tr("能读的是xlsx和csv"), remedyOfOthers());
    }
    readWorkbook(workbook);
    for (const auto &[id, relation] : readRelations(workbook)) {
        if (relation.first == u"styles")
            readStyles(relation.second);
        else if (relation.first == u"sharedStrings")
            readStrings(relation.second);
    }
}

QStringList XlsxReader::visibleSheets() const
{
    QStringList names;
    for (const Worksheet &sheet : m_sheets) {
        if (!sheet.isHidden)
            names << sheet.name;
    }
    return names;
}

XlsxReader::Relations XlsxReader::readRelations(const QString &part) const
{
    Relations relations;
    const QString folder = part.left(part.lastIndexOf(u'/') + 1);
    XmlPart xml(m_archive, part.isEmpty() ? QStringLiteral("_rels/.rels") : relationsOf(part));
    while (xml.next()) {
        if (!xml.isStart(Latin("Relationship")) || xml.attribute(Latin("TargetMode")) == u"External")
            continue;
        const QString target = xml.attribute(Latin("Target"));
        const QString name = QDir::cleanPath(target.startsWith(u'/') ? target.mid(1) : folder + target);
        relations[xml.attribute(Latin("Id"))] = {xml.attribute(Latin("Type")).section(u'/', -1), name};
    }
    return relations;
}

void XlsxReader::readWorkbook(const QString &part)
{
    const Relations relations = readRelations(part);
    XmlPart xml(m_archive, part);
    while (xml.next()) {
        if (xml.isStart(Latin("workbookPr")))
            m_is1904 = isTrue(xml.attribute(Latin("date1904")));
        if (!xml.isStart(Latin("sheet")))
            continue;
        const auto relation = relations.find(xml.attribute(Latin("r:id")));
        if (relation == relations.end() || relation->second.first != u"worksheet")
            continue; // a chart or a macro sheet
        const QString state = xml.attribute(Latin("state"));
        m_sheets.push_back({xml.attribute(Latin("name")), relation->second.second, !state.isEmpty() && state != u"visible"});
    }
}

void XlsxReader::readStyles(const QString &part)
{
    std::map<int, QString> codes;
    bool isInsideCells = false;
    XmlPart xml(m_archive, part);
    while (xml.next()) {
        if (xml.isStart(Latin("numFmt")))
            codes[xml.attribute(Latin("numFmtId")).toInt()] = xml.attribute(Latin("formatCode"));
        if (xml.name() == u"cellXfs")
            isInsideCells = xml.isStart();
        if (!isInsideCells || !xml.isStart(Latin("xf")))
            continue;
        const int id = xml.attribute(Latin("numFmtId")).toInt();
        const auto code = codes.find(id);
        m_styles.push_back(code == codes.end() ? builtInStyle(id) : styleOfCode(code->second));
    }
}

void XlsxReader::readStrings(const QString &part)
{
    XmlPart xml(m_archive, part);
    while (xml.next()) {
        if (!xml.isStart(Latin("si")))
            continue;
        if (static_cast<int>(m_strings.size()) >= m_budget.cells)
            throw unreadable(m_fileName, Texts::tr("表格太大"), Texts::tr("一次最多读%1个单元格").arg(m_budget.cells),
                Texts::tr("请分成几个文件导入，或删去多余的行和列"));
        m_strings.push_back(unescaped(xml.elementText(m_budget.cellChars)));
    }
}

Sheet XlsxReader::read(const QString &name, TaskControl &control)
{
    const QStringList visible = visibleSheets();
    for (const Worksheet &worksheet : m_sheets) {
        if (name.isEmpty() ? worksheet.isHidden : worksheet.name != name)
            continue;
        SheetBuilder builder(m_budget, m_fileName, control);
        readSheet(worksheet.part, builder);
        if (name.isEmpty() && visible.size() > 1) {
            if (!builder.hasText() && worksheet.name != visible.last())
                continue;
            builder.warn(0, 0, QStringLiteral("sheets"),
                Texts::tr("文件里有%1个工作表，只读了“%2”").arg(visible.size()).arg(worksheet.name));
        }
        return builder.take(worksheet.name, QStringLiteral("XLSX"));
    }
    if (name.isEmpty())
        throw unreadable(m_fileName, Texts::tr("工作簿里没有可读的工作表"), Texts::tr("没有工作表，或都是隐藏的"),
            Texts::tr("请在WPS或Excel里取消隐藏，再另存一次"));
    throw unreadable(m_fileName, Texts::tr("没有名为“%1”的工作表").arg(name),
        Texts::tr("文件里有：%1").arg(visible.join(QStringLiteral("、"))), Texts::tr("请换一个工作表的名字"));
}

void XlsxReader::readSheet(const QString &part, SheetBuilder &builder) const
{
    XmlPart xml(m_archive, part);
    int row = 0;
    int column = 0;
    while (xml.next()) {
        if (xml.isStart(Latin("row"))) {
            const QString number = xml.attribute(Latin("r"));
            row = number.isEmpty() ? row + 1 : number.toInt();
            column = 0;
            if (row < 1 || row > m_budget.rows)
                throw unreadable(m_fileName, Texts::tr("表格太大"), Texts::tr("一个表格最多%1行").arg(m_budget.rows),
                    Texts::tr("请用WPS或Excel打开，删去多余的行，另存一次"));
        } else if (xml.isStart(Latin("c"))) {
            const Cell cell = readCell(xml, row, column + 1);
            column = cell.column;
            addCell(xml, cell, builder);
        } else if (xml.isStart(Latin("mergeCell"))) {
            if (const std::optional<MergedRange> range = parseRange(xml.attribute(Latin("ref"))))
                builder.addMerged(*range);
        }
    }
}

XlsxReader::Cell XlsxReader::readCell(XmlPart &xml, int row, int column) const
{
    Cell cell{row, column, xml.attribute(Latin("t")), xml.attribute(Latin("s")).toInt(), {}};
    const QString reference = xml.attribute(Latin("r"));
    if (!reference.isEmpty()) {
        const std::optional<CellReference> place = parseReference(reference);
        if (!place || (place->row != 0 && place->row != row))
            throw xml.damaged(row, column);
        cell.column = place->column;
    }
    const int outside = xml.depth() - 1;
    while (xml.depth() > outside && xml.next()) {
        if (xml.isStart(Latin("f")))
            cell.hasFormula = true;
        if (xml.isStart(Latin("v")) || xml.isStart(Latin("is"))) {
            cell.hasValue = true;
            cell.value = xml.elementText(m_budget.cellChars);
        }
    }
    return cell;
}

void XlsxReader::addCell(const XmlPart &xml, const Cell &cell, SheetBuilder &builder) const
{
    if (cell.hasFormula && !cell.hasValue)
        builder.warn(cell.row, cell.column, QStringLiteral("formula"),
            Texts::tr("公式没有算出的结果，按空白处理；请用WPS或Excel打开，保存一次再导入"));
    if (cell.value.isEmpty())
        return;
    if (cell.type == u"s") {
        bool isNumber = false;
        const size_t index = cell.value.toUInt(&isNumber);
        if (!isNumber || index >= m_strings.size())
            throw xml.damaged(cell.row, cell.column);
        if (!m_strings[index].isEmpty())
            builder.add(cell.row, cell.column, m_strings[index]);
    } else if (cell.type == u"inlineStr" || cell.type == u"str") {
        builder.add(cell.row, cell.column, unescaped(cell.value));
    } else if (cell.type == u"b") {
        builder.add(cell.row, cell.column, isTrue(cell.value) ? QStringLiteral("TRUE") : QStringLiteral("FALSE"));
    } else if (cell.type == u"d") {
        builder.add(cell.row, cell.column, isoText(cell.value));
    } else if (cell.type == u"e") {
        builder.add(cell.row, cell.column, cell.value);
        builder.warnOfError(cell.row, cell.column, cell.value);
    } else {
        addNumber(cell, builder);
    }
}

void XlsxReader::addNumber(const Cell &cell, SheetBuilder &builder) const
{
    const std::optional<WrittenNumber> number = parseNumber(cell.value);
    if (!number) {
        builder.add(cell.row, cell.column, cell.value);
        return;
    }
    if (number->wholeDigits() > 15)
        builder.warn(cell.row, cell.column, QStringLiteral("digits"), roundedText());
    const bool hasStyle = cell.style >= 0 && cell.style < static_cast<int>(m_styles.size());
    const NumberStyle style = hasStyle ? m_styles[static_cast<size_t>(cell.style)] : NumberStyle{};
    builder.add(cell.row, cell.column, shownNumber(*number, style, m_is1904));
}

} // namespace mishutai::tables
