#include "db/lists/search_index.h"

#include "base/chinese/text.h"
#include "db/lists/list_query.h"
#include "db/lists/search_texts.h"
#include "db/statement.h"

#include <algorithm>

namespace mishutai::db {

namespace {

QString shownText(const ListColumn &column, const QString &stored)
{
    for (const Choice &choice : column.choices) {
        if (choice.value == stored)
            return choice.label;
    }
    return stored;
}

QByteArray textName(size_t column)
{
    return "t" + QByteArray::number(static_cast<qulonglong>(column));
}

} // namespace

struct SearchIndex::Private {
    Private(const Database &db, const ListDefinition &list) : database(db), definition(list) { }

    const Database &database;
    const ListDefinition &definition;
    SearchTexts texts; ///< what was read whole last
    SearchTexts next; ///< what is being read
    std::vector<qint64> nextIds; ///< of all rows, ascending, while they are read
    size_t nextPlace = 0;
    bool isStale = true;
    bool wasRead = false;

    bool readSome(int limit);
    void readIds();
    std::vector<std::pair<qint64, QStringList>> rowsBetween(qint64 first, qint64 last) const;
    void addFurther(std::vector<std::pair<qint64, QStringList>> &rows) const;
    std::vector<FoundIn> textsOf(qint64 id) const;
    QString rowsSql(const QString &condition) const;
    IdSet find(const QString &text) const;
};

QString SearchIndex::Private::rowsSql(const QString &condition) const
{
    QStringList selection{definition.idColumn + QStringLiteral(" AS id")};
    for (size_t i = 0; i < definition.columns.size(); ++i) {
        if (definition.columns[i].isSearched)
            selection << definition.columns[i].expression + QStringLiteral(" AS ") + QString::fromLatin1(textName(i));
    }
    const QString constant = definition.where.isEmpty() ? QString() : u'(' + definition.where + QStringLiteral(") AND ");
    return QStringLiteral("SELECT %1 FROM %2 WHERE %3%4")
        .arg(selection.join(QStringLiteral(", ")), definition.from, constant, condition);
}

// The rows of a view are cheap to read between two ids, but not the first thousand after one: it would sort them all.
void SearchIndex::Private::readIds()
{
    nextIds = ListQuery(database, definition).ids();
    std::ranges::sort(nextIds);
    nextPlace = 0;
}

std::vector<std::pair<qint64, QStringList>> SearchIndex::Private::rowsBetween(qint64 first, qint64 last) const
{
    Statement statement(database, rowsSql(QStringLiteral("%1 BETWEEN :first AND :last ORDER BY %1").arg(definition.idColumn)));
    statement.bind(QStringLiteral(":first"), first).bind(QStringLiteral(":last"), last);
    std::vector<std::pair<qint64, QStringList>> rows;
    while (statement.next()) {
        QStringList texts;
        for (size_t i = 0; i < definition.columns.size(); ++i) {
            if (definition.columns[i].isSearched)
                texts << shownText(definition.columns[i], statement.text(textName(i).constData()));
        }
        rows.emplace_back(statement.integer("id"), std::move(texts));
    }
    return rows;
}

/// Texts that no column shows, for rows in the order of their ids. The primary contact stands in a column too: once will do.
void SearchIndex::Private::addFurther(std::vector<std::pair<qint64, QStringList>> &rows) const
{
    for (const SearchedText &further : definition.alsoSearched) {
        Statement statement(database,
            QStringLiteral("SELECT %1 AS id, %2 AS text FROM %3 WHERE %1 BETWEEN :first AND :last ORDER BY %1")
                .arg(further.idColumn, further.expression, further.from));
        statement.bind(QStringLiteral(":first"), rows.front().first).bind(QStringLiteral(":last"), rows.back().first);
        auto row = rows.begin();
        while (statement.next()) {
            const qint64 id = statement.integer("id");
            while (row != rows.end() && row->first < id)
                ++row;
            const QString text = statement.text("text");
            if (row != rows.end() && row->first == id && !text.isEmpty() && !row->second.contains(text))
                row->second << text;
        }
    }
}

// Keys of names are dear and seldom change: those of rows whose texts are as before are kept.
bool SearchIndex::Private::readSome(int limit)
{
    if (!isStale)
        return false;
    if (nextIds.empty())
        readIds();
    const size_t end = std::min(nextIds.size(), nextPlace + static_cast<size_t>(limit));
    if (nextPlace < end) {
        auto rows = rowsBetween(nextIds[nextPlace], nextIds[end - 1]);
        if (!rows.empty())
            addFurther(rows);
        for (const auto &[id, found] : rows)
            next.add(id, found, wasRead ? &texts : nullptr);
        nextPlace = end;
    }
    if (nextPlace < nextIds.size())
        return true;
    texts = std::move(next);
    next.clear();
    nextIds.clear();
    isStale = false;
    wasRead = true;
    return false;
}

IdSet SearchIndex::Private::find(const QString &text) const
{
    const std::vector<TypedWord> words = typedWords(text);
    if (words.empty())
        return {};
    const std::vector<char> marks = texts.find(words);
    std::vector<qint64> ids;
    for (size_t row = 0; row < marks.size(); ++row) {
        if (marks[row])
            ids.push_back(texts.id(row));
    }
    return IdSet(ids);
}

std::vector<FoundIn> SearchIndex::Private::textsOf(qint64 id) const
{
    std::vector<FoundIn> all;
    Statement row(database, rowsSql(definition.idColumn + QStringLiteral(" = :id")));
    row.bind(QStringLiteral(":id"), id);
    if (row.next()) {
        for (size_t i = 0; i < definition.columns.size(); ++i) {
            const ListColumn &column = definition.columns[i];
            if (column.isSearched)
                all.push_back(
                    {column.key, column.title, shownText(column, row.text(textName(i).constData())), column.isPersonal});
        }
    }
    for (const SearchedText &further : definition.alsoSearched) {
        Statement statement(database,
            QStringLiteral("SELECT %1 AS text FROM %2 WHERE %3 = :id").arg(further.expression, further.from, further.idColumn));
        statement.bind(QStringLiteral(":id"), id);
        while (statement.next())
            all.push_back({{}, further.title, statement.text("text"), further.isPersonal});
    }
    return all;
}

SearchIndex::SearchIndex(const Database &database, const ListDefinition &definition)
    : d(std::make_unique<Private>(database, definition))
{
}

SearchIndex::~SearchIndex() = default;

IdSet SearchIndex::find(const QString &text) const
{
    if (!isQuery(text))
        return {};
    constexpr int kRowsAtOnce = 20'000;
    while (readSome(kRowsAtOnce)) { }
    return d->find(text);
}

IdSet SearchIndex::findAsRead(const QString &text) const
{
    return d->find(text);
}

std::vector<qint64> SearchIndex::findRanked(const QString &text, int limit) const
{
    const std::vector<TypedWord> words = typedWords(text);
    const IdSet found = find(text);
    std::vector<std::pair<Rank, qint64>> ranked;
    for (size_t row = 0; row < d->texts.size(); ++row) {
        if (found.contains(d->texts.id(row)))
            ranked.emplace_back(d->texts.rank(row, words), d->texts.id(row));
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<qint64> ids;
    for (const auto &[how, id] : ranked) {
        if (ids.size() == static_cast<std::size_t>(std::max(limit, 0)))
            break;
        ids.push_back(id);
    }
    return ids;
}

std::vector<FoundIn> SearchIndex::foundIn(qint64 id, const QString &text) const
{
    const std::vector<FoundIn> all = d->textsOf(id);
    std::vector<FoundIn> found;
    for (const TypedWord &word : typedWords(text)) {
        const FoundIn *best = nullptr;
        Rank bestRank = Rank::None;
        for (const FoundIn &one : all) {
            const Rank rank = rankOf(one.text, word);
            if (rank < bestRank) {
                best = &one;
                bestRank = rank;
            }
        }
        if (best)
            found.push_back(*best);
    }
    return found;
}

bool SearchIndex::isQuery(const QString &text)
{
    return !normalized(text).isEmpty();
}

bool SearchIndex::wasRead() const
{
    return d->wasRead;
}

bool SearchIndex::isStale() const
{
    return d->isStale;
}

void SearchIndex::markStale()
{
    d->isStale = true;
    d->next.clear();
    d->nextIds.clear();
}

bool SearchIndex::readSome(int rows) const
{
    return d->readSome(rows);
}

} // namespace mishutai::db
