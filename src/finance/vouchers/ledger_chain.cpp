#include "finance/vouchers/ledger_chain.h"

#include "finance/terms.h"
#include "finance/vouchers/ledger_chain_repository.h"
#include "session/work.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace mishutai::finance {
namespace {

const QString kNoHash = QString(64, QLatin1Char('0'));

void putLength(QByteArray &bytes, qint64 value)
{
    const qint64 ordered = qToBigEndian(value);
    bytes.append(reinterpret_cast<const char *>(&ordered), sizeof ordered);
}

void putText(QByteArray &bytes, const QByteArray &text)
{
    putLength(bytes, text.size());
    bytes.append(text);
}

void putValue(QByteArray &bytes, const QVariant &value)
{
    if (value.isNull()) {
        bytes.append('n');
        putText(bytes, {});
    } else if (value.typeId() == QMetaType::QString) {
        bytes.append('t');
        putText(bytes, value.toString().toUtf8());
    } else {
        bytes.append('i');
        putText(bytes, QByteArray::number(value.toLongLong()));
    }
}

void putRow(QByteArray &bytes, const db::Row &row)
{
    putLength(bytes, static_cast<qint64>(row.size()));
    for (const auto &[column, value] : row) {
        putText(bytes, column.toUtf8());
        putValue(bytes, value);
    }
}

QByteArray bytesOf(LedgerChainRepository &repository, VoucherId voucher)
{
    return canonicalBytes(repository.voucherRow(voucher, LedgerChain::coveredVoucherColumns()),
        repository.lineRows(voucher, LedgerChain::coveredLineColumns()));
}

} // namespace

QString ChainFault::text() const
{
    switch (kind) {
    case Kind::Gap:
        return translated("凭证链第%1环缺失或次序不对").arg(seq);
    case Kind::Link:
        return translated("凭证链第%1环与前一环不衔接").arg(seq);
    case Kind::Content:
        return translated("凭证链第%1环：凭证内容与入账时不一致").arg(seq);
    case Kind::Unchained:
        return translated("有一张已入账的凭证不在凭证链上（记录号%1）").arg(voucher.value());
    }
    Q_UNREACHABLE();
}

QStringList LedgerChain::coveredVoucherColumns()
{
    static const QStringList columns = QStringLiteral("id period_id dated_on word number kind status reverses_id replaces_id "
                                                      "paper_count no_document_reason prepared_by prepared_by_name posted_by "
                                                      "posted_by_name posted_at")
                                           .split(QLatin1Char(' '));
    return columns;
}

QStringList LedgerChain::exemptVoucherColumns()
{
    // What the bookkeeping agent reports comes after posting; revision counts those reports.
    static const QStringList columns{QStringLiteral("agent_status"), QStringLiteral("agent_number"), QStringLiteral("revision")};
    return columns;
}

QStringList LedgerChain::coveredLineColumns()
{
    static const QStringList columns = QStringLiteral("id revision voucher_id line_no account_id account_code account_name "
                                                      "account_role side amount_fen summary unit_id person_id fund_id project_id "
                                                      "activity_id cash_flow_item category_id dues_year")
                                           .split(QLatin1Char(' '));
    return columns;
}

QByteArray canonicalBytes(const db::Row &voucher, const std::vector<db::Row> &lines)
{
    QByteArray bytes;
    putRow(bytes, voucher);
    putLength(bytes, static_cast<qint64>(lines.size()));
    for (const db::Row &line : lines)
        putRow(bytes, line);
    return bytes;
}

QString chainHash(qint64 algorithm, const QString &previous, const QByteArray &bytes)
{
    QByteArray all;
    putLength(all, algorithm);
    putText(all, previous.toLatin1());
    putText(all, bytes);
    return QString::fromLatin1(QCryptographicHash::hash(all, QCryptographicHash::Sha256).toHex());
}

void LedgerChain::append(session::Work &work, VoucherId voucher) const
{
    LedgerChainRepository repository(m_database);
    const std::optional<ChainEntry> last = repository.last();
    ChainEntry entry{last ? last->seq + 1 : 1, voucher, kAlgorithm, last ? last->hash : kNoHash, {}};
    entry.hash = chainHash(kAlgorithm, entry.previous, bytesOf(repository, voucher));
    repository.insert(work, entry);
}

std::vector<ChainFault> LedgerChain::verify() const
{
    LedgerChainRepository repository(m_database);
    std::vector<ChainFault> faults;
    QString previous = kNoHash;
    qint64 expected = 1;
    for (const ChainEntry &entry : repository.all()) {
        if (entry.seq != expected)
            faults.push_back({ChainFault::Kind::Gap, expected, entry.voucher});
        if (entry.previous != previous)
            faults.push_back({ChainFault::Kind::Link, entry.seq, entry.voucher});
        const bool isKnown = entry.algorithm == kAlgorithm;
        if (!isKnown || chainHash(entry.algorithm, entry.previous, bytesOf(repository, entry.voucher)) != entry.hash)
            faults.push_back({ChainFault::Kind::Content, entry.seq, entry.voucher});
        previous = entry.hash;
        expected = entry.seq + 1;
    }
    for (const VoucherId voucher : repository.postedWithoutEntry())
        faults.push_back({ChainFault::Kind::Unchained, 0, voucher});
    return faults;
}

QString LedgerChain::head() const
{
    const std::optional<ChainEntry> last = LedgerChainRepository(m_database).last();
    return last ? last->hash : kNoHash;
}

} // namespace mishutai::finance
