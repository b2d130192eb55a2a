#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace mishutai::document {

/// Breaks a title into the fewest lines that fit: 词意完整 first (before a year, after a body's name, never inside a number,
/// 《》 or before 的), then 梯形 or 菱形 with no line much shorter than the others (GB/T 9704-2012, 7.3.1).
/// @param fits whether a text can stand on one line
QStringList breakTitle(const QString &title, const std::function<bool(QStringView)> &fits);

} // namespace mishutai::document
