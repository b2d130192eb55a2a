#pragma once

#include "db/lists/list_definition.h"

#include <utility>

struct sqlite3;

namespace mishutai::db {

/// The order of a list as SQL with named parameters: choices as their column lists them, texts as people look them up, all else
/// by value; cells without text last, upwards and downwards.
class OrderWriter
{
public:
    using Bindings = std::vector<std::pair<QString, QVariant>>;

    /// A term of ORDER BY. @param expression of the column, in which an empty text may be NULL already
    QString write(const ListColumn &column, const QString &expression, bool isDescending);
    const Bindings &bindings() const { return m_bindings; }

private:
    QString rank(const std::vector<Choice> &choices, const QString &expression);

    Bindings m_bindings;
};

/// Gives a connection the function that texts are ordered by: pinyin_order(text), NULL for an empty text.
/// @throws Error Storage
void addPinyinOrder(sqlite3 *handle);

} // namespace mishutai::db
