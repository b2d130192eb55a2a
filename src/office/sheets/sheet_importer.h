#pragma once

#include "office/sheets/record_changes.h"
#include "office/sheets/sheet_import.h"
#include "session/work.h"
#include "tables/sheet.h"

namespace mishutai::office {

/// One import at work: takes row after row in savepoints of one Work. Once only.
class SheetImporter
{
public:
    /// All arguments outlive it.
    SheetImporter(session::Session &session, RecordSheet &kind, const tables::Sheet &sheet, const tables::HeaderMatch &match,
        const ImportRequest &request);

    ImportResult run(TaskControl &control);

private:
    /// What a row is called by, to find it twice in one sheet.
    struct Named {
        int row = 0;
        size_t strongest = 0; ///< place of its strongest identity
    };

    void takeRows(TaskControl &control);
    void takeRow(const SheetRow &row);
    RowOutcome importRow(const SheetRow &row);
    std::optional<RowOutcome> tryRow(const SheetRow &row, session::Work::Joining joining);
    bool writesSomething() const;
    void refuseSecondOf(const SheetRow &row);
    void refuseAlike(const SheetRow &row);
    std::vector<FieldError> cellFaults(const SheetRow &row) const;
    void addFaulty(const SheetRow &row, const Error &error);
    void finish();
    void keep(session::Work &work);

    session::Session &m_session;
    RecordSheet &m_kind;
    const tables::Sheet &m_sheet;
    const tables::HeaderMatch &m_match;
    const ImportRequest &m_request;
    const std::vector<SheetColumn> m_columns;
    const std::vector<QStringList> m_identities;
    QHash<std::pair<int, QString>, Named> m_names; ///< place of the identity, its texts
    QHash<int, std::vector<std::pair<int, QString>>> m_cellFaults; ///< row → column from 0, message
    RecordChanges m_changes;
    std::vector<SheetRow> m_faultyRows;
    std::vector<FieldError> m_warnings; ///< of the row at work
    ImportResult m_result;
};

} // namespace mishutai::office
