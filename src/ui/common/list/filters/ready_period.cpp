#include "ui/common/list/filters/ready_period.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("List", text);
}

Period monthOf(QDate day)
{
    return Period::month(day.year(), day.month());
}

Period quarterOf(QDate day)
{
    constexpr int kMonthsOfQuarter = 3;
    return Period::quarter(day.year(), (day.month() - 1) / kMonthsOfQuarter + 1);
}

} // namespace

const std::vector<ReadyPeriod> &readyPeriods()
{
    static const std::vector<ReadyPeriod> periods{{"today", tr("今天")}, {"thisWeek", tr("本周")}, {"thisMonth", tr("本月")},
        {"lastMonth", tr("上月")}, {"thisQuarter", tr("本季度")}, {"lastQuarter", tr("上季度")}, {"thisYear", tr("本年")},
        {"lastYear", tr("上年")}, {"nextThirtyDays", tr("今后30天")}};
    return periods;
}

std::optional<Period> readyPeriod(const QString &key, QDate today)
{
    constexpr int kThirtyDays = 30;
    if (key == u"today")
        return Period::range(today, today);
    if (key == u"thisWeek") {
        const QDate monday = today.addDays(1 - today.dayOfWeek());
        return Period::range(monday, monday.addDays(6));
    }
    if (key == u"thisMonth")
        return monthOf(today);
    if (key == u"lastMonth")
        return monthOf(monthOf(today).from().addDays(-1));
    if (key == u"thisQuarter")
        return quarterOf(today);
    if (key == u"lastQuarter")
        return quarterOf(quarterOf(today).from().addDays(-1));
    if (key == u"thisYear")
        return Period::year(today.year());
    if (key == u"lastYear")
        return Period::year(today.year() - 1);
    if (key == u"nextThirtyDays")
        return Period::range(today, today.addDays(kThirtyDays));
    return std::nullopt;
}

QString readyPeriodLabel(const QString &key)
{
    const auto found = std::ranges::find(readyPeriods(), key, &ReadyPeriod::key);
    return found == readyPeriods().end() ? key : found->label;
}

std::vector<db::ListFilter> withDates(const std::vector<db::ListFilter> &filters, QDate today)
{
    std::vector<db::ListFilter> dated;
    for (const db::ListFilter &filter : filters) {
        const auto period
            = filter.condition == db::Condition::InPeriod ? readyPeriod(filter.value.toString(), today) : std::nullopt;
        if (!period) {
            dated.push_back(filter);
            continue;
        }
        dated.push_back({filter.column, db::Condition::AtLeast, period->from()});
        dated.push_back({filter.column, db::Condition::AtMost, period->to()});
    }
    return dated;
}

} // namespace mishutai::ui
