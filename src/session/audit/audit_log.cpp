#include "session/audit/audit_log.h"

#include "db/row_writer.h"
#include "db/statement.h"
#include "session/audit/audit_chain.h"
#include "session/history/change_repository.h"

#include <QCoreApplication>

#include <limits>

namespace mishutai::session {

namespace {

constexpr qint64 kProgressStep = 1000;

QString tr(const char *text)
{
    return QCoreApplication::translate("AuditLog", text);
}

/// Walks along the log and keeps what is wrong.
class ChainWalk
{
public:
    explicit ChainWalk(const db::Database &database) : m_changes(ChangeRepository(database).openAll())
    {
        m_hasChange = m_changes->next();
    }

    void visit(const db::Row &entry)
    {
        const qint64 id = db::valueOf(entry, "id").toLongLong();
        if (id != m_lastId + 1)
            report(id, tr("第%1条之后缺少条目").arg(m_lastId));
        if (db::valueOf(entry, "prev_hash").toString() != m_lastHash)
            report(id, tr("与上一条不衔接"));
        m_lastHash = auditHash(entry);
        if (db::valueOf(entry, "hash").toString() != m_lastHash)
            report(id, tr("内容被改动过"));
        m_lastId = id;
        checkChanges(id, entry);
    }

    void finish(const std::optional<AuditRepository::Head> &mark)
    {
        if (!mark || mark->lastId != m_lastId || mark->lastHash != m_lastHash)
            report(m_lastId, tr("日志末尾与文件标记不符，可能被截短"));
        passChangesBefore(std::numeric_limits<qint64>::max());
    }

    qint64 lastId() const { return m_lastId; }
    std::vector<AuditFault> takeFaults() { return std::move(m_faults); }

private:
    void report(qint64 id, const QString &what) { m_faults.push_back({id, tr("操作日志第%1条：%2").arg(id).arg(what)}); }

    qint64 batchOfChange() const { return m_hasChange ? m_changes->integer("batch_id") : std::numeric_limits<qint64>::max(); }

    void passChangesBefore(qint64 batch)
    {
        while (m_hasChange && batchOfChange() < batch) {
            const qint64 orphan = batchOfChange();
            report(orphan, tr("有修改记录而没有日志条目"));
            while (m_hasChange && batchOfChange() == orphan)
                m_hasChange = m_changes->next();
        }
    }

    // Both are walked in step: the batches of the log rise with its ids.
    // Fewer changes than the entry counts are no fault: history is erased after 90 days, and a person's at any time.
    void checkChanges(qint64 id, const db::Row &entry)
    {
        const QVariant batch = db::valueOf(entry, "batch_id");
        if (batch.isNull())
            return;
        passChangesBefore(batch.toLongLong());
        ChangeDigest digest(db::valueOf(entry, "salt").toString());
        while (batchOfChange() == batch.toLongLong()) {
            digest.add(*m_changes);
            m_hasChange = m_changes->next();
        }
        const int expected = db::valueOf(entry, "change_count").toInt();
        const bool isComplete = digest.count() == expected && expected > 0;
        if (digest.count() > expected || (isComplete && digest.result() != db::valueOf(entry, "digest").toString()))
            report(id, tr("修改记录被改动过"));
    }

    std::unique_ptr<db::Statement> m_changes;
    bool m_hasChange = false;
    qint64 m_lastId = 0;
    QString m_lastHash = auditGenesis();
    std::vector<AuditFault> m_faults;
};

} // namespace

std::vector<AuditEntry> AuditLog::find(const AuditFilter &filter) const
{
    m_session.require(Operation::AuditRead);
    return AuditRepository(m_session.database()).find(filter);
}

QString AuditLog::operationLabel(const QString &key)
{
    const auto operation = operationByKey(key);
    return operation ? info(*operation).label : key;
}

QString AuditLog::outcomeLabel(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Done:
        return tr("完成");
    case Outcome::Refused:
        return tr("被拒绝");
    case Outcome::Undone:
        return tr("已撤销");
    }
    return {};
}

std::vector<QString> AuditLog::exportHeader()
{
    return {tr("序号"), tr("时间"), tr("用户"), tr("操作"), tr("对象"), tr("对象编号"), tr("结果"), tr("修改行数"), tr("原因"),
        tr("校验值")};
}

std::vector<std::vector<QString>> AuditLog::exportRows(const AuditFilter &filter) const
{
    std::vector<std::vector<QString>> rows;
    for (const AuditEntry &entry : find(filter))
        rows.push_back({QString::number(entry.id), entry.at.toLocalTime().toString("yyyy-MM-dd HH:mm:ss"), entry.userName,
            operationLabel(entry.operation), entry.objectType, entry.objectId ? QString::number(*entry.objectId) : QString(),
            outcomeLabel(entry.outcome), QString::number(entry.changeCount), entry.reason, entry.hash});
    return rows;
}

std::vector<AuditFault> verifyAuditChain(const db::Database &database, TaskControl &control)
{
    const AuditRepository audit(database);
    const qint64 total = audit.lastId();
    ChainWalk walk(database);
    audit.forEachRaw([&](const db::Row &entry) {
        walk.visit(entry);
        if (walk.lastId() % kProgressStep == 0) {
            control.throwIfCancelled();
            control.progress(walk.lastId(), total, tr("核对操作日志"));
        }
    });
    walk.finish(audit.mark());
    return walk.takeFaults();
}

} // namespace mishutai::session
