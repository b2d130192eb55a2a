#pragma once

#include "base/ids.h"
#include "db/row.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace mishutai::db {
class Database;
}
namespace mishutai::session {
class Work;
}

namespace mishutai::finance {

/// What a look along the chain found wrong.
struct ChainFault {
    enum class Kind {
        Gap, ///< an entry of the chain is missing or out of order
        Link, ///< an entry does not follow the one before it
        Content, ///< the voucher is not what it was at posting
        Unchained ///< a posted voucher without an entry
    };
    Kind kind = Kind::Content;
    qint64 seq = 0; ///< 0 for Unchained
    VoucherId voucher{0};
    QString text() const; ///< Chinese
};

/// The chain of posted vouchers: each entry's SHA-256 covers the entry before it and every column of the voucher and its lines as
/// at posting. A change made with another tool is found; who owns the file can still build a new chain, which is why its head
/// belongs on paper and into backups.
///
/// hash = SHA-256(algo ‖ prev ‖ bytes), integers as eight bytes big-endian, texts with their length in front.
class LedgerChain
{
public:
    explicit LedgerChain(const db::Database &database) : m_database(database) { }

    /// Adds the entry of a voucher that was just posted. @throws Error
    void append(session::Work &work, VoucherId voucher) const;
    /// Everything from the first entry on; empty when all is as posted. @throws Error (Storage)
    std::vector<ChainFault> verify() const;
    /// Hash of the newest entry, 64 zeros for an empty ledger.
    QString head() const;

    static constexpr qint64 kAlgorithm = 1;
    /// Columns that algorithm 1 covers, and those left out, each for its reason in the source.
    static QStringList coveredVoucherColumns();
    static QStringList exemptVoucherColumns();
    static QStringList coveredLineColumns();

private:
    const db::Database &m_database;
};

/// Canonical bytes of one voucher: for each covered column its name and value, then the number of lines and theirs.
/// A value is a tag ('n' NULL, 'i' integer, 't' text), a length and its bytes.
QByteArray canonicalBytes(const db::Row &voucher, const std::vector<db::Row> &lines);
QString chainHash(qint64 algorithm, const QString &previous, const QByteArray &bytes);

} // namespace mishutai::finance
