#include "finance/entries/category_repository.h"

#include "db/row.h"
#include "db/statement.h"
#include "session/work.h"

namespace mishutai::finance {
namespace {

const QString kTable = QStringLiteral("entry_categories");
const QString kSelect
    = QStringLiteral("SELECT id, revision, name, direction, account_id, cash_flow_item, sort, active FROM entry_categories ");

Category read(const db::Statement &row)
{
    return {row.id<CategoryId>("id"), static_cast<int>(row.integer("revision")),
        {row.text("name"), fromKey<EntryDirection>(row.text("direction")).value(), row.id<AccountId>("account_id"),
            row.text("cash_flow_item"), static_cast<int>(row.integer("sort")), row.flag("active")}};
}

db::Row rowOf(const CategoryDetails &details)
{
    return {{"name", details.name}, {"direction", key(details.direction)}, {"account_id", details.account.value()},
        {"cash_flow_item", db::orNull(details.cashFlowItem)}, {"sort", details.sort}, {"active", details.isActive}};
}

} // namespace

std::optional<Category> CategoryRepository::find(CategoryId id) const
{
    db::Statement row(m_database, kSelect + QStringLiteral("WHERE id = :id"));
    return row.bind(":id", id).next() ? std::optional(read(row)) : std::nullopt;
}

std::optional<Category> CategoryRepository::findByName(const QString &name) const
{
    db::Statement row(m_database, kSelect + QStringLiteral("WHERE name = :name"));
    return row.bind(":name", name).next() ? std::optional(read(row)) : std::nullopt;
}

std::vector<Category> CategoryRepository::all() const
{
    db::Statement row(m_database, kSelect + QStringLiteral("ORDER BY direction, sort, name"));
    std::vector<Category> categories;
    while (row.next())
        categories.push_back(read(row));
    return categories;
}

CategoryId CategoryRepository::insert(session::Work &work, const CategoryDetails &details) const
{
    return CategoryId(work.insert(kTable, rowOf(details)));
}

int CategoryRepository::update(session::Work &work, const Category &category) const
{
    return work.update(kTable, category.id.value(), category.revision, rowOf(category.details));
}

void CategoryRepository::remove(session::Work &work, CategoryId id, int revision) const
{
    work.remove(kTable, id.value(), revision);
}

} // namespace mishutai::finance
