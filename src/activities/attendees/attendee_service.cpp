#include "activities/attendees/attendee_service.h"

#include "activities/attendees/attendee_repository.h"
#include "base/chinese/phone.h"
#include "parties/field_rules.h"
#include "parties/people/person_service.h"
#include "parties/units/unit_service.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::activities {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Activities", text);
}

AttendeeDetails checked(const AttendeeDetails &given)
{
    AttendeeDetails details = tidied(given);
    parties::throwIfAny(validate(details), tr("名单有填写不对的地方"));
    return details;
}

Attendee stored(const AttendeeRepository &repository, qint64 id)
{
    const std::optional<Attendee> attendee = repository.find(id);
    if (!attendee)
        throw Error(Error::Kind::NotFound, tr("名单里没有这一行"), tr("它可能已被删除"), tr("请刷新后再试"));
    return *attendee;
}

bool isSameGuest(const AttendeeDetails &a, const AttendeeDetails &b)
{
    return a.unit == b.unit && a.person == b.person && a.nameAsGiven == b.nameAsGiven && a.capacity == b.capacity;
}

/// The one record that is meant; nothing when there is none or when several bear the name.
template <class Service> auto onlyOne(const Service &service, const QString &reference) -> decltype(service.resolve(reference))
{
    try {
        return service.resolve(reference);
    } catch (const Error &error) {
        if (error.kind() != Error::Kind::Validation)
            throw;
        return std::nullopt;
    }
}

AttendeeDetails lookedUp(session::Session &session, const SignUpLine &line)
{
    AttendeeDetails details;
    details.headCount = line.headCount;
    details.note = line.post;
    details.unit = onlyOne(parties::UnitService(session), line.unit);
    const parties::PersonService people(session);
    if (line.phone.isEmpty())
        details.person = onlyOne(people, line.name);
    else if (const auto person = people.findByNameAndPhone(line.name, line.phone))
        details.person = person->id;
    QStringList unknown;
    if (!details.unit)
        unknown.append(line.unit);
    if (!details.person) {
        unknown.append(line.name);
        details.phone = line.phone;
    }
    unknown.removeAll(QString());
    details.nameAsGiven = unknown.join(u' ');
    if (!details.unit && !details.person && details.nameAsGiven.isEmpty())
        details.nameAsGiven = line.original.left(200);
    return details;
}

} // namespace

std::vector<SignUpProposal> AttendeeService::proposals(ActivityId activity, const QString &text) const
{
    m_session.require(session::Operation::ActivityRead);
    std::vector<AttendeeDetails> seen;
    for (const Attendee &attendee : AttendeeRepository(m_session.database()).ofActivity(activity))
        seen.push_back(attendee.details);
    std::vector<SignUpProposal> result;
    for (const SignUpLine &line : parseSignUp(text)) {
        SignUpProposal proposal{line, lookedUp(m_session, line)};
        proposal.isListed
            = std::ranges::any_of(seen, [&](const AttendeeDetails &other) { return isSameGuest(other, proposal.details); });
        seen.push_back(proposal.details);
        result.push_back(std::move(proposal));
    }
    return result;
}

void AttendeeService::add(ActivityId activity, const std::vector<AttendeeDetails> &lines)
{
    session::Work work(m_session, session::Operation::ActivityEdit);
    const AttendeeRepository repository(m_session.database());
    int last = repository.lastLine(activity);
    for (const AttendeeDetails &given : lines) {
        AttendeeDetails details = checked(given);
        details.lineNumber = ++last;
        repository.insert(work, activity, details);
    }
    work.setSubject("activities", activity.value());
    work.commit();
}

office::RowOutcome AttendeeService::put(ActivityId activity, const AttendeeDetails &given)
{
    session::Work work(m_session, session::Operation::ActivityEdit);
    const AttendeeRepository repository(m_session.database());
    AttendeeDetails details = checked(given);
    std::optional<Attendee> known;
    if (details.lineNumber > 0) {
        known = repository.findByLine(activity, details.lineNumber);
    } else {
        const std::vector<Attendee> lines = repository.ofActivity(activity);
        const auto same = std::ranges::find_if(lines, [&](const Attendee &line) { return isSameGuest(line.details, details); });
        if (same != lines.end())
            known = *same;
        details.lineNumber = known ? known->details.lineNumber : repository.lastLine(activity) + 1;
    }
    office::RowOutcome outcome = office::RowOutcome::Added;
    if (known)
        outcome
            = repository.update(work, *known, known->revision, details) ? office::RowOutcome::Changed : office::RowOutcome::Same;
    else
        repository.insert(work, activity, details);
    work.setSubject("activities", activity.value());
    work.commit();
    return outcome;
}

bool AttendeeService::update(qint64 id, int revision, const AttendeeDetails &given)
{
    session::Work work(m_session, session::Operation::ActivityEdit);
    const AttendeeRepository repository(m_session.database());
    const Attendee attendee = stored(repository, id);
    AttendeeDetails details = checked(given);
    if (details.lineNumber == 0)
        details.lineNumber = attendee.details.lineNumber;
    const bool isChanged = repository.update(work, attendee, revision, details);
    work.setSubject("activities", attendee.activity.value());
    work.commit();
    return isChanged;
}

void AttendeeService::remove(qint64 id, int revision)
{
    session::Work work(m_session, session::Operation::ActivityEdit);
    const AttendeeRepository repository(m_session.database());
    work.setSubject("activities", stored(repository, id).activity.value());
    repository.remove(work, id, revision);
    work.commit();
}

std::vector<Attendee> AttendeeService::ofActivity(ActivityId activity) const
{
    m_session.require(session::Operation::ActivityRead);
    std::vector<Attendee> lines = AttendeeRepository(m_session.database()).ofActivity(activity);
    if (!m_session.may(session::Operation::PersonalRead)) {
        for (Attendee &line : lines)
            line.details.phone = maskedPhone(line.details.phone);
    }
    return lines;
}

} // namespace mishutai::activities
