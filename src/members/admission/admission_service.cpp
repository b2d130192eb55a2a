#include "members/admission/admission_service.h"

#include "members/admission/member_step_repository.h"
#include "members/member_service.h"
#include "parties/field_rules.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>

namespace mishutai::members {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Members", text);
}

MemberStepDetails tidied(MemberStepDetails details)
{
    details.meeting = details.meeting.trimmed();
    details.document = details.document.trimmed();
    details.note = details.note.trimmed();
    return details;
}

} // namespace

std::vector<StepKind> AdmissionService::kept() const
{
    return stepsOf(office::Settings(m_session).get(kAdmissionSteps));
}

office::RowOutcome AdmissionService::put(const MemberStepDetails &given)
{
    session::Work work(m_session, session::Operation::MemberEdit);
    const MemberStepRepository repository(m_session.database());
    const MemberStepDetails details = tidied(given);
    parties::throwIfAny(validate(details), tr("入会环节有填写不对的地方"));
    MemberService(m_session).get(details.member);
    office::RowOutcome outcome = office::RowOutcome::Added;
    if (const std::optional<MemberStep> stored = repository.find(details))
        outcome = repository.update(work, *stored, details) ? office::RowOutcome::Changed : office::RowOutcome::Same;
    else
        repository.insert(work, details);
    work.setSubject("members", details.member.value());
    work.commit();
    return outcome;
}

void AdmissionService::remove(const MemberStep &step)
{
    session::Work work(m_session, session::Operation::MemberEdit);
    MemberStepRepository(m_session.database()).remove(work, step);
    work.setSubject("members", step.details.member.value());
    work.commit();
}

void AdmissionService::deliberate(const std::vector<MemberId> &applicants, const Deliberation &deliberation)
{
    session::Work work(m_session, session::Operation::MemberEnroll);
    if (applicants.empty())
        throw Error(Error::Kind::Validation, tr("没有选中申请单位"), {}, tr("请先在列表里选中要审议的申请"));
    for (const MemberId applicant : applicants)
        admit(applicant, deliberation);
    work.commit();
}

void AdmissionService::admit(MemberId applicant, const Deliberation &deliberation)
{
    MemberService service(m_session);
    const Member member = service.get(applicant);
    if (member.details.joinedOn.isValid())
        throw Error(Error::Kind::Conflict, tr("%1已经入会，不用再审议").arg(member.details.code), {}, tr("请从选中的行里去掉它"));
    put({applicant, StepKind::Deliberation, deliberation.onDate, deliberation.result, deliberation.meeting, deliberation.document,
        deliberation.note});
    if (deliberation.result != StepResult::Passed)
        return;
    MemberDetails details = member.details;
    details.joinedOn = deliberation.joinedOn;
    details.approvalMeeting = deliberation.meeting;
    details.approvalNo = deliberation.document;
    service.update(applicant, member.revision, details);
}

std::vector<MemberStep> AdmissionService::steps(MemberId member) const
{
    m_session.require(session::Operation::MemberRead);
    return MemberStepRepository(m_session.database()).steps(member);
}

} // namespace mishutai::members
