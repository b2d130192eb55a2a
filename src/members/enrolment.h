#pragma once

#include "members/member.h"

namespace mishutai::session {
class Session;
}

namespace mishutai::members {

/// The unit of an enrolment, registered now where it is new. Call inside a Work.
/// @throws Error as UnitService::create, with fields "unit.…"
UnitId registeredUnit(session::Session &session, const Enrolment &enrolment);

/// The person of a 个人会员, registered now where it is new. Call inside a Work.
/// @throws Error as PersonService::create, with fields "person.…"
PersonId registeredPerson(session::Session &session, const Enrolment &enrolment);

/// Makes the person a contact of the unit, registering who is new; the first one becomes the primary contact. Nothing to do for
/// an empty name, or when the unit has this contact already. Call inside a Work.
/// @return whether anything was added or changed. @throws Error Validation, with fields "contact.…"
bool addContact(session::Session &session, UnitId unit, const ContactEntry &entry);

/// What a contact is called whose number is known and whose name is not.
QString unnamedContact();

/// The name of the unit's contact whom the entry's number, WeChat or mail reaches; empty when there is none.
QString nameOfReachable(session::Session &session, UnitId unit, const ContactEntry &entry);

/// What the entry says of the person beyond the books: its numbers (the third and further ones in the notes), WeChat and mail,
/// and the name of one who had none. An empty text leaves what is known. Call inside a Work. @return whether anything differed.
/// @throws Error as PersonService::update
bool completePerson(session::Session &session, PersonId id, const ContactEntry &entry);

} // namespace mishutai::members
