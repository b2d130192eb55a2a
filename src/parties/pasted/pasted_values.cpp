#include "parties/pasted/pasted_values.h"

#include "base/chinese/capitals.h"
#include "base/chinese/phone.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace mishutai::parties {

namespace {

template <class Value> struct WordsOf {
    const char *words; ///< by |
    Value value;
};

template <class Value, size_t Count>
std::optional<Value> firstSaid(const std::array<WordsOf<Value>, Count> &table, const QString &text)
{
    for (const WordsOf<Value> &each : table) {
        const QStringList words = QString::fromUtf8(each.words).split(u'|');
        if (std::ranges::any_of(words, [&](const QString &word) { return text.contains(word); }))
            return each.value;
    }
    return std::nullopt;
}

} // namespace

QString withoutPictures(const QString &text)
{
    constexpr char32_t kKeycap = 0x20E3;
    constexpr char32_t kVariation = 0xFE0F;
    constexpr char32_t kJoiner = 0x200D;
    QString plain;
    for (const char32_t c : text.toUcs4()) {
        if (c == kKeycap) {
            // 1️⃣ numbers a line.
            while (!plain.isEmpty() && (plain.back().isSpace() || plain.back().isDigit()) && plain.back() != u'\n')
                plain.chop(1);
            plain += u' ';
        } else if (c == kVariation || c == kJoiner || QChar::category(c) == QChar::Symbol_Other
            || (c >= 0x1F000 && c <= 0x1FAFF)) {
            plain += u' ';
        } else {
            plain += QString::fromUcs4(&c, 1);
        }
    }
    return plain;
}

std::optional<Money> capitalOf(const QString &value)
{
    static const QRegularExpression number(QStringLiteral("([0-9][0-9,]*(?:\\.[0-9]+)?)\\s*(亿|万)?\\s*(?:元|人民币|圆|$)"));
    QString capitals = value;
    if (const auto money = parseCapitals(capitals.remove(u' ')))
        return money;
    const auto match = number.match(value);
    if (!match.hasMatch())
        return std::nullopt;
    const QString digits = match.captured(1).remove(u',');
    if (match.captured(2) == QStringLiteral("万"))
        return Money::parseWan(digits);
    const auto money = Money::parseYuan(digits);
    if (match.captured(2).isEmpty() || !money)
        return money;
    constexpr qint64 kHundredMillion = 100'000'000;
    return money->fen() <= Money::kMaxFen / kHundredMillion ? std::optional(Money::fromFen(money->fen() * kHundredMillion))
                                                            : std::nullopt;
}

QDate dateOf(const QString &value)
{
    static const QRegularExpression date(QStringLiteral("([0-9]{4})\\s*[年./-]\\s*([0-9]{1,2})\\s*[月./-]\\s*([0-9]{1,2})"));
    const auto match = date.match(value);
    return match.hasMatch() ? QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()) : QDate();
}

/// Every telephone number in the text, taken out of it, in stored form.
QStringList phonesIn(QString &text)
{
    static const QRegularExpression phone(
        QStringLiteral("(?<![0-9A-Za-z])(?:\\+?86[ -]?)?(1[3-9][0-9](?:[ -]?[0-9]{4}){2}|400[ -]?[0-9]{3,4}[ -]?[0-9]{3,4}"
                       "|\\(?0[0-9]{2,3}\\)?[ -]?[0-9]{3,4}[ -]?[0-9]{4}(?:[ -]?(?:转|分机|ext\\.?)?[ -]?:?[ "
                       "]?[0-9]{1,5}(?![0-9]))?)(?![0-9A-Za-z])"));
    QStringList numbers;
    for (auto match = phone.match(text); match.hasMatch(); match = phone.match(text, match.capturedStart() + 1)) {
        if (const auto number = normalizedPhone(match.captured(1)); number && !numbers.contains(*number))
            numbers.append(*number);
        text.replace(match.capturedStart(), match.capturedLength(), QStringLiteral(" "));
    }
    return numbers;
}

std::optional<Ownership> ownershipOf(const QString &licenceType)
{
    using enum Ownership;
    // The more telling words first: a 合资 with foreigners is also called 外商投资.
    static constexpr std::array<WordsOf<Ownership>, 6> kTable{{{"合资|合作", Joint}, {"外商|外国|港澳台|台港澳", Foreign},
        {"国有|全民所有制", State}, {"集体", Collective}, {"事业单位", Public}, {"自然人|私营|个人独资|个体", Private}}};
    return firstSaid(kTable, licenceType);
}

std::optional<UnitKind> unitKindOf(const QString &licenceType)
{
    using enum UnitKind;
    static constexpr std::array<WordsOf<UnitKind>, 2> kTable{
        {{"社会团体|民办非企业", Society}, {"公司|企业|合伙|个体|全民所有制", Enterprise}}};
    return firstSaid(kTable, licenceType);
}

} // namespace mishutai::parties
