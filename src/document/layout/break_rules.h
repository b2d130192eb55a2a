#pragma once

#include <QString>

#include <string_view>
#include <vector>

namespace mishutai::document {

/// 避头: a line must not start with it (closing marks, stops, ％ ℃ …).
bool mustNotStartLine(char32_t character);
/// 避尾: a line must not end with it (opening marks, ￥ №).
bool mustNotEndLine(char32_t character);
/// Full-width marks whose right (closing) or left (opening) half is empty, so that they can give up to half a cell.
bool isBlankOnRight(char32_t character);
bool isBlankOnLeft(char32_t character);

/// Ideographs, kana, full-width forms and Chinese punctuation: characters that fill a cell of the grid.
bool isFullWidth(char32_t character);
/// ASCII letters and digits and what joins them.
bool isHalfWidthWord(char32_t character);

/// Columns of a fixed-width font that a text takes: two for a full-width character.
int columnsOf(const QString &text);

/// Where a line may end: entry i tells whether a break before character i is allowed (entry 0 never). Beside the marks above,
/// nothing breaks inside a word or number, between —— or ……, and between a number and its unit: 20.66亿元, 127家,
/// 2021年1月26日, 3.5个百分点.
std::vector<bool> breakOpportunities(std::u32string_view text);

} // namespace mishutai::document
