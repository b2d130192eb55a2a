#include "session/audit_chain.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>

namespace mishutai::session {

namespace {

constexpr char kAlgorithm[] = "mishutai-audit-1 SHA-256";

void appendBytes(QByteArray &out, const QByteArray &bytes)
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
    QCryptographicHash hash{QCryptographicHash::Sha256};
    QByteArray bytes;
    int count = 0;
};

ChangeDigest::ChangeDigest(const QString &salt) : d(std::make_unique<Private>())
{
    appendBytes(d->bytes, salt.toLatin1());
}

ChangeDigest::~ChangeDigest() = default;

void ChangeDigest::add(const db::Row &change)
{
    static const Canon canon(digestedChangeColumns());
    canon.append(d->bytes, change);
    d->hash.addData(d->bytes);
    d->bytes.resize(0);
    ++d->count;
}

int ChangeDigest::count() const
{
    return d->count;
}

QString ChangeDigest::result() const
{
    d->hash.addData(d->bytes);
    d->bytes.resize(0);
    return QString::fromLatin1(d->hash.result().toHex());
}

} // namespace mishutai::session
