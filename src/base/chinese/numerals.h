#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace mishutai {

/// 0…9999 in words: 零, 十, 十一, 二十, 一百零五, 一百一十, 二千零二十一. Other numbers are a bug of the caller.
QString chineseNumber(int number);

/// Reads chineseNumber() back; also 一十一 for 十一, 两 for 二 before 百 and 千, 〇 for 零. Nothing for anything else.
std::optional<int> parseChineseNumber(QStringView text);

/// "第一届", "第十二次": ordinals of terms and meetings. Number 0…9999.
QString chineseOrdinal(int number, const QString &counter);

/// The number before a heading, by 党政机关公文格式 (GB/T 9704-2012, 7.3.3): depth 1 一、 · 2 （一） · 3 1．· 4 （1）.
/// Depth 1…4, number 1…9999.
QString headingNumber(int depth, int number);

} // namespace mishutai
