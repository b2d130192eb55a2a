#include "session/work.h"

#include "base/error.h"
#include "db/change_bus.h"
#include "db/database.h"
#include "db/row_writer.h"
#include "db/transaction.h"
#include "session/audit/audit_repository.h"
#include "session/history/change_batch.h"
#include "session/history/row_image.h"
#include "session/refusal.h"
#include "session/session.h"
#include "session/users/user_repository.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::session {

struct Work::Private {
    Session &session;
    Operation operation;
    bool isOutermost;
    std::shared_ptr<ChangeBatch> batch; ///< one for all Works that are joined
    std::unique_ptr<db::Transaction> transaction;
    ChangeBatch::Mark mark; ///< state of the batch when this Work began
    bool isOpen = true;
    Work *holder = nullptr; ///< the AllOrNothing one around this; null where this has a savepoint of its own
    QString objectType = {};
    std::optional<qint64> objectId = {};
    QString reason = {};
    Outcome outcome = Outcome::Done;
    int joined = 0; ///< Works that are open inside this outermost one
    Work *allOrNothing = nullptr; ///< of this outermost one: the joined Work whose joined have no savepoints
    bool isBroken = false; ///< one that joined this AllOrNothing one was given up
    std::vector<Operation> refusals = {}; ///< of operations asked while this outermost Work is open; written when it ends

    void requireStillAllowed();
    void appendEntries();
};

/// The session's user is as old as the login; the table knows who was deactivated or lost a role since.
void Work::Private::requireStillAllowed()
{
    const auto current = UserRepository(session.database()).find(session.user().id);
    if (!current || (current->user.isActive && isAllowed(current->user.roles, operation)))
        return;
    transaction.reset();
    recordRefusal(session.database(), session.clock(), session.user(), operation);
    throw forbidden(current->user, operation);
}

void Work::Private::appendEntries()
{
    const AuditRepository audit(session.database());
    AuditEntry entry;
    entry.at = session.clock().now();
    entry.userId = session.user().id;
    entry.userName = session.user().name;
    entry.operation = info(operation).key;
    entry.objectType = objectType;
    entry.objectId = objectId;
    entry.outcome = outcome;
    entry.batch = batch->id();
    entry.reason = reason;
    entry.changeCount = batch->count();
    if (entry.changeCount > 0) {
        entry.salt = ChangeBatch::newSalt();
        entry.digest = batch->digest(entry.salt);
    }
    AuditRepository::Head head = batch->auditHead();
    audit.append(entry, head);
    Q_ASSERT(entry.id == batch->id().value());
    for (const Operation refused : refusals) {
        AuditEntry refusal;
        refusal.at = entry.at;
        refusal.userId = entry.userId;
        refusal.userName = entry.userName;
        refusal.operation = info(refused).key;
        refusal.outcome = Outcome::Refused;
        audit.append(refusal, head);
    }
    refusals.clear();
}

Work::Work(Session &session, Operation operation, Joining joining)
{
    session.require(operation);
    Work *outer = session.m_outermost;
    Work *holder = outer ? outer->d->allOrNothing : nullptr;
    auto transaction = holder ? nullptr : std::make_unique<db::Transaction>(session.database());
    auto batch = outer ? outer->d->batch : std::make_shared<ChangeBatch>(session.database());
    d.reset(new Private{session, operation, !outer, batch, std::move(transaction), batch->mark()});
    d->holder = holder;
    if (!outer) {
        d->requireStillAllowed();
        session.m_outermost = this;
    } else {
        ++outer->d->joined;
    }
    if (joining == Joining::AllOrNothing && !holder)
        session.m_outermost->d->allOrNothing = this;
}

Work::~Work()
{
    d->transaction.reset();
    if (!d->isOutermost) {
        Private &outermost = *d->session.m_outermost->d;
        --outermost.joined;
        if (outermost.allOrNothing == this)
            outermost.allOrNothing = nullptr;
        if (d->isOpen && d->holder)
            d->holder->d->isBroken = true;
        else if (d->isOpen)
            d->batch->rollBackTo(d->mark);
        return;
    }
    Session &session = d->session;
    session.m_outermost = nullptr;
    for (const Operation refused : d->refusals)
        recordRefusal(session.database(), session.clock(), session.user(), refused);
}

qint64 Work::insert(const QString &table, const db::Row &row)
{
    const qint64 id = db::insertRow(database(), table, row);
    d->batch->recordNew(table, id);
    return id;
}

int Work::update(const QString &table, qint64 id, int revision, const db::Row &row)
{
    const std::optional<db::Row> before = db::readRow(database(), table, id);
    const bool isCurrent = before && db::valueOf(*before, "revision").toInt() == revision;
    db::Row changed;
    std::ranges::copy_if(row, std::back_inserter(changed),
        [&](const auto &cell) { return !isCurrent || !isSameValue(db::valueOf(*before, cell.first), cell.second); });
    if (isCurrent && changed.empty())
        return revision;
    const int next = db::updateRow(database(), table, id, revision, changed);
    d->batch->record(table, id, before, db::readRow(database(), table, id));
    return next;
}

void Work::remove(const QString &table, qint64 id, int revision)
{
    const std::optional<db::Row> before = db::readRow(database(), table, id);
    db::deleteRow(database(), table, id, revision);
    d->batch->record(table, id, before, std::nullopt);
}

void Work::track(const QString &table, qint64 id)
{
    d->batch->track(table, id);
}

void Work::setSubject(const QString &objectType, qint64 objectId)
{
    d->objectType = objectType;
    d->objectId = objectId;
}

void Work::setReason(const QString &reason)
{
    d->reason = reason;
}

void Work::setIsUndo()
{
    d->outcome = Outcome::Undone;
}

void Work::addRefusal(Operation operation)
{
    d->refusals.push_back(operation);
}

Session &Work::session() const
{
    return d->session;
}

db::Database &Work::database() const
{
    return d->session.database();
}

BatchId Work::batch() const
{
    return d->batch->id();
}

bool Work::isWhole() const
{
    return !d->isBroken;
}

void Work::commit()
{
    Q_ASSERT(d->isOpen);
    if (d->isBroken)
        throw Error(Error::Kind::Storage, QCoreApplication::translate("Work", "无法保存"),
            QCoreApplication::translate("Work", "其中一步没有完成"), QCoreApplication::translate("Work", "请重试，数据没有变动"));
    if (!d->isOutermost) {
        if (d->transaction)
            d->transaction->commit();
        d->transaction.reset();
        d->isOpen = false;
        if (d->session.m_outermost->d->joined == 1)
            d->batch->forget(d->mark);
        return;
    }
    const std::vector<Operation> refusals = d->refusals;
    d->batch->settle();
    const QSet<QString> tables = d->batch->tables();
    try {
        d->appendEntries();
        d->transaction->commit();
    } catch (...) {
        d->refusals = refusals;
        throw;
    }
    d->transaction.reset();
    d->isOpen = false;
    d->session.m_outermost = nullptr;
    if (d->session.bus() && !tables.isEmpty())
        d->session.bus()->publish(tables);
}

} // namespace mishutai::session
