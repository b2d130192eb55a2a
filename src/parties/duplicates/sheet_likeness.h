#pragma once

#include "base/error.h"
#include "parties/duplicates/duplicate_finder.h"

#include <memory>

namespace mishutai::parties {

/// Whether the rows of one import would add what is there already under another name, or what an earlier row of the sheet adds.
/// Reads all units and people once, at the first question. Thread: the session's.
class SheetLikeness
{
public:
    /// @param field column key that the fault names @param row number in the sheet
    /// @throws Error Forbidden (PartyRead)
    std::optional<FieldError> ofUnit(
        session::Session &session, const DuplicateFinder::UnitQuestion &question, const QString &field, int row);
    std::optional<FieldError> ofPerson(
        session::Session &session, const QString &name, const QStringList &phones, const QString &field, int row);

private:
    DuplicateFinder &finder(session::Session &session);

    std::unique_ptr<DuplicateFinder> m_finder;
};

} // namespace mishutai::parties
