#include "office/sheets/pending_rows.h"

#include "office/sheets/record_changes.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::office {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Office", text);
}

/// A wrong cell that is empty is not stored, and would be read as a column that the sheet lacks: its default would be taken.
SheetRow sheetRow(const PendingRow &waiting, std::vector<FieldError> &warnings)
{
    SheetRow row{waiting.rowNumber, waiting.cells, &warnings};
    for (const FieldError &reason : waiting.reasons) {
        if (!reason.field.isEmpty() && !row.has(reason.field))
            row.cells.insert(reason.field, QString());
    }
    return row;
}

QHash<QString, QString> filled(QHash<QString, QString> cells)
{
    cells.removeIf([](const QHash<QString, QString>::iterator &cell) { return cell.value().isEmpty(); });
    return cells;
}

/// Numbers that a spreadsheet had rounded before they came, and that nobody has typed anew: they would read like good ones.
std::vector<FieldError> stillRounded(const PendingRow &row, const std::vector<PendingRow> &stored)
{
    std::vector<FieldError> faults;
    const auto was = std::ranges::find(stored, row.id, &PendingRow::id);
    if (was == stored.end())
        return faults;
    for (const FieldError &reason : was->reasons) {
        if (reason.code == QStringLiteral("rounded") && was->cells.value(reason.field) == row.cells.value(reason.field))
            faults.push_back(reason);
    }
    return faults;
}

const FieldError *doubled(const PendingRow &row)
{
    const auto found = std::ranges::find(row.reasons, QStringLiteral("duplicate"), &FieldError::code);
    return found == row.reasons.end() ? nullptr : &*found;
}

/// The twin of a double may be registered by now: the row is no update that anybody asked for.
FieldError wouldChange(const PendingRow &row)
{
    const FieldError *reason = doubled(row);
    const QString field = reason ? reason->field : row.reasons.empty() ? QString() : row.reasons.front().field;
    return {field, QStringLiteral("duplicate"),
        tr("「%1」已经登记，这一行会改动它；请改正名称或编号、丢弃，或选中后点「改已登记的」")
            .arg(row.cells.value(field).left(80))};
}

} // namespace

int PendingRows::count() const
{
    m_session.require(m_kind.importOperation());
    return ImportRepository(m_session.database()).pendingCount(m_kind.key());
}

std::vector<PendingRow> PendingRows::list() const
{
    m_session.require(m_kind.importOperation());
    return ImportRepository(m_session.database()).pending(m_kind.key());
}

/// Imports the row; nothing of it stays when it has faults.
PendingChange PendingRows::attempt(const PendingRow &waiting, Confirmed confirmed, std::vector<FieldError> &warnings)
{
    const SheetRow row = sheetRow(waiting, warnings);
    PendingChange result{.id = waiting.id};
    try {
        const std::optional<FieldError> alike = confirmed == Confirmed::IsNew ? std::nullopt : m_kind.alikeFault(m_session, row);
        if (alike) {
            result.faults = {*alike};
            return result;
        }
        session::Work work(m_session, m_kind.importOperation());
        const RowOutcome outcome = m_kind.importRow(m_session, row);
        const bool isMeantAsNew = doubled(waiting) || confirmed == Confirmed::IsNew;
        if (outcome == RowOutcome::Changed && isMeantAsNew && confirmed != Confirmed::Changes) {
            result.faults = {wouldChange(waiting)};
            return result;
        }
        m_kind.finishImport(m_session);
        work.commit();
        result.outcome = outcome;
    } catch (const Error &error) {
        if (error.kind() != Error::Kind::Validation && error.kind() != Error::Kind::Conflict
            && error.kind() != Error::Kind::NotFound)
            throw;
        result.faults = error.fields().empty() ? std::vector<FieldError>{{{}, "refused", error.problem()}} : error.fields();
    }
    return result;
}

bool PendingRows::isTouched(const PendingRow &row, const std::vector<PendingRow> &stored) const
{
    const auto was = std::ranges::find(stored, row.id, &PendingRow::id);
    return was == stored.end() || filled(was->cells) != filled(row.cells);
}

PendingResult PendingRows::retry(const std::vector<PendingRow> &rows, Confirmed confirmed, TaskControl &control)
{
    session::Work work(m_session, m_kind.importOperation());
    const ImportRepository imports(m_session.database());
    const std::vector<PendingRow> stored = imports.pending(m_kind.key());
    PendingResult result;
    for (const PendingRow &row : rows) {
        control.throwIfCancelled();
        if (confirmed == Confirmed::Nothing && !isTouched(row, stored)) {
            ++result.untouched;
            ++result.left;
            continue;
        }
        std::vector<FieldError> warnings;
        PendingChange tried{.id = row.id, .faults = stillRounded(row, stored)};
        if (tried.faults.empty())
            tried = attempt(row, confirmed, warnings);
        if (tried.outcome) {
            result.warned += warnings.empty() ? 0 : 1;
            imports.removePending(work, row.id, row.revision);
            ++result.taken;
            continue;
        }
        PendingRow waiting = row;
        waiting.reasons = tried.faults;
        imports.updatePending(work, m_kind.key(), waiting);
        ++result.left;
    }
    work.commit();
    return result;
}

std::vector<PendingChange> PendingRows::changesOf(const std::vector<PendingRow> &rows)
{
    // Never committed: what the rows do is seen and taken back.
    const session::Work work(m_session, m_kind.importOperation());
    const std::vector<PendingRow> stored = ImportRepository(m_session.database()).pending(m_kind.key());
    RecordChanges compared(m_session, m_kind);
    compared.readBefore();
    std::vector<PendingChange> results;
    for (const PendingRow &row : rows) {
        std::vector<FieldError> warnings;
        if (std::vector<FieldError> rounded = stillRounded(row, stored); !rounded.empty()) {
            results.push_back({.id = row.id, .faults = std::move(rounded)});
            continue;
        }
        results.push_back(attempt(row, Confirmed::Changes, warnings));
        if (results.back().outcome == RowOutcome::Changed)
            compared.note(results.size() - 1, sheetRow(row, warnings));
    }
    for (auto &[place, changes] : compared.changes())
        results[place].changes = std::move(changes);
    return results;
}

void PendingRows::drop(const std::vector<PendingRow> &rows)
{
    session::Work work(m_session, m_kind.importOperation());
    for (const PendingRow &row : rows)
        ImportRepository(m_session.database()).removePending(work, row.id, row.revision);
    work.commit();
}

} // namespace mishutai::office
