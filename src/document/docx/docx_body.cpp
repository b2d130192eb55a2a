#include "document/docx/docx_body.h"

#include "document/docx/docx_picture.h"
#include "document/docx/docx_styles.h"
#include "document/docx/docx_table.h"
#include "document/docx/docx_xml.h"
#include "document/layout/break_rules.h"
#include "document/layout/title_lines.h"

#include "base/period.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace mishutai::document {

namespace {

constexpr int kTextWidth = 8844; ///< 156 mm in twentieths of a point
constexpr int kTitleColumns = 40; ///< half-width columns of 2号 that a line holds
constexpr int kLineColumns = 56; ///< of 3号

QString translated(const char *text)
{
    return QCoreApplication::translate("Document", text);
}

/// Twentieths of a point of so many half-width columns of 3号.
int width(int columns)
{
    return kTextWidth * columns / kLineColumns;
}

struct DocxParagraph {
    QString style = QStringLiteral("BodyText");
    Runs runs;
    DocxFont emphasis = docxKaiFont();
    std::optional<size_t> runInFrom; ///< runs from here on are body text after a heading
    int left = 0; ///< indents in twentieths of a point
    int right = 0;
    int hanging = 0;
    const char *alignment = nullptr; ///< where it differs from the style
    bool breaksPage = false;
    bool keepsNext = false;
    int topRule = 0; ///< of a 版记, eighths of a point; 0 none
    int bottomRule = 0;
    std::optional<size_t> picture;
};

/// A document as paragraphs and tables, so that the last one is known when it is written.
class SectionWriter
{
public:
    SectionWriter(DocxXml &xml, std::vector<DocxPicture> &pictures, const Document &document)
        : m_xml(xml), m_pictures(pictures), m_document(document)
    {
    }
    void write(bool isLastSection);

private:
    using Item = std::variant<DocxParagraph, const Table *>;

    void collect();
    void add(const Heading &heading);
    void add(const Paragraph &paragraph);
    void add(const Table &table);
    void add(const Chart &chart);
    void add(const PageBreak &) { m_breakNext = true; }
    void add(DocxParagraph paragraph);
    void addLine(const char *style, const QString &text);
    void addAttachments();
    void addSignature();
    void addImprint();

    void write(const DocxParagraph &paragraph, bool endsSection);
    void writeProperties(const DocxParagraph &paragraph, bool endsSection);
    void writeRun(const Run &run, const DocxFont *font);
    void writeSection();

