#pragma once

#include "base/task_control.h"
#include "office/sheets/import_repository.h"
#include "office/sheets/record_sheet.h"
#include "office/sheets/sheet_import.h"

#include <optional>

namespace mishutai::office {

/// What became of waiting rows that were tried again.
struct PendingResult {
    int taken = 0;
    int left = 0; ///< that were tried in vain, or not tried since nobody touched them
    int untouched = 0; ///< of those left, the ones that were not tried
    int warned = 0; ///< of those taken, the ones that people should look at
};

/// What one waiting row would do to the record that it means.
struct PendingChange {
    qint64 id = 0; ///< of the waiting row
    std::optional<RowOutcome> outcome{}; ///< empty when it would be refused
    std::vector<CellChange> changes{};
    std::vector<FieldError> faults{};
};

/// The rows of one kind that wait to be mended (待补). Needs the kind's import operation.
class PendingRows
{
public:
    /// Both outlive it.
    PendingRows(session::Session &session, RecordSheet &kind) : m_session(session), m_kind(kind) { }

    int count() const;
    std::vector<PendingRow> list() const;
    /// What people have said about the rows that are tried.
    enum class Confirmed {
        /// Nothing: a row whose cells are as they were stays untried, for its cause may have gone without anybody having looked.
        /// One much like a record (疑似重复) waits, and one that was a double in its sheet (重复) waits where it would change a
        /// record.
        Nothing,
        Again, ///< they are to be tried as they stand; else as Nothing
        IsNew, ///< 疑似重复 rows mean records of their own
        Changes ///< somebody has seen what they change (changesOf) and wants it
    };
    /// Imports the rows with the cells that they have now, in one use case: what goes is no longer pending, what does not waits
    /// on with its new cells and reasons. Once for each object of the kind, which remembers what it has compared.
    /// @throws Error Conflict (changed meanwhile), Forbidden, Cancelled
    PendingResult retry(const std::vector<PendingRow> &rows, Confirmed confirmed, TaskControl &control = TaskControl::silent());
    /// What retry() with Confirmed::Changes would do, in the order of the rows; nothing is written. Once for each object of the
    /// kind. Cells are compared only where the user may export the kind.
    /// @throws Error Forbidden
    std::vector<PendingChange> changesOf(const std::vector<PendingRow> &rows);
    /// @throws Error Conflict (changed meanwhile), NotFound, Forbidden
    void drop(const std::vector<PendingRow> &rows);

private:
    PendingChange attempt(const PendingRow &row, Confirmed confirmed, std::vector<FieldError> &warnings);
    bool isTouched(const PendingRow &row, const std::vector<PendingRow> &stored) const;

    session::Session &m_session;
    RecordSheet &m_kind;
};

} // namespace mishutai::office
