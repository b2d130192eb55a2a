#include "members/member_match.h"

#include "base/chinese/credit_code.h"
#include "base/period.h"
#include "members/member_repository.h"
#include "members/member_service.h"
#include "parties/people/person_service.h"
#include "parties/sheet_links.h"
#include "parties/units/unit_service.h"
#include "session/session.h"

#include <QCoreApplication>

namespace mishutai::members {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Members", text);
}

/// The one that ended or began on the days of a row that says when it ended.
std::optional<Member> endedOf(session::Session &session, const std::vector<Member> &memberships, const office::SheetRow &row)
{
    if (row.text("leftOn").isEmpty())
        return std::nullopt;
    const QDate today = session.clock().today();
    const std::optional<QDate> left = parseCellDate(row.text("leftOn"), today);
    const std::optional<QDate> joined = parseCellDate(row.text("joinedOn"), today);
    for (const Member &member : memberships) {
        if (member.details.leftOn == left || (joined && member.details.joinedOn == joined))
            return member;
    }
    return std::nullopt;
}

} // namespace

bool isIndividual(const office::SheetRow &row)
{
    const QString kind = row.text("kind");
    return !row.text("personCode").isEmpty() || kind == tr("个人") || kind == tr("个人会员");
}

std::optional<UnitId> matchedUnit(session::Session &session, const office::SheetRow &row)
{
    const parties::UnitService units(session);
    if (!row.text("unitCode").isEmpty()) {
        const std::optional<parties::Unit> unit = units.findByCode(row.text("unitCode"));
        return unit ? std::optional<UnitId>(unit->id) : std::nullopt;
    }
    const QString creditCode = normalizedCreditCode(row.text("creditCode"));
    if (!creditCode.isEmpty()) {
        if (const std::optional<parties::Unit> unit = units.findByCreditCode(creditCode))
            return unit->id;
    }
    for (const parties::Unit &unit : units.findByName(row.text("unitName"))) {
        const bool isAnother = !creditCode.isEmpty() && !unit.details.creditCode.isEmpty();
        if (!isAnother)
            return unit.id;
    }
    return std::nullopt;
}

std::optional<PersonId> matchedPerson(session::Session &session, const office::SheetRow &row)
{
    const parties::PersonService people(session);
    const QString code = row.text("personCode");
    const std::optional<parties::Person> person
        = code.isEmpty() ? people.findByNameAndPhone(row.text("unitName"), row.text("contactPhone")) : people.findByCode(code);
    if (!code.isEmpty() && !person)
        throw parties::faultOf("personCode", "unknown", tr("人员库里没有编号「%1」").arg(code.left(40)));
    return person ? std::optional<PersonId>(person->id) : std::nullopt;
}

std::optional<Member> membershipOf(session::Session &session, UnitId unit, const office::SheetRow &row)
{
    const std::optional<Member> current = MemberService(session).findCurrent(unit);
    return current ? current : endedOf(session, MemberRepository(session.database()).ofUnit(unit), row);
}

std::optional<Member> membershipOf(session::Session &session, PersonId person, const office::SheetRow &row)
{
    const std::optional<Member> current = MemberService(session).findCurrent(person);
    return current ? current : endedOf(session, MemberRepository(session.database()).ofPerson(person), row);
}

std::optional<Member> matchedMember(session::Session &session, const office::SheetRow &row)
{
    const MemberService service(session);
    if (!row.text("code").isEmpty())
        return service.findByCode(row.text("code"));
    if (isIndividual(row)) {
        const std::optional<PersonId> person = matchedPerson(session, row);
        return person ? membershipOf(session, *person, row) : std::nullopt;
    }
    const std::optional<UnitId> unit = matchedUnit(session, row);
    return unit ? membershipOf(session, *unit, row) : std::nullopt;
}

} // namespace mishutai::members
