#include "base/text/date_text.h"

#include "base/chinese/text.h"
#include "base/period.h"

#include <QRegularExpression>

#include <algorithm>

namespace mishutai {

namespace {

std::optional<QDate> endOfMonth(int year, int month)
{
    const auto first = validDate(year, month, 1);
    return first ? std::optional(first->addMonths(1).addDays(-1)) : std::nullopt;
}

int number(const QRegularExpressionMatch &match, int group)
{
    return match.capturedView(group).toInt();
}

/// 今天, 昨天 …, 月底, 年底
std::optional<QDate> wordDate(const QString &plain, QDate today)
{
    struct Row {
        QStringView word;
        int days;
    };
    constexpr Row kDays[] = {{u"今天", 0}, {u"昨天", -1}, {u"明天", 1}, {u"前天", -2}, {u"后天", 2}};
    const auto row = std::find_if(std::begin(kDays), std::end(kDays), [&plain](const Row &r) { return r.word == plain; });
    if (row != std::end(kDays))
        return today.addDays(row->days);
    if (plain == u"月底")
        return endOfMonth(today.year(), today.month());
    if (plain == u"年底")
        return endOfMonth(today.year(), 12);
    return std::nullopt;
}

/// 44330; days counted as Excel does, from where its 29 February 1900 no longer disturbs.
std::optional<QDate> serialDate(const QString &plain)
{
    constexpr int kFirst = 10'000; // 1927-05-18
    constexpr int kLast = 73'050; // 2099-12-31
    static const QRegularExpression pattern(R"(^(\d{5})(?:\.\d+)?$)");
    const auto match = pattern.match(plain);
    if (!match.hasMatch() || number(match, 1) < kFirst || number(match, 1) > kLast)
        return std::nullopt;
    return QDate(1899, 12, 30).addDays(number(match, 1));
}

/// 21-5-14. A year far ahead would be one of the last century, or a day: no guess.
std::optional<QDate> shortYearDate(const QString &plain, int thisYear)
{
    constexpr int kCentury = 2000;
    constexpr int kAhead = 10;
    static const QRegularExpression pattern(R"(^(\d{2})([-./])(\d{1,2})\2(\d{1,2})$)");
    const auto match = pattern.match(plain);
    if (!match.hasMatch() || kCentury + number(match, 1) > thisYear + kAhead)
        return std::nullopt;
    return validDate(kCentury + number(match, 1), number(match, 3), number(match, 4));
}

/// 5.14, 5-14, 5/14, 5月14日, 5月底: a day of the given year
std::optional<QDate> yearlessDate(const QString &plain, int year)
{
    static const QRegularExpression day(R"(^(\d{1,2})(?:[-./]|\s*月\s*)(\d{1,2})$|^(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]$)");
    static const QRegularExpression monthEnd(R"(^(\d{1,2})\s*月底$)");
    if (const auto match = day.match(plain); match.hasMatch()) {
        const int first = match.hasCaptured(1) ? 1 : 3;
        return validDate(year, number(match, first), number(match, first + 1));
    }
    if (const auto match = monthEnd.match(plain); match.hasMatch())
        return endOfMonth(year, number(match, 1));
    return std::nullopt;
}

} // namespace

QString plainDateText(QStringView text)
{
    QString plain = toHalfWidth(text).trimmed();
    plain.replace(QChar(0x3002), '.').replace(QChar(0x301C), '~');
    for (const QChar dash : QStringView(u"\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500"))
        plain.replace(dash, '-');
    return plain;
}

std::optional<QDate> validDate(int year, int month, int day)
{
    constexpr int kFirstYear = 1900;
    constexpr int kLastYear = 2199;
    const QDate date(year, month, day);
    return year >= kFirstYear && year <= kLastYear && date.isValid() ? std::optional(date) : std::nullopt;
}

std::optional<QDate> fullDate(const QString &plain)
{
    static const QRegularExpression packed(R"(^(\d{4})(\d{2})(\d{2})$)");
    static const QRegularExpression separated(R"(^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$)");
    static const QRegularExpression chinese(R"(^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$)");
    static const QRegularExpression ended(R"(^(\d{4})\s*年(?:\s*(\d{1,2})\s*月)?底$)");
    if (const auto match = packed.match(plain); match.hasMatch())
        return validDate(number(match, 1), number(match, 2), number(match, 3));
    if (const auto match = separated.match(plain); match.hasMatch())
        return validDate(number(match, 1), number(match, 3), number(match, 4));
    if (const auto match = chinese.match(plain); match.hasMatch())
        return validDate(number(match, 1), number(match, 2), number(match, 3));
    if (const auto match = ended.match(plain); match.hasMatch())
        return endOfMonth(number(match, 1), match.hasCaptured(2) ? number(match, 2) : 12);
    return std::nullopt;
}

std::optional<QDate> parseDate(QStringView text, QDate today)
{
    const QString plain = plainDateText(text);
    if (const auto date = fullDate(plain))
        return date;
    if (const auto date = yearlessDate(plain, today.year()))
        return date;
    return wordDate(plain, today);
}

std::optional<QDate> parseCellDate(QStringView text, QDate today)
{
    static const QRegularExpression time(R"((?:\s+|T|(?<=[日号]))\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$)");
    const QString plain = plainDateText(text);
    if (const auto match = time.match(plain); match.hasMatch())
        return fullDate(plain.first(match.capturedStart()));
    if (const auto date = parseDate(plain, today))
        return date;
    if (const auto date = shortYearDate(plain, today.year()))
        return date;
    return serialDate(plain);
}

QString chineseDate(QDate date)
{
    return QString("%1年%2月%3日").arg(date.year()).arg(date.month()).arg(date.day());
}

} // namespace mishutai
