#include "office/holidays/holiday_service.h"

#include "office/holidays/holiday_repository.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>

namespace mishutai::office {

std::vector<Holiday> HolidayService::list() const
{
    m_session.require(session::Operation::OfficeRead);
    return HolidayRepository(m_session.database()).all();
}

WorkCalendar HolidayService::calendar() const
{
    std::map<QDate, bool> exceptions;
    for (const Holiday &holiday : list())
        exceptions[holiday.details.dayOn] = holiday.details.kind == HolidayKind::Workday;
    return WorkCalendar(std::move(exceptions));
}

HolidayService::Outcome HolidayService::set(const HolidayDetails &given)
{
    session::Work work(m_session, session::Operation::OfficeEdit);
    HolidayDetails details = given;
    details.name = details.name.trimmed();
    std::vector<FieldError> faults = validate(details);
    if (!faults.empty())
        throw Error(Error::Kind::Validation, QCoreApplication::translate("Office", "节假日有填写不对的地方"), {},
            QCoreApplication::translate("Office", "请改正后再保存"))
            .withFields(std::move(faults));
    const HolidayRepository repository(m_session.database());
    const std::optional<Holiday> present = repository.findByDay(details.dayOn);
    if (present && present->details == details)
        return Outcome::Same;
    const qint64 id = present ? present->id.value() : repository.insert(work, details).value();
    if (present)
        repository.update(work, present->id, present->revision, details);
    work.setSubject("holidays", id);
    work.commit();
    return present ? Outcome::Changed : Outcome::Added;
}

void HolidayService::remove(HolidayId holiday, int revision)
{
    session::Work work(m_session, session::Operation::OfficeEdit);
    work.setSubject("holidays", holiday.value());
    HolidayRepository(m_session.database()).remove(work, holiday, revision);
    work.commit();
}

} // namespace mishutai::office
