#include "tables/markup_reader.h"

#include "tables/faults.h"
#include "tables/markup_text.h"

#include <QXmlStreamReader>

#include <algorithm>
#include <map>

namespace mishutai::tables {

namespace {

constexpr qsizetype kLookedAt = 4'096;
constexpr int kWidestSpan = 1'000;
constexpr size_t kDeepest = 64;

/// One table of a page while it is read, cells at their places from 1.
struct PageTable {
    std::map<std::pair<int, int>, QString> cells; ///< row, column → text
    std::map<int, int> spannedTo; ///< column → last row that a cell above reaches
    std::vector<MergedRange> merged;
    int row = 0;
    int column = 0;
    bool isInCell = false;
    QString text;
    std::pair<int, int> cell;
    int texts = 0; ///< cells with a text
};

int spanOf(const MarkupPiece &piece, const QString &name)
{
    return std::clamp(piece.attributes.value(name).trimmed().toInt(), 1, kWidestSpan);
}

/// Blanks and line ends of a page are one blank; only tags break lines.
QString shownText(const QString &text)
{
    QString result;
    for (const QString &line : text.split(u'\n')) {
        const QString shown = line.simplified();
        if (!shown.isEmpty())
            result += (result.isEmpty() ? QString() : QStringLiteral("\n")) + shown;
    }
    return result;
}

class PageReader
{
public:
    PageReader(const QString &text, const QString &fileName, const ReadBudget &budget, TaskControl &control)
        : m_scanner(text), m_fileName(fileName), m_budget(budget), m_control(control)
    {
    }

    /// The table with most texts.
    const PageTable *read()
    {
        MarkupPiece piece;
        while (m_scanner.next(piece))
            take(piece);
        while (!m_open.empty())
            closeTable();
        const PageTable *best = nullptr;
        for (const PageTable &table : m_tables) {
            if (!best || table.texts > best->texts)
                best = &table;
        }
        return best;
    }

private:
    void take(const MarkupPiece &piece)
    {
        const QString &tag = piece.text;
        if (piece.kind == MarkupPiece::Kind::Text) {
            if (!m_open.empty() && m_open.back().isInCell)
                m_open.back().text += QString(piece.text).replace(u'\n', u' ').replace(u'\r', u' ');
        } else if (tag == u"table") {
            piece.kind == MarkupPiece::Kind::Start ? openTable() : closeTable();
        } else if (m_open.empty()) {
            return;
        } else if (tag == u"tr") {
            closeCell();
            if (piece.kind == MarkupPiece::Kind::Start)
                openRow();
        } else if (tag == u"td" || tag == u"th") {
            closeCell();
            if (piece.kind == MarkupPiece::Kind::Start)
                openCell(piece);
        } else if (tag == u"br" || tag == u"p" || tag == u"div") {
            m_open.back().text += u'\n';
        }
    }

    void openTable()
    {
        if (m_open.size() < kDeepest)
            m_open.emplace_back();
    }
    void closeTable()
    {
        if (m_open.empty())
            return;
        closeCell();
        m_tables.push_back(std::move(m_open.back()));
        m_open.pop_back();
    }
    void openRow()
    {
        PageTable &table = m_open.back();
        ++table.row;
        table.column = 0;
        if (table.row % 1'000 == 0) {
            m_control.throwIfCancelled();
            m_control.progress(table.row, 0, Texts::tr("读取表格"));
        }
    }

    void openCell(const MarkupPiece &piece)
    {
        PageTable &table = m_open.back();
        if (table.row == 0)
            openRow();
        int column = table.column + 1;
        for (auto spanned = table.spannedTo.find(column); spanned != table.spannedTo.end() && spanned->second >= table.row;
             spanned = table.spannedTo.find(column))
            ++column;
        const int columns = spanOf(piece, QStringLiteral("colspan"));
        const int rows = spanOf(piece, QStringLiteral("rowspan"));
        for (int each = column; rows > 1 && each < column + columns; ++each)
            table.spannedTo[each] = table.row + rows - 1;
        if (rows > 1 || columns > 1)
            table.merged.push_back({table.row, column, table.row + rows - 1, column + columns - 1});
        m_cells += 1;
        if (m_cells > m_budget.cells)
            throw unreadable(m_fileName, Texts::tr("表格太大"), Texts::tr("一次最多读%1个单元格").arg(m_budget.cells),
                Texts::tr("请分成几个文件导入，或删去多余的行和列"), table.row);
        table.isInCell = true;
        table.text.clear();
        table.cell = {table.row, column};
        table.column = column + columns - 1;
    }

    void closeCell()
    {
        PageTable &table = m_open.back();
        if (!table.isInCell)
            return;
        table.isInCell = false;
        QString text = shownText(table.text);
        if (text.isEmpty())
            return;
        ++table.texts;
        table.cells.insert_or_assign(table.cell, std::move(text));
    }

