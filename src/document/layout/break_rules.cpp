#include "document/layout/break_rules.h"

#include <algorithm>
#include <array>

namespace mishutai::document {

namespace {

using namespace std::string_view_literals;

constexpr auto kClosing = U"，。、；：！？）》〉】〕］｝」』〗”’．"sv;
constexpr auto kOpening = U"（《〈【〔［｛「『〖“‘"sv;
constexpr auto kOtherNotFirst = U"％‰℃…·～ー々,.;:!?)]}%"sv;
constexpr auto kOtherNotLast = U"￥¥＄$№([{"sv;

// What may follow a number before its unit, and the units, longest first.
constexpr auto kApproximate = U"余多近"sv;
constexpr auto kMagnitudes = U"十百千万亿"sv;
constexpr std::array kUnits{U"个百分点"sv, U"平方公里"sv, U"立方米"sv, U"平方米"sv, U"人民币"sv, U"万人次"sv, U"千瓦时"sv,
    U"个工作日"sv, U"个月"sv, U"人次"sv, U"家次"sv, U"场次"sv, U"项次"sv, U"公里"sv, U"公斤"sv, U"小时"sv, U"分钟"sv, U"美元"sv,
    U"周年"sv, U"年度"sv, U"元"sv, U"家"sv, U"个"sv, U"人"sv, U"次"sv, U"项"sv, U"名"sv, U"位"sv, U"场"sv, U"期"sv, U"届"sv,
    U"条"sv, U"份"sv, U"套"sv, U"台"sv, U"部"sv, U"所"sv, U"户"sv, U"吨"sv, U"米"sv, U"亩"sv, U"件"sv, U"支"sv, U"只"sv, U"辆"sv,
    U"批"sv, U"类"sv, U"种"sv, U"层"sv, U"号"sv, U"岁"sv, U"天"sv, U"倍"sv, U"张"sv, U"笔"sv, U"页"sv, U"分"sv, U"角"sv, U"度"sv,
    U"点"sv, U"时"sv, U"周"sv, U"篇"sv, U"款"sv, U"组"sv, U"％"sv, U"‰"sv, U"℃"sv};
constexpr auto kDateParts = U"年月日"sv;

bool isDigit(char32_t c)
{
    return c >= U'0' && c <= U'9';
}

/// The number that starts at a digit: 1,234.56, 1-10, 63%～68%.
size_t endOfNumber(std::u32string_view text, size_t at)
{
    while (at < text.size()) {
        const bool joins
            = U".,-–%～~/:"sv.find(text[at]) != std::u32string_view::npos && at + 1 < text.size() && isDigit(text[at + 1]);
        const bool percent = text[at] == U'%';
        if (!isDigit(text[at]) && !joins && !percent)
            break;
        ++at;
    }
    return at;
}

/// End of the unit that starts here; here itself when there is none.
size_t endOfUnit(std::u32string_view text, size_t at)
{
    size_t end = at;
    while (end < text.size()
        && (kApproximate.find(text[end]) != kApproximate.npos || kMagnitudes.find(text[end]) != kMagnitudes.npos))
        ++end;
    for (const std::u32string_view unit : kUnits)
        if (text.substr(end, unit.size()) == unit)
            return end + unit.size();
    return end;
}

/// End of a date such as 2021年1月26日 or 1–10月 after its first number; here itself when there is none.
size_t endOfDate(std::u32string_view text, size_t at)
{
    size_t end = at;
    while (end < text.size() && kDateParts.find(text[end]) != kDateParts.npos) {
        ++end;
        const bool goesOn = end < text.size() && isDigit(text[end]);
        const size_t number = goesOn ? endOfNumber(text, end) : end;
        if (!goesOn || number >= text.size() || kDateParts.find(text[number]) == kDateParts.npos)
            break;
        end = number;
    }
    if (end > at && end < text.size() && (text[end] == U'度' || text[end] == U'份' || text[end] == U'底'))
        ++end;
    return end;
}

void glueNumbers(std::u32string_view text, std::vector<bool> &allowed)
{
    for (size_t at = 0; at < text.size();) {
        if (!isDigit(text[at])) {
            ++at;
            continue;
        }
        const size_t number = endOfNumber(text, at);
        size_t end = endOfDate(text, number);
        if (end == number)
            end = endOfUnit(text, number);
        // 第3次, 约20家: the word in front belongs to the number too.
        const size_t start = at > 0 && (text[at - 1] == U'第' || text[at - 1] == U'约') ? at - 1 : at;
        for (size_t i = start + 1; i < end; ++i)
            allowed[i] = false;
        at = end;
    }
}

} // namespace

bool isBlankOnRight(char32_t character)
{
    return kClosing.find(character) != kClosing.npos;
}

bool isBlankOnLeft(char32_t character)
{
    return kOpening.find(character) != kOpening.npos;
}

bool mustNotStartLine(char32_t character)
{
    return isBlankOnRight(character) || kOtherNotFirst.find(character) != kOtherNotFirst.npos;
}

bool mustNotEndLine(char32_t character)
{
    return isBlankOnLeft(character) || kOtherNotLast.find(character) != kOtherNotLast.npos;
}

bool isFullWidth(char32_t c)
{
    return (c >= 0x2E80 && c < 0xA4D0) || (c >= 0xF900 && c < 0xFB00) || (c >= 0xFE30 && c < 0xFE50)
        || (c >= 0xFF01 && c <= 0xFF60) || (c >= 0xFFE0 && c < 0xFFE7) || c >= 0x20000 || (c >= 0x2460 && c < 0x2500)
        || U"“”‘’—…·×÷±℃‰№"sv.find(c) != std::u32string_view::npos;
}

bool isHalfWidthWord(char32_t c)
{
    return isDigit(c) || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c < 0x250)
        || U".,'-_@%/:+#&="sv.find(c) != std::u32string_view::npos;
}

int columnsOf(const QString &text)
{
    int columns = 0;
    for (const uint character : text.toUcs4())
        columns += isFullWidth(character) ? 2 : 1;
    return columns;
}

std::vector<bool> breakOpportunities(std::u32string_view text)
{
    std::vector<bool> allowed(text.size(), true);
    if (text.empty())
        return allowed;
    allowed[0] = false;
    for (size_t i = 1; i < text.size(); ++i) {
        const char32_t before = text[i - 1];
        const char32_t after = text[i];
        const bool insideWord = isHalfWidthWord(before) && isHalfWidthWord(after);
        const bool insidePair = before == after && (after == U'—' || after == U'…');
        allowed[i] = !mustNotStartLine(after) && !mustNotEndLine(before) && !insideWord && !insidePair && after != U' ';
    }
    glueNumbers(text, allowed);
    return allowed;
}

} // namespace mishutai::document
