#include "parties/unit_facts/unit_fact_service.h"

#include "parties/dated_span.h"
#include "parties/field_rules.h"
#include "parties/unit_facts/unit_fact_repository.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

bool hasSameKey(const UnitRoleDetails &a, const UnitRoleDetails &b)
{
    return a.role == b.role && a.fromOn == b.fromOn;
}

bool hasSameKey(const QualificationDetails &a, const QualificationDetails &b)
{
    return a.kind == b.kind && a.title == b.title && a.awardedOn == b.awardedOn;
}

bool hasSameKey(const UnitYearDetails &a, const UnitYearDetails &b)
{
    return a.year == b.year && a.stage == b.stage;
}

QString nameOf(const UnitRoleDetails &d)
{
    return tr("身份「%1」").arg(unitRoleKinds().label(d.role));
}

QString nameOf(const QualificationDetails &d)
{
    return tr("资质「%1」").arg(d.title.isEmpty() ? qualificationKinds().label(d.kind) : d.title);
}

QString nameOf(const UnitYearDetails &d)
{
    return tr("%1年%2的数据").arg(d.year).arg(figureStages().label(d.stage));
}

std::vector<UnitFact<UnitRoleDetails>> knownLike(const UnitFactRepository &repository, const UnitRoleDetails &d)
{
    return repository.roles(d.unit);
}

std::vector<UnitFact<QualificationDetails>> knownLike(const UnitFactRepository &repository, const QualificationDetails &d)
{
    return repository.qualifications(d.unit);
}

std::vector<UnitFact<UnitYearDetails>> knownLike(const UnitFactRepository &repository, const UnitYearDetails &d)
{
    return repository.years(d.unit);
}

UnitRoleDetails checked(UnitRoleDetails details)
{
    details.note = details.note.trimmed();
    throwIfAny(validate(details), tr("单位身份有填写不对的地方"));
    return details;
}

QualificationDetails checked(QualificationDetails details)
{
    details.title = details.title.trimmed();
    throwIfAny(validate(details), tr("资质有填写不对的地方"));
    return details;
}

UnitYearDetails checked(UnitYearDetails details)
{
    throwIfAny(validate(details), tr("年度数据有填写不对的地方"));
    return details;
}

/// @param self the fact that is being changed, which overlaps nobody
void refuseOverlap(
    const std::vector<UnitFact<UnitRoleDetails>> &known, const UnitRoleDetails &details, std::optional<qint64> self)
{
    for (const auto &fact : known) {
        const UnitRoleDetails &other = fact.details;
        if (fact.id != self && other.role == details.role
            && DatedSpan{details.fromOn, details.toOn}.overlaps({other.fromOn, other.toOn})) {
            const QString message = tr("该单位的「%1」身份起止日期重叠").arg(unitRoleKinds().label(details.role));
            throw Error(Error::Kind::Conflict, message, {}, tr("请先给原来的一条填终止日期"))
                .withFields({{"fromOn", "overlap", message}});
        }
    }
}

/// Only spans of roles can overlap.
template <class Details> void refuseOverlap(const std::vector<UnitFact<Details>> &, const Details &, std::optional<qint64>) { }

template <class Details> auto keyHolder(const std::vector<UnitFact<Details>> &known, const Details &details)
{
    return std::ranges::find_if(known, [&](const auto &fact) { return hasSameKey(fact.details, details); });
}

template <class Details> Error taken(const Details &details)
{
    return Error(Error::Kind::Conflict, tr("%1已有一条").arg(nameOf(details)), {}, tr("请在右边打开那一条修改；没有写入"));
}

/// Adds the details or changes the fact that has their key.
template <class Details> office::RowOutcome putFact(session::Session &session, const Details &given)
{
    session::Work work(session, session::Operation::UnitEdit);
    const Details details = checked(given);
    const UnitFactRepository repository(work.database());
    const auto known = knownLike(repository, details);
    const auto found = keyHolder(known, details);
    work.setSubject("units", details.unit.value());
    refuseOverlap(known, details, found == known.end() ? std::nullopt : std::optional(found->id));
    auto outcome = office::RowOutcome::Same;
    if (found == known.end()) {
        repository.insert(work, details);
        outcome = office::RowOutcome::Added;
    } else if (found->details != details) {
        repository.update(work, *found, details);
        outcome = office::RowOutcome::Changed;
    }
    work.commit();
    return outcome;
}

template <class Details> void addFact(session::Session &session, const Details &given)
{
    session::Work work(session, session::Operation::UnitEdit);
    const Details details = checked(given);
    const UnitFactRepository repository(work.database());
    const auto known = knownLike(repository, details);
    if (keyHolder(known, details) != known.end())
        throw taken(details);
    refuseOverlap(known, details, std::nullopt);
    repository.insert(work, details);
    work.setSubject("units", details.unit.value());
    work.commit();
}

