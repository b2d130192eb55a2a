#include "session/audit_chain.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>

namespace mishutai::session {

namespace {

constexpr char kAlgorithm[] = "mishutai-audit-1 SHA-256";

void addBytes(QCryptographicHash &hash, const QByteArray &bytes)
{
    const quint64 length = qToBigEndian(static_cast<quint64>(bytes.size()));
    hash.addData(QByteArrayView(reinterpret_cast<const char *>(&length), sizeof length));
    hash.addData(bytes);
}

void addValue(QCryptographicHash &hash, const QVariant &value)
{
    if (value.isNull()) {
        hash.addData(QByteArrayView("N"));
    } else if (value.typeId() == QMetaType::QString) {
        hash.addData(QByteArrayView("T"));
        addBytes(hash, value.toString().toUtf8());
    } else {
        hash.addData(QByteArrayView("I"));
        addBytes(hash, QByteArray::number(value.toLongLong()));
    }
}

void addColumns(QCryptographicHash &hash, const std::vector<QString> &names, const db::Row &row)
{
    for (const QString &name : names) {
        const auto column = std::ranges::find(row, name, &db::Row::value_type::first);
        Q_ASSERT(column != row.end());
        addBytes(hash, name.toUtf8());
        addValue(hash, column->second);
    }
}

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
    QCryptographicHash hash(QCryptographicHash::Sha256);
    addBytes(hash, kAlgorithm);
    addColumns(hash, hashedAuditColumns(), entry);
    return QString::fromLatin1(hash.result().toHex());
}

struct ChangeDigest::Private {
    QCryptographicHash hash{QCryptographicHash::Sha256};
    int count = 0;
};

ChangeDigest::ChangeDigest(const QString &salt) : d(std::make_unique<Private>())
{
    addBytes(d->hash, salt.toLatin1());
}

ChangeDigest::~ChangeDigest() = default;

void ChangeDigest::add(const db::Row &change)
{
    addColumns(d->hash, digestedChangeColumns(), change);
    ++d->count;
}

int ChangeDigest::count() const
{
    return d->count;
}

QString ChangeDigest::result() const
{
    return QString::fromLatin1(d->hash.result().toHex());
}

} // namespace mishutai::session
