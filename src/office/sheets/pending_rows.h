#pragma once

#include "base/task_control.h"
#include "office/sheets/import_repository.h"
#include "office/sheets/record_sheet.h"

namespace mishutai::office {

/// What became of waiting rows that were tried again.
struct PendingResult {
    int taken = 0;
    int left = 0;
    int warned = 0; ///< of those taken, the ones that people should look at
};

/// The rows of one kind that wait to be mended (待补). Needs the kind's import operation.
class PendingRows
{
public:
    /// Both outlive it.
    PendingRows(session::Session &session, RecordSheet &kind) : m_session(session), m_kind(kind) { }

    int count() const;
    std::vector<PendingRow> list() const;
    /// Whether a row that is much like a record (疑似重复) goes.
    enum class Alike {
        Waits,
        Taken ///< somebody said that it is new
    };
    /// Imports the rows with the cells that they have now, in one use case: what goes is no longer pending, what does not waits
    /// on with its new cells and reasons. Once for each object of the kind, which remembers what it has compared.
    /// @throws Error Conflict (changed meanwhile), Forbidden, Cancelled
    PendingResult retry(const std::vector<PendingRow> &rows, Alike alike, TaskControl &control = TaskControl::silent());
    /// @throws Error Conflict (changed meanwhile), NotFound, Forbidden
    void drop(const std::vector<PendingRow> &rows);

private:
    std::vector<FieldError> faultsOf(const SheetRow &row, Alike alike);

    session::Session &m_session;
    RecordSheet &m_kind;
};

} // namespace mishutai::office
