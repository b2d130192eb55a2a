#include "session/audit/audit_chain.h"

#include "db/statement.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <sodium.h>

#include <algorithm>

namespace mishutai::session {

namespace {

constexpr char kAlgorithm[] = "mishutai-audit-1 SHA-256";

void appendBytes(QByteArray &out, QByteArrayView bytes)
{
    const quint64 length = qToBigEndian(static_cast<quint64>(bytes.size()));
    out.append(reinterpret_cast<const char *>(&length), sizeof length);
    out.append(bytes);
}

void appendValue(QByteArray &out, const QVariant &value)
{
    if (value.isNull()) {
        out.append('N');
    } else if (value.typeId() == QMetaType::QString) {
        out.append('T');
        appendBytes(out, value.toString().toUtf8());
    } else {
        out.append('I');
        appendBytes(out, QByteArray::number(value.toLongLong()));
    }
}

void appendCell(QByteArray &out, const db::Statement::Cell &cell)
{
    if (cell.kind == db::Statement::Cell::Kind::Null) {
        out.append('N');
    } else if (cell.kind == db::Statement::Cell::Kind::Integer) {
        out.append('I');
        appendBytes(out, QByteArray::number(cell.integer));
    } else {
        out.append('T');
        appendBytes(out, cell.bytes);
    }
}

/// The hashed columns of one table, each with its name in bytes.
class Canon
{
public:
    explicit Canon(const std::vector<QString> &names) : m_names(names)
    {
        for (const QString &name : names)
            appendBytes(m_prefixes.emplace_back(), name.toLatin1());
    }

    void append(QByteArray &out, const db::Row &row) const
    {
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            out.append(m_prefixes[i]);
            appendValue(out, valueAt(row, i));
        }
    }

    void append(QByteArray &out, const db::Statement &row) const
    {
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            Q_ASSERT(row.columnName(i) == m_names[i].toLatin1());
            out.append(m_prefixes[i]);
            appendCell(out, row.cell(i));
        }
    }

private:
    // Rows mostly come in this very order.
    const QVariant &valueAt(const db::Row &row, std::size_t i) const
    {
        if (i < row.size() && row[i].first == m_names[i])
            return row[i].second;
        const auto column = std::ranges::find(row, m_names[i], &db::Row::value_type::first);
        Q_ASSERT(column != row.end());
        return column->second;
    }

    const std::vector<QString> &m_names;
    std::vector<QByteArray> m_prefixes;
};

} // namespace

QString auditGenesis()
{
    return QString(64, u'0');
}

const std::vector<QString> &hashedAuditColumns()
{
    static const std::vector<QString> kColumns{"id", "at", "user_id", "user_name", "operation", "object_type", "object_id",
        "outcome", "batch_id", "reason", "change_count", "digest", "salt", "prev_hash"};
    return kColumns;
}

const std::map<QString, QString> &unhashedAuditColumns()
{
    static const std::map<QString, QString> kColumns{{"hash", "the result itself"}};
    return kColumns;
}

const std::vector<QString> &digestedChangeColumns()
{
    static const std::vector<QString> kColumns{"batch_id", "seq", "table_name", "row_id", "kind", "before", "after"};
    return kColumns;
}

const std::map<QString, QString> &undigestedChangeColumns()
{
    static const std::map<QString, QString> kColumns{{"id", "a key of storage; (batch_id, seq) names the change"}};
    return kColumns;
}

QString auditHash(const db::Row &entry)
{
    static const Canon canon(hashedAuditColumns());
    QByteArray bytes;
    bytes.reserve(1024);
    appendBytes(bytes, kAlgorithm);
    canon.append(bytes, entry);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

struct ChangeDigest::Private {
    crypto_hash_sha256_state hash{}; // libsodium: Qt's own took a tenth of an import
    QByteArray bytes;
    int count = 0;

    void flush()
    {
        crypto_hash_sha256_update(
            &hash, reinterpret_cast<const unsigned char *>(bytes.constData()), static_cast<unsigned long long>(bytes.size()));
        bytes.resize(0);
    }
};

ChangeDigest::ChangeDigest(const QString &salt) : d(std::make_unique<Private>())
{
    crypto_hash_sha256_init(&d->hash);
    appendBytes(d->bytes, salt.toLatin1());
}

ChangeDigest::~ChangeDigest() = default;

void ChangeDigest::add(const db::Row &change)
{
    static const Canon canon(digestedChangeColumns());
    canon.append(d->bytes, change);
    d->flush();
    ++d->count;
}

void ChangeDigest::add(const db::Statement &change)
{
    static const Canon canon(digestedChangeColumns());
    canon.append(d->bytes, change);
    d->flush();
    ++d->count;
}

int ChangeDigest::count() const
{
    return d->count;
}

QString ChangeDigest::result() const
{
    d->flush();
    QByteArray result(crypto_hash_sha256_BYTES, Qt::Uninitialized);
    crypto_hash_sha256_final(&d->hash, reinterpret_cast<unsigned char *>(result.data()));
    return QString::fromLatin1(result.toHex());
}

} // namespace mishutai::session
