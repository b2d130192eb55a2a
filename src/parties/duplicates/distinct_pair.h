#pragma once

#include "office/sheets/choice_table.h"

#include <QDate>
#include <QString>

namespace mishutai::parties {

/// Whose pair it is.
enum class PartyKind { Unit, Person };
const office::ChoiceTable<PartyKind> &partyKinds();

/// Two records that look like one and were found to be two (不是重复). Ids of units or of people, as what they have become.
struct DistinctPair {
    qint64 id;
    int revision;
    PartyKind kind;
    qint64 first;
    qint64 second;
    QString firstCode;
    QString firstName;
    QString secondCode;
    QString secondName;
    QDate markedOn;
    QString markedBy;
};

} // namespace mishutai::parties
