#include "db/lists/id_set.h"

#include <algorithm>

namespace mishutai::db {

IdSet::IdSet(const std::vector<qint64> &ids)
{
    constexpr qint64 kMostBits = 8'000'000;
    qint64 most = -1;
    for (const qint64 id : ids) {
        if (id >= 0 && id < kMostBits)
            most = std::max(most, id);
    }
    m_bits.resize(static_cast<size_t>(most + 1));
    for (const qint64 id : ids) {
        if (contains(id))
            continue;
        if (id >= 0 && id < kMostBits)
            m_bits[static_cast<size_t>(id)] = true;
        else
            m_others.insert(id);
        ++m_size;
    }
}

std::vector<qint64> IdSet::ids() const
{
    std::vector<qint64> ids(m_others.begin(), m_others.end());
    for (size_t id = 0; id < m_bits.size(); ++id) {
        if (m_bits[id])
            ids.push_back(static_cast<qint64>(id));
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace mishutai::db
