#include "desk/prints/member_facts.h"

#include "members/member_service.h"
#include "parties/people/contact_service.h"
#include "parties/people/person_service.h"
#include "parties/units/unit_service.h"
#include "session/session.h"

namespace mishutai::desk {

QString MemberFacts::contactPhone() const
{
    for (const KnownContact &known : contacts)
        if (!known.person.phone.isEmpty())
            return known.person.phone;
    return {};
}

MemberFacts memberFacts(session::Session &session, MemberId id)
{
    const members::Member member = members::MemberService(session).get(id);
    MemberFacts facts{member, {}, {}, members::headWord(session)};
    const parties::PersonService people(session);
    if (member.person) {
        const parties::PersonDetails person = people.get(*member.person).details;
        facts.unit.name = person.name;
        facts.contacts.push_back({{}, {}, person});
    } else {
        facts.unit = parties::UnitService(session).get(*member.unit).details;
        for (const parties::Contact &contact : parties::ContactService(session).ofUnit(*member.unit)) {
            const parties::ContactDetails &details = contact.details;
            if (!details.toOn.isValid() || details.toOn > session.clock().today())
                facts.contacts.push_back({details.post, details.topics, people.get(details.person).details});
        }
    }
    if (!session.may(session::Operation::PersonalRead))
        for (MemberFacts::KnownContact &known : facts.contacts)
            known.person.phone = known.person.otherPhone = known.person.email = known.person.wechat = QString();
    return facts;
}

} // namespace mishutai::desk
