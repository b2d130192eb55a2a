#pragma once

#include "base/error.h"

#include <QStringList>

#include <optional>
#include <utility>

namespace mishutai::finance {

/// The refusal of a ledger trigger in words for people: problem, cause and remedy. Nothing when the error is not of the ledger's
/// rules. A frozen voucher is a Conflict whose remedy is 冲销: also what undo says when it meets one.
std::optional<Error> ledgerError(const Error &error);

/// All codes that the migration raises and this file has words for, sorted.
QStringList ledgerErrorCodes();

/// Runs an act on the ledger; a refusal of the data file comes out in words for people.
template <class Act> auto inLedgerWords(Act &&act) -> decltype(act())
{
    try {
        return std::forward<Act>(act)();
    } catch (const Error &error) {
        if (const std::optional<Error> worded = ledgerError(error))
            throw *worded;
        throw;
    }
}

} // namespace mishutai::finance