    DocxXml &m_xml;
    std::vector<DocxPicture> &m_pictures;
    const Document &m_document;
    std::vector<Item> m_items;
    HeadingCounter m_headings;
    int m_tables = 0;
    int m_charts = 0;
    bool m_breakNext = false;
};

void SectionWriter::add(DocxParagraph paragraph)
{
    paragraph.breaksPage = std::exchange(m_breakNext, false) && !m_items.empty();
    m_items.emplace_back(std::move(paragraph));
}

void SectionWriter::addLine(const char *style, const QString &text)
{
    DocxParagraph paragraph;
    paragraph.style = QLatin1String(style);
    if (!text.isEmpty())
        paragraph.runs = plain(text);
    add(std::move(paragraph));
}

void SectionWriter::add(const Heading &heading)
{
    DocxParagraph paragraph;
    paragraph.style = QStringLiteral("Heading%1").arg(std::clamp(heading.level, 1, 4));
    paragraph.runs = heading.runs;
    const QString number = m_headings.next(heading);
    if (!number.isEmpty())
        paragraph.runs.insert(paragraph.runs.begin(), plain(number).front());
    if (!heading.runIn.empty()) {
        paragraph.runInFrom = paragraph.runs.size();
        paragraph.runs.insert(paragraph.runs.end(), heading.runIn.begin(), heading.runIn.end());
    }
    add(std::move(paragraph));
}

void SectionWriter::add(const Paragraph &paragraph)
{
    DocxParagraph written;
    written.runs = paragraph.runs;
    if (paragraph.kind == Paragraph::Kind::NoIndent)
        written.style = QStringLiteral("Salutation");
    else if (paragraph.kind == Paragraph::Kind::Indicator)
        written.runs.insert(written.runs.begin(), plain(QStringLiteral("——")).front());
    add(std::move(written));
}

void SectionWriter::add(const Table &table)
{
    DocxParagraph caption;
    caption.style = QStringLiteral("Caption");
    caption.runs = plain(translated("表%1　%2").arg(++m_tables).arg(table.caption));
    caption.keepsNext = true;
    add(caption);
    if (!table.unit.isEmpty()) {
        DocxParagraph unit;
        unit.style = QStringLiteral("TableText");
        unit.runs = plain(table.unit);
        unit.alignment = "right";
        unit.keepsNext = true;
        add(unit);
    }
    m_items.emplace_back(&table);
    // Between two tables, or at the end of a section, Word asks for a paragraph.
    addLine("TableText", table.note);
}

void SectionWriter::add(const Chart &chart)
{
    m_pictures.push_back(chartPicture(chart, ++m_charts));
    DocxParagraph paragraph;
    paragraph.style = QStringLiteral("Picture");
    paragraph.picture = m_pictures.size() - 1;
    add(std::move(paragraph));
}

/// 7.3.4: 附件： two characters in, the names under each other.
void SectionWriter::addAttachments()
{
    const QStringList &names = m_document.attachments;
    if (!names.isEmpty())
        addLine("BodyText", {});
    const QString label = translated("附件：");
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QString number = names.size() > 1 ? headingNumber(3, static_cast<int>(i) + 1) : QString();
        DocxParagraph paragraph;
        paragraph.style = QStringLiteral("Salutation");
        const QString start = (i == 0 ? label : QString()) + number;
        paragraph.runs = plain(start + names[i]);
        paragraph.left = width(4 + columnsOf(label) + columnsOf(number));
        paragraph.hanging = width(columnsOf(start));
        add(std::move(paragraph));
    }
}

/// 7.3.5.2, as in the layout of pages: the date begins two characters right of the 署名, or is itself right-indented by two.
/// Both are indented from the left, which holds whatever width a font gives to digits. The last text keeps with them.
void SectionWriter::addSignature()
{
    const QString date = m_document.date ? chineseDate(*m_document.date) : QString();
    if (m_document.signer.isEmpty() && date.isEmpty())
        return;
    constexpr int kTwoCharacters = 4;
    const int signerColumns = columnsOf(m_document.signer);
    const int dateColumns = columnsOf(date);
    const bool isDateLonger = m_document.signer.isEmpty() || dateColumns > signerColumns;
    const int longer = isDateLonger ? dateColumns : signerColumns;
    const int start = std::max(kLineColumns - kTwoCharacters - longer, 0);
    const int signerLeft = isDateLonger ? std::max(start - kTwoCharacters, 0) : start;
    const int dateLeft = isDateLonger ? start : start + kTwoCharacters;
    addLine("BodyText", {});
    for (size_t i = m_items.size(); i > 0 && i + 2 > m_items.size(); --i)
        if (auto *paragraph = std::get_if<DocxParagraph>(&m_items[i - 1]))
            paragraph->keepsNext = true;
    for (const auto &[text, left] : {std::pair{m_document.signer, signerLeft}, std::pair{date, dateLeft}}) {
        if (text.isEmpty())
            continue;
        DocxParagraph paragraph;
        paragraph.style = QStringLiteral("Signature");
        paragraph.runs = plain(text);
        paragraph.left = width(left);
        paragraph.right = -width(kTwoCharacters); // where a font is wider the line still does not break
        paragraph.keepsNext = !date.isEmpty() && text != date;
        add(std::move(paragraph));
    }
}

