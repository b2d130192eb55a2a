#include "members/member_sheet.h"

#include "base/chinese/credit_code.h"
#include "members/enrolment.h"
#include "members/member_cells.h"
#include "members/member_columns.h"
#include "members/member_match.h"
#include "members/member_repository.h"
#include "members/member_service.h"
#include "members/posts/member_post_repository.h"
#include "office/custom_fields/own_cells.h"
#include "office/settings.h"
#include "office/sheets/row_reader.h"
#include "parties/people/contact_repository.h"
#include "parties/people/person_repository.h"
#include "parties/people/person_service.h"
#include "parties/sheet_links.h"
#include "parties/units/unit_columns.h"
#include "parties/units/unit_repository.h"
#include "parties/units/unit_service.h"
#include "session/session.h"

#include <QCoreApplication>

namespace mishutai::members {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Members", text);
}

/// Faults of nested records under the names of this sheet's columns.
Error renamed(const Error &error)
{
    Error result(error);
    std::vector<FieldError> fields = error.fields();
    for (FieldError &fault : fields)
        fault.field = memberColumnOf(fault.field);
    return result.withFields(fields);
}

/// A wrong number in the list must not rename another member's unit.
void requireSameUnit(session::Session &session, const Member &member, const office::SheetRow &row)
{
    const QString name = row.text("unitName");
    if (!member.unit) {
        const QString person = parties::PersonService(session).get(member.person.value()).details.name;
        if (!name.isEmpty() && name != person)
            throw parties::faultOf("code", "contradiction",
                tr("会员编号%1是「%2」，表中写的是「%3」").arg(member.details.code, person, name.left(80)));
        return;
    }
    const parties::UnitDetails unit = parties::UnitService(session).get(*member.unit).details;
    const QString creditCode = normalizedCreditCode(row.text("creditCode"));
    const bool isNamed = name.isEmpty() || name == unit.name || name == unit.shortName || unit.aliases.contains(name);
    const bool isProven = !creditCode.isEmpty() && creditCode == unit.creditCode;
    if (!isNamed && !isProven)
        throw parties::faultOf("code", "contradiction",
            tr("会员编号%1是「%2」，表中写的是「%3」").arg(member.details.code, unit.name, name.left(80)));
}

/// @return whether anything differed
bool updateUnit(session::Session &session, UnitId id, const office::SheetRow &row)
{
    parties::UnitService service(session);
    const parties::Unit unit = service.get(id);
    parties::UnitDetails details = unit.details;
    office::RowReader cells(row, session.clock().today());
    parties::readUnitCells(cells, details);
    cells.throwIfFaulty();
    // A list that calls the unit by its other name does not rename it, unless the credit code proves that it is a new one.
    const bool isOtherName = details.name == unit.details.shortName || unit.details.aliases.contains(details.name);
    if (isOtherName)
        details.name = unit.details.name;
    try {
        return service.update(id, unit.revision, details);
    } catch (const Error &error) {
        std::vector<FieldError> fields = error.fields();
        for (FieldError &fault : fields)
            fault.field.prepend("unit.");
        throw Error(error).withFields(fields);
    }
}

/// @return whether anything differed
bool completeIndividual(session::Session &session, PersonId id, const office::SheetRow &row)
{
    try {
        return completePerson(session, id, contactEntries(row).front());
    } catch (const Error &error) {
        std::vector<FieldError> fields = error.fields();
        for (FieldError &fault : fields)
            fault.field.prepend("person.");
        throw Error(error).withFields(fields);
    }
}

parties::UnitDetails newUnit(session::Session &session, const office::SheetRow &row)
{
    parties::UnitDetails details;
    office::RowReader cells(row, session.clock().today());
    parties::readUnitCells(cells, details);
    cells.throwIfFaulty();
    parties::proposeKind(row, details);
    return details;
}

office::SheetRow phonesApart(const office::SheetRow &row)
{
    return parties::withPhonesApart(row, QStringLiteral("contactPhone"), kOtherPhone);
}

/// A number without a name is that of the contact who has it, else of one called 联系人, with a warning; where nobody looks at
/// warnings it is left without a name, which is a fault.
void nameContact(session::Session &session, const std::optional<UnitId> &unit, const office::SheetRow &row, ContactEntry &entry)
{
    if (!entry.name.isEmpty() || (entry.phone.isEmpty() && entry.wechat.isEmpty() && entry.email.isEmpty()))
        return;
    if (unit)
        entry.name = nameOfReachable(session, *unit, entry);
    if (!entry.name.isEmpty() || !row.warnings)
        return;
    entry.name = unnamedContact();
    row.warn("contactName", "required", tr("没有写联系人姓名，先记在「%1」名下；知道姓名后请改").arg(entry.name));
}

