#pragma once

#include "metrics/metric.h"

namespace mishutai::reports {

/// Names that `row.` may ask of a row: the contract's columns and the further ones of its query.
QStringList rowColumns(const metrics::MetricRow &row);
/// A column as stored; nothing when the row has no such column.
std::optional<QString> rowColumn(const metrics::MetricRow &row, const QString &column);
/// A column as written in a text: formats 年月日, 月日, 数 (a *_micro column), 元 and 万元 (a *_fen column). A date of which only
/// the month is known (column date_precision) is written as a month. Empty when the column is; nothing for an unknown column or a
/// format that does not fit it.
std::optional<QString> rowText(const metrics::MetricRow &row, const QString &column, const QStringList &formats);

} // namespace mishutai::reports
