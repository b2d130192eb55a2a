#pragma once

#include "members/admission/member_step.h"
#include "members/member.h"
#include "members/posts/member_post.h"
#include "parties/unit_facts/unit_fact.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::ui {

class Form;

// Small forms over the page for what happens to a member: each is one use case with its date and document, and one undo. `done`
// is called after saving.

using Done = std::function<void()>;

// The forms for several members write one day, document and reason for all of them: all or none, and one undo.
std::unique_ptr<Form> suspensionForm(
    session::Session &session, const std::vector<MemberId> &ids, const QString &title, Done done);
std::unique_ptr<Form> resumptionForm(session::Session &session, const std::vector<MemberId> &ids, Done done);
std::unique_ptr<Form> leavingForm(session::Session &session, const std::vector<MemberId> &ids, const QString &title, Done done);
std::unique_ptr<Form> levelChangeForm(session::Session &session, const std::vector<MemberId> &ids, Done done);
/// 更正级别. @param level the one to correct
std::unique_ptr<Form> levelForm(session::Session &session, MemberId id, const members::LevelChange &level, Done done);
/// Where no term is registered yet and the user may, the first one is registered with the post.
/// @param unit whom the person stands for; @param post the one to change or end; nothing: a new one
/// @throws Error Conflict without a term
std::unique_ptr<Form> postForm(
    session::Session &session, std::optional<UnitId> unit, const std::optional<members::MemberPost> &post, Done done);
/// @param kind proposed for a new step; @param step the one to change
std::unique_ptr<Form> stepForm(
    session::Session &session, MemberId id, members::StepKind kind, const std::optional<members::MemberStep> &step, Done done);
/// 批量审议 of the applicants among the chosen rows.
std::unique_ptr<Form> deliberationForm(session::Session &session, const std::vector<MemberId> &applicants, Done done);
/// 个人会员: a person instead of a unit.
std::unique_ptr<Form> individualForm(session::Session &session, std::function<void(qint64)> done);
std::unique_ptr<Form> qualificationForm(session::Session &session, UnitId unit,
    const std::optional<parties::UnitFact<parties::QualificationDetails>> &fact, Done done);
std::unique_ptr<Form> unitYearForm(
    session::Session &session, UnitId unit, const std::optional<parties::UnitFact<parties::UnitYearDetails>> &fact, Done done);
/// 身份: what the unit is to the office, from when and until when.
std::unique_ptr<Form> unitRoleForm(
    session::Session &session, UnitId unit, const std::optional<parties::UnitFact<parties::UnitRoleDetails>> &fact, Done done);

} // namespace mishutai::ui
