#include "desk/prints/certificates.h"

#include "base/error.h"
#include "base/period.h"
#include "desk/prints/member_facts.h"
#include "members/certificates/certificate_service.h"
#include "members/member_service.h"
#include "office/profile/office_profile_service.h"
#include "office/terms/term_service.h"
#include "session/session.h"

#include <QCoreApplication>

namespace mishutai::desk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Desk", text);
}

} // namespace

QDate lastDayOfTerm(session::Session &session, QDate day)
{
    const std::optional<office::Term> term = office::TermService(session).termOn(day);
    return term && term->details.toOn.isValid() ? term->details.toOn.addDays(-1) : QDate();
}

/// Before any number is given.
static void requirePossibleDates(session::Session &session, const CertificateRequest &request)
{
    if (request.validUntil.isValid() && request.validUntil < request.date)
        throw Error(Error::Kind::Validation,
            tr("有效期至%1，早于发证日期%2").arg(chineseDate(request.validUntil), chineseDate(request.date)), {},
            tr("请改其中一个；没有发证"));
    const members::MemberService service(session);
    for (const MemberId id : request.members) {
        const members::Member member = service.get(id);
        if (member.details.joinedOn.isValid() && member.details.joinedOn > request.date)
            throw Error(Error::Kind::Validation,
                tr("%1到%2才入会，发证日期%3太早")
                    .arg(memberFacts(session, id).unit.name, chineseDate(member.details.joinedOn), chineseDate(request.date)),
                {}, tr("请改发证日期；没有发证"));
    }
}

document::PagedDocument certificatePages(session::Session &session, const CertificateRequest &request, TaskControl &control)
{
    if (request.members.empty())
        throw Error(Error::Kind::Validation, tr("没有要发证的会员"), {}, tr("请先勾选会员"));
    requirePossibleDates(session, request);
    const office::OfficeDetails office = office::OfficeProfileService(session).profile().details;
    const std::optional<office::Term> term = office::TermService(session).termOn(request.date);
    const QString termName = term ? term->details.name() : QString();
    std::vector<document::Certificate> certificates;
    for (const members::Member &member : members::CertificateService(session).certified(request.members, request.date.year())) {
        control.throwIfCancelled();
        const QString level = members::levelText(member.details.level, members::headWord(session));
        const QString validity = request.validUntil.isValid()
            ? tr("有效期：%1至%2").arg(chineseDate(request.date), chineseDate(request.validUntil))
            : QString();
        certificates.push_back({tr("会员证书"), member.details.certificateNo, memberFacts(session, member.id).unit.name,
            tr("经审议通过，自%1起加入%2，现为%3%4。特发此证。")
                .arg(chineseDate(member.details.joinedOn), office.name, termName, level),
            validity, office.name, request.date});
    }
    document::FontSet fonts;
    return document::layout(certificates, fonts, control, request.shape);
}

} // namespace mishutai::desk
