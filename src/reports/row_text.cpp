#include "reports/row_text.h"

#include "base/decimal.h"

namespace mishutai::reports {

namespace {

const QStringList kContract{"label", "on_date", "value"};

std::optional<QString> dateText(const metrics::MetricRow &row, const QString &stored, const QString &format)
{
    const QDate date = QDate::fromString(stored, Qt::ISODate);
    if (!date.isValid())
        return std::nullopt;
    const bool isMonth = row.details.value("date_precision") == "MONTH";
    const QString monthAndDay
        = isMonth ? QString("%1月").arg(date.month()) : QString("%1月%2日").arg(date.month()).arg(date.day());
    return format == "月日" ? monthAndDay : QString("%1年%2").arg(date.year()).arg(monthAndDay);
}

} // namespace

QStringList rowColumns(const metrics::MetricRow &row)
{
    QStringList columns = row.details.keys();
    columns.sort();
    return kContract + columns;
}

std::optional<QString> rowColumn(const metrics::MetricRow &row, const QString &column)
{
    if (column == "label")
        return row.label;
    if (column == "on_date")
        return row.onDate.toString(Qt::ISODate);
    if (column == "value")
        return row.value ? QString::number(*row.value) : QString();
    const auto found = row.details.find(column);
    return found == row.details.end() ? std::nullopt : std::optional(*found);
}

std::optional<QString> rowText(const metrics::MetricRow &row, const QString &column, const QStringList &formats)
{
    const auto stored = rowColumn(row, column);
    if (!stored || stored->isEmpty() || formats.isEmpty())
        return stored;
    const QString format = formats.front();
    if (formats.size() > 1)
        return std::nullopt;
    if (format == "年月日" || format == "月日")
        return dateText(row, *stored, format);
    bool isInteger = false;
    const qint64 number = stored->toLongLong(&isInteger);
    if (!isInteger)
        return std::nullopt;
    if (format == "数" && column.endsWith("_micro"))
        return Decimal::fromMicro(number).text();
    if (format == "万元" && column.endsWith("_fen"))
        return Money::fromFen(number).wan() + format;
    if (format == "元" && column.endsWith("_fen"))
        return Money::fromFen(number).grouped() + format;
    return std::nullopt;
}

} // namespace mishutai::reports
