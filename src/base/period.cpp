#include "base/period.h"

#include "base/error.h"

#include <QCoreApplication>

namespace mishutai {

namespace {

constexpr int kMonths = 12;
constexpr int kMonthsPerQuarter = 3;

[[noreturn]] void refuse(const QString &cause)
{
    throw Error(Error::Kind::Validation, QCoreApplication::translate("Base", "期间不正确"), cause,
        QCoreApplication::translate("Base", "请填写年、月、季度，或起止日期，例如 2021年、2021年5月、2021年1-10月"));
}

QDate lastOfMonth(int year, int month)
{
    const QDate first(year, month, 1);
    return first.isValid() ? first.addMonths(1).addDays(-1) : QDate();
}

bool isLastOfMonth(QDate day)
{
    return day.day() == day.daysInMonth();
}

bool isWholeMonths(QDate from, QDate to)
{
    return from.day() == 1 && isLastOfMonth(to);
}

QString quarterName(int quarter)
{
    constexpr QStringView kNames = u"一二三四";
    return QString(kNames[quarter - 1]) + "季度";
}

QString monthsText(QDate from, QDate to)
{
    const QString year = QString::number(from.year()) + "年";
    if (from.month() == 1 && to.month() == kMonths)
        return year;
    if (from.month() == to.month())
        return year + QString::number(from.month()) + "月";
    const bool isQuarter = from.month() % kMonthsPerQuarter == 1 && to.month() == from.month() + kMonthsPerQuarter - 1;
    if (isQuarter)
        return year + quarterName(to.month() / kMonthsPerQuarter);
    return year + QString("%1—%2月").arg(from.month()).arg(to.month());
}

} // namespace

Period Period::range(QDate from, QDate to)
{
    if (!from.isValid() || !to.isValid())
        refuse(QCoreApplication::translate("Base", "没有这样的日期"));
    if (from > to)
        refuse(QCoreApplication::translate("Base", "开始日期%1晚于结束日期%2").arg(chineseDate(from), chineseDate(to)));
    return Period(from, to);
}

Period Period::year(int year)
{
    return range(QDate(year, 1, 1), QDate(year, kMonths, 31));
}

Period Period::month(int year, int month)
{
    return range(QDate(year, month, 1), lastOfMonth(year, month));
}

Period Period::quarter(int year, int quarter)
{
    const int last = quarter * kMonthsPerQuarter;
    return range(QDate(year, last - kMonthsPerQuarter + 1, 1), lastOfMonth(year, last));
}

Period Period::monthsUpTo(int year, int month)
{
    return range(QDate(year, 1, 1), lastOfMonth(year, month));
}

bool Period::isFullYear() const
{
    return isWholeMonths(m_from, m_to) && m_from.year() == m_to.year() && m_from.month() == 1 && m_to.month() == kMonths;
}

Period Period::shiftedYears(int years) const
{
    const QDate to = m_to.addYears(years);
    return range(m_from.addYears(years), isWholeMonths(m_from, m_to) ? lastOfMonth(to.year(), to.month()) : to);
}

QString Period::chinese() const
{
    if (m_from == m_to)
        return chineseDate(m_from);
    const bool isSameYear = m_from.year() == m_to.year();
    if (isSameYear && isWholeMonths(m_from, m_to))
        return monthsText(m_from, m_to);
    const QString end = isSameYear ? QString("%1月%2日").arg(m_to.month()).arg(m_to.day()) : chineseDate(m_to);
    return chineseDate(m_from) + "至" + end;
}

} // namespace mishutai
