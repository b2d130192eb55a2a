#include "desk/global_search.h"

#include "activities/events/activity_list.h"
#include "casework/cases/case_list.h"
#include "db/lists/list_query.h"
#include "finance/entries/entry_list.h"
#include "finance/vouchers/voucher_list.h"
#include "members/member.h"
#include "members/member_list.h"
#include "parties/people/person_list.h"
#include "parties/units/unit_list.h"
#include "planning/plan/plan_list.h"
#include "session/session.h"

#include <algorithm>

namespace mishutai::desk {

namespace {

bool maySee(const session::Session &session, const db::ListDefinition &list)
{
    const auto operation = session::operationByKey(list.operation);
    return operation && session.may(*operation);
}

SearchHit hitOf(const db::ListDefinition &list, const db::ListRow &row)
{
    SearchHit hit{list.key, list.title, row.id, {}, {}};
    QStringList details;
    for (size_t i = 0; i < list.columns.size(); ++i) {
        const db::ListColumn &column = list.columns[i];
        const QString text = row.cells[i].toString();
        if (text.isEmpty() || column.isPersonal)
            continue;
        if (hit.label.isEmpty() && column.isSearched && column.type == db::ColumnType::Text)
            hit.label = text;
        else if (details.size() < 2 && (column.type == db::ColumnType::Code || column.type == db::ColumnType::Date))
            details.append(text);
    }
    hit.detail = details.join("  ");
    return hit;
}

db::ListDefinition withOwnFields(const session::Session &session, const db::ListDefinition &list)
{
    if (list.key == members::memberList().key)
        return members::memberListOf(session);
    return list.key == parties::unitList().key ? parties::unitListOf(session) : list;
}

} // namespace

const std::vector<const db::ListDefinition *> &allLists()
{
    static const std::vector<const db::ListDefinition *> lists{&members::memberList(), &parties::unitList(),
        &parties::personList(), &activities::activityList(), &casework::caseList(), &finance::entryList(),
        &finance::voucherList(), &planning::planList(), &planning::observationList()};
    return lists;
}

const db::ListDefinition *listByKey(const QString &key)
{
    const auto found = std::ranges::find(allLists(), key, &db::ListDefinition::key);
    return found == allLists().end() ? nullptr : *found;
}

const db::ListDefinition *listOf(session::Session &session, const QString &key)
{
    return key == u"members" ? &members::memberList(members::headWord(session)) : listByKey(key);
}

GlobalSearch::GlobalSearch(const session::Session &session) : m_session(session)
{
    for (const db::ListDefinition *list : allLists()) {
        // Every voucher is an entry or one of the books; entries say more.
        if (!maySee(session, *list) || list == &finance::voucherList())
            continue;
        auto whole = std::make_unique<db::ListDefinition>(withOwnFields(session, *list));
        auto index = std::make_unique<db::SearchIndex>(session.database(), *whole);
        m_indexes.push_back({std::move(whole), std::move(index)});
    }
}

GlobalSearch::~GlobalSearch() = default;

std::vector<SearchHit> GlobalSearch::find(const QString &text, int limitPerList) const
{
    constexpr int kRowsAtOnce = 20'000;
    while (db::SearchIndex::isQuery(text) && readSome(kRowsAtOnce)) { }
    return findAsRead(text, limitPerList);
}

std::vector<SearchHit> GlobalSearch::findAsRead(const QString &text, int limitPerList) const
{
    std::vector<SearchHit> hits;
    if (!db::SearchIndex::isQuery(text))
        return hits;
    for (const Indexed &each : m_indexes) {
        if (each.index->isStale())
            continue;
        const auto ids = each.index->findRanked(text, limitPerList);
        for (const db::ListRow &row : db::ListQuery(m_session.database(), *each.list).rows(ids))
            hits.push_back(hitOf(*each.list, row));
    }
    return hits;
}

bool GlobalSearch::readSome(int rows) const
{
    // One list after the other, so that the first can be searched while the last is still to come.
    for (const Indexed &each : m_indexes) {
        if (!each.index->isStale())
            continue;
        if (each.index->readSome(rows))
            return true;
        return std::ranges::any_of(m_indexes, [](const Indexed &one) { return one.index->isStale(); });
    }
    return false;
}

void GlobalSearch::markStale(const QStringList &tables)
{
    const bool areFieldsChanged = tables.contains(QStringLiteral("custom_fields"));
    for (const Indexed &each : m_indexes) {
        if (areFieldsChanged) {
            if (const db::ListDefinition *list = listByKey(each.list->key))
                *each.list = withOwnFields(m_session, *list);
        }
        const bool isConcerned
            = std::ranges::any_of(tables, [&](const QString &table) { return each.list->tables.contains(table); });
        if (isConcerned || areFieldsChanged)
            each.index->markStale();
    }
}

} // namespace mishutai::desk
