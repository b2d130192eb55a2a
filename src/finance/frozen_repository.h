#pragma once

#include <QtGlobal>

namespace mishutai::db {
class Database;
}

namespace mishutai::finance {

/// What is final in the ledger, asked row by row.
class FrozenRepository
{
public:
    explicit FrozenRepository(const db::Database &database) : m_database(database) { }

    bool isPostedLine(qint64 lineId) const;
    bool isClosedMonth(qint64 periodId) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::finance