template <class Details> void changeFact(session::Session &session, const UnitFact<Details> &stored, const Details &given)
{
    session::Work work(session, session::Operation::UnitEdit);
    const Details details = checked(given);
    const UnitFactRepository repository(work.database());
    const auto known = knownLike(repository, details);
    const auto holder = keyHolder(known, details);
    if (holder != known.end() && holder->id != stored.id)
        throw taken(details);
    refuseOverlap(known, details, stored.id);
    repository.update(work, stored, details);
    work.setSubject("units", details.unit.value());
    work.commit();
}

} // namespace

office::RowOutcome UnitFactService::put(const UnitRoleDetails &details)
{
    return putFact(m_session, details);
}

office::RowOutcome UnitFactService::put(const QualificationDetails &details)
{
    return putFact(m_session, details);
}

office::RowOutcome UnitFactService::put(const UnitYearDetails &details)
{
    return putFact(m_session, details);
}

void UnitFactService::add(const UnitRoleDetails &details)
{
    addFact(m_session, details);
}

void UnitFactService::add(const QualificationDetails &details)
{
    addFact(m_session, details);
}

void UnitFactService::add(const UnitYearDetails &details)
{
    addFact(m_session, details);
}

void UnitFactService::change(const UnitFact<UnitRoleDetails> &stored, const UnitRoleDetails &details)
{
    changeFact(m_session, stored, details);
}

void UnitFactService::change(const UnitFact<QualificationDetails> &stored, const QualificationDetails &details)
{
    changeFact(m_session, stored, details);
}

void UnitFactService::change(const UnitFact<UnitYearDetails> &stored, const UnitYearDetails &details)
{
    changeFact(m_session, stored, details);
}

bool UnitFactService::endRole(UnitId unit, UnitRoleKind role, QDate onDay)
{
    session::Work work(m_session, session::Operation::UnitEdit);
    const UnitFactRepository repository(m_session.database());
    bool wasOpen = false;
    for (const auto &fact : repository.openRoles(unit, role)) {
        UnitRoleDetails ended = fact.details;
        // A span holds one day at least.
        ended.toOn = ended.fromOn.isValid() && onDay <= ended.fromOn ? ended.fromOn.addDays(1) : onDay;
        repository.update(work, fact, ended);
        wasOpen = true;
    }
    work.setSubject("units", unit.value());
    work.commit();
    return wasOpen;
}

bool UnitFactService::setRoles(UnitId unit, const std::set<UnitRoleKind> &wanted, QDate onDay)
{
    session::Work work(m_session, session::Operation::UnitEdit);
    work.setSubject("units", unit.value());
    std::set<UnitRoleKind> open;
    for (const auto &fact : UnitFactRepository(m_session.database()).roles(unit)) {
        if (!fact.details.isOn(onDay))
            continue;
        open.insert(fact.details.role);
        if (wanted.contains(fact.details.role))
            continue;
        UnitRoleDetails ended = fact.details;
        ended.toOn = ended.fromOn == onDay ? onDay.addDays(1) : onDay; // a span holds one day at least
        put(ended);
    }
    for (const UnitRoleKind role : wanted) {
        if (!open.contains(role))
            put(UnitRoleDetails{unit, role, onDay, {}, {}});
    }
    work.commit();
    return open != wanted;
}

void UnitFactService::removeRole(qint64 id, int revision)
{
    session::Work work(m_session, session::Operation::UnitEdit);
    UnitFactRepository(m_session.database()).removeRole(work, id, revision);
    work.commit();
}

void UnitFactService::removeQualification(qint64 id, int revision)
{
    session::Work work(m_session, session::Operation::UnitEdit);
    UnitFactRepository(m_session.database()).removeQualification(work, id, revision);
    work.commit();
}

void UnitFactService::removeYear(qint64 id, int revision)
{
    session::Work work(m_session, session::Operation::UnitEdit);
    UnitFactRepository(m_session.database()).removeYear(work, id, revision);
    work.commit();
}

std::vector<UnitFact<UnitRoleDetails>> UnitFactService::roles(UnitId unit) const
{
    m_session.require(session::Operation::PartyRead);
    return UnitFactRepository(m_session.database()).roles(unit);
}

std::vector<UnitFact<QualificationDetails>> UnitFactService::qualifications(UnitId unit) const
{
    m_session.require(session::Operation::PartyRead);
    return UnitFactRepository(m_session.database()).qualifications(unit);
}

std::vector<UnitFact<UnitYearDetails>> UnitFactService::years(UnitId unit) const
{
    m_session.require(session::Operation::PartyRead);
    return UnitFactRepository(m_session.database()).years(unit);
}

} // namespace mishutai::parties
