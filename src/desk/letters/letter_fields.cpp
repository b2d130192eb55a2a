#include "desk/letters/letter_fields.h"

#include "base/period.h"
#include "desk/prints/member_facts.h"
#include "office/custom_fields/own_details.h"
#include "office/profile/office_profile.h"

namespace mishutai::desk {

namespace {

const QString kMember = QStringLiteral("member.");

QString dateText(QDate date)
{
    return date.isValid() ? chineseDate(date) : QString();
}

struct MemberField {
    const char *name;
    QString (*value)(const MemberFacts &facts);
};

const MemberField kMemberFields[] = {
    {"member.name", [](const MemberFacts &facts) { return facts.unit.name; }},
    {"member.short_name", [](const MemberFacts &facts) { return facts.shortName(); }},
    {"member.code", [](const MemberFacts &facts) { return facts.member.details.code; }},
    {"member.credit_code", [](const MemberFacts &facts) { return facts.unit.creditCode; }},
    {"member.level", [](const MemberFacts &facts) { return members::levelText(facts.member.details.level, facts.headWord); }},
    {"member.status",
        [](const MemberFacts &facts) { return members::memberStatuses().label(members::statusOf(facts.member.details)); }},
    {"member.joined_on", [](const MemberFacts &facts) { return dateText(facts.member.details.joinedOn); }},
    {"member.certificate_no", [](const MemberFacts &facts) { return facts.member.details.certificateNo; }},
    {"member.contact", [](const MemberFacts &facts) { return facts.contactName(); }},
    {"member.contact_post", [](const MemberFacts &facts) { return facts.contactPost(); }},
    {"member.phone", [](const MemberFacts &facts) { return facts.contactPhone(); }},
    {"member.address", [](const MemberFacts &facts) { return facts.deliveryAddress(); }},
    {"member.legal_representative", [](const MemberFacts &facts) { return facts.unit.legalRepresentative; }},
    {"member.field", [](const MemberFacts &facts) { return facts.unit.field; }},
    {"member.zone", [](const MemberFacts &facts) { return facts.unit.zone; }},
    {"member.district", [](const MemberFacts &facts) { return facts.unit.district; }},
    {"member.service_officer", [](const MemberFacts &facts) { return facts.member.details.serviceOfficer; }},
};

} // namespace

QStringList memberFieldNames(session::Session &session)
{
    QStringList names;
    for (const MemberField &field : kMemberFields)
        names.append(QLatin1String(field.name));
    for (const office::CustomField &field : office::OwnDetails(session).fields("members"))
        names.append(kMember + field.details.name);
    return names;
}

QHash<QString, QString> memberFields(session::Session &session, MemberId member)
{
    const MemberFacts facts = memberFacts(session, member);
    QHash<QString, QString> fields;
    for (const MemberField &field : kMemberFields)
        fields.insert(QLatin1String(field.name), field.value(facts));
    const office::OwnDetails own(session);
    const QHash<QString, QString> texts = own.of("members", member.value());
    for (const office::CustomField &field : own.fields("members")) {
        const QString text = texts.value(field.details.name);
        const bool isDate = field.details.kind == office::CustomKind::Date;
        fields.insert(kMember + field.details.name, isDate ? dateText(QDate::fromString(text, Qt::ISODate)) : text);
    }
    return fields;
}

QHash<QString, QString> officeFields(const office::OfficeDetails &office)
{
    return {{"name", office.name}, {"short_name", office.shortNameOrName()}, {"addressee", office.addressee},
        {"signer", office.signerOrName()}, {"contact", office.contact}, {"phone", office.phone}, {"address", office.address}};
}

} // namespace mishutai::desk
