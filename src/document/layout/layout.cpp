#include "document/layout/layout.h"

#include "document/layout/block_layout.h"
#include "document/layout/page_geometry.h"
#include "document/layout/title_lines.h"

#include "base/period.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::document {

namespace {

constexpr TextStyle kTitleStyle{FontRole::Title, FontRole::Title, page::kSize2, Spacing::Natural};
constexpr TextStyle kBodyStyle{FontRole::Body, FontRole::Kai, page::kSize3, Spacing::Grid};
constexpr TextStyle kImprintStyle{FontRole::Body, FontRole::Body, page::kSize4, Spacing::Natural};
constexpr TextStyle kPageNumberStyle{FontRole::PageNumber, FontRole::PageNumber, page::kSize4, Spacing::Natural};
constexpr int kThickRule = page::fromHundredthMm(35); ///< 7.4.1
constexpr int kThinRule = page::fromHundredthMm(25);

QString translated(const char *text)
{
    return QCoreApplication::translate("Document", text);
}

TextStyle headingStyle(int level)
{
    TextStyle style = kBodyStyle;
    if (level == 1)
        style.role = style.emphasis = FontRole::Hei;
    else if (level == 2)
        style.role = style.emphasis = FontRole::Kai;
    return style;
}

/// The 版心 as a block of body text.
LineBlock textBlock(int firstIndentCells, int indentCells = 0)
{
    LineBlock block;
    block.left = page::kLeft;
    block.width = page::kTextWidth;
    block.firstIndent = page::cells(firstIndentCells);
    block.indent = page::cells(indentCells);
    block.isJustified = true;
    return block;
}

QString withEnd(QString text, QChar end)
{
    text = text.trimmed();
    if (!text.isEmpty() && !text.endsWith(end)) {
        if (text.endsWith(u':'))
            text.chop(1);
        text += end;
    }
    return text;
}

/// Turns a document into a flow of boxes, from the title to the remark.
class Composer
{
public:
    Composer(const Document &document, TextSetter &setter) : m_document(document), m_setter(setter) { }
    Flow compose();

private:
    void addTitle();
    void addAddressee();
    void add(const Heading &heading);
    void add(const Paragraph &paragraph);
    void add(const Table &table);
    void add(const Chart &chart);
    void add(const PageBreak &) { m_breakNext = true; }
    void addAttachments();
    void addSignature();
    void addRemark();
    void addRows(std::vector<Box> rows);
    void addSpace(bool keepsWithNext = false);
    void keepEndTogether();