/// Whose membership the row is about, as far as that is known already; the unit's cells where it is a unit.
Enrolment enrolmentOf(session::Session &session, const office::SheetRow &row, const std::optional<Member> &member)
{
    Enrolment enrolment;
    enrolment.isIndividual = member ? member->person.has_value() : isIndividual(row);
    if (enrolment.isIndividual) {
        enrolment.person = member ? member->person : matchedPerson(session, row);
        enrolment.newPerson.name = row.text("unitName");
        enrolment.newPerson.phone = row.text("contactPhone");
        enrolment.newPerson.otherPhone = row.text(kOtherPhone);
        enrolment.newPerson.wechat = row.text("contactWechat");
        enrolment.newPerson.email = row.text("contactEmail");
    } else {
        enrolment.unit = member ? member->unit : matchedUnit(session, row);
        enrolment.moreContacts = contactEntries(row);
        for (ContactEntry &entry : enrolment.moreContacts)
            nameContact(session, enrolment.unit, row, entry);
    }
    return enrolment;
}

/// The member's fields of the office's own and its unit's, as far as the sheet has them. @return whether anything differed
bool takeOwn(session::Session &session, const Member &member, const office::SheetRow &row)
{
    using office::CustomOwner;
    bool isChanged = office::takeOwnCells(session, session::Operation::MemberEdit, CustomOwner::Member, member.id.value(), row);
    if (member.unit)
        isChanged = office::takeOwnCells(session, session::Operation::UnitEdit, CustomOwner::Unit, member.unit->value(), row,
                        office::EmptyCell::LeavesAlone)
            || isChanged;
    return isChanged;
}

/// A list says how things stand today: another level than before begins today, and what was counted until now stays as it was.
/// Only a level that began today or later, or of a member that has left, is put right. @return whether anything differed
bool updateMember(session::Session &session, const Member &member, MemberDetails details)
{
    MemberService service(session);
    const QDate today = session.clock().today();
    const MemberLevel wanted = details.level;
    const bool begins = wanted != member.details.level && !member.details.leftOn.isValid() && !details.leftOn.isValid()
        && service.levels(member.id).back().fromOn < today;
    if (!begins)
        return service.update(member.id, member.revision, details);
    details.level = member.details.level;
    service.update(member.id, member.revision, details);
    service.changeLevel(member.id, wanted, today, {}, {});
    return true;
}

office::RowOutcome importMember(session::Session &session, const office::SheetRow &row)
{
    MemberService service(session);
    std::optional<Member> member = row.text("code").isEmpty() ? std::nullopt : service.findByCode(row.text("code"));
    if (member)
        requireSameUnit(session, *member, row);
    Enrolment enrolment = enrolmentOf(session, row, member);
    if (!member && row.text("code").isEmpty()) {
        if (enrolment.unit)
            member = membershipOf(session, *enrolment.unit, row);
        else if (enrolment.person)
            member = membershipOf(session, *enrolment.person, row);
    }
    if (member)
        enrolment.member = member->details;
    office::RowReader cells(row, session.clock().today());
    readMemberCells(session, cells, !member, enrolment.member);
    cells.throwIfFaulty();

    const office::SheetRow ofUnit = unitRow(row);
    bool isChanged = enrolment.unit && updateUnit(session, *enrolment.unit, ofUnit);
    if (enrolment.person)
        isChanged = completeIndividual(session, *enrolment.person, row);
    if (!member) {
        if (!enrolment.unit && !enrolment.isIndividual)
            enrolment.newUnit = newUnit(session, ofUnit);
        const MemberId id = service.enroll(enrolment);
        if (office::hasOwnCells(row))
            takeOwn(session, service.get(id), row);
        return office::RowOutcome::Added;
    }
    for (const ContactEntry &contact : enrolment.moreContacts)
        isChanged = addContact(session, *member->unit, contact) || isChanged;
    isChanged = updateMember(session, *member, enrolment.member) || isChanged;
    isChanged = takeOwn(session, *member, row) || isChanged;
    return isChanged ? office::RowOutcome::Changed : office::RowOutcome::Same;
}

} // namespace

QString MemberSheet::title() const
{
    return tr("会员");
}

std::vector<office::SheetColumn> MemberSheet::columns() const
{
    return memberColumns();
}

