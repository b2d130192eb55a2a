#include "session/history/change_history.h"

#include "base/error.h"
#include "db/database.h"
#include "db/row_writer.h"
#include "db/transaction.h"
#include "session/audit/audit_log.h"
#include "session/audit/audit_repository.h"
#include "session/history/row_image.h"
#include "session/work.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::session {

namespace {

const QString kBatch = QStringLiteral("batch");

QString tr(const char *text)
{
    return QCoreApplication::translate("ChangeHistory", text);
}

Error refusal(const QString &cause, const QString &remedy)
{
    return Error(Error::Kind::Conflict, tr("不能撤销"), cause, remedy);
}

Error frozen(const QString &cause)
{
    return refusal(cause, tr("已定稿的记录只能更正：收支请用「冲销」，其他请另行登记更正"));
}

/// What the engine or a trigger refused while rows were brought back, in the words of undo.
Error inWordsOfUndo(const Error &error)
{
    if (error.kind() == Error::Kind::Validation)
        return frozen(error.cause().isEmpty() ? error.problem() : error.cause());
    if (error.kind() == Error::Kind::Conflict)
        return refusal(tr("后来登记的记录还用着它"), tr("请先处理引用它的记录，再撤销"));
    return error;
}

bool isBookkeeping(const QString &column)
{
    return column == u"id" || column == u"revision";
}

db::Row imageOrEmpty(const QString &image)
{
    return rowOfImage(image).value_or(db::Row());
}

std::vector<FieldChange> differences(const Change &change)
{
    const db::Row before = imageOrEmpty(change.before);
    const db::Row after = imageOrEmpty(change.after);
    std::vector<FieldChange> fields;
    for (const auto &[column, value] : before.empty() ? after : before) {
        const FieldChange field{column, db::valueOf(before, column), db::valueOf(after, column)};
        if (!isBookkeeping(column) && !isSameValue(field.before, field.after))
            fields.push_back(field);
    }
    return fields;
}

db::Row withoutBookkeeping(db::Row row)
{
    std::erase_if(row, [](const auto &cell) { return isBookkeeping(cell.first); });
    return row;
}

/// A row that comes back takes a revision that no form can still hold.
db::Row withNextRevision(db::Row row)
{
    for (auto &[column, value] : row) {
        if (column == u"revision")
            value = value.toLongLong() + 1;
    }
    return row;
}

UndoOffer offerOf(const db::Database &database, BatchId batch)
{
    const auto entry = AuditRepository(database).byBatch(batch);
    return {batch, entry ? AuditLog::operationLabel(entry->operation) : QString()};
}

} // namespace

void ChangeHistory::addFrozenRule(const QString &table, FrozenRule rule)
{
    m_frozenRules[table].push_back(std::move(rule));
}

std::vector<RowChange> ChangeHistory::ofRow(const QString &table, qint64 rowId, Operation toRead) const
{
    m_session.require(toRead);
    std::vector<RowChange> history;
    for (const ChangeOfRow &row : ChangeRepository(m_session.database()).ofRow(table, rowId))
        history.push_back({row.change.batch, row.at, row.userName, AuditLog::operationLabel(row.operation), row.change.kind,
            differences(row.change)});
    return history;
}

std::vector<ChildRow> ChangeHistory::childrenOf(
    const QString &table, const QString &column, qint64 parent, Operation toRead) const
{
    m_session.require(toRead);
    std::vector<ChildRow> children;
    for (const qint64 row : db::idsWhere(m_session.database(), table, column, parent))
        children.push_back({row, db::readRow(m_session.database(), table, row).value_or(db::Row())});
    for (const Change &change : ChangeRepository(m_session.database()).removals(table, column, parent)) {
        const bool isKnown = std::ranges::any_of(children, [&](const ChildRow &child) { return child.rowId == change.rowId; });
        if (!isKnown)
            children.push_back({change.rowId, imageOrEmpty(change.before)});
    }
    return children;
}

std::optional<UndoOffer> ChangeHistory::lastUndoable() const
{
    for (const BatchId batch : ChangeRepository(m_session.database()).undoable(m_session.user().id)) {
        if (!isFrozen(batch))
            return offerOf(m_session.database(), batch);
    }
    return std::nullopt;
}

std::optional<UndoOffer> ChangeHistory::lastBatch() const
{
    const auto batches = ChangeRepository(m_session.database()).undoable(m_session.user().id);
    return batches.empty() ? std::nullopt : std::optional(offerOf(m_session.database(), batches.front()));
}

bool ChangeHistory::isFrozen(BatchId batch) const
{
    const ChangeRepository changes(m_session.database());
    for (const auto &[table, rules] : m_frozenRules) {
        for (const qint64 row : changes.rowsOf(batch, table)) {
            for (const FrozenRule &rule : rules) {
                if (rule(m_session.database(), row))
                    return true;
            }
        }
    }
    return false;
}

std::optional<UndoOffer> ChangeHistory::lastRedoable() const
{
    const auto batch = ChangeRepository(m_session.database()).lastRedoable(m_session.user().id);
    return batch ? std::optional(offerOf(m_session.database(), *batch)) : std::nullopt;
}

void ChangeHistory::undo(BatchId batch)
{
    turn(batch, /*isUndo=*/true);
}

void ChangeHistory::redo(BatchId batch)
{
    turn(batch, /*isUndo=*/false);
}

