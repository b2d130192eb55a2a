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
            {Post::ViceChair, "VICE_CHAIR", QT_TRANSLATE_NOOP("Members", "副理事长"), "副会长/副主席"},
            {Post::StandingDirector, "STANDING_DIRECTOR", QT_TRANSLATE_NOOP("Members", "常务理事")},
            {Post::Director, "DIRECTOR", QT_TRANSLATE_NOOP("Members", "理事")},
            {Post::ChiefSupervisor, "CHIEF_SUPERVISOR", QT_TRANSLATE_NOOP("Members", "监事长")},
            {Post::Supervisor, "SUPERVISOR", QT_TRANSLATE_NOOP("Members", "监事")},
            {Post::SecretaryGeneral, "SECRETARY_GENERAL", QT_TRANSLATE_NOOP("Members", "秘书长")},
            {Post::DeputySecretaryGeneral, "DEPUTY_SECRETARY_GENERAL", QT_TRANSLATE_NOOP("Members", "副秘书长")},
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
    rules.length("notes", details.notes, 1000, tr("备注"));
    return rules.take();
}

QString postText(const MemberPostDetails &details)
{
    return details.title.isEmpty() ? posts().label(details.post) : details.title;
}

} // namespace mishutai::members
