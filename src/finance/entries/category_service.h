#pragma once

#include "finance/entries/category.h"

#include <optional>

namespace mishutai::session {
class Session;
}

namespace mishutai::finance {

/// Categories of the entry screen. @throws Error from every method
class CategoryService
{
public:
    explicit CategoryService(session::Session &session) : m_session(session) { }

    CategoryId create(const CategoryDetails &details);
    /// @return whether anything differed
    bool update(CategoryId id, int revision, const CategoryDetails &details);
    /// A category in use is refused: it can be made inactive.
    void remove(CategoryId id, int revision);

    std::vector<Category> categories() const; ///< 收 before 支, then in their order
    std::optional<Category> findByName(const QString &name) const;

private:
    void requireAcceptable(const CategoryDetails &details) const;
    session::Session &m_session;
};

} // namespace mishutai::finance
