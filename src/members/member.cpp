#include "members/member.h"

#include "office/settings.h"
#include "parties/field_rules.h"

#include <QCoreApplication>

namespace mishutai::members {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Members", text);
}

struct TextField {
    const char *field;
    QString MemberDetails::*text;
    int most;
    const char *label;
};

constexpr TextField kTexts[] = {
    {"code", &MemberDetails::code, 40, QT_TRANSLATE_NOOP("Members", "会员编号")},
    {"approvalNo", &MemberDetails::approvalNo, 100, QT_TRANSLATE_NOOP("Members", "批准文号")},
    {"approvalMeeting", &MemberDetails::approvalMeeting, 100, QT_TRANSLATE_NOOP("Members", "批准会议")},
    {"referrer", &MemberDetails::referrer, 100, QT_TRANSLATE_NOOP("Members", "推荐人")},
    {"suspendedReason", &MemberDetails::suspendedReason, 300, QT_TRANSLATE_NOOP("Members", "暂停原因")},
    {"suspendedDocument", &MemberDetails::suspendedDocument, 100, QT_TRANSLATE_NOOP("Members", "暂停文号")},
    {"leftDocument", &MemberDetails::leftDocument, 100, QT_TRANSLATE_NOOP("Members", "退会文号")},
    {"leftReason", &MemberDetails::leftReason, 300, QT_TRANSLATE_NOOP("Members", "退会原因")},
    {"certificateNo", &MemberDetails::certificateNo, 60, QT_TRANSLATE_NOOP("Members", "证书编号")},
    {"serviceOfficer", &MemberDetails::serviceOfficer, 60, QT_TRANSLATE_NOOP("Members", "服务专员")},
    {"notes", &MemberDetails::notes, 10000, QT_TRANSLATE_NOOP("Members", "备注")},
};

} // namespace

const office::ChoiceTable<MemberLevel> &memberLevels()
{
    static const office::ChoiceTable<MemberLevel> table("Members",
        {
            {MemberLevel::Chair, "CHAIR", QT_TRANSLATE_NOOP("Members", "理事长单位"), "理事长/会长单位/会长/主席单位/主席"},
            {MemberLevel::ViceChair, "VICE_CHAIR", QT_TRANSLATE_NOOP("Members", "副理事长单位"),
                "副理事长/副会长单位/副会长/副主席单位/副主席"},
            {MemberLevel::Standing, "STANDING", QT_TRANSLATE_NOOP("Members", "常务理事单位"), "常务理事"},
            {MemberLevel::Council, "COUNCIL", QT_TRANSLATE_NOOP("Members", "理事单位"), "理事"},
            {MemberLevel::Supervisor, "SUPERVISOR", QT_TRANSLATE_NOOP("Members", "监事单位"), "监事/监事长单位"},
            {MemberLevel::Ordinary, "ORDINARY", QT_TRANSLATE_NOOP("Members", "会员单位"), "会员/普通会员/单位会员/个人会员"},
        });
    return table;
}

const office::ChoiceTable<MemberStatus> &memberStatuses()
{
    static const office::ChoiceTable<MemberStatus> table("Members",
        {
            {MemberStatus::Applying, "APPLYING", QT_TRANSLATE_NOOP("Members", "申请中"),
                "待审批/待审核/审批中/审核中/申请/拟入会"},
            {MemberStatus::Refused, "REFUSED", QT_TRANSLATE_NOOP("Members", "未通过"), "未批准"},
            {MemberStatus::Active, "ACTIVE", QT_TRANSLATE_NOOP("Members", "在会"), "正常/在籍/有效/已入会"},
            {MemberStatus::Suspended, "SUSPENDED", QT_TRANSLATE_NOOP("Members", "暂停会员资格"), "暂停/已暂停/暂停资格/停权"},
            {MemberStatus::Left, "LEFT", QT_TRANSLATE_NOOP("Members", "退会"), "已退会/退出/已退出/离会"},
        });
    return table;
}

const office::ChoiceTable<LeaveKind> &leaveKinds()
{
    static const office::ChoiceTable<LeaveKind> table("Members",
        {
            {LeaveKind::Resigned, "RESIGNED", QT_TRANSLATE_NOOP("Members", "退会"), "主动退会/自愿退会"},
            {LeaveKind::Expelled, "EXPELLED", QT_TRANSLATE_NOOP("Members", "除名"), "已除名/开除"},
            {LeaveKind::Ended, "ENDED", QT_TRANSLATE_NOOP("Members", "自动终止"), "注销/已注销/终止"},
        });
    return table;
}

std::vector<db::Choice> memberKinds()
{
    std::vector<db::Choice> kinds = parties::unitKinds().choices();
    kinds.push_back({"INDIVIDUAL", tr("个人")});
    return kinds;
}

office::HeadWord headWord(session::Session &session)
{
    return office::headWords().fromStored(office::Settings(session).get(office::kHeadWord)).value_or(office::HeadWord::Director);
}

QString levelText(MemberLevel level, office::HeadWord word)
{
    return office::headed(memberLevels().label(level), word);
}

std::vector<db::Choice> levelChoices(office::HeadWord word)
{
    std::vector<db::Choice> choices = memberLevels().choices();
    for (db::Choice &choice : choices)
        choice.label = office::headed(choice.label, word);
    return choices;
}

MemberStatus statusOf(const MemberDetails &details)
{
    if (details.leftOn.isValid())
        return MemberStatus::Left;
    if (!details.joinedOn.isValid())
        return MemberStatus::Applying;
    return details.suspendedOn.isValid() ? MemberStatus::Suspended : MemberStatus::Active;
}

QDate startOf(const MemberDetails &details)
{
    return details.joinedOn.isValid() ? details.joinedOn : details.appliedOn;
}

MemberDetails tidied(MemberDetails details)
{
    for (const TextField &each : kTexts)
        details.*each.text = (details.*each.text).trimmed();
    return details;
}

std::vector<FieldError> validate(const MemberDetails &details)
{
    parties::FieldRules rules;
    for (const TextField &each : kTexts) {
        if (!(details.*each.text).isEmpty())
            rules.length(QString::fromLatin1(each.field), details.*each.text, each.most, tr(each.label));
    }
    const bool hasJoined = details.joinedOn.isValid();
    rules.addIf(!startOf(details).isValid(), "joinedOn", "required", tr("请填写入会日期；还在申请的，请填写申请日期"));
    rules.addIf(hasJoined && details.appliedOn.isValid() && details.appliedOn > details.joinedOn, "appliedOn", "order",
        tr("申请日期不能晚于入会日期"));
    rules.addIf(details.leftOn.isValid() && (!hasJoined || details.leftOn <= details.joinedOn), "leftOn", "order",
        hasJoined ? tr("退会日期应晚于入会日期") : tr("没有入会日期，不能退会；申请没有通过的请删除申请"));
    rules.addIf(details.suspendedOn.isValid() && (!hasJoined || details.suspendedOn < details.joinedOn), "suspendedOn", "order",
        tr("暂停日期不能早于入会日期"));
    rules.addIf(details.leftKind && !details.leftOn.isValid(), "leftOn", "required", tr("写了退会方式，请补退会日期"));
    rules.addIf(
        !details.leftReason.isEmpty() && !details.leftOn.isValid(), "leftOn", "required", tr("填了退会原因，请补退会日期"));
    rules.addIf(!details.suspendedReason.isEmpty() && !details.suspendedOn.isValid(), "suspendedOn", "required",
        tr("填了暂停原因，请补暂停日期"));
    return rules.take();
}

} // namespace mishutai::members
