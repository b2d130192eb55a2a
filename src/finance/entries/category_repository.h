#pragma once

#include "finance/entries/category.h"

#include <optional>

namespace mishutai::db {
class Database;
}
namespace mishutai::session {
class Work;
}

namespace mishutai::finance {

/// Rows of `entry_categories`. @throws Error as db::Statement and session::Work
class CategoryRepository
{
public:
    explicit CategoryRepository(const db::Database &database) : m_database(database) { }

    std::optional<Category> find(CategoryId id) const;
    std::optional<Category> findByName(const QString &name) const;
    std::vector<Category> all() const; ///< In before Out, then by sort and name

    CategoryId insert(session::Work &work, const CategoryDetails &details) const;
    int update(session::Work &work, const Category &category) const; ///< @return its revision afterwards
    void remove(session::Work &work, CategoryId id, int revision) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::finance