void ChangeHistory::turn(BatchId batch, bool isUndo)
{
    Work work(m_session, Operation::ChangeUndo);
    work.setSubject(kBatch, batch.value());
    if (isUndo)
        work.setIsUndo();
    // Rows of a batch may refer to each other in any order; what remains broken at the end is refused by the commit.
    db::deferForeignKeys(m_session.database());
    for (const Change &change : requireChanges(batch, isUndo))
        apply(work, change);
    try {
        work.commit();
    } catch (const Error &error) {
        throw inWordsOfUndo(error);
    }
}

std::vector<Change> ChangeHistory::requireChanges(BatchId batch, bool isUndo) const
{
    const AuditRepository audit(m_session.database());
    const std::optional<AuditEntry> entry = audit.byBatch(batch);
    if (!entry)
        throw Error(Error::Kind::NotFound, tr("没有这次操作"), {}, tr("请刷新修改记录"));
    const std::optional<Operation> operation = operationByKey(entry->operation);
    if (!operation || *operation == Operation::UserAdmin)
        throw refusal(tr("用户和角色的修改不能撤销"), tr("请在「用户」中重新设置"));
    m_session.require(*operation);

    const auto last = audit.latest(info(Operation::ChangeUndo).key, kBatch, batch.value());
    const bool isUndone = last && last->outcome == Outcome::Undone;
    if (isUndone == isUndo)
        throw refusal(isUndo ? tr("这次操作已经撤销") : tr("这次操作没有被撤销"), tr("请刷新修改记录"));

    std::vector<Change> changes = ChangeRepository(m_session.database()).ofBatch(batch);
    if (changes.empty() || static_cast<int>(changes.size()) != entry->changeCount)
        throw refusal(tr("这次操作的修改记录已清除（保留%1天）").arg(kDaysKept), tr("请手工改回"));
    if (isUndo) {
        std::ranges::reverse(changes);
    } else {
        for (Change &change : changes)
            std::swap(change.before, change.after);
    }
    return changes;
}

void ChangeHistory::apply(Work &work, const Change &change) const
{
    const std::optional<db::Row> current = db::readRow(work.database(), change.table, change.rowId);
    const std::optional<db::Row> from = rowOfImage(change.after);
    const std::optional<db::Row> to = rowOfImage(change.before);
    if (current.has_value() != from.has_value() || (current && !isSameContent(*current, *from)))
        throw refusal(tr("后来又改过其中的记录"), tr("请先撤销后来的修改，或手工改回"));
    requireNotFrozen(change.table, change.rowId);
    try {
        const int revision = current ? db::valueOf(*current, "revision").toInt() : 0;
        if (!to)
            work.remove(change.table, change.rowId, revision);
        else if (!from)
            work.insert(change.table, withNextRevision(*to));
        else
            work.update(change.table, change.rowId, revision, withoutBookkeeping(*to));
    } catch (const Error &error) {
        throw inWordsOfUndo(error);
    }
}

void ChangeHistory::requireNotFrozen(const QString &table, qint64 rowId) const
{
    const auto rules = m_frozenRules.find(table);
    if (rules == m_frozenRules.end())
        return;
    for (const FrozenRule &rule : rules->second) {
        if (const std::optional<QString> why = rule(m_session.database(), rowId))
            throw frozen(*why);
    }
}

void ChangeHistory::revertField(BatchId batch, const QString &table, qint64 rowId, const QString &column)
{
    Work work(m_session, Operation::ChangeUndo);
    work.setSubject(table, rowId);
    const auto entry = AuditRepository(m_session.database()).byBatch(batch);
    const auto operation = entry ? operationByKey(entry->operation) : std::nullopt;
    if (!operation || *operation == Operation::UserAdmin)
        throw refusal(tr("没有可以改回的修改"), tr("请刷新修改记录"));
    m_session.require(*operation);

    const std::vector<Change> changes = ChangeRepository(m_session.database()).ofBatch(batch);
    const auto change = std::ranges::find_if(changes, [&](const Change &candidate) {
        return candidate.table == table && candidate.rowId == rowId && candidate.kind == ChangeKind::Update;
    });
    const std::optional<db::Row> current = db::readRow(m_session.database(), table, rowId);
    if (change == changes.end() || !current || isBookkeeping(column))
        throw refusal(tr("没有可以改回的修改"), tr("请刷新修改记录"));
    const db::Row before = imageOrEmpty(change->before);
    const db::Row after = imageOrEmpty(change->after);
    if (!isSameValue(db::valueOf(*current, column), db::valueOf(after, column)))
        throw refusal(tr("这一项后来又改过"), tr("请核对后手工修改"));
    requireNotFrozen(table, rowId);
    try {
        work.update(table, rowId, db::valueOf(*current, "revision").toInt(), {{column, db::valueOf(before, column)}});
        work.commit();
    } catch (const Error &error) {
        throw inWordsOfUndo(error);
    }
}

qint64 ChangeHistory::purge()
{
    const ChangeRepository changes(m_session.database());
    const QDateTime limit = m_session.clock().now().addDays(-kDaysKept);
    if (!changes.hasBefore(limit))
        return 0;
    Work work(m_session, Operation::ChangePurge);
    const qint64 erased = changes.removeBefore(limit);
    work.commit();
    return erased;
}

void ChangeHistory::forget(Work &work, const QString &table, qint64 rowId)
{
    ChangeRepository(work.database()).removeOfRow(table, rowId);
}

} // namespace mishutai::session