/// 7.4: a frame at the foot of the page on which its anchor, the next paragraph, stands.
void SectionWriter::addImprint()
{
    constexpr int kThick = 8;
    constexpr int kThin = 6;
    if (!m_document.imprint)
        return;
    const Imprint &imprint = *m_document.imprint;
    std::vector<DocxParagraph> lines;
    const auto line = [&lines](const QString &text) {
        DocxParagraph paragraph;
        paragraph.style = QStringLiteral("Imprint");
        paragraph.runs = plain(text);
        paragraph.left = paragraph.right = 280;
        lines.push_back(std::move(paragraph));
    };
    if (!imprint.copiesTo.isEmpty()) {
        const QString end = imprint.copiesTo.endsWith(u'。') ? QString() : QStringLiteral("。");
        line(imprint.copiesLabel + u'：' + imprint.copiesTo + end);
    }
    const QString issued = imprint.issuedOn ? translated("%1印发").arg(chineseDate(*imprint.issuedOn)) : QString();
    if (!imprint.issuer.isEmpty() || !issued.isEmpty())
        line(imprint.issuer + u'\t' + issued);
    if (lines.empty())
        return;
    for (DocxParagraph &paragraph : lines)
        paragraph.topRule = kThin;
    lines.front().topRule = kThick;
    lines.back().bottomRule = kThick;
    m_items.insert(m_items.end() - 1, std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
}

void SectionWriter::collect()
{
    const auto fits = [](QStringView text) { return columnsOf(text.toString()) <= kTitleColumns; };
    for (const QString &given : m_document.titleLines)
        for (const QString &line : breakTitle(given.simplified(), fits))
            addLine("Title", line);
    if (!m_items.empty())
        addLine("BodyText", {});
    if (!m_document.addressee.trimmed().isEmpty()) {
        const QString addressee = m_document.addressee.trimmed();
        addLine("Salutation", addressee.endsWith(u'：') ? addressee : addressee + u'：');
    }
    for (const Block &block : m_document.blocks)
        std::visit([this](const auto &one) { add(one); }, block);
    addAttachments();
    addSignature();
    if (!m_document.remark.trimmed().isEmpty())
        addLine("BodyText", QStringLiteral("（%1）").arg(m_document.remark.trimmed()));
    if (m_items.empty())
        addLine("BodyText", {});
    addImprint();
}

void SectionWriter::write(bool isLastSection)
{
    collect();
    for (size_t i = 0; i < m_items.size(); ++i) {
        if (const auto *paragraph = std::get_if<DocxParagraph>(&m_items[i]))
            write(*paragraph, !isLastSection && i + 1 == m_items.size());
        else
            writeTable(m_xml, *std::get<const Table *>(m_items[i]), kTextWidth);
    }
    if (isLastSection)
        writeSection();
}

void SectionWriter::writeProperties(const DocxParagraph &paragraph, bool endsSection)
{
    const auto number = [](int value) { return QString::number(value); };
    m_xml.start("w:pPr");
    m_xml.value("w:pStyle", paragraph.style);
    if (paragraph.keepsNext)
        m_xml.empty("w:keepNext");
    if (paragraph.breaksPage)
        m_xml.empty("w:pageBreakBefore");
    if (paragraph.topRule > 0) {
        m_xml.empty("w:framePr",
            {{"w:w", number(kTextWidth)}, {"w:wrap", "around"}, {"w:vAnchor", "margin"}, {"w:hAnchor", "margin"},
                {"w:xAlign", "left"}, {"w:yAlign", "bottom"}});
        m_xml.start("w:pBdr");
        const auto border = [&](const char *side, int size) {
            if (size > 0)
                m_xml.empty(side, {{"w:val", "single"}, {"w:sz", number(size)}, {"w:space", "1"}, {"w:color", "000000"}});
        };
        border("w:top", paragraph.topRule);
        border("w:bottom", paragraph.bottomRule);
        m_xml.end();
        m_xml.start("w:tabs");
        m_xml.empty("w:tab", {{"w:val", "right"}, {"w:pos", number(kTextWidth - paragraph.right)}});
        m_xml.end();
    }
    if (paragraph.left != 0 || paragraph.right != 0)
        m_xml.empty("w:ind",
            {{"w:left", number(paragraph.left)}, {"w:right", number(paragraph.right)}, {"w:firstLineChars", "0"},
                paragraph.hanging > 0 ? std::pair<const char *, QString>{"w:hanging", number(paragraph.hanging)}
                                      : std::pair<const char *, QString>{"w:firstLine", "0"}});
    if (paragraph.alignment)
        m_xml.value("w:jc", QLatin1String(paragraph.alignment));
    if (endsSection)
        writeSection();
    m_xml.end();
}

void SectionWriter::writeRun(const Run &run, const DocxFont *font)
{
    const QStringList pieces = run.text.split(u'\t');
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        m_xml.start("w:r");
        m_xml.start("w:rPr");
        if (font)
            writeFont(m_xml, *font);
        else
            m_xml.empty("w:rFonts", {{"w:hint", "eastAsia"}});
        m_xml.end();
        if (i > 0)
            m_xml.empty("w:tab");
        m_xml.start("w:t", {{"xml:space", "preserve"}});
        m_xml.text(pieces[i]);
        m_xml.end();
        m_xml.end();
    }
}

