#include "tables/known_titles.h"

#include "tables/column_key.h"

#include <QRegularExpression>

#include <algorithm>
#include <numeric>

namespace mishutai::tables {

namespace {

/// A cell of text under no header would be compared at length for nothing.
constexpr qsizetype kLongestTitle = 40;

/// Single-character changes between two titles. (Levenshtein)
qsizetype distance(const QString &one, const QString &other)
{
    std::vector<qsizetype> row(static_cast<size_t>(other.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= one.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i;
        for (qsizetype j = 1; j <= other.size(); ++j) {
            const auto at = static_cast<size_t>(j);
            const qsizetype changed = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
            diagonal = row[at];
            row[at] = std::min({changed, row[at] + 1, row[at - 1] + 1});
        }
    }
    return row.back();
}

QString withoutBrackets(const QString &key)
{
    static const QRegularExpression bracketed(QStringLiteral("\\([^)]*\\)"));
    return QString(key).remove(bracketed);
}

/// 金额（万元） is not 金额（元）; a title that names no unit may be either.
bool isOtherUnit(const QString &key, const QString &known)
{
    static const QRegularExpression money(QStringLiteral("[十百千万亿美欧]*元"));
    const QString unit = money.match(key).captured();
    return !unit.isEmpty() && unit != money.match(known).captured();
}

} // namespace

KnownTitles::KnownTitles(const std::vector<ColumnSpec> &specs, const QHash<QString, QString> &chosen) : m_specs(specs)
{
    for (auto title = chosen.cbegin(); title != chosen.cend(); ++title) {
        const auto spec = std::ranges::find(specs, title.value(), &ColumnSpec::key);
        if (spec != specs.end())
            m_indexes[title.key()] = {static_cast<size_t>(spec - specs.begin())};
        else
            m_ignored.insert(title.key());
    }
    for (size_t index = 0; index < specs.size(); ++index) {
        for (const QString &title : QStringList(specs[index].title) + specs[index].aliases) {
            const QString key = titleKey(title);
            std::vector<size_t> &indexes = m_indexes[key];
            const bool isSettled = chosen.contains(key) && !m_ignored.contains(key);
            if (!isSettled && std::ranges::find(indexes, index) == indexes.end())
                indexes.push_back(index);
        }
    }
}

bool KnownTitles::isIgnored(const QStringList &titles, int column) const
{
    const QString key = columnKey(titles, column);
    return m_ignored.contains(key) || (!m_indexes.contains(key) && m_ignored.contains(titleKey(titles.value(column))));
}

std::optional<size_t> KnownTitles::findApart(const QStringList &titles, int column) const
{
    const QString key = columnKey(titles, column);
    const auto found = key == titleKey(titles.value(column)) ? m_indexes.end() : m_indexes.find(key);
    return found == m_indexes.end() || found->second.empty() ? std::nullopt : std::optional(found->second.front());
}

std::vector<size_t> KnownTitles::meanings(const QString &title) const
{
    const QString key = titleKey(title);
    const auto found = m_ignored.contains(key) ? m_indexes.end() : m_indexes.find(key);
    return found == m_indexes.end() ? std::vector<size_t>{} : found->second;
}

std::optional<size_t> KnownTitles::find(const QString &title) const
{
    const std::vector<size_t> indexes = meanings(title);
    return indexes.empty() ? std::nullopt : std::optional(indexes.front());
}

QSet<size_t> KnownTitles::overlapping(const QString &key) const
{
    const QString bare = withoutBrackets(key);
    QSet<size_t> specs;
    QStringList parts;
    for (const auto &[known, indexes] : m_indexes) {
        const QString bareKnown = withoutBrackets(known);
        if (bareKnown.size() < 2 || isOtherUnit(key, known))
            continue;
        if (bare.contains(bareKnown))
            parts << bareKnown;
        else if (bareKnown.contains(bare))
            specs.unite(QSet<size_t>(indexes.begin(), indexes.end()));
    }
    // 联系人电话号码 holds 联系人 and 电话, but 联系人电话 too, which says both.
    for (const auto &[known, indexes] : m_indexes) {
        const QString bareKnown = withoutBrackets(known);
        const bool isPart = parts.contains(bareKnown) && !isOtherUnit(key, known);
        const bool isWithin = std::ranges::any_of(
            parts, [&](const QString &part) { return part.size() > bareKnown.size() && part.contains(bareKnown); });
        if (isPart && !isWithin)
            specs.unite(QSet<size_t>(indexes.begin(), indexes.end()));
    }
    return specs;
}

QSet<size_t> KnownTitles::differingLittle(const QString &key, const QHash<QString, int> &taken) const
{
    constexpr qsizetype kShortest = 3; // 规格 is not 规模
    QSet<size_t> specs;
    for (const auto &[known, indexes] : m_indexes) {
        const qsizetype length = std::max(key.size(), known.size());
        if (std::min(key.size(), known.size()) < kShortest || isOtherUnit(key, known) || distance(key, known) * 2 > length)
            continue;
        for (const size_t index : indexes) {
            if (!taken.contains(m_specs[index].key))
                specs.insert(index);
        }
    }
    return specs;
}

std::optional<size_t> KnownTitles::guess(const QString &title, const QHash<QString, int> &taken) const
{
    const QString key = titleKey(title);
    if (withoutBrackets(key).size() < 2 || key.size() > kLongestTitle)
        return std::nullopt;
    QSet<size_t> specs = overlapping(key);
    if (specs.isEmpty())
        specs = differingLittle(key, taken);
    if (specs.size() != 1 || taken.contains(m_specs[*specs.begin()].key))
        return std::nullopt;
    return *specs.begin();
}

QString KnownTitles::nearest(const QString &title) const
{
    const QString key = titleKey(title).left(kLongestTitle);
    QString best;
    qsizetype bestDistance = key.size();
    for (const auto &[known, indexes] : m_indexes) {
        if (indexes.empty())
            continue;
        const bool isPart = !key.isEmpty() && (known.contains(key) || key.contains(known));
        const qsizetype changes = isPart ? 1 : distance(key, known);
        if (changes < bestDistance && (isPart || changes * 2 <= std::max(key.size(), known.size()))) {
            best = m_specs[indexes.front()].title;
            bestDistance = changes;
        }
    }
    return best;
}

} // namespace mishutai::tables
