#pragma once

#include "activities/part.h"
#include "base/error.h"
#include "office/sheets/choice_table.h"

#include <QString>

#include <vector>

namespace mishutai::activities {

/// What a unit other than ours is to an event: 指导 主办 承办 协办 支持 场地 媒体
enum class PartnerRole { Guide, Host, Undertake, Assist, Support, Venue, Media };
const office::ChoiceTable<PartnerRole> &partnerRoles();

/// A unit that makes an event with us. Key within the event: unit and role.
struct PartnerDetails {
    UnitId unit;
    PartnerRole role = PartnerRole::Assist;
    QString note;
    bool operator==(const PartnerDetails &) const = default;
};

using Partner = Part<PartnerDetails>;

/// Empty when acceptable.
std::vector<FieldError> validate(const PartnerDetails &details);

} // namespace mishutai::activities
