#pragma once

#include <QDate>
#include <QString>
#include <QStringView>

#include <optional>

namespace mishutai {

/// What parseDate and Period::parse share. Half-width and trimmed; 。as a Chinese input method types it becomes a point,
/// every long dash a hyphen, 〜 a tilde.
QString plainDateText(QStringView text);

/// The day, if it exists and its year is 1900…2199.
std::optional<QDate> validDate(int year, int month, int day);

/// A day written with its year, in plainDateText form: 20210514, 2021.5.14, 2021-5-14, 2021/5/14, 2021年5月14日 or 号,
/// 2021年5月底, 2021年底.
std::optional<QDate> fullDate(const QString &plain);

} // namespace mishutai
