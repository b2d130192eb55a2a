#pragma once

#include "base/task_control.h"
#include "office/sheets/sheet_import.h"

#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::desk {

/// Every kind of record as a sheet, in the order in which a data set is read (what others refer to comes first). A data set
/// leaves out "entries", which are vouchers seen as one line.
std::vector<std::unique_ptr<office::RecordSheet>> recordSheets();

/// The kind of that key. @throws Error Usage, naming the kinds there are
std::unique_ptr<office::RecordSheet> recordSheet(const QString &key);

/// What a data set brought, kind by kind.
struct DataSetResult {
    struct Kind {
        QString key;
        QString title;
        int rows = 0;
    };
    std::vector<Kind> kinds;
    int rows() const;
};

/// A data set is a folder of CSV files, KIND.csv, keyed by codes: no ids, users, history or audit (docs/data-formats.md).
/// Import is one use case: everything or nothing.
/// @param beforeCommit called when every row has passed and nothing is written yet: the moment for a backup
/// @throws Error Io (no folder), Validation (a file that is no kind of record, a faulty row with file, row and column),
///         Conflict, Forbidden, Cancelled; then nothing was written
DataSetResult importDataSet(session::Session &session, const QString &folder, TaskControl &control = TaskControl::silent(),
    const std::function<void()> &beforeCommit = {});

/// Writes all kinds that have records. The same data give the same bytes.
/// @param folder made when absent; must be empty
/// @throws Error Conflict (not empty), Io, Forbidden, Cancelled; then the folder is as it was
DataSetResult exportDataSet(session::Session &session, const QString &folder, TaskControl &control = TaskControl::silent());

/// One kind to a .csv or .xlsx file for people, in the columns of an import. Personal data go to the audit log with the purpose.
/// @throws Error Usage (another ending), Io, Forbidden
int exportSheet(session::Session &session, const office::RecordSheet &kind, const QString &file, const QString &purpose = {},
    TaskControl &control = TaskControl::silent());

} // namespace mishutai::desk
