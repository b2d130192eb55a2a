#pragma once

#include "members/admission/member_step.h"
#include "office/sheets/record_sheet.h"

namespace mishutai::session {
class Session;
}

namespace mishutai::members {

/// 批量审议: what one meeting decided on several applicants.
struct Deliberation {
    QDate onDate;
    QString meeting; ///< 一届三次理事会
    QString document; ///< becomes the 批准文号 of who passed
    StepResult result = StepResult::Passed;
    /// First day as a member of who passed; invalid: they join later, after 缴费.
    QDate joinedOn;
    QString note;
};

/// Use cases of the steps from application to certificate, where the office keeps them.
class AdmissionService
{
public:
    explicit AdmissionService(session::Session &session) : m_session(session) { }

    /// The steps that the office keeps; empty: none.
    std::vector<StepKind> kept() const;
    /// Adds the step, or changes the one of this member, kind and day.
    /// @throws Error Validation, NotFound (no such member), Forbidden, Storage
    office::RowOutcome put(const MemberStepDetails &details);
    /// @throws Error Conflict when stale, NotFound
    void remove(const MemberStep &step);
    /// One step for each, and membership for who passed: one batch, one undo.
    /// @throws Error Validation (no day, nobody chosen), Conflict (somebody is a member already: nothing is written), Forbidden
    void deliberate(const std::vector<MemberId> &applicants, const Deliberation &deliberation);
    /// Of a member, by day.
    std::vector<MemberStep> steps(MemberId member) const;

private:
    void admit(MemberId applicant, const Deliberation &deliberation);

    session::Session &m_session;
};

} // namespace mishutai::members
