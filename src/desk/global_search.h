#pragma once

#include "db/lists/list_definition.h"
#include "db/lists/search_index.h"

#include <QString>

#include <memory>
#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::desk {

/// Lists that a search over everything looks into, and that a figure's rows open, in the order of the navigation.
const std::vector<const db::ListDefinition *> &allLists();
/// The list of that key, which metrics call object_type; null when there is none.
const db::ListDefinition *listByKey(const QString &key);
/// The same in the words of the office that keeps the file.
const db::ListDefinition *listOf(session::Session &session, const QString &key);

struct SearchHit {
    QString listKey;
    QString listTitle;
    qint64 id = 0;
    QString label; ///< the row's first searched text
    QString detail; ///< what else tells it from its like
};

/// One field over members, units, people, activities, cases and entries: names, pinyin initials, codes, phone tails,
/// text fields of the office's own.
/// Lists that the user may not read are left out. Thread: that of the session.
class GlobalSearch
{
public:
    explicit GlobalSearch(const session::Session &session);
    ~GlobalSearch();
    /// Best first within each list, at most `limitPerList` of each. Reads what was not read yet.
    std::vector<SearchHit> find(const QString &text, int limitPerList) const;
    /// The same in the lists that are read, without waiting for the others: while readSome() is at it.
    std::vector<SearchHit> findAsRead(const QString &text, int limitPerList) const;
    /// Reads so many rows on. @return whether more are to be read
    bool readSome(int rows) const;
    /// From the bus.
    void markStale(const QStringList &tables);

private:
    struct Indexed {
        std::unique_ptr<db::ListDefinition> list; ///< with the fields of the office's own
        std::unique_ptr<db::SearchIndex> index; ///< over *list
    };
    const session::Session &m_session;
    std::vector<Indexed> m_indexes;
};

} // namespace mishutai::desk
