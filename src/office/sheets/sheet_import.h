#pragma once

#include "base/error.h"
#include "base/task_control.h"
#include "office/sheets/record_sheet.h"
#include "tables/header.h"

#include <functional>
#include <optional>

namespace mishutai::tables {
struct Table;
}

namespace mishutai::office {

/// One cell of a record that an import would change.
struct CellChange {
    QString key; ///< of the column
    QString before;
    QString after;
    bool operator==(const CellChange &) const = default;
};

/// What became of one row.
struct RowVerdict {
    int row = 0;
    std::optional<RowOutcome> outcome{}; ///< empty when the row has faults
    std::vector<FieldError> faults{}; ///< code "duplicate" for 重复, "alike" for 疑似重复
    QString problem{}; ///< Chinese, empty without faults
    std::vector<FilePlace> places{}; ///< row and column of each fault; column 0 where the sheet lacks it
    std::vector<CellChange> changes{}; ///< of a dry run, for a row that would change its record
    /// What people should look at in a row that is taken all the same: 只写到月份的日期 …
    std::vector<FieldError> warnings{};

    bool isDuplicate() const;
    /// 疑似重复: it would add a record like one that is there.
    bool isAlike() const;
    /// All faults, and of a row without any all warnings, as one line of Chinese.
    QString reason() const;
};

struct ImportResult {
    int added = 0;
    int changed = 0;
    int same = 0;
    std::vector<RowVerdict> faulty; ///< rows that could not be taken, in order
    std::vector<RowVerdict> good; ///< in order, of a dry run the others, else those of them with warnings
    tables::HeaderMatch match; ///< what was taken for which column
    QStringList remarks; ///< of the whole sheet, for people who look: RecordSheet::remarks()
    bool isWritten = false; ///< false too with GoodRows where every row is faulty and none is kept
    int pending = 0; ///< rows that wait now under 待补 because of this import

    int taken() const { return added + changed + same; }
    /// Rows that are taken though people should look at them.
    int warned() const;
};

enum class ImportMode {
    AllOrNothing, ///< one faulty row and nothing is written (data sets, command line)
    GoodRows, ///< faulty rows wait, the others are written (window: 124可入库，3行待看)
    DryRun ///< verdicts only
};

struct ImportRequest {
    QString fileName; ///< for messages and 待补, without its folder
    ImportMode mode = ImportMode::AllOrNothing;
    tables::HeaderMode header = tables::HeaderMode::Strict;
    bool usesMemory = false; ///< columns that were matched by hand before are matched again
    QHash<QString, QString> chosen{}; ///< matched by hand now: columnKey → column key or empty; remembered when written
    QStringList ignored{}; ///< keys of columns that are read past
    bool holdsAlike = false; ///< rows that would add a record like one that is there are faulty: people look at them first
    bool keepsFaulty = false; ///< with GoodRows: faulty rows wait under 待补
    /// Called once when all rows are looked at and something will be written, before it is: to copy the file as it was. What it
    /// throws stops the import.
    std::function<void(const ImportResult &)> beforeWriting{};
};

/// Imports a sheet through the kind's service in one Work: one history batch, one undo, one audit row.
/// With HeaderMode::Lenient and a required column missing no row is looked at.
/// @throws Error Validation (header: missing or unknown column, with its place), Forbidden, Cancelled (nothing written)
ImportResult importSheet(session::Session &session, RecordSheet &kind, const tables::Sheet &sheet, const ImportRequest &request,
    TaskControl &control = TaskControl::silent());

/// As data sets do: strictly, with nothing remembered.
ImportResult importSheet(session::Session &session, RecordSheet &kind, const tables::Sheet &sheet, const QString &fileName,
    ImportMode mode, TaskControl &control = TaskControl::silent());

/// The first fault of a result as an Error with file, row and column; for callers that refuse the whole sheet.
Error firstFault(const ImportResult &result, const RecordSheet &kind, const QString &fileName);

/// The faulty rows as the sheet had them, with a column of reasons, wrong cells marked. Comes back through an import once mended:
/// the column of reasons is passed over.
tables::Table rejectedRows(const tables::Sheet &sheet, const ImportResult &result, const RecordSheet &kind);

} // namespace mishutai::office