void SectionWriter::write(const DocxParagraph &paragraph, bool endsSection)
{
    const DocxFont body = docxBodyFont();
    m_xml.start("w:p");
    writeProperties(paragraph, endsSection);
    if (paragraph.picture)
        writePicture(m_xml, m_pictures[*paragraph.picture], *paragraph.picture + 1);
    for (size_t i = 0; i < paragraph.runs.size(); ++i) {
        const Run &run = paragraph.runs[i];
        const bool isRunIn = paragraph.runInFrom && i >= *paragraph.runInFrom;
        writeRun(run, run.emphasis ? &paragraph.emphasis : isRunIn ? &body : nullptr);
    }
    m_xml.end();
}

void SectionWriter::writeSection()
{
    const bool numbersFirst = m_document.numbersFirstPage;
    m_xml.start("w:sectPr");
    m_xml.empty("w:footerReference", {{"w:type", "default"}, {"r:id", "rFooter-odd"}});
    m_xml.empty("w:footerReference", {{"w:type", "even"}, {"r:id", "rFooter-even"}});
    if (!numbersFirst)
        m_xml.empty("w:footerReference", {{"w:type", "first"}, {"r:id", "rFooter-empty"}});
    m_xml.value("w:type", "nextPage");
    m_xml.empty("w:pgSz", {{"w:w", "11906"}, {"w:h", "16838"}});
    // 37 mm above and 28 mm left of the text; the dash of the page number 7 mm below it.
    m_xml.empty("w:pgMar",
        {{"w:top", "2098"}, {"w:right", "1474"}, {"w:bottom", "1984"}, {"w:left", "1588"}, {"w:header", "851"},
            {"w:footer", "1447"}, {"w:gutter", "0"}});
    m_xml.empty("w:pgNumType", {{"w:start", "1"}});
    if (!numbersFirst)
        m_xml.empty("w:titlePg");
    m_xml.empty("w:docGrid", {{"w:type", "lines"}, {"w:linePitch", "579"}});
    m_xml.end();
}

} // namespace

DocxBody docxBody(std::span<const Document> documents)
{
    DocxXml xml;
    std::vector<DocxPicture> pictures;
    xml.root("w:document");
    xml.start("w:body");
    for (size_t i = 0; i < documents.size(); ++i)
        SectionWriter(xml, pictures, documents[i]).write(i + 1 == documents.size());
    xml.end();
    xml.end();
    DocxBody body{xml.finish(), {}};
    for (const DocxPicture &picture : pictures)
        body.pictures.push_back(picture.png);
    return body;
}

} // namespace mishutai::document
