#include "document/sheets/certificate.h"

#include "document/layout/block_layout.h"
#include "document/layout/page_geometry.h"
#include "document/layout/title_lines.h"
#include "document/sheets/ornament.h"

#include "base/period.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::document {

namespace {

/// Where things stand on the page, from its upper left corner.
struct Measures {
    int width;
    int height;
    int side; ///< from the paper's edge to the text
    int titleTop;
    int holderMiddle;
    int sentenceTop;
    int endTop;
    int endBottom;
};

constexpr Measures kLandscape{page::kHeight, page::kWidth, page::fromHundredthMm(4200), page::fromHundredthMm(3200),
    page::fromHundredthMm(9100), page::fromHundredthMm(10500), page::fromHundredthMm(15000), page::fromHundredthMm(18400)};
constexpr Measures kPortrait{page::kWidth, page::kHeight, page::fromHundredthMm(3200), page::fromHundredthMm(4600),
    page::fromHundredthMm(11600), page::fromHundredthMm(13200), page::fromHundredthMm(21500), page::fromHundredthMm(25600)};
constexpr TextStyle kTitleStyle{FontRole::Title, FontRole::Title, page::fromPoints(52), Spacing::Natural};
// 楷体 throughout: the digits of the 仿宋 that the program brings along are upright and heavy beside its characters.
constexpr TextStyle kNumberStyle{FontRole::Kai, FontRole::Kai, page::kSize4, Spacing::Natural};
constexpr TextStyle kSentenceStyle{FontRole::Kai, FontRole::Kai, page::fromPoints(20), Spacing::Natural};
constexpr TextStyle kEndStyle{FontRole::Kai, FontRole::Kai, page::fromPoints(17), Spacing::Natural};

class CertificatePage
{
public:
    CertificatePage(TextSetter &setter, const Certificate &certificate, const Measures &measures)
        : m_setter(setter), m_certificate(certificate), m_at(measures)
    {
    }

    PlacedPage build()
    {
        addFrame(m_page, QSize(m_at.width, m_at.height));
        addTitle();
        addHolder();
        addSentence();
        addEnd();
        return std::move(m_page);
    }

private:
    int width(const QString &text, const TextStyle &style) { return TextSetter::width(m_setter.glyphs(text, style)); }

    /// One line whose middle is at x.
    void addCentred(const QString &text, const TextStyle &style, int middle, int baseline)
    {
        m_setter.placeText(m_page.texts, text, style, middle - width(text, style) / 2, baseline);
    }

    /// The title in red, its characters apart.
    void addTitle()
    {
        const QList<uint> characters = m_certificate.title.toUcs4();
        const int step = kTitleStyle.size * 3 / 2;
        const int count = static_cast<int>(characters.size());
        int x = (m_at.width - (count - 1) * step - kTitleStyle.size) / 2;
        const int baseline = m_at.titleTop + kTitleStyle.size * 88 / 100;
        for (const uint character : characters) {
            const char32_t one = character;
            m_setter.placeText(m_page.texts, QString::fromUcs4(&one, 1), kTitleStyle, x, baseline);
            m_page.texts.back().ink = Ink::Red;
            x += step;
        }
        addDivider(m_page, {m_at.width / 2, m_at.titleTop + kTitleStyle.size * 13 / 10}, page::fromHundredthMm(9000));
        const QString number = QCoreApplication::translate("Document", "证书编号：%1").arg(m_certificate.number);
        addCentred(number, kNumberStyle, m_at.width / 2, m_at.titleTop + kTitleStyle.size * 17 / 10);
    }

