#include "office/known_date.h"

#include "base/period.h"

namespace mishutai::office {

const ChoiceTable<DatePrecision> &datePrecisions()
{
    static const ChoiceTable<DatePrecision> table("Office",
        {
            {DatePrecision::Day, "DAY", QT_TRANSLATE_NOOP("Office", "到日")},
            {DatePrecision::Month, "MONTH", QT_TRANSLATE_NOOP("Office", "到月")},
            {DatePrecision::Year, "YEAR", QT_TRANSLATE_NOOP("Office", "到年")},
        });
    return table;
}

KnownDate KnownDate::around(QDate day, DatePrecision precision)
{
    if (!day.isValid() || precision == DatePrecision::Day)
        return {day, day, precision};
    const Period period = precision == DatePrecision::Month ? Period::month(day.year(), day.month()) : Period::year(day.year());
    return {period.from(), period.to(), precision};
}

std::optional<KnownDate> KnownDate::parse(QStringView text, QDate today)
{
    if (const std::optional<QDate> day = parseCellDate(text, today))
        return around(*day, DatePrecision::Day);
    const std::optional<Period> period = Period::parse(text);
    if (!period)
        return std::nullopt;
    for (const DatePrecision precision : {DatePrecision::Month, DatePrecision::Year}) {
        const KnownDate whole = around(period->from(), precision);
        if (whole.from == period->from() && whole.to == period->to())
            return whole;
    }
    return std::nullopt;
}

QString KnownDate::isoText() const
{
    const QString day = from.isValid() ? from.toString(Qt::ISODate) : QString();
    switch (precision) {
    case DatePrecision::Day:
        return day;
    case DatePrecision::Month:
        return day.left(7);
    case DatePrecision::Year:
        return day.left(4);
    }
    Q_UNREACHABLE();
}

} // namespace mishutai::office
