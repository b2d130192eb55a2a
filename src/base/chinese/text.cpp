#include "base/chinese/text.h"

#include <algorithm>

namespace mishutai {

static QChar halfWidth(QChar c)
{
    constexpr char16_t kFirst = 0xFF01; // ！
    constexpr char16_t kLast = 0xFF5E; // ～
    constexpr char16_t kDistance = 0xFEE0;
    const char16_t code = c.unicode();
    if (code >= kFirst && code <= kLast)
        return QChar(static_cast<char16_t>(code - kDistance));
    if (code == 0x3000)
        return u' ';
    if (code == 0xFFE5)
        return QChar(0x00A5);
    return c;
}

QString toHalfWidth(QStringView text)
{
    QString half = text.toString();
    std::transform(half.cbegin(), half.cend(), half.begin(), halfWidth);
    return half;
}

QString normalized(QStringView text)
{
    QString folded = toHalfWidth(text).toCaseFolded();
    folded.removeIf([](QChar c) { return c.isSpace(); });
    return folded;
}

} // namespace mishutai
