#pragma once

#include "tables/header.h"

#include <QSet>

#include <map>
#include <optional>
#include <vector>

namespace mishutai::tables {

/// The titles under which columns are known, by what they read; for the search of a header.
class KnownTitles
{
public:
    /// @param specs outlive this
    /// @param chosen as matchHeader() takes it
    KnownTitles(const std::vector<ColumnSpec> &specs, const QHash<QString, QString> &chosen);

    /// What was said of a title goes for all its columns but those of which something was said apart.
    bool isIgnored(const QStringList &titles, int column) const;
    /// Of a column that shares its title with an earlier one, and of which something was said apart.
    std::optional<size_t> findApart(const QStringList &titles, int column) const;
    /// Index of the first column that has this title.
    std::optional<size_t> find(const QString &title) const;
    /// Indexes of all that have it: 姓名 in a list of members is the member where no other column says its name.
    std::vector<size_t> meanings(const QString &title) const;
    /// The one free column that an unknown title can mean: one of its titles, without what stands in brackets, is part of it or
    /// the other way round, and no other column's is; or, where none is part, the only free one that differs by few letters.
    /// Never one of another unit of money.
    /// @param taken keys of the columns that are not free
    std::optional<size_t> guess(const QString &title, const QHash<QString, int> &taken) const;
    /// The known title most like it, for a message; empty when none is.
    QString nearest(const QString &title) const;

private:
    QSet<size_t> overlapping(const QString &key) const;
    QSet<size_t> differingLittle(const QString &key, const QHash<QString, int> &taken) const;

    const std::vector<ColumnSpec> &m_specs;
    std::map<QString, std::vector<size_t>> m_indexes; ///< titleKey → specs
    QSet<QString> m_ignored;
};

} // namespace mishutai::tables
