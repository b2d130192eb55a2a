#pragma once

#include <QtGlobal>

#include <unordered_set>
#include <vector>

namespace mishutai::db {

/// Row ids to ask for membership: a bit each while they are small numbers, as those of a data file are.
class IdSet
{
public:
    IdSet() = default;
    explicit IdSet(const std::vector<qint64> &ids);

    bool contains(qint64 id) const
    {
        return id >= 0 && id < static_cast<qint64>(m_bits.size()) ? m_bits[static_cast<size_t>(id)] : m_others.contains(id);
    }
    qsizetype size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    /// Ascending.
    std::vector<qint64> ids() const;

private:
    std::vector<bool> m_bits;
    std::unordered_set<qint64> m_others;
    qsizetype m_size = 0;
};

} // namespace mishutai::db