std::vector<QStringList> MemberSheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    const parties::UnitRepository units(session.database());
    const parties::ContactRepository contacts(session.database());
    const parties::PersonRepository people(session.database());
    const office::OwnCells ownOfMembers(session, office::CustomOwner::Member);
    const office::OwnCells ownOfUnits(session, office::CustomOwner::Unit);
    std::vector<QStringList> rows;
    for (const Member &member : MemberRepository(session.database()).all()) {
        const parties::UnitDetails unit = member.unit ? units.find(*member.unit).value().details : parties::UnitDetails{};
        const parties::PersonDetails individual
            = member.person ? people.find(*member.person).value().details : parties::PersonDetails{};
        ContactEntry contact{{}, {}, individual.phone, {}, {}, individual.wechat, individual.email};
        const std::vector<parties::Contact> known = member.unit ? contacts.ofUnit(*member.unit) : std::vector<parties::Contact>{};
        if (!known.empty() && !known.front().details.toOn.isValid()) {
            const parties::ContactDetails &post = known.front().details;
            const parties::PersonDetails person = people.find(post.person).value().details;
            contact = {person.name, post.post, person.phone, {}, post.department, person.wechat, person.email};
        }
        rows.push_back(memberCells(member, unit, individual, contact));
        rows.back() << ownOfMembers.of(member.id.value())
                    << ownOfUnits.of(member.unit ? std::optional(member.unit->value()) : std::nullopt);
    }
    return rows;
}

std::vector<office::CustomOwner> MemberSheet::ownFields() const
{
    return {office::CustomOwner::Member, office::CustomOwner::Unit};
}

QStringList MemberSheet::heldElsewhere(session::Session &session) const
{
    QStringList keys = keysOfUnitAndContact();
    for (const office::SheetColumn &own : office::ownColumns(session, office::CustomOwner::Unit))
        keys << own.key;
    return keys;
}

QStringList MemberSheet::keyOf(session::Session &session, const office::SheetRow &row) const
{
    const std::optional<Member> member = matchedMember(session, phonesApart(row));
    return {member ? member->details.code : QString()};
}

std::optional<FieldError> MemberSheet::alikeFault(session::Session &session, const office::SheetRow &given)
{
    const office::SheetRow row = phonesApart(given);
    if (matchedMember(session, row))
        return std::nullopt;
    const QString name = row.text("unitName");
    if (isIndividual(row)) {
        const bool isKnown = matchedPerson(session, row).has_value();
        return isKnown ? std::nullopt : m_likeness.ofPerson(session, name, {row.text("contactPhone")}, "unitName", row.number);
    }
    if (matchedUnit(session, row))
        return std::nullopt;
    QStringList otherNames;
    if (!row.text("shortName").isEmpty())
        otherNames << row.text("shortName");
    return m_likeness.ofUnit(session, {name, row.text("creditCode"), otherNames, {}}, "unitName", row.number);
}

/// An office's own list says what it calls its head. Only where nothing is registered by that word yet, and where people look.
void MemberSheet::adoptHeadWord(session::Session &session, const office::SheetRow &row)
{
    if (!m_mayAdopt)
        m_mayAdopt = row.warnings && session.may(session::Operation::SettingEdit)
            && headWord(session) == office::HeadWord::Director && MemberRepository(session.database()).isEmpty()
            && MemberPostRepository(session.database()).isEmpty();
    const std::optional<office::HeadWord> said = headWordIn(row);
    // A row that is taken back takes the word with it: the next one brings it again, but never another one.
    if (!*m_mayAdopt || !said || m_adopted.value_or(*said) != *said)
        return;
    m_adopted = said;
    if (*said != headWord(session))
        office::Settings(session).set(office::kHeadWord, office::headWords().stored(*said));
}

QStringList MemberSheet::remarks(session::Session &session, const QStringList &columns, int added) const
{
    QStringList lines;
    if (m_adopted && m_adopted != office::HeadWord::Director && headWord(session) == *m_adopted)
        lines << tr("还没有登记过会员：照这份名单，本单位的负责人称呼改为「%1」（以后在单位资料里改）")
                     .arg(office::headWords().label(*m_adopted));
    if (added > 0 && !columns.contains(QStringLiteral("joinedOn")))
        lines << tr("表里没有「入会日期」一列，没有其他日期的新会员按今天（%1）入会")
                     .arg(session.clock().today().toString(Qt::ISODate));
    return lines;
}

office::RowOutcome MemberSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    try {
        adoptHeadWord(session, row);
        return importMember(session, phonesApart(row));
    } catch (const Error &error) {
        throw renamed(error);
    }
}

} // namespace mishutai::members
