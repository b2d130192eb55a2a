#include "office/sheets/pending_rows.h"

#include "session/session.h"
#include "session/work.h"

namespace mishutai::office {

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
std::vector<FieldError> PendingRows::faultsOf(const SheetRow &row, Alike alike)
{
    try {
        if (alike == Alike::Waits) {
            if (const std::optional<FieldError> fault = m_kind.alikeFault(m_session, row))
                return {*fault};
        }
        session::Work work(m_session, m_kind.importOperation());
        row.warnings->clear();
        m_kind.importRow(m_session, row);
        m_kind.finishImport(m_session);
        work.commit();
        return {};
    } catch (const Error &error) {
        if (error.kind() != Error::Kind::Validation && error.kind() != Error::Kind::Conflict
            && error.kind() != Error::Kind::NotFound)
            throw;
        return error.fields().empty() ? std::vector<FieldError>{{{}, "refused", error.problem()}} : error.fields();
    }
}

PendingResult PendingRows::retry(const std::vector<PendingRow> &rows, Alike alike, TaskControl &control)
{
    session::Work work(m_session, m_kind.importOperation());
    const ImportRepository imports(m_session.database());
    PendingResult result;
    for (const PendingRow &row : rows) {
        control.throwIfCancelled();
        std::vector<FieldError> warnings;
        const std::vector<FieldError> faults = faultsOf({row.rowNumber, row.cells, &warnings}, alike);
        if (faults.empty()) {
            result.warned += warnings.empty() ? 0 : 1;
            imports.removePending(work, row.id, row.revision);
            ++result.taken;
            continue;
        }
        PendingRow waiting = row;
        waiting.reasons = faults;
        imports.updatePending(work, m_kind.key(), waiting);
        ++result.left;
    }
    work.commit();
    return result;
}

void PendingRows::drop(const std::vector<PendingRow> &rows)
{
    session::Work work(m_session, m_kind.importOperation());
    for (const PendingRow &row : rows)
        ImportRepository(m_session.database()).removePending(work, row.id, row.revision);
    work.commit();
}

} // namespace mishutai::office
