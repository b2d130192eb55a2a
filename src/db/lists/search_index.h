#pragma once

#include "db/lists/id_set.h"
#include "db/lists/list_definition.h"

#include <memory>

namespace mishutai::db {

class Database;

/// Why a row was found: the text that answered a word of the search.
struct FoundIn {
    QString column; ///< key of the list's column; empty for a text that no column shows
    QString title; ///< "电话", "曾用名"
    QString text; ///< as people read it
    bool isPersonal = false;
};

/// In-memory index over the searched texts of one list: text, pinyin initials and full pinyin by every reading, codes,
/// phone tails. Built at the first question, or bit by bit before it by readSome(); marked stale by markStale() (the bus), then
/// read anew. Texts lie in a few long arrays, so that a question goes through 100,000 rows in some milliseconds.
/// Thread: the one of its Database.
class SearchIndex
{
public:
    SearchIndex(const Database &database, const ListDefinition &definition);
    ~SearchIndex();

    /// Ids whose row holds every blank-separated word of the text. Empty text: no ids, ask isQuery() first.
    IdSet find(const QString &text) const;
    /// The same over what was read last, however stale: while readSome() is at it.
    IdSet findAsRead(const QString &text) const;
    /// Best first: whole match, prefix, initials, inside. At most `limit`.
    std::vector<qint64> findRanked(const QString &text, int limit) const;
    /// One answer for each word, in their order, by the row as it is stored now; of several texts the one that answers best.
    std::vector<FoundIn> foundIn(qint64 id, const QString &text) const;
    static bool isQuery(const QString &text);

    /// Whether there is anything for findAsRead() to look through.
    bool wasRead() const;
    bool isStale() const;
    void markStale();
    /// Reads so many rows on. @return whether more are to be read
    bool readSome(int rows) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace mishutai::db
