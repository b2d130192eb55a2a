#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "base/money.h"
#include "base/quantity.h"
#include "office/known_date.h"
#include "office/sheets/choice_table.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace mishutai::casework {

/// 事项类型
enum class CaseKind {
    Service,
    Visit,
    Match,
    Taskforce,
    Incoming,
    Problem,
    Hazard,
    Application,
    Research,
    Supply,
    Demand,
    Financing,
    Policy,
    Liaison,
    Internal
};
enum class Urgency { Normal, Urgent, VeryUrgent };
enum class CaseStatus { Open, Doing, Done, Verified, Withdrawn };

const office::ChoiceTable<CaseKind> &caseKinds();
const office::ChoiceTable<Urgency> &urgencies();
const office::ChoiceTable<CaseStatus> &caseStatuses();

/// Whether nothing more is to be done: 已办结, 已回访, 已撤销.
bool isClosed(CaseStatus status);

/// What a form edits of a case: a service, a visit, a task that came in, a problem.
struct CaseDetails {
    QString code; ///< 服务-2021-012; when empty at opening, the next free one of the year of openedOn
    CaseKind kind = CaseKind::Service;
    QString category; ///< the office's own word within the kind: 项目征集, 意见反馈, 融资
    QString title;
    QString content;
    QString source; ///< how it came: 来电, 走访, 文件
    std::optional<UnitId> issuer; ///< 交办单位
    QString documentNumber; ///< 成经信函〔2021〕37号
    std::optional<Urgency> urgency;
    std::optional<ActivityId> activity; ///< the event it came of
    std::optional<PersonId> handler; ///< 经办人
    QDate openedOn;
    office::DatePrecision precision = office::DatePrecision::Day; ///< of openedOn, which is then the first of the month or year
    QDate dueOn;
    QString result;
    QString feedback; ///< what the one served said of it
    std::optional<int> satisfaction; ///< 1…5, 5 the best
    std::optional<Quantity> quantity; ///< without unit
    QString quantityUnit;
    std::optional<Money> amount;
    QString tags;
    QString notes;

    bool operator==(const CaseDetails &) const = default;
};

/// How far a case has come; changed by use cases of their own.
struct CaseState {
    CaseStatus status = CaseStatus::Open;
    QDate closedOn; ///< valid exactly when the status is a closed one
    QDate extendedDueOn; ///< 延期至: the deadline that holds instead of dueOn
    int reopenedCount = 0;

    bool operator==(const CaseState &) const = default;
};

struct Case {
    CaseId id;
    int revision;
    CaseDetails details;
    CaseState state;

    /// The deadline that holds; invalid when there is none.
    QDate effectiveDueOn() const { return state.extendedDueOn.isValid() ? state.extendedDueOn : details.dueOn; }
};

/// Blanks at the ends dropped, the first day where only month or year is known, a unit behind the quantity moved to quantityUnit.
CaseDetails tidied(CaseDetails details);
/// Empty when acceptable. Expects tidied details; asks nothing of the data file.
std::vector<FieldError> validate(const CaseDetails &details, const CaseState &state = {});

} // namespace mishutai::casework
