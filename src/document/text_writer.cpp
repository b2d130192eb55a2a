#include "document/text_writer.h"

#include "document/layout/break_rules.h"

#include "base/period.h"
#include "base/text/number_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::document {

namespace {

const QString kIndent = QStringLiteral("　　");
using Cells = std::vector<QString>;

QString padded(const QString &text, int width, Alignment alignment)
{
    const int free = std::max(width - columnsOf(text), 0);
    const int before = alignment == Alignment::Right ? free : alignment == Alignment::Centre ? free / 2 : 0;
    return QString(before, u' ') + text + QString(free - before, u' ');
}

QString withoutTrailingBlanks(QString line)
{
    while (line.endsWith(u' '))
        line.chop(1);
    return line;
}

class TextWriter
{
public:
    explicit TextWriter(const Document &document) : m_document(document) { }
    QString write();

private:
    void line(const QString &text) { m_text += withoutTrailingBlanks(text) + u'\n'; }
    void add(const Heading &heading);
    void add(const Paragraph &paragraph);
    void add(const Table &table);
    void add(const Chart &chart);
    void add(const PageBreak &) { }
    void addRows(const std::vector<Cells> &rows, const std::vector<Alignment> &alignments);
    void addCaption(const QString &caption, const QString &unit);
    void addEnd();

    const Document &m_document;
    QString m_text;
    HeadingCounter m_headings;
    int m_tables = 0;
    int m_charts = 0;
};

void TextWriter::add(const Heading &heading)
{
    const QString number = m_headings.next(heading);
    line(kIndent + number + textOf(heading.runs) + textOf(heading.runIn));
}

void TextWriter::add(const Paragraph &paragraph)
{
    QString before = kIndent;
    if (paragraph.kind == Paragraph::Kind::Indicator)
        before += QStringLiteral("——");
    else if (paragraph.kind == Paragraph::Kind::NoIndent)
        before.clear();
    line(before + textOf(paragraph.runs));
}

void TextWriter::addRows(const std::vector<Cells> &rows, const std::vector<Alignment> &alignments)
{
    std::vector<int> widths(alignments.size(), 0);
    for (const Cells &row : rows)
        for (size_t i = 0; i < std::min(row.size(), widths.size()); ++i)
            widths[i] = std::max(widths[i], columnsOf(row[i]));
    for (const Cells &row : rows) {
        QString text;
        for (size_t i = 0; i < std::min(row.size(), widths.size()); ++i)
            text += (i > 0 ? QStringLiteral("  ") : QString()) + padded(row[i], widths[i], alignments[i]);
        line(text);
    }
}

void TextWriter::addCaption(const QString &caption, const QString &unit)
{
    if (!m_text.endsWith(QStringLiteral("\n\n")))
        m_text += u'\n';
    line(unit.isEmpty() ? caption : QStringLiteral("%1（%2）").arg(caption, unit));
}

void TextWriter::add(const Table &table)
{
    addCaption(QCoreApplication::translate("Document", "表%1　%2").arg(++m_tables).arg(table.caption), table.unit);
    std::vector<Alignment> alignments;
    for (const Table::Column &column : table.columns)
        alignments.push_back(column.alignment);
    std::vector<Cells> rows;
    for (const std::vector<Table::Row> *part : {&table.header, &table.rows})
        for (const Table::Row &row : *part) {
            rows.emplace_back();
            for (const Runs &cell : row)
                rows.back().push_back(textOf(cell).simplified());
        }
    addRows(rows, alignments);
    if (!table.note.isEmpty())
        line(table.note);
    m_text += u'\n';
}

void TextWriter::add(const Chart &chart)
{
    const QString unit = chart.unit.isEmpty() ? QString() : QCoreApplication::translate("Document", "单位：%1").arg(chart.unit);
    addCaption(QCoreApplication::translate("Document", "图%1　%2").arg(++m_charts).arg(chart.caption), unit);
    std::vector<Alignment> alignments{Alignment::Left};
    std::vector<Cells> rows(1, Cells{QString()});
    for (const Chart::Series &series : chart.series) {
        rows.front().push_back(series.name);
        alignments.push_back(Alignment::Right);
    }
    for (size_t category = 0; category < chart.categories.size(); ++category) {
        rows.push_back({chart.categories[category]});
        for (const Chart::Series &series : chart.series) {
            const auto value = category < series.values.size() ? series.values[category] : std::nullopt;
            rows.back().push_back(value ? withoutTrailingZeros(scaledText(*value, chart.decimals)) : QString());
        }
    }
    addRows(rows, alignments);
    m_text += u'\n';
}

void TextWriter::addEnd()
{
    const QStringList &names = m_document.attachments;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QString number = names.size() > 1 ? headingNumber(3, static_cast<int>(i) + 1) : QString();
        const QString label = QCoreApplication::translate("Document", "附件：");
        line(kIndent + (i == 0 ? label : QString(label.size(), u'　')) + number + names[i]);
    }
    if (!m_document.signer.isEmpty() || m_document.date)
        m_text += u'\n';
    if (!m_document.signer.isEmpty())
        line(m_document.signer);
    if (m_document.date)
        line(chineseDate(*m_document.date));
    if (!m_document.remark.isEmpty())
        line(QStringLiteral("（%1）").arg(m_document.remark));
    if (!m_document.imprint)
        return;
    const Imprint &imprint = *m_document.imprint;
    m_text += u'\n';
    if (!imprint.copiesTo.isEmpty())
        line(imprint.copiesLabel + u'：' + imprint.copiesTo);
    const QString issued
        = imprint.issuedOn ? QCoreApplication::translate("Document", "%1印发").arg(chineseDate(*imprint.issuedOn)) : QString();
    if (!imprint.issuer.isEmpty() || !issued.isEmpty())
        line((imprint.issuer + QStringLiteral("  ") + issued).trimmed());
}

QString TextWriter::write()
{
    for (const QString &title : m_document.titleLines)
        line(title);
    if (!m_document.titleLines.isEmpty())
        m_text += u'\n';
    if (!m_document.addressee.isEmpty())
        line(m_document.addressee.endsWith(u'：') ? m_document.addressee : m_document.addressee + u'：');
    for (const Block &block : m_document.blocks)
        std::visit([this](const auto &one) { add(one); }, block);
    addEnd();
    return m_text;
}

} // namespace

QString writeText(const Document &document)
{
    return TextWriter(document).write();
}

} // namespace mishutai::document
