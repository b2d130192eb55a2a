#pragma once

#include <QByteArray>

namespace mishutai {

/// What texts are ordered by where people look names up: compared as bytes, keys stand as dictionaries and Excel put the texts.
/// Punctuation, digits, Latin letters without regard to width and case, then Chinese characters by pinyin; characters that sound
/// alike stand together, and what differs in none of this by its code points. The most usual reading counts, but for what
/// begins names of places and families: 长沙 under c, 重庆 under c, 曾 under z. May be called from any thread.
/// @param text UTF-8 @return empty for an empty text
/// @throws Error (Storage) when the program was linked without its resources
QByteArray pinyinSortKey(QByteArrayView text);

} // namespace mishutai