    const Document &m_document;
    TextSetter &m_setter;
    Flow m_flow;
    HeadingCounter m_headings;
    int m_tables = 0;
    int m_charts = 0;
    bool m_breakNext = false;
};

void Composer::addRows(std::vector<Box> rows)
{
    if (rows.empty())
        return;
    rows.front().breaksBefore = std::exchange(m_breakNext, false) && !m_flow.boxes.empty();
    std::move(rows.begin(), rows.end(), std::back_inserter(m_flow.boxes));
}

void Composer::addSpace(bool keepsWithNext)
{
    Box space;
    space.isSpace = true;
    space.keepsWithNext = keepsWithNext;
    m_flow.boxes.push_back(std::move(space));
}

void Composer::addTitle()
{
    const auto fits = [this](QStringView text) {
        return TextSetter::width(m_setter.glyphs(text.toString(), kTitleStyle)) <= page::kTextWidth;
    };
    LineBlock block = textBlock(0);
    block.alignment = Alignment::Centre;
    block.isJustified = false;
    std::vector<Box> rows;
    for (const QString &given : m_document.titleLines)
        for (const QString &line : breakTitle(given.simplified(), fits))
            for (Box &row : rowsOfText(m_setter.glyphs(line, kTitleStyle), block))
                rows.push_back(std::move(row));
    for (Box &row : rows)
        row.keepsWithNext = true;
    if (rows.empty())
        return;
    addRows(std::move(rows));
    addSpace(/*keepsWithNext=*/true);
}

void Composer::addAddressee()
{
    const QString addressee = withEnd(m_document.addressee, u'：');
    if (addressee.isEmpty())
        return;
    std::vector<Box> rows = rowsOfText(m_setter.glyphs(addressee, kBodyStyle), textBlock(0));
    for (Box &row : rows)
        row.keepsWithNext = true;
    addRows(std::move(rows));
}

void Composer::add(const Heading &heading)
{
    const TextStyle style = headingStyle(heading.level);
    const QString number = m_headings.next(heading);
    Glyphs glyphs = m_setter.glyphs(joined(plain(number), heading.runs), style);
    const Glyphs runIn = m_setter.glyphs(heading.runIn, kBodyStyle);
    glyphs.insert(glyphs.end(), runIn.begin(), runIn.end());
    std::vector<Box> rows = rowsOfText(glyphs, textBlock(2));
    if (rows.empty())
        return;
    if (heading.level <= 2)
        rows.front().outline = OutlineEntry{number + textOf(heading.runs), heading.level, 0, 0};
    rows.front().stopsFloats = heading.level == 1;
    if (runIn.empty())
        for (Box &row : rows)
            row.keepsWithNext = true;
    else
        keepWidowsAndOrphans(rows);
    addRows(std::move(rows));
}

void Composer::add(const Paragraph &paragraph)
{
    Runs runs = paragraph.runs;
    if (paragraph.kind == Paragraph::Kind::Indicator)
        runs = joined(plain(QStringLiteral("——")), runs);
    const int indent = paragraph.kind == Paragraph::Kind::NoIndent ? 0 : 2;
    std::vector<Box> rows = rowsOfText(m_setter.glyphs(runs, kBodyStyle), textBlock(indent));
    keepWidowsAndOrphans(rows);
    addRows(std::move(rows));
}

void Composer::add(const Table &table)
{
    const size_t first = m_flow.boxes.size();
    addTable(m_flow, m_setter, table, ++m_tables);
    m_flow.boxes[first].breaksBefore = std::exchange(m_breakNext, false) && first > 0;
    m_flow.boxes[first].stopsFloats = true;
    addSpace();
}

void Composer::add(const Chart &chart)
{
    Box box = chartBox(m_setter, chart, ++m_charts);
    box.breaksBefore = std::exchange(m_breakNext, false) && !m_flow.boxes.empty();
    box.floats = true;
    m_flow.boxes.push_back(std::move(box));
    addSpace();
}

/// 7.3.4: one blank row, 附件： two characters in, the names under each other.
void Composer::addAttachments()
{
    const QStringList &names = m_document.attachments;
    if (names.isEmpty())
        return;
    addSpace();
    const QString label = translated("附件：");
    const int labelCells = 2 + static_cast<int>(label.size());
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QString number = names.size() > 1 ? headingNumber(3, static_cast<int>(i) + 1) : QString();
        LineBlock block = textBlock(i == 0 ? 2 : labelCells);
        block.indent = page::cells(labelCells) + TextSetter::width(m_setter.glyphs(number, kBodyStyle));
        block.isJustified = false;
        addRows(rowsOfText(m_setter.glyphs((i == 0 ? label : QString()) + number + names[i], kBodyStyle), block));
    }
}

/// The signature never stands on a page without text: what goes before keeps with it.
void Composer::keepEndTogether()
{
    for (auto box = m_flow.boxes.rbegin(); box != m_flow.boxes.rend(); ++box) {
        box->keepsWithNext = true;
        if (!box->isSpace) {
            box->stopsFloats = true;
            return;
        }
    }
}

/// 7.3.5.2: 署名 right-indented by two characters; the date starts two characters right of it, unless it is the longer one:
/// then the date is right-indented by two and the 署名 stands two characters left of it.
void Composer::addSignature()
{
    const QString date = m_document.date ? chineseDate(*m_document.date) : QString();
    const Glyphs signer = m_setter.glyphs(m_document.signer, kBodyStyle);
    const Glyphs dateGlyphs = m_setter.glyphs(date, kBodyStyle);
    if (signer.empty() && dateGlyphs.empty())
        return;
    const int signerWidth = TextSetter::width(signer);
    const int dateWidth = TextSetter::width(dateGlyphs);
    const int right = page::kTextWidth - page::cells(2);
    int signerIndent = std::max(right - signerWidth, 0);
    int dateIndent = signerIndent + page::cells(2);
    if (signer.empty() || dateWidth > signerWidth) {
        dateIndent = right - dateWidth;
        signerIndent = std::max(std::min(dateIndent - page::cells(2), right - signerWidth), 0);
    }
    keepEndTogether();
    addSpace(/*keepsWithNext=*/true);
    LineBlock block = textBlock(0);
    block.isJustified = false;
    std::vector<Box> rows;
    for (const auto &[glyphs, indent] : {std::pair{&signer, signerIndent}, std::pair{&dateGlyphs, dateIndent}}) {
        block.firstIndent = block.indent = indent;
        for (Box &row : rowsOfText(*glyphs, block))
            rows.push_back(std::move(row));
    }
    for (size_t i = 0; i + 1 < rows.size(); ++i)
        rows[i].keepsWithNext = true;
    addRows(std::move(rows));
}

