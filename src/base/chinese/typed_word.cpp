#include "base/chinese/typed_word.h"

#include "base/chinese/text.h"

#include <QRegularExpression>

#include <algorithm>

namespace mishutai {

namespace {

/// A text in another form, and for each unit of it where it stood.
struct Mapped {
    QString text;
    std::vector<TextRange> places;

    std::optional<TextRange> find(const QString &wanted) const
    {
        const qsizetype at = wanted.isEmpty() ? -1 : text.indexOf(wanted);
        return at < 0 ? std::nullopt : std::optional(between(static_cast<size_t>(at), static_cast<size_t>(at + wanted.size())));
    }
    TextRange between(size_t first, size_t end) const
    {
        const TextRange &last = places[end - 1];
        return {places[first].start, last.start + last.length - places[first].start};
    }
};

/// Calls `use` with each character of a text, pairs of surrogates as one.
template <class Use> void forCharacters(QStringView text, Use use)
{
    for (qsizetype i = 0; i < text.size();) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size();
        const qsizetype length = isPair ? 2 : 1;
        use(text.sliced(i, length), TextRange{i, length});
        i += length;
    }
}

Mapped normalForm(QStringView text)
{
    Mapped mapped;
    forCharacters(text, [&mapped](QStringView character, TextRange place) {
        const QString normal = normalized(character);
        mapped.text += normal;
        mapped.places.insert(mapped.places.end(), static_cast<size_t>(normal.size()), place);
    });
    return mapped;
}

Mapped digitsOf(const Mapped &normal)
{
    Mapped digits;
    for (qsizetype i = 0; i < normal.text.size(); ++i) {
        if (normal.text[i] < u'0' || normal.text[i] > u'9')
            continue;
        digits.text += normal.text[i];
        digits.places.push_back(normal.places[static_cast<size_t>(i)]);
    }
    return digits;
}

bool isAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

} // namespace

QString digitsOnly(QStringView normal)
{
    QString digits;
    for (const QChar c : normal) {
        if (c >= u'0' && c <= u'9')
            digits += c;
        else if (c != u'-' && c != u'+' && c != u'(' && c != u')')
            return {};
    }
    return digits;
}

TypedWord::TypedWord(QStringView text) : m_normal(normalized(text)), m_digits(digitsOnly(m_normal)), m_pinyin(m_normal) { }

std::optional<TextRange> TypedWord::in(QStringView text) const
{
    const Mapped normal = normalForm(text);
    if (const auto found = normal.find(m_normal))
        return found;
    if (!m_digits.isEmpty())
        return digitsOnly(normal.text).isEmpty() ? std::nullopt : digitsOf(normal).find(m_digits);
    if (!isPinyin() || isAscii(normal.text) || !m_pinyin.matches(text))
        return std::nullopt;
    PinyinKey key;
    Mapped characters;
    forCharacters(text, [&](QStringView character, TextRange place) {
        const PinyinKey one = pinyinKey(character);
        key.masks.insert(key.masks.end(), one.masks.begin(), one.masks.end());
        key.readings.insert(key.readings.end(), one.readings.begin(), one.readings.end());
        characters.places.insert(characters.places.end(), one.masks.size(), place);
    });
    const auto found = m_pinyin.find(key.masks, key.readings);
    return found ? std::optional(characters.between(found->first, found->second)) : std::nullopt;
}

std::vector<TypedWord> typedWords(const QString &text)
{
    static const QRegularExpression kBlank(QStringLiteral("\\s+"), QRegularExpression::UseUnicodePropertiesOption);
    std::vector<TypedWord> words;
    for (const QString &part : text.split(kBlank, Qt::SkipEmptyParts)) {
        TypedWord word(part);
        if (!word.normal().isEmpty())
            words.push_back(std::move(word));
    }
    return words;
}

} // namespace mishutai
