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

/// Adds the details or changes the fact among `stored` that has their key.
template <class Details, class HasSameKey>
office::RowOutcome putAmong(
    session::Work &work, const std::vector<UnitFact<Details>> &stored, const Details &details, HasSameKey hasSameKey)
{
    const UnitFactRepository repository(work.database());
    work.setSubject("units", details.unit.value());
    const auto found = std::ranges::find_if(stored, [&](const auto &fact) { return hasSameKey(fact.details); });
    if (found == stored.end()) {
        repository.insert(work, details);
        return office::RowOutcome::Added;
    }
    if (found->details == details)
        return office::RowOutcome::Same;
    repository.update(work, *found, details);
    return office::RowOutcome::Changed;
}

} // namespace

office::RowOutcome UnitFactService::put(const UnitRoleDetails &given)
{
    session::Work work(m_session, session::Operation::UnitEdit);
    UnitRoleDetails details = given;
    details.note = details.note.trimmed();
    throwIfAny(validate(details), tr("单位身份有填写不对的地方"));
    const auto stored = UnitFactRepository(m_session.database()).roles(details.unit);
    const auto hasSameKey
        = [&](const UnitRoleDetails &other) { return other.role == details.role && other.fromOn == details.fromOn; };
    for (const auto &fact : stored) {
        const UnitRoleDetails &other = fact.details;
        if (other.role == details.role && !hasSameKey(other)
            && DatedSpan{details.fromOn, details.toOn}.overlaps({other.fromOn, other.toOn})) {
            const QString message = tr("该单位的「%1」身份起止日期重叠").arg(unitRoleKinds().label(details.role));
            throw Error(Error::Kind::Conflict, message, {}, tr("请先给原来的一条填终止日期"))
                .withFields({{"fromOn", "overlap", message}});
        }
    }
    const office::RowOutcome outcome = putAmong(work, stored, details, hasSameKey);
    work.commit();
    return outcome;
}

office::RowOutcome UnitFactService::put(const QualificationDetails &given)
{
    session::Work work(m_session, session::Operation::UnitEdit);
    QualificationDetails details = given;
    details.title = details.title.trimmed();
    throwIfAny(validate(details), tr("资质有填写不对的地方"));
    const auto stored = UnitFactRepository(m_session.database()).qualifications(details.unit);
    const office::RowOutcome outcome = putAmong(work, stored, details, [&](const QualificationDetails &other) {
        return other.kind == details.kind && other.title == details.title && other.awardedOn == details.awardedOn;
    });
    work.commit();
    return outcome;
}

office::RowOutcome UnitFactService::put(const UnitYearDetails &details)
{
    session::Work work(m_session, session::Operation::UnitEdit);
    throwIfAny(validate(details), tr("年度数据有填写不对的地方"));
    const auto stored = UnitFactRepository(m_session.database()).years(details.unit);
    const office::RowOutcome outcome = putAmong(work, stored, details,
        [&](const UnitYearDetails &other) { return other.year == details.year && other.stage == details.stage; });
    work.commit();
    return outcome;
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
