#pragma once

#include "base/chinese/pinyin.h"

#include <QString>

#include <optional>
#include <vector>

namespace mishutai {

/// A part of a text, in QChars.
struct TextRange {
    qsizetype start = 0;
    qsizetype length = 0;
    bool operator==(const TextRange &) const = default;
};

/// One word of what was typed into a search, ready to be held against many texts. It is found as it stands (regardless of
/// width, case and blanks), as the digits of a phone written with hyphens, and as pinyin or initials of Chinese characters.
class TypedWord
{
public:
    explicit TypedWord(QStringView text);

    const QString &normal() const { return m_normal; } ///< as normalized() gives it
    const QString &digits() const { return m_digits; } ///< of a word of digits and - + ( ) only; else empty
    const PinyinMatcher &pinyin() const { return m_pinyin; }
    /// Whether its letters may stand for Chinese characters.
    bool isPinyin() const { return m_pinyin.isPinyin() && m_digits.isEmpty(); }
    /// The first place in a text, to mark it.
    std::optional<TextRange> in(QStringView text) const;

private:
    QString m_normal;
    QString m_digits;
    PinyinMatcher m_pinyin;
};

/// The blank-separated words of a search; empty for a text of blanks.
std::vector<TypedWord> typedWords(const QString &text);

/// Digits of a text that is made of digits and - + ( ) only; else empty.
QString digitsOnly(QStringView normal);

} // namespace mishutai