    MarkupScanner m_scanner;
    QString m_fileName;
    ReadBudget m_budget;
    TaskControl &m_control;
    std::vector<PageTable> m_open;
    std::vector<PageTable> m_tables;
    int m_cells = 0;
};

/// The rows of an XML spreadsheet's worksheet. Places are given only where cells are left out.
class XmlWorkbookReader
{
public:
    XmlWorkbookReader(const QString &text, const QString &fileName, SheetBuilder &builder)
        : m_xml(text), m_fileName(fileName), m_builder(builder)
    {
    }

    /// @return the name of the worksheet
    QString read()
    {
        QString name;
        while (!m_xml.atEnd()) {
            m_xml.readNext();
            if (m_xml.isDTD() || m_xml.isEntityReference())
                throw damaged();
            if (m_xml.isStartElement() && ++m_depth > static_cast<int>(kDeepest))
                throw damaged();
            if (m_xml.isStartElement())
                start(name);
            if (m_xml.isEndElement()) {
                --m_depth;
                if (m_xml.name() == u"Worksheet" && m_builder.hasText())
                    return name;
            }
        }
        if (m_xml.hasError())
            throw damaged();
        return name;
    }

private:
    Error damaged() const
    {
        return unreadable(m_fileName, Texts::tr("工作簿已经损坏"), Texts::tr("里面的内容不完整或不合格式"),
            Texts::tr("请用WPS或Excel打开，另存为新的xlsx再试，或直接复制粘贴"), m_row);
    }
    QString attribute(QStringView name) const
    {
        for (const QXmlStreamAttribute &each : m_xml.attributes()) {
            if (each.name() == name)
                return each.value().toString();
        }
        return {};
    }

    void start(QString &name)
    {
        if (m_xml.name() == u"Worksheet") {
            name = attribute(u"Name");
            m_row = 0;
        } else if (m_xml.name() == u"Row") {
            const int index = attribute(u"Index").toInt();
            m_row = index > m_row ? index : m_row + 1;
            m_column = 0;
        } else if (m_xml.name() == u"Cell") {
            const int index = attribute(u"Index").toInt();
            const int across = std::clamp(attribute(u"MergeAcross").toInt(), 0, kWidestSpan);
            const int down = std::clamp(attribute(u"MergeDown").toInt(), 0, kWidestSpan);
            m_cell = index > m_column ? index : m_column + 1;
            m_column = m_cell + across;
            if (across > 0 || down > 0)
                m_builder.addMerged({m_row, m_cell, m_row + down, m_cell + across});
        } else if (m_xml.name() == u"Data") {
            takeData();
        }
    }

    void takeData()
    {
        const QString type = attribute(u"Type");
        QString text = m_xml.readElementText(QXmlStreamReader::IncludeChildElements);
        --m_depth;
        if (type == u"DateTime" && text.endsWith(u"T00:00:00.000"))
            text.truncate(text.indexOf(u'T'));
        const bool isLong = type == u"Number"
            && std::count_if(text.begin(), text.end(), [](QChar character) { return character.isDigit(); }) > 15;
        if (type == u"Number" && (isLong || text.contains(u'E', Qt::CaseInsensitive)))
            m_builder.warn(m_row, m_cell, QStringLiteral("digits"), roundedText());
        if (!text.isEmpty())
            m_builder.add(m_row, m_cell, text);
    }

    QXmlStreamReader m_xml;
    QString m_fileName;
    SheetBuilder &m_builder;
    int m_depth = 0;
    int m_row = 0;
    int m_column = 0;
    int m_cell = 0;
};

} // namespace

bool isWebPage(QStringView text)
{
    const QStringView head = text.left(kLookedAt).trimmed();
    return head.startsWith(u'<')
        && (head.contains(u"<html", Qt::CaseInsensitive) || head.contains(u"<!doctype html", Qt::CaseInsensitive)
            || head.contains(u"<table", Qt::CaseInsensitive));
}

bool isXmlWorkbook(QStringView text)
{
    const QStringView head = text.left(kLookedAt);
    return head.trimmed().startsWith(u'<') && head.contains(u"urn:schemas-microsoft-com:office:spreadsheet");
}

Sheet readWebPage(
    const QString &text, const QString &encoding, const QString &fileName, const ReadBudget &budget, TaskControl &control)
{
    PageReader reader(text, fileName, budget, control);
    const PageTable *table = reader.read();
    if (!table || table->texts == 0)
        throw unreadable(fileName, Texts::tr("网页里没有表格"), Texts::tr("有些网站导出的xls是改了名字的网页"), remedyOfOthers());
    SheetBuilder builder(budget, fileName, control);
    for (const MergedRange &range : table->merged)
        builder.addMerged(range);
    for (const auto &[place, cell] : table->cells)
        builder.add(place.first, place.second, cell);
    return builder.take({}, encoding);
}

Sheet readXmlWorkbook(
    const QString &text, const QString &encoding, const QString &fileName, const ReadBudget &budget, TaskControl &control)
{
    SheetBuilder builder(budget, fileName, control);
    const QString name = XmlWorkbookReader(text, fileName, builder).read();
    return builder.take(name, encoding);
}

} // namespace mishutai::tables
