#include "db/search_index.h"

#include "base/chinese/pinyin.h"
#include "base/chinese/text.h"
#include "db/statement.h"

#include <QRegularExpression>

#include <algorithm>
#include <unordered_map>

namespace mishutai::db {
namespace {

/// How well a text answers a word; smaller is better.
enum class Rank { Whole, Prefix, Pinyin, Inside, None };

struct IndexedText {
    QString normal; ///< half-width, case folded, without blanks
    QString digits; ///< of a phone or a long number, without hyphens; else empty
    PinyinKey key;
};

struct IndexedRow {
    qint64 id = 0;
    QStringList raw; ///< as read, to see whether it changed
    std::vector<IndexedText> texts;
};

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9')
            digits += c;
        else if (c != u'-' && c != u'+' && c != u'(' && c != u')')
            return {};
    }
    return digits;
}

struct Word {
    explicit Word(const QString &text) : normal(normalized(text)), digits(digitsOf(normal)), pinyin(normal) { }
    QString normal;
    QString digits;
    PinyinMatcher pinyin;
};

IndexedText indexed(const QString &text)
{
    IndexedText result;
    result.normal = normalized(text);
    result.digits = digitsOf(result.normal);
    // A code or a phone has no reading beyond itself.
    const auto isAscii = [](QChar c) { return c.unicode() < 0x80; };
    if (!std::all_of(result.normal.begin(), result.normal.end(), isAscii))
        result.key = pinyinKey(text);
    return result;
}

Rank rank(const IndexedText &text, const Word &word)
{
    const qsizetype at = text.normal.indexOf(word.normal);
    if (at == 0)
        return text.normal.size() == word.normal.size() ? Rank::Whole : Rank::Prefix;
    // "138-0000-5678" finds 13800005678, and "5678" its tail.
    const bool isInside = at > 0 || (!word.digits.isEmpty() && text.digits.contains(word.digits));
    if (word.pinyin.isPinyin() && word.digits.isEmpty() && !text.key.masks.empty() && word.pinyin.matches(text.key))
        return Rank::Pinyin;
    return isInside ? Rank::Inside : Rank::None;
}

Rank rank(const IndexedRow &row, const std::vector<Word> &words)
{
    Rank worst = Rank::Whole;
    for (const Word &word : words) {
        Rank best = Rank::None;
        for (const IndexedText &text : row.texts) {
            best = std::min(best, rank(text, word));
            if (best == Rank::Whole)
                break;
        }
        worst = std::max(worst, best);
        if (worst == Rank::None)
            break;
    }
    return worst;
}

std::vector<Word> wordsOf(const QString &text)
{
    static const QRegularExpression kBlank(QStringLiteral("\\s+"), QRegularExpression::UseUnicodePropertiesOption);
    std::vector<Word> words;
    for (const QString &part : text.split(kBlank, Qt::SkipEmptyParts)) {
        Word word(part);
        if (!word.normal.isEmpty())
            words.push_back(std::move(word));
    }
    return words;
}

QString shownText(const ListColumn &column, const QString &stored)
{
    for (const Choice &choice : column.choices) {
        if (choice.value == stored)
            return choice.label;
    }
    return stored;
}

} // namespace

struct SearchIndex::Private {
    Private(const Database &db, const ListDefinition &list) : database(db), definition(list) { }

    const Database &database;
    const ListDefinition &definition;
    std::vector<IndexedRow> rows; ///< in the list's default order
    bool isStale = true;

    void refresh();
    QString sql() const;
};

QString SearchIndex::Private::sql() const
{
    QStringList selection{definition.idColumn + QStringLiteral(" AS id")};
    for (std::size_t i = 0; i < definition.columns.size(); ++i) {
        if (definition.columns[i].isSearched)
            selection << definition.columns[i].expression + QStringLiteral(" AS t%1").arg(i);
    }
    QString text = QStringLiteral("SELECT %1 FROM %2").arg(selection.join(QStringLiteral(", ")), definition.from);
    if (!definition.where.isEmpty())
        text += QStringLiteral(" WHERE ") + definition.where;
    if (!definition.orderBy.isEmpty())
        text += QStringLiteral(" ORDER BY ") + definition.orderBy;
    return text;
}

// Keys of names are dear and seldom change: those of rows whose texts are as before are kept.
void SearchIndex::Private::refresh()
{
    if (!isStale)
        return;
    std::unordered_map<qint64, IndexedRow> known;
    for (IndexedRow &row : rows)
        known.emplace(row.id, std::move(row));
    rows.clear();
    Statement statement(database, sql());
    while (statement.next()) {
        IndexedRow row;
        row.id = statement.integer("id");
        for (std::size_t i = 0; i < definition.columns.size(); ++i) {
            if (!definition.columns[i].isSearched)
                continue;
            const QByteArray name = "t" + QByteArray::number(static_cast<qulonglong>(i));
            row.raw << shownText(definition.columns[i], statement.text(name.constData()));
        }
        if (const auto old = known.find(row.id); old != known.end() && old->second.raw == row.raw) {
            rows.push_back(std::move(old->second));
            continue;
        }
        for (const QString &text : row.raw) {
            if (!text.isEmpty())
                row.texts.push_back(indexed(text));
        }
        rows.push_back(std::move(row));
    }
    isStale = false;
}

SearchIndex::SearchIndex(const Database &database, const ListDefinition &definition)
    : d(std::make_unique<Private>(database, definition))
{
}

SearchIndex::~SearchIndex() = default;

std::unordered_set<qint64> SearchIndex::find(const QString &text) const
{
    std::unordered_set<qint64> found;
    const std::vector<Word> words = wordsOf(text);
    if (words.empty())
        return found;
    d->refresh();
    for (const IndexedRow &row : d->rows) {
        if (rank(row, words) != Rank::None)
            found.insert(row.id);
    }
    return found;
}

std::vector<qint64> SearchIndex::findRanked(const QString &text, int limit) const
{
    const std::vector<Word> words = wordsOf(text);
    std::vector<std::pair<Rank, qint64>> found;
    if (!words.empty()) {
        d->refresh();
        for (const IndexedRow &row : d->rows) {
            if (const Rank how = rank(row, words); how != Rank::None)
                found.emplace_back(how, row.id);
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<qint64> ids;
    for (const auto &[how, id] : found) {
        if (ids.size() == static_cast<std::size_t>(std::max(limit, 0)))
            break;
        ids.push_back(id);
    }
    return ids;
}

bool SearchIndex::isQuery(const QString &text)
{
    return !normalized(text).isEmpty();
}

void SearchIndex::markStale()
{
    d->isStale = true;
}

} // namespace mishutai::db
