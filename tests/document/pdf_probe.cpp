#include "pdf_probe.h"

#include "document/layout/break_rules.h"
#include "document/layout/page_geometry.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryFile>

#include <algorithm>
#include <cmath>

namespace mishutai::document::probe {

namespace {

constexpr qreal kMm = 72 / 25.4;
constexpr qreal kTop = 37 * kMm;
constexpr qreal kHeight = 225 * kMm;
constexpr qreal kPitch = kHeight / 22;

QString unescaped(QString text)
{
    return text.replace(QStringLiteral("&lt;"), QStringLiteral("<"))
        .replace(QStringLiteral("&gt;"), QStringLiteral(">"))
        .replace(QStringLiteral("&quot;"), QStringLiteral("\""))
        .replace(QStringLiteral("&amp;"), QStringLiteral("&"));
}

bool isDuplicateCodePoint(char32_t character)
{
    return (character >= 0x2E80 && character < 0x2FE0) || (character >= 0xF900 && character < 0xFB00);
}

} // namespace

QString withoutBlanks(QString text)
{
    return text.remove(QRegularExpression(QStringLiteral("\\s")));
}

Pdf::Pdf(const QByteArray &bytes)
{
    QTemporaryFile file(QDir::tempPath() + QStringLiteral("/mishutai-XXXXXX.pdf"));
    file.setAutoRemove(false);
    REQUIRE(file.open());
    REQUIRE(file.write(bytes) == bytes.size());
    m_path = file.fileName();
}

Pdf::~Pdf()
{
    QFile::remove(m_path);
}

QString Pdf::run(const QString &program, const QStringList &arguments) const
{
    QStringList filled = arguments;
    filled.replaceInStrings(QRegularExpression(QStringLiteral("^FILE$")), m_path);
    QProcess process;
    process.start(program, filled);
    INFO("needs " << program.toStdString() << " (poppler-utils, qpdf)");
    REQUIRE(process.waitForFinished(60'000));
    INFO(process.readAllStandardError().toStdString());
    REQUIRE(process.exitCode() == 0);
    return QString::fromUtf8(process.readAllStandardOutput());
}

QString Pdf::text() const
{
    return withoutBlanks(run(QStringLiteral("pdftotext"), {QStringLiteral("FILE"), QStringLiteral("-")}));
}

std::vector<Word> Pdf::words() const
{
    static const QRegularExpression kWord(QStringLiteral(
        "<page |<word xMin=\"([\\d.]+)\" yMin=\"([\\d.]+)\" xMax=\"([\\d.]+)\" yMax=\"([\\d.]+)\">([^<]*)</word>"));
    const QString listing
        = run(QStringLiteral("pdftotext"), {QStringLiteral("-bbox"), QStringLiteral("FILE"), QStringLiteral("-")});
    std::vector<Word> words;
    int page = -1;
    for (auto matches = kWord.globalMatch(listing); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        if (match.captured(5).isEmpty()) {
            ++page;
            continue;
        }
        words.push_back({page, match.captured(1).toDouble(), match.captured(2).toDouble(), match.captured(3).toDouble(),
            match.captured(4).toDouble(), unescaped(match.captured(5))});
    }
    return words;
}

std::vector<Row> Pdf::rows() const
{
    std::map<std::pair<int, int>, Row> rows;
    std::map<int, qreal> phases; // by the height of the word box: of the first row seen, which all others must repeat
    std::vector<Word> all = words();
    std::stable_sort(all.begin(), all.end(), [](const Word &a, const Word &b) { return a.left < b.left; });
    for (const Word &word : all) {
        const qreal height = word.bottom - word.top;
        const qreal middle = (word.top + word.bottom) / 2;
        if (height < 15 || height > 24 || middle < kTop || middle > kTop + kHeight)
            continue;
        const int number = static_cast<int>((middle - kTop) / kPitch);
        const qreal phase = word.top - kTop - number * kPitch;
        const qreal expected = phases.try_emplace(qRound(height * 10), phase).first->second;
        auto [entry, isNew] = rows.try_emplace({word.page, number}, Row{word.page, number, word.left, word.right, 0, {}});
        Row &row = entry->second;
        row.left = std::min(row.left, word.left);
        row.right = std::max(row.right, word.right);
        row.offset = std::max(row.offset, std::abs(phase - expected));
        row.text += word.text;
    }
    std::vector<Row> result;
    for (auto &[place, row] : rows)
        result.push_back(std::move(row));
    return result;
}

void checkGrid(const Pdf &pdf)
{
    static const QRegularExpression kHeading(QStringLiteral("^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)"));
    const std::vector<Row> rows = pdf.rows();
    REQUIRE_FALSE(rows.empty());
    for (const Row &row : rows) {
        CAPTURE(row.page, row.number, row.text.toStdString());
        CHECK(row.offset <= 0.25);
        CHECK(row.number < 22);
        // The empty half of a squeezed mark may pass an edge, on either side.
        CHECK(row.left >= page::kLeft / 20.0 - 9);
        CHECK(row.right <= page::kRight / 20.0 + 9);
        const QList<uint> characters = row.text.toUcs4();
        CHECK_FALSE(mustNotStartLine(characters.front()));
        CHECK_FALSE(mustNotEndLine(characters.back()));
        const bool isHeading = kHeading.match(row.text).hasMatch() && row.right < page::kRight / 20.0 - 40;
        CHECK_FALSE((isHeading && row.number == 21));
    }
    for (const uint character : pdf.text().toUcs4())
        CHECK_FALSE(isDuplicateCodePoint(character));
}

void checkPageNumbers(const Pdf &pdf, int pages)
{
    std::vector<int> seen;
    for (const Word &word : pdf.words()) {
        bool isNumber = false;
        const int number = word.text.toInt(&isNumber);
        if (!isNumber || word.top < page::kBottom / 20.0)
            continue;
        CHECK(number == word.page + 1);
        const qreal middle = (word.left + word.right) / 2;
        CHECK((middle > page::kWidth / 40.0) == (number % 2 == 1));
        seen.push_back(number);
    }
    CHECK(static_cast<int>(seen.size()) == pages);
}

} // namespace mishutai::document::probe
