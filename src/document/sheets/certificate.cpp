#include "document/sheets/certificate.h"

#include "document/block_layout.h"
#include "document/page_geometry.h"
#include "document/sheets/ornament.h"
#include "document/title_lines.h"

#include "base/period.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::document {

namespace {

constexpr int kPageWidth = page::kHeight;
constexpr int kPageHeight = page::kWidth;
constexpr int kSide = page::fromHundredthMm(4200); ///< from the paper's edge to the text
constexpr int kTitleTop = page::fromHundredthMm(3200);
constexpr int kHolderMiddle = page::fromHundredthMm(9100);
constexpr int kSentenceTop = page::fromHundredthMm(10500);
constexpr int kEndTop = page::fromHundredthMm(15000);
constexpr int kEndBottom = page::fromHundredthMm(18400);
constexpr TextStyle kTitleStyle{FontRole::Title, FontRole::Title, page::fromPoints(52), Spacing::Natural};
constexpr TextStyle kNumberStyle{FontRole::Body, FontRole::Body, page::kSize4, Spacing::Natural};
constexpr TextStyle kSentenceStyle{FontRole::Kai, FontRole::Kai, page::fromPoints(20), Spacing::Natural};
constexpr TextStyle kEndStyle{FontRole::Body, FontRole::Body, page::fromPoints(17), Spacing::Natural};

class CertificatePage
{
public:
    CertificatePage(TextSetter &setter, const Certificate &certificate) : m_setter(setter), m_certificate(certificate) { }

    PlacedPage build()
    {
        addFrame(m_page, QSize(kPageWidth, kPageHeight));
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
        int x = (kPageWidth - (count - 1) * step - kTitleStyle.size) / 2;
        const int baseline = kTitleTop + kTitleStyle.size * 88 / 100;
        for (const uint character : characters) {
            const char32_t one = character;
            m_setter.placeText(m_page.texts, QString::fromUcs4(&one, 1), kTitleStyle, x, baseline);
            m_page.texts.back().ink = Ink::Red;
            x += step;
        }
        addDivider(m_page, {kPageWidth / 2, kTitleTop + kTitleStyle.size * 13 / 10}, page::fromHundredthMm(9000));
        const QString number = QCoreApplication::translate("Document", "证书编号：%1").arg(m_certificate.number);
        addCentred(number, kNumberStyle, kPageWidth / 2, kTitleTop + kTitleStyle.size * 17 / 10);
    }

    /// As large as one line holds, then on two.
    void addHolder()
    {
        const int room = kPageWidth - 2 * kSide;
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
        int baseline = kHolderMiddle - static_cast<int>(lines.size()) * pitch / 2 + pitch * 7 / 10 + style.size / 8;
        for (const QString &line : lines) {
            addCentred(line, style, kPageWidth / 2, baseline);
            baseline += pitch;
        }
    }

    void addSentence()
    {
        const LineBlock block{kSide, kPageWidth - 2 * kSide, 2 * kSentenceStyle.size, 0, Alignment::Left, /*isJustified=*/true};
        TextStyle style = kSentenceStyle;
        Glyphs glyphs = m_setter.glyphs(m_certificate.sentence, style);
        std::vector<BrokenLine> lines = breakInto(glyphs, block);
        int pitch = style.size * 9 / 5;
        while (kSentenceTop + static_cast<int>(lines.size()) * pitch > kEndTop && style.size > page::fromPoints(10)) {
            style.size -= page::fromPoints(2);
            pitch = style.size * 8 / 5;
            glyphs = m_setter.glyphs(m_certificate.sentence, style);
            lines = breakInto(glyphs, block);
        }
        placeLines(m_page.texts, glyphs, lines, block, kSentenceTop, pitch);
    }

    /// Validity at the left; issuer and date at the right, where the seal goes over both.
    void addEnd()
    {
        const QString date = m_certificate.date.isValid() ? chineseDate(m_certificate.date) : QString();
        const int half = (kPageWidth - 2 * kSide) / 2;
        const LineBlock right{kPageWidth / 2, half, 0, 0, Alignment::Centre, false};
        const Glyphs issuer = m_setter.glyphs(m_certificate.issuer, kEndStyle);
        const std::vector<BrokenLine> lines = breakInto(issuer, right);
        const int pitch = kEndStyle.size * 9 / 5;
        const int top = kEndBottom - (static_cast<int>(lines.size()) + 1) * pitch;
        placeLines(m_page.texts, issuer, lines, right, top, pitch);
        addCentred(date, kEndStyle, kPageWidth / 2 + half / 2, page::baselineInBox(kEndBottom - pitch, pitch, kEndStyle.size));
        const LineBlock left{kSide, half - kEndStyle.size, 0, 0, Alignment::Left, false};
        const Glyphs validity = m_setter.glyphs(m_certificate.validity, kNumberStyle);
        const std::vector<BrokenLine> ofValidity = breakInto(validity, left);
        const int small = kNumberStyle.size * 9 / 5;
        placeLines(m_page.texts, validity, ofValidity, left, kEndBottom - static_cast<int>(ofValidity.size()) * small, small);
    }

    TextSetter &m_setter;
    const Certificate &m_certificate;
    PlacedPage m_page;
};

} // namespace

PagedDocument layout(std::span<const Certificate> certificates, FontSet &fonts, TaskControl &control)
{
    Q_ASSERT(!certificates.empty());
    TextSetter setter(fonts);
    PagedDocument paged;
    for (size_t i = 0; i < certificates.size(); ++i) {
        control.throwIfCancelled();
        control.progress(
            static_cast<qint64>(i), static_cast<qint64>(certificates.size()), QCoreApplication::translate("Document", "排版"));
        paged.pages.push_back(CertificatePage(setter, certificates[i]).build());
    }
    paged.isLandscape = true;
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
