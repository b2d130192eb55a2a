#include "session/history/change_batch.h"

#include "db/database.h"
#include "db/row_writer.h"
#include "session/audit/audit_chain.h"
#include "session/audit/audit_repository.h"
#include "session/history/row_image.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace mishutai::session {

namespace {

constexpr std::size_t kMostKept = 64;

} // namespace

// The batch bears the id of the audit row that it will get: nothing else is appended while its transaction is open.
ChangeBatch::ChangeBatch(db::Database &database)
    : m_database(database), m_changes(database), m_head(AuditRepository(database).head()), m_id(m_head.lastId + 1)
{
}

void ChangeBatch::record(
    const QString &table, qint64 rowId, const std::optional<db::Row> &before, const std::optional<db::Row> &after)
{
    const Key key{table, rowId};
    const auto known = m_seqs.constFind(key);
    Change change{.batch = m_id, .table = table, .rowId = rowId};
    if (known != m_seqs.constEnd()) {
        change.seq = *known;
        change.before = changeAt(change.seq).before;
    } else {
        change.seq = ++m_lastSeq;
        const auto place = m_trackedPlaces.constFind(key);
        const std::optional<db::Row> &first = place == m_trackedPlaces.constEnd() ? before : m_tracked[*place].before;
        change.before = first ? imageOf(*first) : QString();
    }
    change.after = after ? imageOf(*after) : QString();
    m_touched.push_back({key, known != m_seqs.constEnd() ? *known : 0});

    if (change.before.isEmpty() && change.after.isEmpty()) {
        m_changes.remove(m_id, change.seq);
        m_kept.erase(change.seq);
        m_seqs.remove(key);
        return;
    }
    change.kind = change.before.isEmpty() ? ChangeKind::Insert : change.after.isEmpty() ? ChangeKind::Delete : ChangeKind::Update;
    if (known != m_seqs.constEnd()) {
        m_changes.update(change);
    } else {
        m_changes.insert(change);
        m_seqs.insert(key, change.seq);
    }
    keep(change);
}

void ChangeBatch::recordNew(const QString &table, qint64 rowId)
{
    const Key key{table, rowId};
    // An id that was deleted in this batch comes back, or it was tracked: the long way.
    if (m_seqs.contains(key) || m_trackedPlaces.contains(key))
        return record(table, rowId, std::nullopt, db::readRow(m_database, table, rowId));
    QByteArray image;
    db::visitRow(m_database, table, rowId, [&](const db::Statement &row) { image = imageOf(row, orderOf(table, row)); });
    const int seq = ++m_lastSeq;
    m_changes.insertNew(m_id, seq, table, rowId, image);
    m_touched.push_back({key, 0});
    m_seqs.insert(key, seq);
    if (m_isKeptWhole)
        keep({.batch = m_id, .seq = seq, .table = table, .rowId = rowId, .after = QString::fromUtf8(image)});
}

const std::vector<std::size_t> &ChangeBatch::orderOf(const QString &table, const db::Statement &row)
{
    std::vector<std::size_t> &order = m_orders[table];
    if (order.empty())
        order = imageOrder(row);
    return order;
}

void ChangeBatch::keep(const Change &change)
{
    if (!m_isKeptWhole)
        return;
    m_kept.insert_or_assign(change.seq, change);
    if (m_kept.size() > kMostKept) {
        m_isKeptWhole = false;
        m_kept.clear();
    }
}

Change ChangeBatch::changeAt(int seq) const
{
    return m_isKeptWhole ? m_kept.at(seq) : m_changes.find(m_id, seq).value();
}

void ChangeBatch::track(const QString &table, qint64 rowId)
{
    const Key key{table, rowId};
    if (m_trackedPlaces.contains(key))
        return;
    m_trackedPlaces.insert(key, m_tracked.size());
    m_tracked.push_back({key, db::readRow(m_database, table, rowId)});
}

void ChangeBatch::settle()
{
    if (m_fault)
        throw *m_fault;
    for (const Tracked &row : m_tracked) {
        const std::optional<db::Row> after = db::readRow(m_database, row.key.first, row.key.second);
        if (row.before != after || m_seqs.contains(row.key))
            record(row.key.first, row.key.second, row.before, after);
    }
    m_tracked.clear();
    m_trackedPlaces.clear();
}

void ChangeBatch::rollBackTo(const Mark &mark) noexcept
{
    m_tracked.resize(mark.trackedCount);
    m_trackedPlaces.removeIf([&mark](const auto &place) { return place.value() >= mark.trackedCount; });
    try {
        while (m_touched.size() > mark.touchedCount) {
            undoTouch(m_touched.back());
            m_touched.pop_back();
        }
    } catch (const Error &error) {
        m_fault = error;
    }
}

/// The database holds the change as it was before; what is known of it in memory follows.
void ChangeBatch::undoTouch(const Touched &touched)
{
    const auto now = m_seqs.constFind(touched.key);
    if (touched.seqBefore == 0) {
        if (now != m_seqs.constEnd()) {
            m_kept.erase(*now);
            m_seqs.erase(now);
        }
        return;
    }
    m_seqs.insert(touched.key, touched.seqBefore);
    if (!m_isKeptWhole)
        return;
    if (const std::optional<Change> stored = m_changes.find(m_id, touched.seqBefore))
        m_kept.insert_or_assign(touched.seqBefore, *stored);
    else
        m_kept.erase(touched.seqBefore);
}

QSet<QString> ChangeBatch::tables() const
{
    QSet<QString> tables;
    for (auto key = m_seqs.keyBegin(); key != m_seqs.keyEnd(); ++key)
        tables.insert(key->first);
    return tables;
}

QString ChangeBatch::newSalt()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex());
}

QString ChangeBatch::digest(const QString &salt) const
{
    ChangeDigest digest(salt);
    if (m_isKeptWhole) {
        for (const auto &[seq, change] : m_kept)
            digest.add(ChangeRepository::columnsOf(change));
    } else {
        m_changes.forEachRaw(m_id, [&digest](const db::Statement &change) { digest.add(change); });
    }
    return digest.result();
}

} // namespace mishutai::session
