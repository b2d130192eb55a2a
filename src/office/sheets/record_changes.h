#pragma once

#include "office/sheets/record_sheet.h"
#include "office/sheets/sheet_import.h"

namespace mishutai::office {

/// What rows did to the cells of the records that they mean: all records are read before and after, so only a dry run does it.
/// Finds no change where the user may not export the kind.
class RecordChanges
{
public:
    /// Both outlive it.
    RecordChanges(session::Session &session, const RecordSheet &kind);

    bool hasBefore() const { return m_before.has_value(); }
    void readBefore() { m_before = records(); }
    /// The row has changed its record; called once it has.
    void note(size_t place, const SheetRow &row);
    /// Of each noted place; needs readBefore() from before the first change.
    std::vector<std::pair<size_t, std::vector<CellChange>>> changes() const;

private:
    QHash<QStringList, QStringList> records() const;

    session::Session &m_session;
    const RecordSheet &m_kind;
    const std::vector<SheetColumn> m_columns;
    std::optional<QHash<QStringList, QStringList>> m_before; ///< by key
    std::vector<std::pair<size_t, QStringList>> m_noted; ///< place, key of its record
};

} // namespace mishutai::office
