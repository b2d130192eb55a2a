#pragma once

#include <QByteArray>

#include <vector>

namespace mishutai {

/// Readings of one group of characters, such as "dou", "du" for 都: most usual first, without tones, ü as v.
struct PinyinReadings {
    std::vector<QByteArray> readings;
    quint32 initials = 0; ///< bit 0 is a, bit 25 is z
    quint32 seconds = 0; ///< second letters of the readings; v counts as u too, as it is typed
};

/// The table of resources/pinyin/pinyin.txt. Loaded once, at the first question, from whatever thread asks; constant then.
class PinyinTable
{
public:
    /// @throws Error (Storage) when the program was linked without its resources
    static const PinyinTable &instance();

    /// Number of the character's group, 0 for a character without a reading.
    quint16 group(char32_t character) const { return character < m_groups.size() ? m_groups[character] : quint16{0}; }
    /// Readings of a group; those of group 0 are empty.
    const PinyinReadings &readings(quint16 group) const { return m_readings[group]; }
    /// Groups with that of number 0.
    size_t groupCount() const { return m_readings.size(); }
    size_t characterCount() const { return m_characterCount; }

private:
    explicit PinyinTable(const QByteArray &text);
    void addLine(QByteArrayView line);

    std::vector<quint16> m_groups; ///< by code point
    std::vector<PinyinReadings> m_readings;
    size_t m_characterCount = 0;
};

} // namespace mishutai
