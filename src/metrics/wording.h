#pragma once

#include "metrics/metric.h"

namespace mishutai::metrics {

/// How a figure is written: parts of a field's format, separated by '|' in a template.
///   万元 / 亿元 / 元    money exact in that unit, zeros stripped (万元, 亿元) or with two decimals and separators (元)
///   余:10 超过:100 至少:10 近:10 约:10    a wording over the exact count; when it is not true of the count the exact
///                      figure is printed instead
///   无单位             without the unit
///   绝对值             without the sign
///   大写               capitals of an amount; 一二三 of a count
///   百分比:1           a share with so many decimals
/// Without a format: the exact figure with the unit and, for an inexact value, its qualifier's word ("超过1200人").
/// @throws Error Validation for a format that is unknown or does not fit the value
QString word(const MetricValue &value, const QString &format);

/// Every name that `word` knows before ':' for the template checker's messages.
QStringList knownFormats();

} // namespace mishutai::metrics
