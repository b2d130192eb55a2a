#pragma once

#include "members/member.h"
#include "parties/people/person.h"

#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::desk {

/// A member with its unit and its contacts that still hold, the primary first: what prints say of it. An individual stands as a
/// unit of the person's name with the person as its contact.
struct MemberFacts {
    struct KnownContact {
        QString post;
        QStringList topics; ///< 对接事项
        parties::PersonDetails person;
    };

    members::Member member;
    parties::UnitDetails unit;
    std::vector<KnownContact> contacts;
    office::HeadWord headWord = office::HeadWord::Director; ///< what the office calls its head

    const QString &shortName() const { return unit.shortName.isEmpty() ? unit.name : unit.shortName; }
    QString contactName() const { return contacts.empty() ? QString() : contacts.front().person.name; }
    QString contactPost() const { return contacts.empty() ? QString() : contacts.front().post; }
    /// The first phone that any of the contacts has.
    QString contactPhone() const;
    /// Where post and parcels go: the delivery, else the mailing, else the registered address.
    QString deliveryAddress() const
    {
        const QString &mailing = unit.mailingAddress.isEmpty() ? unit.registeredAddress : unit.mailingAddress;
        return unit.deliveryAddress.isEmpty() ? mailing : unit.deliveryAddress;
    }
};

/// @throws Error NotFound, Forbidden
MemberFacts memberFacts(session::Session &session, MemberId member);

} // namespace mishutai::desk
