#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace mishutai {

// All functions may be called from any thread. The table loads at the first call (a few milliseconds) and stays.

/// First letters of every reading of a character: bit 0 is a, bit 25 is z. 重 holds c and z. 0 without a reading.
/// @throws Error (Storage) when the program was linked without its resources
quint32 initialsMask(char32_t character);
quint32 initialsMask(QChar character);

/// First letters by the most usual reading, in lower case: "成都ABC3厂" → "cdabc3c". Letters and digits stand for themselves
/// (full-width ones too); blanks and punctuation are left out.
QString pinyinInitials(QStringView text);

/// Full pinyin by the most usual reading, in lower case without blanks: "北京ABC" → "beijingabc". ü is v.
QString pinyinFull(QStringView text);

/// What a search needs to know of a name; made once for each name that is held in memory. One entry for each character
/// that can be typed: Chinese characters, letters, digits. Other characters are passed over, so 成都（先进） is found by
/// "cdxj".
struct PinyinKey {
    std::vector<quint32> masks; ///< initials of the character; for matchesInitials() only
    std::vector<quint16> readings; ///< which readings it has; for PinyinMatcher only
};
PinyinKey pinyinKey(QStringView name);

/// Whether the letters and digits of the query are, in order and without a gap, initials of any readings of the
/// name. Query: a-z and 0-9 in lower case; with any other character, and when empty, the answer is no.
bool matchesInitials(std::span<const quint32> masks, QStringView query);

/// One typed query, ready to be held against many names. Each character of the name may be typed by its initial (zh, ch,
/// sh too) or by any of its readings in full, the last one by any beginning of a reading: 成都先进 is found by "cdxj",
/// "chengduxj", "chengd", "duxian". ü may be typed v or u.
class PinyinMatcher
{
public:
    explicit PinyinMatcher(QStringView query);
    /// Whether the query is letters and digits only, 1 to 63 of them after blanks are dropped; otherwise nothing matches.
    bool isPinyin() const { return !m_query.isEmpty(); }
    bool matches(const PinyinKey &key) const { return find(key.masks, key.readings).has_value(); }
    bool matches(QStringView name) const { return matches(pinyinKey(name)); }
    /// The first place that matches: its first entry and the one after its last. Keys of several texts may stand in one row,
    /// each followed by an entry of 0; no match goes across it.
    std::optional<std::pair<size_t, size_t>> find(std::span<const quint32> masks, std::span<const quint16> readings) const;

private:
    std::optional<size_t> endFrom(std::span<const quint16> readings, size_t start) const;

    QByteArray m_query;
};

} // namespace mishutai
