#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "office/sheets/choice_table.h"
#include "office/words.h"
#include "parties/people/person.h"
#include "parties/units/unit.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::members {

/// 会员级别, highest first.
enum class MemberLevel { Chair, ViceChair, Standing, Council, Supervisor, Ordinary };
/// What a member is by the dates of its membership.
enum class MemberStatus { Applying, Refused, Active, Suspended, Left };
/// How a membership ended.
enum class LeaveKind {
    Resigned, ///< 退会
    Expelled, ///< 除名
    Ended ///< 自动终止: the unit was dissolved, the person died
};

const office::ChoiceTable<MemberLevel> &memberLevels();
const office::ChoiceTable<MemberStatus> &memberStatuses();
const office::ChoiceTable<LeaveKind> &leaveKinds();
/// Kinds of units as the lists of members show them, and 个人 for a member that is a person.
std::vector<db::Choice> memberKinds();
/// The office's word for its head, out of its settings.
office::HeadWord headWord(session::Session &session);
QString levelText(MemberLevel level, office::HeadWord word);
/// Levels in the office's own words.
std::vector<db::Choice> levelChoices(office::HeadWord word);

/// What a form edits of a membership. Dates are invalid where nothing is known.
struct MemberDetails {
    QString code; ///< 会员编号; when empty at enrolment, the next free one
    MemberLevel level = MemberLevel::Ordinary; ///< the latest
    QDate appliedOn;
    QDate joinedOn; ///< first day as a member; invalid while applying
    QString approvalNo;
    QString approvalMeeting;
    QString referrer;
    QDate suspendedOn; ///< 暂停会员资格 since; invalid when not. What has ended: Suspension
    QString suspendedReason;
    QString suspendedDocument; ///< number of the decision
    QDate leftOn; ///< first day no longer a member
    std::optional<LeaveKind> leftKind;
    QString leftReason;
    QString leftDocument;
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
    std::optional<UnitId> unit; ///< of a 单位会员 …
    std::optional<PersonId> person; ///< … or the person who is a 个人会员: exactly one of the two
    MemberDetails details;
};

/// A level from a day on, until the next one.
struct LevelChange {
    qint64 id;
    int revision;
    MemberLevel level;
    QDate fromOn;
    QString note;
    QString document; ///< number of the decision
};

/// 暂停会员资格 that has ended: the days [fromOn, toOn).
struct Suspension {
    QDate fromOn;
    QDate toOn;
    QString reason;
    QString document;
    bool operator==(const Suspension &) const = default;
};

/// Who to call, as typed on the enrolment form.
struct ContactEntry {
    QString name;
    QString post;
    QString phone;
    QString otherPhone = {};
    QString department = {};
    QString wechat = {};
    QString email = {};
    QStringList morePhones = {}; ///< numbers beyond the two that a person has room for; kept in the person's notes
};

/// Enrolment in one go: a unit or person that is registered already, or the details of a new one.
struct Enrolment {
    std::optional<UnitId> unit;
    parties::UnitDetails newUnit; ///< when `unit` is empty
    bool isIndividual = false; ///< 个人会员: `person` or `newPerson`, no unit
    std::optional<PersonId> person;
    parties::PersonDetails newPerson; ///< when `person` is empty
    ContactEntry contact; ///< may be left empty
    std::vector<ContactEntry> moreContacts = {};
    MemberDetails member;
};

MemberStatus statusOf(const MemberDetails &details);
/// The day from which the first level holds: joined, else applied.
QDate startOf(const MemberDetails &details);
MemberDetails tidied(MemberDetails details);
/// Empty when acceptable. Expects tidied details; asks nothing of the data file.
std::vector<FieldError> validate(const MemberDetails &details);

} // namespace mishutai::members
