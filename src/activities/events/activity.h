#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "base/quantity.h"
#include "office/known_date.h"
#include "office/sheets/choice_table.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace mishutai::activities {

/// 活动类型
enum class ActivityKind {
    Meeting,
    Training,
    Forum,
    Exhibition,
    Matching,
    Promotion,
    Visit,
    Symposium,
    Party,
    Exchange,
    Science,
    Other
};
/// 我方角色
enum class OwnRole { Host, Undertake, LeadUndertake, JointUndertake, Assist, OrganiseExhibitors, Attend };
enum class ActivityStatus { Planned, Held, Cancelled, Postponed };
/// 会议名称: whose meeting it is
enum class MeetingBody { GeneralMeeting, Council, Supervisors, CouncilAndSupervisors, StandingCouncil, Office, Other };

const office::ChoiceTable<ActivityKind> &activityKinds();
const office::ChoiceTable<OwnRole> &ownRoles();
const office::ChoiceTable<ActivityStatus> &activityStatuses();
const office::ChoiceTable<MeetingBody> &meetingBodies();

/// What a form edits of an event or a meeting. Quantities carry no unit: people, and enterprises for `enterprises`.
struct ActivityDetails {
    QString code; ///< 活动-2021-003; when empty at creation, the next free one of the year of startsOn
    QString name;
    ActivityKind kind = ActivityKind::Other;
    QString series; ///< 系列: what several events belong to
    OwnRole ownRole = OwnRole::Host;
    bool isIndustryEvent = false; ///< 计入行业活动
    ActivityStatus status = ActivityStatus::Held;
    QDate startsOn;
    QDate endsOn; ///< last day; the day of startsOn when left invalid
    office::DatePrecision precision = office::DatePrecision::Day; ///< Day or Month; then the dates are the month's ends
    QString place;
    QString district;
    std::optional<int> venueCount; ///< 会场数, ≥ 1
    bool isOnline = false; ///< held online, or online too
    std::optional<UnitId> taskUnit; ///< 任务来源: who asked for it
    QDate taskReceivedOn;
    std::optional<Quantity> participants;
    std::optional<Quantity> online; ///< people online
    std::optional<Quantity> enterprises;
    QString content;
    QString outcome; ///< 成效 in a sentence
    QString publicity; ///< 宣传报道
    std::optional<MeetingBody> body; ///< of a meeting only, as the three that follow
    std::optional<int> termNumber; ///< 届, ≥ 1
    std::optional<int> sessionNumber; ///< 次, ≥ 1
    bool isEnlarged = false; ///< 扩大会议
    QString agenda;
    QDate reportedOn; ///< 报送日期: when news and photographs went to the body above
    std::optional<PersonId> responsible;
    QString tags;
    QString notes;

    bool operator==(const ActivityDetails &) const = default;
};

struct Activity {
    ActivityId id;
    int revision;
    ActivityDetails details;
};

/// Blanks at the ends dropped, the last day filled in, whole months where only the month is known, quantities without unit.
ActivityDetails tidied(ActivityDetails details);
/// Empty when acceptable. Expects tidied details; asks nothing of the data file.
std::vector<FieldError> validate(const ActivityDetails &details);

} // namespace mishutai::activities