    /// As large as one line holds, then on two.
    void addHolder()
    {
        const int room = m_at.width - 2 * m_at.side;
        TextStyle style{FontRole::Title, FontRole::Title, 0, Spacing::Natural};
        QStringList lines;
        for (const int points : {30, 26, 22, 18, 14}) {
            style.size = page::fromPoints(points);
            lines = breakTitle(
                m_certificate.holder.simplified(), [&](QStringView text) { return width(text.toString(), style) <= room; });
            const bool isWhole
                = std::all_of(lines.begin(), lines.end(), [&](const QString &line) { return width(line, style) <= room; });
            if (isWhole && lines.size() <= (points > 22 ? 1 : 2))
                break;
        }
        const int pitch = style.size * 7 / 5;
        int baseline = m_at.holderMiddle - static_cast<int>(lines.size()) * pitch / 2 + pitch * 7 / 10 + style.size / 8;
        for (const QString &line : lines) {
            addCentred(line, style, m_at.width / 2, baseline);
            baseline += pitch;
        }
    }

    void addSentence()
    {
        const LineBlock block{
            m_at.side, m_at.width - 2 * m_at.side, 2 * kSentenceStyle.size, 0, Alignment::Left, /*isJustified=*/true};
        TextStyle style = kSentenceStyle;
        Glyphs glyphs = m_setter.glyphs(m_certificate.sentence, style);
        std::vector<BrokenLine> lines = breakInto(glyphs, block);
        int pitch = style.size * 9 / 5;
        while (m_at.sentenceTop + static_cast<int>(lines.size()) * pitch > m_at.endTop && style.size > page::fromPoints(10)) {
            style.size -= page::fromPoints(2);
            pitch = style.size * 8 / 5;
            glyphs = m_setter.glyphs(m_certificate.sentence, style);
            lines = breakInto(glyphs, block);
        }
        placeLines(m_page.texts, glyphs, lines, block, m_at.sentenceTop, pitch);
    }

    /// Validity at the left; issuer and date at the right, where the seal goes over both.
    void addEnd()
    {
        const QString date = m_certificate.date.isValid() ? chineseDate(m_certificate.date) : QString();
        const int half = (m_at.width - 2 * m_at.side) / 2;
        const int middle = m_at.width / 2 + half / 2;
        const QStringList lines = breakTitle(
            m_certificate.issuer.simplified(), [&](QStringView text) { return width(text.toString(), kEndStyle) <= half; });
        const int pitch = kEndStyle.size * 9 / 5;
        int top = m_at.endBottom - (static_cast<int>(lines.size()) + 1) * pitch;
        for (const QString &line : lines + QStringList{date}) {
            addCentred(line, kEndStyle, middle, page::baselineInBox(top, pitch, kEndStyle.size));
            top += pitch;
        }
        const LineBlock left{m_at.side, half - kEndStyle.size, 0, 0, Alignment::Left, false};
        const Glyphs validity = m_setter.glyphs(m_certificate.validity, kNumberStyle);
        const std::vector<BrokenLine> ofValidity = breakInto(validity, left);
        const int small = kNumberStyle.size * 9 / 5;
        placeLines(m_page.texts, validity, ofValidity, left, m_at.endBottom - static_cast<int>(ofValidity.size()) * small, small);
    }

    TextSetter &m_setter;
    const Certificate &m_certificate;
    const Measures &m_at;
    PlacedPage m_page;
};

} // namespace

PagedDocument layout(std::span<const Certificate> certificates, FontSet &fonts, TaskControl &control, CertificateShape shape)
{
    Q_ASSERT(!certificates.empty());
    const bool isLandscape = shape == CertificateShape::Landscape;
    TextSetter setter(fonts);
    PagedDocument paged;
    for (size_t i = 0; i < certificates.size(); ++i) {
        control.throwIfCancelled();
        control.progress(
            static_cast<qint64>(i), static_cast<qint64>(certificates.size()), QCoreApplication::translate("Document", "排版"));
        paged.pages.push_back(CertificatePage(setter, certificates[i], isLandscape ? kLandscape : kPortrait).build());
    }
    paged.isLandscape = isLandscape;
    paged.substituted = setter.substituted();
    for (int face = 0; face < fonts.faceCount(); ++face)
        paged.faces << fonts.family(face);
    paged.title = certificates.front().title;
    paged.language = QStringLiteral("zh-CN");
    const QDate date = certificates.front().date;
    paged.createdAt = date.isValid() ? QDateTime(date, QTime(0, 0), Qt::UTC) : QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    return paged;
}

} // namespace mishutai::document
