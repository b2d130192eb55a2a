#include "base/chinese/sort_key.h"

#include "base/chinese/pinyin_table.h"

#include <QStringView>

#include <algorithm>
#include <array>
#include <vector>

namespace mishutai {

namespace {

constexpr int kMostCharacters = 32; // what differs later only is ordered by code points
constexpr char kLatin = 'a';
constexpr unsigned char kOther = 0x7E; // above every folded ASCII character
constexpr unsigned char kChinese = 0x7F;

/// Where the most usual reading is not the one of names. 重 in 重庆 is asked for by what follows it.
struct NameReading {
    char32_t character;
    const char *reading;
};
constexpr NameReading kNameReadings[]{{U'都', "du"}, {U'长', "chang"}, {U'厦', "xia"}, {U'藏', "zang"}, {U'行', "hang"},
    {U'曾', "zeng"}, {U'翟', "zhai"}, {U'覃', "qin"}, {U'缪', "miao"}};
constexpr char32_t kChongqing[]{U'重', U'庆'};

/// The place of each group's first reading in the alphabet.
class ReadingRanks
{
public:
    static const ReadingRanks &instance()
    {
        static const ReadingRanks ranks;
        return ranks;
    }

    /// 0 for a character without a reading.
    quint16 rank(char32_t character, char32_t next) const
    {
        if (character == kChongqing[0] && next == kChongqing[1])
            return m_chong;
        for (size_t i = 0; i < std::size(kNameReadings); ++i) {
            if (kNameReadings[i].character == character)
                return m_ofNames[i];
        }
        return m_ofGroups[PinyinTable::instance().group(character)];
    }

private:
    ReadingRanks()
    {
        const PinyinTable &table = PinyinTable::instance();
        for (size_t group = 1; group < table.groupCount(); ++group)
            m_readings.push_back(table.readings(static_cast<quint16>(group)).readings.front());
        std::ranges::sort(m_readings);
        m_readings.erase(std::unique(m_readings.begin(), m_readings.end()), m_readings.end());
        m_ofGroups.push_back(0);
        for (size_t group = 1; group < table.groupCount(); ++group)
            m_ofGroups.push_back(place(table.readings(static_cast<quint16>(group)).readings.front()));
        for (const NameReading &name : kNameReadings)
            m_ofNames.push_back(place(name.reading));
        m_chong = place("chong");
    }

    quint16 place(const QByteArray &reading) const
    {
        return static_cast<quint16>(std::ranges::lower_bound(m_readings, reading) - m_readings.begin() + 1);
    }

    std::vector<QByteArray> m_readings;
    std::vector<quint16> m_ofGroups;
    std::vector<quint16> m_ofNames;
    quint16 m_chong = 0;
};

char32_t folded(char32_t c)
{
    constexpr char32_t kWideFirst = U'！';
    constexpr char32_t kWideLast = U'～';
    constexpr char32_t kWideBlank = 0x3000;
    if (c >= kWideFirst && c <= kWideLast)
        c = c - kWideFirst + U'!';
    if (c == kWideBlank)
        return U' ';
    return c >= U'A' && c <= U'Z' ? c - U'A' + static_cast<char32_t>(kLatin) : c;
}

/// Reads one character of UTF-8 and steps over it; bytes that are none stand for themselves.
char32_t taken(const uchar *&at, const uchar *end)
{
    const uchar first = *at++;
    const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
    if (more == 0 || end - at < more)
        return first;
    char32_t character = first & (0x3F >> more);
    for (int i = 0; i < more; ++i)
        character = (character << 6) | (*at++ & 0x3F);
    return character;
}

/// Bytes of a key on their way; the longest character takes six.
class KeyBytes
{
public:
    void append(char32_t number, int bytes)
    {
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
            m_bytes[m_size++] = static_cast<char>((number >> shift) & 0xFF);
    }
    QByteArrayView all() const { return {m_bytes.data(), static_cast<qsizetype>(m_size)}; }

private:
    std::array<char, kMostCharacters * 6 + 1> m_bytes;
    size_t m_size = 0;
};

} // namespace

QByteArray pinyinSortKey(QByteArrayView text)
{
    const ReadingRanks &ranks = ReadingRanks::instance();
    if (text.isEmpty())
        return {};
    KeyBytes key;
    const auto *at = reinterpret_cast<const uchar *>(text.data());
    const uchar *end = at + text.size();
    char32_t next = folded(taken(at, end));
    bool isLast = false;
    for (int n = 0; n < kMostCharacters && !isLast; ++n) {
        const char32_t character = next;
        isLast = at == end;
        next = isLast ? U'\0' : folded(taken(at, end));
        if (character < kOther) {
            key.append(character, 1);
        } else if (const quint16 rank = ranks.rank(character, next)) {
            key.append(kChinese, 1);
            key.append(rank, 2);
            key.append(character, 3);
        } else {
            key.append(kOther, 1);
            key.append(character, 3);
        }
    }
    key.append(0, 1); // a name stands before the longer ones that begin with it
    QByteArray whole;
    whole.reserve(key.all().size() + text.size());
    return whole.append(key.all()).append(text);
}

} // namespace mishutai
