#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "office/sheets/choice_table.h"
#include "parties/units/unit.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace mishutai::members {

/// 会员级别, highest first.
enum class MemberLevel { Chair, ViceChair, Standing, Council, Supervisor, Ordinary };
/// What a member is by the dates of its membership.
enum class MemberStatus { Applying, Active, Suspended, Left };

const office::ChoiceTable<MemberLevel> &memberLevels();
const office::ChoiceTable<MemberStatus> &memberStatuses();

/// What a form edits of a membership. Dates are invalid where nothing is known.
struct MemberDetails {
    QString code; ///< 会员编号; when empty at enrolment, the next free one
    MemberLevel level = MemberLevel::Ordinary; ///< the latest
    QDate appliedOn;
    QDate joinedOn; ///< first day as a member; invalid while applying
    QString approvalNo;
    QString approvalMeeting;
    QString referrer;
    QDate suspendedOn; ///< 暂停会员资格 since; invalid when not
    QString suspendedReason;
    QDate leftOn; ///< first day no longer a member
    QString leftReason;
    QString certificateNo;
    QString serviceOfficer; ///< 服务专员
    bool licenceFiled = false; ///< 法人执照已登记
    QDate registeredOn; ///< entered in the office's member system
    QString notes;

    bool operator==(const MemberDetails &) const = default;
};

struct Member {
    MemberId id;
    int revision;
    UnitId unit;
    MemberDetails details;
};

/// A level from a day on, until the next one.
struct LevelChange {
    qint64 id;
    int revision;
    MemberLevel level;
    QDate fromOn;
    QString note;
};

/// Who to call, as typed on the enrolment form.
struct ContactEntry {
    QString name;
    QString post;
    QString phone;
};

/// Enrolment in one go: a unit that is registered already, or the details of a new one.
struct Enrolment {
    std::optional<UnitId> unit;
    parties::UnitDetails newUnit; ///< when `unit` is empty
    ContactEntry contact; ///< may be left empty
    MemberDetails member;
};

MemberStatus statusOf(const MemberDetails &details);
/// The day from which the first level holds: joined, else applied.
QDate startOf(const MemberDetails &details);
MemberDetails tidied(MemberDetails details);
/// Empty when acceptable. Expects tidied details; asks nothing of the data file.
std::vector<FieldError> validate(const MemberDetails &details);

} // namespace mishutai::members
