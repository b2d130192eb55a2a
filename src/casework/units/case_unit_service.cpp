#include "casework/units/case_unit_service.h"

#include "casework/units/case_unit_repository.h"
#include "parties/field_rules.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::casework {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Casework", text);
}

bool hasSameKey(const CaseUnitDetails &a, const CaseUnitDetails &b)
{
    return a.unit == b.unit && a.role == b.role;
}

} // namespace

office::RowOutcome CaseUnitService::put(CaseId caseId, const CaseUnitDetails &given)
{
    session::Work work(m_session, session::Operation::CaseEdit);
    CaseUnitDetails details = given;
    details.note = details.note.trimmed();
    parties::throwIfAny(validate(details), tr("事项的单位有填写不对的地方"));
    const CaseUnitRepository repository(m_session.database());
    const std::vector<CaseUnit> units = repository.ofCase(caseId);
    const auto known = std::ranges::find_if(units, [&](const CaseUnit &unit) { return hasSameKey(unit.details, details); });
    office::RowOutcome outcome = office::RowOutcome::Added;
    if (known == units.end())
        repository.insert(work, caseId, details);
    else
        outcome = repository.update(work, *known, details) ? office::RowOutcome::Changed : office::RowOutcome::Same;
    work.setSubject("cases", caseId.value());
    work.commit();
    return outcome;
}

bool CaseUnitService::set(CaseId caseId, const std::vector<CaseUnitDetails> &units)
{
    session::Work work(m_session, session::Operation::CaseEdit);
    const CaseUnitRepository repository(m_session.database());
    bool isChanged = false;
    for (const CaseUnit &stored : repository.ofCase(caseId)) {
        const bool isKept
            = std::ranges::any_of(units, [&](const CaseUnitDetails &details) { return hasSameKey(details, stored.details); });
        if (!isKept) {
            repository.remove(work, stored.id, stored.revision);
            isChanged = true;
        }
    }
    for (const CaseUnitDetails &details : units)
        isChanged = put(caseId, details) != office::RowOutcome::Same || isChanged;
    work.setSubject("cases", caseId.value());
    work.commit();
    return isChanged;
}

void CaseUnitService::remove(qint64 id, int revision)
{
    session::Work work(m_session, session::Operation::CaseEdit);
    const CaseUnitRepository repository(m_session.database());
    if (const std::optional<CaseUnit> unit = repository.find(id))
        work.setSubject("cases", unit->caseId.value());
    repository.remove(work, id, revision);
    work.commit();
}

std::vector<CaseUnit> CaseUnitService::ofCase(CaseId caseId) const
{
    m_session.require(session::Operation::CaseRead);
    return CaseUnitRepository(m_session.database()).ofCase(caseId);
}

} // namespace mishutai::casework
