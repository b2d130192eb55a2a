#pragma once

#include "db/list_definition.h"

#include <QSet>

#include <memory>
#include <unordered_set>

namespace mishutai::db {

class Database;

/// In-memory index over the searched columns of one list: text, pinyin initials and full pinyin by every reading, codes,
/// phone tails. Built at the first question, marked stale by markStale() (the bus), then rebuilt at the next one.
/// Thread: the one of its Database.
class SearchIndex
{
public:
    SearchIndex(const Database &database, const ListDefinition &definition);
    ~SearchIndex();

    /// Ids whose row holds every blank-separated word of the text. Empty text: no ids, ask isQuery() first.
    std::unordered_set<qint64> find(const QString &text) const;
    /// Best first: whole match, prefix, initials, inside. At most `limit`.
    std::vector<qint64> findRanked(const QString &text, int limit) const;
    static bool isQuery(const QString &text);
    void markStale();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace mishutai::db
