#pragma once

#include "base/error.h"
#include "base/task_control.h"
#include "office/sheets/record_sheet.h"

#include <optional>

namespace mishutai::tables {
struct Sheet;
}

namespace mishutai::office {

/// What became of one row.
struct RowVerdict {
    int row = 0;
    std::optional<RowOutcome> outcome; ///< empty when the row has faults
    std::vector<FieldError> faults;
    QString problem; ///< Chinese, empty without faults
    std::vector<FilePlace> places; ///< row and column of each fault; column 0 where the sheet lacks it
};

struct ImportResult {
    int added = 0;
    int changed = 0;
    int same = 0;
    std::vector<RowVerdict> faulty; ///< rows that could not be taken, in order
    bool isWritten = false;
};

enum class ImportMode {
    AllOrNothing, ///< one faulty row and nothing is written (data sets, command line)
    GoodRows, ///< faulty rows wait, the others are written (window: 124可入库，3行待看)
    DryRun ///< verdicts only
};

/// Imports a sheet through the kind's service in one Work: one history batch, one undo, one audit row.
/// @throws Error Validation (header: missing or unknown column, with its place), Forbidden, Cancelled (nothing written)
ImportResult importSheet(session::Session &session, RecordSheet &kind, const tables::Sheet &sheet, const QString &fileName,
    ImportMode mode, TaskControl &control = TaskControl::silent());

/// The first fault of a result as an Error with file, row and column; for callers that refuse the whole sheet.
Error firstFault(const ImportResult &result, const RecordSheet &kind, const QString &fileName);

} // namespace mishutai::office
