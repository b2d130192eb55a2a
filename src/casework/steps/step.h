#pragma once

#include "base/error.h"
#include "casework/part.h"
#include "office/sheets/choice_table.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace mishutai::casework {

/// 办理记录
enum class StepKind { Accept, FollowUp, Trip, Extend, Close, Revisit, Reopen, Milestone };
const office::ChoiceTable<StepKind> &stepKinds();

/// One thing done for a case, or a sub-deadline: a Milestone with dueOn, kept when doneOn is there. Key within the case:
/// lineNumber.
struct StepDetails {
    int lineNumber = 0; ///< the next free one when 0
    StepKind kind = StepKind::FollowUp;
    QDate onDate;
    QString content;
    std::optional<PersonId> person; ///< who did it
    std::optional<UnitId> unit; ///< where to, with whom
    QDate dueOn; ///< of a Milestone, or the new deadline of an Extend
    QDate doneOn;

    bool operator==(const StepDetails &) const = default;
};

using Step = Part<StepDetails>;

/// Empty when acceptable.
std::vector<FieldError> validate(const StepDetails &details);

} // namespace mishutai::casework