void Composer::addRemark()
{
    if (m_document.remark.trimmed().isEmpty())
        return;
    addRows(rowsOfText(m_setter.glyphs(QStringLiteral("（%1）").arg(m_document.remark.trimmed()), kBodyStyle), textBlock(2)));
}

Flow Composer::compose()
{
    addTitle();
    addAddressee();
    for (const Block &block : m_document.blocks)
        std::visit([this](const auto &one) { add(one); }, block);
    addAttachments();
    addSignature();
    addRemark();
    return std::move(m_flow);
}

/// 7.4: rules across the 版心, the last one on its lower edge.
void addImprint(Pagination &pagination, const Imprint &imprint, TextSetter &setter)
{
    std::vector<Box> rows;
    const auto addRule = [&rows](int penWidth) {
        rows.back().shapes.push_back(rule({page::kLeft, 0}, {page::kRight, 0}, penWidth));
    };
    LineBlock block{page::kLeft + page::kSize4, page::kTextWidth - 2 * page::kSize4, 0, 0, Alignment::Left, true};
    if (!imprint.copiesTo.isEmpty()) {
        const QString label = imprint.copiesLabel + u'：';
        block.indent = TextSetter::width(setter.glyphs(label, kImprintStyle));
        rows = rowsOfText(setter.glyphs(label + withEnd(imprint.copiesTo, u'。'), kImprintStyle), block);
        rows.front().shapes.push_back(rule({page::kLeft, 0}, {page::kRight, 0}, kThickRule));
    }
    if (!imprint.issuer.isEmpty() || imprint.issuedOn) {
        const bool isFirst = rows.empty();
        rows.emplace_back();
        addRule(isFirst ? kThickRule : kThinRule);
        const QString issued = imprint.issuedOn ? translated("%1印发").arg(chineseDate(*imprint.issuedOn)) : QString();
        const int baseline = page::baselineInBox(0, page::kRowPitch, page::kSize4);
        setter.placeText(rows.back().texts, imprint.issuer, kImprintStyle, block.left, baseline);
        const int width = TextSetter::width(setter.glyphs(issued, kImprintStyle));
        setter.placeText(rows.back().texts, issued, kImprintStyle, page::kRight - page::kSize4 - width, baseline);
    }
    if (rows.empty())
        return;
    const int count = static_cast<int>(rows.size());
    if (pagination.rowsOnLastPage + count > page::kRows)
        pagination.pages.emplace_back();
    for (int i = 0; i < count; ++i)
        putBox(pagination.pages.back(), rows[static_cast<size_t>(i)], page::rowTop(page::kRows - count + i));
    pagination.pages.back().shapes.push_back(rule({page::kLeft, page::kBottom}, {page::kRight, page::kBottom}, kThickRule));
}

/// 7.5: 4号, the dash 7 mm below the 版心, one character in from the outer edge.
void addPageNumbers(std::vector<PlacedPage> &pages, TextSetter &setter, bool numbersFirst)
{
    const int baseline = page::kBottom + page::fromHundredthMm(700) + page::kSize4 * 38 / 100;
    for (size_t i = numbersFirst ? 0 : 1; i < pages.size(); ++i) {
        const QString text = QStringLiteral("— %1 —").arg(i + 1);
        const int width = TextSetter::width(setter.glyphs(text, kPageNumberStyle));
        const bool isOdd = i % 2 == 0;
        const int x = isOdd ? page::kRight - page::kSize4 - width : page::kLeft + page::kSize4;
        setter.placeText(pages[i].texts, text, kPageNumberStyle, x, baseline);
    }
}

} // namespace

PagedDocument layout(const Document &document, FontSet &fonts)
{
    TextSetter setter(fonts);
    Pagination pagination = paginate(Composer(document, setter).compose());
    if (document.imprint)
        addImprint(pagination, *document.imprint, setter);
    addPageNumbers(pagination.pages, setter, document.numbersFirstPage);

    PagedDocument paged;
    paged.pages = std::move(pagination.pages);
    paged.outline = std::move(pagination.outline);
    paged.substituted = setter.substituted();
    for (int face = 0; face < fonts.faceCount(); ++face)
        paged.faces << fonts.family(face);
    paged.title = document.title();
    paged.subject = document.subject;
    paged.language = document.language;
    paged.createdAt = document.createdAt.isValid() ? document.createdAt.toUTC() : QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    return paged;
}

} // namespace mishutai::document
