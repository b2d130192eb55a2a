#pragma once

#include "office/custom_fields/custom_field.h"
#include "office/sheets/record_sheet.h"

#include <QHash>

namespace mishutai::session {
class Session;
}

namespace mishutai::office {

/// The fields of an owner as columns of a sheet, the retired too: an export keeps their values. Key: customKey().
std::vector<SheetColumn> ownColumns(session::Session &session, CustomOwner owner);

/// The cells below ownColumns(), of all records read at once.
class OwnCells
{
public:
    OwnCells(session::Session &session, CustomOwner owner);
    /// Texts that takeOwnCells() reads back; all empty for no record.
    QStringList of(std::optional<qint64> record) const;

private:
    std::vector<CustomField> m_fields;
    QHash<std::pair<qint64, qint64>, QString> m_texts; ///< field, record
};

/// Whether a row has cells of such columns at all.
bool hasOwnCells(const SheetRow &row);

/// What an empty cell means.
enum class EmptyCell { Empties, LeavesAlone };

/// Sets a record's fields from those cells of a row that stand under them. Call inside the Work that stores the record.
/// @return whether anything differed. @throws Error Validation with FieldErrors named by column key
bool takeOwnCells(session::Session &session, session::Operation operation, CustomOwner owner, qint64 record, const SheetRow &row,
    EmptyCell empty = EmptyCell::Empties);

} // namespace mishutai::office
