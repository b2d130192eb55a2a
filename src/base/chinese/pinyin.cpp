#include "base/chinese/pinyin.h"

#include "base/chinese/pinyin_table.h"
#include "base/chinese/text.h"

#include <QList>

#include <algorithm>

namespace mishutai {

namespace {

constexpr quint16 kAsciiGroups = 0xFF00; // a letter or digit is its own only reading
constexpr int kDigitBit = 26; // masks of digits use the bits above the letters: a flag, then the value

bool isTyped(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
}

quint32 typedMask(char32_t c)
{
    if (c >= U'a')
        return quint32{1} << (c - U'a');
    return (1 + static_cast<quint32>(c - U'0')) << kDigitBit;
}

bool meetsMask(quint32 mask, quint32 typed)
{
    return typed >> kDigitBit != 0 ? mask == typed : (mask & typed) != 0;
}

std::vector<char32_t> foldedCharacters(QStringView text)
{
    const auto characters = toHalfWidth(text).toCaseFolded().toUcs4();
    return {characters.begin(), characters.end()};
}

template <class Take> QString joinReadings(QStringView text, Take take)
{
    const PinyinTable &table = PinyinTable::instance();
    QString joined;
    for (const char32_t character : foldedCharacters(text)) {
        if (isTyped(character))
            joined += QChar(static_cast<char16_t>(character));
        else if (const quint16 group = table.group(character))
            joined += QString::fromLatin1(take(table.readings(group).readings.front()));
    }
    return joined;
}

/// How a reading meets the query at a place: bit n is set where n letters are used up; `finishes` when the query ends
/// within the reading.
struct Meeting {
    quint64 lengths = 0;
    bool finishes = false;
};

bool isSameLetter(char reading, char typed)
{
    return reading == typed || (reading == 'v' && typed == 'u');
}

Meeting meet(QByteArrayView reading, QByteArrayView rest)
{
    Meeting meeting;
    const qsizetype both = std::min(reading.size(), rest.size());
    qsizetype common = 0;
    while (common < both && isSameLetter(reading[common], rest[common]))
        ++common;
    meeting.finishes = common == rest.size();
    if (common >= 1)
        meeting.lengths |= quint64{1} << 1;
    if (common >= 2 && reading[1] == 'h')
        meeting.lengths |= quint64{1} << 2;
    if (common == reading.size())
        meeting.lengths |= quint64{1} << common;
    return meeting;
}

} // namespace

quint32 initialsMask(char32_t character)
{
    const PinyinTable &table = PinyinTable::instance();
    return table.readings(table.group(character)).initials;
}

quint32 initialsMask(QChar character)
{
    return initialsMask(char32_t{character.unicode()});
}

QString pinyinInitials(QStringView text)
{
    return joinReadings(text, [](const QByteArray &reading) { return QByteArrayView(reading).first(1); });
}

QString pinyinFull(QStringView text)
{
    return joinReadings(text, [](const QByteArray &reading) { return QByteArrayView(reading); });
}

PinyinKey pinyinKey(QStringView name)
{
    const PinyinTable &table = PinyinTable::instance();
    PinyinKey key;
    for (const char32_t character : foldedCharacters(name)) {
        if (isTyped(character)) {
            key.masks.push_back(typedMask(character));
            key.readings.push_back(static_cast<quint16>(kAsciiGroups | character));
        } else if (const quint16 group = table.group(character)) {
            key.masks.push_back(table.readings(group).initials);
            key.readings.push_back(group);
        }
    }
    return key;
}

bool matchesInitials(std::span<const quint32> masks, QStringView query)
{
    const auto length = static_cast<size_t>(query.size());
    if (length == 0 || length > masks.size())
        return false;
    std::vector<quint32> wanted;
    for (const QChar c : query) {
        if (!isTyped(c.unicode()))
            return false;
        wanted.push_back(typedMask(c.unicode()));
    }
    return std::search(masks.begin(), masks.end(), wanted.begin(), wanted.end(), meetsMask) != masks.end();
}

PinyinMatcher::PinyinMatcher(QStringView query)
{
    constexpr qsizetype kLongest = 63; // places in the query are bits of 64
    const QString typed = normalized(query);
    const bool isPinyin = std::all_of(typed.begin(), typed.end(), [](QChar c) { return isTyped(c.unicode()); });
    if (isPinyin && typed.size() <= kLongest)
        m_query = typed.toLatin1();
}

std::optional<std::pair<size_t, size_t>> PinyinMatcher::find(
    std::span<const quint32> masks, std::span<const quint16> readings) const
{
    if (!isPinyin())
        return std::nullopt;
    const PinyinTable &table = PinyinTable::instance();
    const quint32 first = typedMask(static_cast<char32_t>(m_query[0]));
    const quint32 second = m_query.size() > 1 ? typedMask(static_cast<char32_t>(m_query[1])) : 0;
    for (size_t start = 0; start < masks.size(); ++start) {
        if (!meetsMask(masks[start], first))
            continue;
        // What follows begins the next character or goes on in a reading of this one: most places fall out here.
        const bool mayGoOn = second == 0 || (start + 1 < masks.size() && meetsMask(masks[start + 1], second))
            || (readings[start] < kAsciiGroups && (table.readings(readings[start]).seconds & second) != 0);
        if (!mayGoOn)
            continue;
        if (const auto end = endFrom(readings, start))
            return std::pair(start, *end);
    }
    return std::nullopt;
}

std::optional<size_t> PinyinMatcher::endFrom(std::span<const quint16> readings, size_t start) const
{
    const PinyinTable &table = PinyinTable::instance();
    quint64 reached = 1; // bit n: the characters so far can use up n letters of the query
    for (size_t i = start; i < readings.size() && reached != 0; ++i) {
        const quint16 group = readings[i];
        const bool isAscii = group >= kAsciiGroups;
        const char self = static_cast<char>(group & 0xFF);
        quint64 next = 0;
        for (int at = 0; at < m_query.size(); ++at) {
            if (((reached >> at) & 1) == 0)
                continue;
            const QByteArrayView rest = QByteArrayView(m_query).sliced(at);
            const auto step = [&](QByteArrayView reading) {
                const Meeting meeting = meet(reading, rest);
                next |= meeting.lengths << at;
                return meeting.finishes;
            };
            if (isAscii && step(QByteArrayView(&self, 1)))
                return i + 1;
            if (!isAscii && std::any_of(table.readings(group).readings.begin(), table.readings(group).readings.end(), step))
                return i + 1;
        }
        reached = next;
    }
    return std::nullopt;
}

} // namespace mishutai
