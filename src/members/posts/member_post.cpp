#include "members/posts/member_post.h"

#include "parties/field_rules.h"

#include <QCoreApplication>

namespace mishutai::members {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Members", text);
}

} // namespace

const office::ChoiceTable<Post> &posts()
{
    static const office::ChoiceTable<Post> table("Members",
        {
            {Post::Chair, "CHAIR", QT_TRANSLATE_NOOP("Members", "理事长"), "会长/主席"},
            {Post::RotatingChair, "ROTATING_CHAIR", QT_TRANSLATE_NOOP("Members", "轮值理事长"), "轮值会长/轮值主席"},
            {Post::ExecutiveChair, "EXECUTIVE_CHAIR", QT_TRANSLATE_NOOP("Members", "执行理事长"), "执行会长/执行主席"},
            {Post::ViceChair, "VICE_CHAIR", QT_TRANSLATE_NOOP("Members", "副理事长"), "副会长/副主席"},
            {Post::ExecutiveViceChair, "EXECUTIVE_VICE_CHAIR", QT_TRANSLATE_NOOP("Members", "常务副理事长"),
                "常务副会长/常务副主席/执行副会长"},
            {Post::StandingDirector, "STANDING_DIRECTOR", QT_TRANSLATE_NOOP("Members", "常务理事")},
            {Post::Director, "DIRECTOR", QT_TRANSLATE_NOOP("Members", "理事")},
            {Post::ChiefSupervisor, "CHIEF_SUPERVISOR", QT_TRANSLATE_NOOP("Members", "监事长")},
            {Post::Supervisor, "SUPERVISOR", QT_TRANSLATE_NOOP("Members", "监事")},
            {Post::SecretaryGeneral, "SECRETARY_GENERAL", QT_TRANSLATE_NOOP("Members", "秘书长")},
            {Post::DeputySecretaryGeneral, "DEPUTY_SECRETARY_GENERAL", QT_TRANSLATE_NOOP("Members", "副秘书长")},
            {Post::HonoraryChair, "HONORARY_CHAIR", QT_TRANSLATE_NOOP("Members", "名誉理事长"), "名誉会长/名誉主席/荣誉会长"},
            {Post::Adviser, "ADVISER", QT_TRANSLATE_NOOP("Members", "顾问")},
            {Post::Representative, "REPRESENTATIVE", QT_TRANSLATE_NOOP("Members", "会员代表"), "代表"},
            {Post::PartyLiaison, "PARTY_LIAISON", QT_TRANSLATE_NOOP("Members", "党组织联络员")},
            {Post::Other, "OTHER", QT_TRANSLATE_NOOP("Members", "其他")},
        });
    return table;
}

std::vector<FieldError> validate(const MemberPostDetails &details)
{
    parties::FieldRules rules;
    rules.addIf(!details.fromOn.isValid(), "fromOn", "required", tr("请填写任职起始日期"));
    rules.addIf(details.fromOn.isValid() && details.toOn.isValid() && details.toOn <= details.fromOn, "toOn", "order",
        tr("终止日期应晚于起始日期"));
    rules.addIf(details.post == Post::Other && details.title.trimmed().isEmpty(), "title", "required",
        tr("职务为「其他」时，请填写称谓"));
    rules.length("title", details.title, 60, tr("称谓"));
    rules.length("document", details.document, 100, tr("文号"));
    rules.length("notes", details.notes, 1000, tr("备注"));
    return rules.take();
}

QString postText(const MemberPostDetails &details, office::HeadWord word)
{
    return details.title.isEmpty() ? office::headed(posts().label(details.post), word) : details.title;
}

std::vector<db::Choice> postChoices(office::HeadWord word)
{
    std::vector<db::Choice> choices = posts().choices();
    for (db::Choice &choice : choices)
        choice.label = office::headed(choice.label, word);
    return choices;
}

} // namespace mishutai::members
