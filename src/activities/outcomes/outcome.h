#pragma once

#include "activities/part.h"
#include "base/error.h"
#include "base/money.h"
#include "base/quantity.h"
#include "office/sheets/choice_table.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace mishutai::activities {

/// 成果类别
enum class OutcomeKind { Resolution, DocumentAdopted, Match, Signing, DemandsCollected, Publicity, Presentation, Speech, Other };
const office::ChoiceTable<OutcomeKind> &outcomeKinds();

/// One thing that came of an event. Key within the event: lineNumber.
struct OutcomeDetails {
    int lineNumber = 0; ///< the next free one when 0
    OutcomeKind kind = OutcomeKind::Other;
    QString title;
    QDate onDate; ///< the event's first day when left invalid
    std::optional<UnitId> unit; ///< whose it is
    std::optional<UnitId> otherUnit; ///< with whom
    std::optional<Quantity> quantity; ///< how many it stands for, without unit; nothing counts as one
    QString quantityUnit; ///< 家, 项
    std::optional<Money> amount;
    QString note;

    bool operator==(const OutcomeDetails &) const = default;
};

using Outcome = Part<OutcomeDetails>;

/// Blanks at the ends dropped; a unit typed behind the quantity becomes quantityUnit.
OutcomeDetails tidied(OutcomeDetails details);
/// Empty when acceptable. Expects tidied details; asks nothing of the data file.
std::vector<FieldError> validate(const OutcomeDetails &details);

} // namespace mishutai::activities
