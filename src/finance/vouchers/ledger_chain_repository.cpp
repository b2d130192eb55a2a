#include "finance/vouchers/ledger_chain_repository.h"

#include "session/work.h"

namespace mishutai::finance {
namespace {

const QString kSelect = QStringLiteral("SELECT seq, voucher_id, algo, prev_hash, hash FROM ledger_chain ORDER BY seq ");

ChainEntry read(const db::Statement &row)
{
    return {row.integer("seq"), row.id<VoucherId>("voucher_id"), row.integer("algo"), row.text("prev_hash"), row.text("hash")};
}

db::Row readColumns(const db::Statement &row, const QStringList &columns)
{
    db::Row values;
    for (const QString &column : columns)
        values.emplace_back(column, row.value(column.toLatin1().constData()));
    return values;
}

} // namespace

LedgerChainRepository::LedgerChainRepository(const db::Database &database)
    : m_database(database), m_voucher(database, QStringLiteral("SELECT * FROM vouchers WHERE id = :id")),
      m_lines(database, QStringLiteral("SELECT * FROM voucher_lines WHERE voucher_id = :id ORDER BY line_no, id"))
{
}

std::optional<ChainEntry> LedgerChainRepository::last() const
{
    db::Statement row(m_database, kSelect + QStringLiteral("DESC LIMIT 1"));
    if (!row.next())
        return std::nullopt;
    return read(row);
}

std::vector<ChainEntry> LedgerChainRepository::all() const
{
    db::Statement row(m_database, kSelect);
    std::vector<ChainEntry> entries;
    while (row.next())
        entries.push_back(read(row));
    return entries;
}

void LedgerChainRepository::insert(session::Work &work, const ChainEntry &entry) const
{
    work.insert(QStringLiteral("ledger_chain"),
        {{QStringLiteral("seq"), entry.seq}, {QStringLiteral("voucher_id"), entry.voucher.value()},
            {QStringLiteral("algo"), entry.algorithm}, {QStringLiteral("prev_hash"), entry.previous},
            {QStringLiteral("hash"), entry.hash}});
}

std::vector<VoucherId> LedgerChainRepository::postedWithoutEntry() const
{
    db::Statement row(m_database,
        QStringLiteral("SELECT v.id FROM vouchers v LEFT JOIN ledger_chain c ON c.voucher_id = v.id "
                       "WHERE v.status = 'POSTED' AND c.id IS NULL ORDER BY v.id"));
    std::vector<VoucherId> ids;
    while (row.next())
        ids.push_back(row.id<VoucherId>("id"));
    return ids;
}

db::Row LedgerChainRepository::voucherRow(VoucherId id, const QStringList &columns)
{
    m_voucher.bind(QStringLiteral(":id"), id);
    if (!m_voucher.next())
        return {};
    return readColumns(m_voucher, columns);
}

std::vector<db::Row> LedgerChainRepository::lineRows(VoucherId id, const QStringList &columns)
{
    m_lines.bind(QStringLiteral(":id"), id);
    std::vector<db::Row> lines;
    while (m_lines.next())
        lines.push_back(readColumns(m_lines, columns));
    return lines;
}

} // namespace mishutai::finance
