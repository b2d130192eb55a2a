#pragma once

#include <QDate>
#include <QString>
#include <QStringView>

#include <optional>

namespace mishutai {

/// A span of days, both ends included. from() ≤ to() always.
class Period
{
public:
    /// @throws Error (Validation) when a date is invalid or from is after to
    static Period range(QDate from, QDate to);
    static Period year(int year);
    static Period month(int year, int month);
    static Period quarter(int year, int quarter);
    /// "1–10月" of a year: January up to and including the month.
    static Period monthsUpTo(int year, int month);
    /// "2021", "2021年", "2021-05", "2021年5月", "2021Q2", "2021年二季度", "2021年1-10月", "2021年上半年",
    /// "2021-01-01..2021-03-15", "2021年1月1日至3月15日", one day with its year. Reads back what chinese() writes.
    static std::optional<Period> parse(QStringView text);

    QDate from() const { return m_from; }
    QDate to() const { return m_to; }
    bool contains(QDate day) const { return m_from <= day && day <= m_to; }
    bool isFullYear() const;
    /// The same span moved by whole years (29 February becomes 28 February; whole months stay whole months, so that
    /// February 2021 against the year before is 1–29 February 2020).
    Period shiftedYears(int years) const;
    /// "2021年", "2021年5月", "2021年二季度", "2021年1—10月", "2021年1月1日至3月15日", "2021年5月14日".
    QString chinese() const;

    bool operator==(const Period &) const = default;

private:
    Period(QDate from, QDate to) : m_from(from), m_to(to) { }
    QDate m_from;
    QDate m_to;
};

/// A day as Chinese offices type it: 20210514, 2021.5.14, 2021-5-14, 2021/5/14, 2021年5月14日, 5.14, 5-14, 5月14日 (year of
/// today), 今天, 昨天, 明天, 前天, 后天, 月底, 5月底, 2021年5月底, 年底; full-width characters and 。for a point too. Nothing for
/// what is no day of the years 1900…2199: never a guess.
std::optional<QDate> parseDate(QStringView text, QDate today);
/// As parseDate, and a day as it stands in tables that programs have written: 2021-05-14 00:00:00, 2021/5/14 0:00 (the time is
/// dropped), 21-5-14 (2000…today's year and ten more), 44330 (the serial number of Excel, for 1927…2099). For cells that a
/// person sees understood before they are taken.
std::optional<QDate> parseCellDate(QStringView text, QDate today);
/// "2021年5月14日"
QString chineseDate(QDate date);

} // namespace mishutai
