#pragma once

#include "base/chinese/typed_word.h"

#include <QStringList>

#include <unordered_map>

namespace mishutai::db {

/// How well a text answers a word; smaller is better.
enum class Rank { Whole, Prefix, Pinyin, Inside, None };

Rank rankOf(const QString &text, const TypedWord &word);

/// The searched texts of many rows, each row's one after another in long arrays.
class SearchTexts
{
public:
    /// Adds a row; what is dear to make is taken over from `known` where its texts are the same.
    void add(qint64 id, const QStringList &texts, const SearchTexts *known);
    void clear() { *this = SearchTexts(); }

    size_t size() const { return m_ids.size(); }
    qint64 id(size_t row) const { return m_ids[row]; }
    /// A mark for each row in which every word is found.
    std::vector<char> find(const std::vector<TypedWord> &words) const;
    Rank rank(size_t row, const std::vector<TypedWord> &words) const;

private:
    void markText(QStringView wanted, std::vector<char> &marks) const;
    void markPinyin(const PinyinMatcher &pinyin, std::vector<char> &marks) const;
    bool hasPinyin(size_t row, const PinyinMatcher &pinyin) const;
    void addText(const QString &text);

    std::vector<qint64> m_ids;
    std::unordered_map<qint64, quint32> m_rows;
    std::vector<size_t> m_hashes; ///< of the row's texts, to see whether it changed
    QString m_text; ///< in the form of normalized(), a 0 after each; a phone once more in bare digits
    std::vector<qsizetype> m_textStarts{0}; ///< of each row, and the end
    std::vector<quint32> m_masks; ///< of texts that are not ASCII, a 0 after each
    std::vector<quint16> m_readings; ///< as m_masks
    std::vector<size_t> m_keyStarts{0};
};

} // namespace mishutai::db
