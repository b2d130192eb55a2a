#pragma once

#include "base/error.h"
#include "casework/part.h"
#include "office/sheets/choice_table.h"

#include <QString>

#include <vector>

namespace mishutai::casework {

/// What a unit is to a case
enum class CaseUnitRole { Served, ThirdParty, Supplier, Demander, Partner, Expert, Bank };
const office::ChoiceTable<CaseUnitRole> &caseUnitRoles();

/// A unit that a case is for or with. Key within the case: unit and role.
struct CaseUnitDetails {
    UnitId unit;
    CaseUnitRole role = CaseUnitRole::Served;
    QString note;
    bool operator==(const CaseUnitDetails &) const = default;
};

using CaseUnit = Part<CaseUnitDetails>;

/// Empty when acceptable.
std::vector<FieldError> validate(const CaseUnitDetails &details);

} // namespace mishutai::casework
