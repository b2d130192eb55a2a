#pragma once

#include "activities/part.h"
#include "base/error.h"
#include "office/sheets/choice_table.h"

#include <QString>

#include <optional>
#include <vector>

namespace mishutai::activities {

/// 参加身份
enum class Capacity { Participant, Exhibitor, Speaker, Expert, Leader, Visitor, OwnStaff };
const office::ChoiceTable<Capacity> &capacities();

/// A line of the list of an event: a unit, a person of it, or what the sign-up list says of one who is in no book yet.
/// Key within the event: lineNumber.
struct AttendeeDetails {
    int lineNumber = 0; ///< the next free one when 0
    std::optional<UnitId> unit;
    std::optional<PersonId> person;
    QString nameAsGiven; ///< as written: "示例材料 王五"; needed when neither unit nor person is there
    QString phone; ///< as given for one who is in no book; personal
    Capacity capacity = Capacity::Participant;
    int headCount = 1; ///< how many come, ≥ 0
    std::optional<bool> signedIn; ///< 签到; nothing while nobody has looked
    QString note;

    bool operator==(const AttendeeDetails &) const = default;
};

using Attendee = Part<AttendeeDetails>;

/// Blanks at the ends dropped, the telephone number in its stored form.
AttendeeDetails tidied(AttendeeDetails details);
/// Empty when acceptable. Expects tidied details; asks nothing of the data file.
std::vector<FieldError> validate(const AttendeeDetails &details);

} // namespace mishutai::activities
