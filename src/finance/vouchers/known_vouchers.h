#pragma once

#include "finance/vouchers/voucher.h"

#include <QHash>

namespace mishutai::db {
class Database;
}

namespace mishutai::finance {

/// Tells an import which of its rows the books hold already: each stored voucher stands for one row with the same content, so a
/// file taken twice adds nothing and two true equal payments of one day both stay.
class KnownVouchers
{
public:
    enum class Which { Drafts, All };
    KnownVouchers(const db::Database &database, Which which) : m_database(database), m_which(which) { }

    /// Takes one stored voucher with this content away. Those of a day are read when the day is first asked for: ask before
    /// adding.
    bool take(const VoucherDetails &details);

private:
    const db::Database &m_database;
    Which m_which;
    QHash<QDate, std::vector<VoucherDetails>> m_days;
};

} // namespace mishutai::finance
