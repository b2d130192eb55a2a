#include "members/admission/member_step_sheet.h"

#include "members/admission/admission_service.h"
#include "members/admission/member_step_repository.h"
#include "members/member_repository.h"
#include "members/member_service.h"
#include "office/sheets/row_reader.h"
#include "parties/sheet_links.h"
#include "session/session.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::members {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Members", text);
}

office::SheetColumn memberColumn()
{
    return {"memberCode", tr("会员编号"), {}, true, tr("已登记会员的编号"), "会员-0001"};
}

MemberId memberOf(session::Session &session, const office::SheetRow &row)
{
    const std::optional<Member> member = MemberService(session).findByCode(row.text("memberCode"));
    if (!member)
        throw parties::faultOf("memberCode", "unknown", tr("没有编号为「%1」的会员").arg(row.text("memberCode").left(40)));
    return member->id;
}

} // namespace

QString MemberStepSheet::title() const
{
    return tr("入会环节");
}

std::vector<office::SheetColumn> MemberStepSheet::columns() const
{
    const QString text = tr("文字");
    return {
        memberColumn(),
        {"kind", tr("环节"), {"步骤"}, true, stepKinds().labels(), "审议"},
        {"onDate", tr("日期"), {"时间"}, true, tr("日期"), "2021-05-14"},
        {"result", tr("结果"), {}, false, stepResults().labels(), "通过"},
        {"meeting", tr("会议"), {"会议名称"}, false, text, {}},
        {"document", tr("文号"), {}, false, text, {}},
        {"note", tr("说明"), {"备注"}, false, text, {}},
    };
}

std::vector<QStringList> MemberStepSheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    const MemberRepository members(session.database());
    std::vector<QStringList> rows;
    for (const MemberStep &step : MemberStepRepository(session.database()).steps()) {
        const MemberStepDetails &d = step.details;
        rows.push_back({members.find(d.member).value().details.code, stepKinds().label(d.kind), office::isoText(d.onDate),
            stepResults().label(d.result), d.meeting, d.document, d.note});
    }
    return rows;
}

office::RowOutcome MemberStepSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    MemberStepDetails details{memberOf(session, row), StepKind::Application, {}, StepResult::Passed, {}, {}, {}};
    office::RowReader cells(row, session.clock().today());
    cells.choice("kind", stepKinds(), details.kind);
    cells.date("onDate", details.onDate);
    if (row.text("kind").isEmpty())
        cells.fail("kind", "required", tr("请填写环节"));
    cells.throwIfFaulty();
    if (const std::optional<MemberStep> stored = MemberStepRepository(session.database()).find(details))
        details = stored->details;
    cells.choice("result", stepResults(), details.result);
    cells.text("meeting", details.meeting);
    cells.text("document", details.document);
    cells.text("note", details.note);
    cells.throwIfFaulty();
    return AdmissionService(session).put(details);
}

QString MemberSuspensionSheet::title() const
{
    return tr("暂停记录");
}

std::vector<office::SheetColumn> MemberSuspensionSheet::columns() const
{
    return {
        memberColumn(),
        {"fromOn", tr("暂停日期"), {}, true, tr("日期"), "2021-06-01"},
        {"toOn", tr("恢复日期"), {}, true, tr("日期，当天起恢复"), "2021-09-01"},
        {"reason", tr("原因"), {"暂停原因"}, false, tr("文字"), {}},
        {"document", tr("文号"), {}, false, tr("文字"), {}},
    };
}

std::vector<QStringList> MemberSuspensionSheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    const MemberRepository repository(session.database());
    std::vector<QStringList> rows;
    for (const Member &member : repository.all()) {
        for (const Suspension &each : repository.suspensions(member.id))
            rows.push_back(
                {member.details.code, office::isoText(each.fromOn), office::isoText(each.toOn), each.reason, each.document});
    }
    return rows;
}

office::RowOutcome MemberSuspensionSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    const MemberId member = memberOf(session, row);
    Suspension suspension;
    office::RowReader cells(row, session.clock().today());
    cells.date("fromOn", suspension.fromOn);
    MemberService service(session);
    const std::vector<Suspension> known = service.suspensions(member);
    const auto stored = std::ranges::find(known, suspension.fromOn, &Suspension::fromOn);
    if (stored != known.end())
        suspension = *stored;
    cells.date("toOn", suspension.toOn);
    cells.text("reason", suspension.reason);
    cells.text("document", suspension.document);
    cells.throwIfFaulty();
    return service.putSuspension(member, suspension);
}

} // namespace mishutai::members
