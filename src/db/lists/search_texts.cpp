#include "db/lists/search_texts.h"

#include "base/chinese/text.h"

#include <QHash>

#include <algorithm>

namespace mishutai::db {

namespace {

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

/// @param text in the form of normalized()
Rank rankOfNormal(QStringView text, const TypedWord &word)
{
    const qsizetype at = text.indexOf(word.normal());
    if (at == 0)
        return text.size() == word.normal().size() ? Rank::Whole : Rank::Prefix;
    return at > 0 ? Rank::Inside : Rank::None;
}

} // namespace

Rank rankOf(const QString &text, const TypedWord &word)
{
    const QString normal = normalized(text);
    Rank rank = rankOfNormal(normal, word);
    // "138-0000-5678" finds 13800005678, and "5678" its tail.
    if (rank == Rank::None && !word.digits().isEmpty() && digitsOnly(normal).contains(word.digits()))
        rank = Rank::Inside;
    // A code or a phone has no reading beyond itself.
    if (rank > Rank::Pinyin && word.isPinyin() && !isAscii(normal) && word.pinyin().matches(text))
        rank = Rank::Pinyin;
    return rank;
}

void SearchTexts::addText(const QString &text)
{
    const QString normal = normalized(text);
    m_text += normal;
    m_text += u'\0';
    const QString digits = digitsOnly(normal);
    if (!digits.isEmpty() && digits != normal) {
        m_text += digits;
        m_text += u'\0';
    }
    if (isAscii(normal))
        return;
    const PinyinKey key = pinyinKey(text);
    m_masks.insert(m_masks.end(), key.masks.begin(), key.masks.end());
    m_readings.insert(m_readings.end(), key.readings.begin(), key.readings.end());
    m_masks.push_back(0);
    m_readings.push_back(0);
}

void SearchTexts::add(qint64 id, const QStringList &texts, const SearchTexts *known)
{
    const size_t hash = qHashRange(texts.begin(), texts.end(), 0);
    const auto old = known ? known->m_rows.find(id) : m_rows.end();
    if (known && old != known->m_rows.end() && known->m_hashes[old->second] == hash) {
        const size_t row = old->second;
        const auto at = [](const auto &all, auto place) { return all.begin() + static_cast<std::ptrdiff_t>(place); };
        m_text += QStringView(known->m_text)
                      .sliced(known->m_textStarts[row], known->m_textStarts[row + 1] - known->m_textStarts[row]);
        const size_t from = known->m_keyStarts[row];
        const size_t to = known->m_keyStarts[row + 1];
        m_masks.insert(m_masks.end(), at(known->m_masks, from), at(known->m_masks, to));
        m_readings.insert(m_readings.end(), at(known->m_readings, from), at(known->m_readings, to));
    } else {
        for (const QString &text : texts) {
            if (!text.isEmpty())
                addText(text);
        }
    }
    m_rows.emplace(id, static_cast<quint32>(m_ids.size()));
    m_ids.push_back(id);
    m_hashes.push_back(hash);
    m_textStarts.push_back(m_text.size());
    m_keyStarts.push_back(m_masks.size());
}

void SearchTexts::markText(QStringView wanted, std::vector<char> &marks) const
{
    const QStringView all(m_text);
    const QChar first = wanted.front();
    size_t row = 0;
    qsizetype at = all.indexOf(first);
    while (at >= 0) {
        if (all.sliced(at).startsWith(wanted)) {
            while (m_textStarts[row + 1] <= at)
                ++row;
            marks[row] = 1;
            at = m_textStarts[row + 1]; // one hit a row will do
        } else {
            ++at;
        }
        at = all.indexOf(first, at);
    }
}

bool SearchTexts::hasPinyin(size_t row, const PinyinMatcher &pinyin) const
{
    const size_t from = m_keyStarts[row];
    const size_t count = m_keyStarts[row + 1] - from;
    return pinyin.find(std::span(m_masks).subspan(from, count), std::span(m_readings).subspan(from, count)).has_value();
}

void SearchTexts::markPinyin(const PinyinMatcher &pinyin, std::vector<char> &marks) const
{
    for (size_t row = 0; row < m_ids.size(); ++row) {
        if (!marks[row] && hasPinyin(row, pinyin))
            marks[row] = 1;
    }
}

std::vector<char> SearchTexts::find(const std::vector<TypedWord> &words) const
{
    std::vector<char> found(m_ids.size(), 1);
    for (const TypedWord &word : words) {
        std::vector<char> marks(m_ids.size(), 0);
        markText(word.normal(), marks);
        if (!word.digits().isEmpty() && word.digits() != word.normal())
            markText(word.digits(), marks);
        if (word.isPinyin())
            markPinyin(word.pinyin(), marks);
        std::transform(
            found.begin(), found.end(), marks.begin(), found.begin(), [](char a, char b) { return static_cast<char>(a & b); });
    }
    return found;
}

Rank SearchTexts::rank(size_t row, const std::vector<TypedWord> &words) const
{
    const QStringView all = QStringView(m_text).sliced(m_textStarts[row], m_textStarts[row + 1] - m_textStarts[row]);
    Rank worst = Rank::Whole;
    for (const TypedWord &word : words) {
        Rank best = Rank::None;
        for (const QStringView text : all.split(u'\0', Qt::SkipEmptyParts))
            best = std::min(best, rankOfNormal(text, word));
        if (best > Rank::Inside && !word.digits().isEmpty() && all.contains(word.digits()))
            best = Rank::Inside;
        if (best > Rank::Pinyin && word.isPinyin() && hasPinyin(row, word.pinyin()))
            best = Rank::Pinyin;
        worst = std::max(worst, best);
    }
    return worst;
}

} // namespace mishutai::db
