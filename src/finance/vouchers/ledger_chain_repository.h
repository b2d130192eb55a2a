#pragma once

#include "base/ids.h"
#include "db/row.h"
#include "db/statement.h"

#include <optional>
#include <vector>

namespace mishutai::session {
class Work;
}

namespace mishutai::finance {

struct ChainEntry {
    qint64 seq = 0;
    VoucherId voucher{0};
    qint64 algorithm = 0;
    QString previous;
    QString hash;
};

/// Rows of `ledger_chain`, and of vouchers as the chain reads them. Its statements live as long as it does.
class LedgerChainRepository
{
public:
    explicit LedgerChainRepository(const db::Database &database);

    std::optional<ChainEntry> last() const;
    std::vector<ChainEntry> all() const; ///< by seq
    void insert(session::Work &work, const ChainEntry &entry) const;
    std::vector<VoucherId> postedWithoutEntry() const;

    /// The named columns of a voucher; empty when it is not there.
    db::Row voucherRow(VoucherId id, const QStringList &columns);
    /// The named columns of its lines, by line_no.
    std::vector<db::Row> lineRows(VoucherId id, const QStringList &columns);

private:
    const db::Database &m_database;
    db::Statement m_voucher;
    db::Statement m_lines;
};

} // namespace mishutai::finance
