#include "base/period.h"
#include "base/text/date_text.h"

#include <QRegularExpression>

namespace mishutai {

namespace {

constexpr int kMonths = 12;

int number(const QRegularExpressionMatch &match, int group)
{
    return match.capturedView(group).toInt();
}

std::optional<Period> months(int year, int first, int last)
{
    const auto from = validDate(year, first, 1);
    const auto lastStart = validDate(year, last, 1);
    if (!from || !lastStart || first > last)
        return std::nullopt;
    return Period::range(*from, lastStart->addMonths(1).addDays(-1));
}

std::optional<Period> yearText(const QString &plain)
{
    static const QRegularExpression pattern(R"(^(\d{4})\s*(?:年(?:度|全年)?)?$)");
    const auto match = pattern.match(plain);
    return match.hasMatch() ? months(number(match, 1), 1, kMonths) : std::nullopt;
}

std::optional<Period> monthText(const QString &plain)
{
    static const QRegularExpression pattern(R"(^(\d{4})(?:[-./](\d{1,2})|(\d{2})|\s*年\s*(\d{1,2})\s*月份?)$)");
    const auto match = pattern.match(plain);
    if (!match.hasMatch())
        return std::nullopt;
    const int month = number(match, match.lastCapturedIndex());
    return months(number(match, 1), month, month);
}

std::optional<Period> quarterText(const QString &plain)
{
    static const QRegularExpression pattern(R"(^(\d{4})\s*(?:-?[Qq]([1-4])|年?\s*第?\s*([1-4一二三四])\s*季度?)$)");
    const auto match = pattern.match(plain);
    if (!match.hasMatch())
        return std::nullopt;
    const QString word = match.captured(match.lastCapturedIndex());
    const auto chinese = static_cast<int>(QStringView(u"一二三四").indexOf(word)) + 1;
    const int quarter = chinese > 0 ? chinese : word.toInt();
    return months(number(match, 1), quarter * 3 - 2, quarter * 3);
}

std::optional<Period> halfText(const QString &plain)
{
    static const QRegularExpression pattern(R"(^(\d{4})\s*年?\s*([上下])半年$)");
    const auto match = pattern.match(plain);
    if (!match.hasMatch())
        return std::nullopt;
    const bool isFirst = match.capturedView(2) == u"上";
    return months(number(match, 1), isFirst ? 1 : 7, isFirst ? 6 : kMonths);
}

/// 2021年1-10月
std::optional<Period> monthsText(const QString &plain)
{
    static const QRegularExpression pattern(R"(^(\d{4})\s*年\s*(\d{1,2})\s*月?\s*(?:-|~|至|到)\s*(\d{1,2})\s*月份?$)");
    const auto match = pattern.match(plain);
    return match.hasMatch() ? months(number(match, 1), number(match, 2), number(match, 3)) : std::nullopt;
}

std::optional<Period> singleText(const QString &plain)
{
    if (const auto day = fullDate(plain))
        return Period::range(*day, *day);
    for (const auto reader : {yearText, monthText, quarterText, halfText, monthsText}) {
        if (const auto period = reader(plain))
            return period;
    }
    return std::nullopt;
}

/// The right side of a range, with the year or month that it shares with the left one: 2021年1月1日至[2021年]3月15日.
QString completed(const QString &right, QDate left)
{
    static const QRegularExpression monthFirst(R"(^\d{1,2}\s*月)");
    static const QRegularExpression dayOnly(R"(^\d{1,2}\s*[日号]$)");
    if (monthFirst.match(right).hasMatch())
        return QString("%1年").arg(left.year()) + right;
    if (dayOnly.match(right).hasMatch())
        return QString("%1年%2月").arg(left.year()).arg(left.month()) + right;
    return right;
}

std::optional<Period> rangeText(const QString &plain)
{
    static const QRegularExpression separator(R"(\s*(?:\.\.|至|到|~|(?<=[年月日号])-)\s*)");
    const auto match = separator.match(plain);
    if (!match.hasMatch())
        return std::nullopt;
    const auto left = singleText(plain.first(match.capturedStart()));
    if (!left)
        return std::nullopt;
    const auto right = singleText(completed(plain.sliced(match.capturedEnd()), left->from()));
    if (!right || left->from() > right->to())
        return std::nullopt;
    return Period::range(left->from(), right->to());
}

} // namespace

std::optional<Period> Period::parse(QStringView text)
{
    const QString plain = plainDateText(text);
    if (const auto period = singleText(plain))
        return period;
    return rangeText(plain);
}

} // namespace mishutai
