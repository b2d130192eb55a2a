#include "office/holidays/holiday_repository.h"

#include "db/database.h"
#include "db/statement.h"
#include "session/work.h"

namespace mishutai::office {

namespace {

db::Row rowOf(const HolidayDetails &details)
{
    return {{"day_on", details.dayOn}, {"kind", holidayKinds().stored(details.kind)}, {"name", db::orNull(details.name)}};
}

Holiday holidayFrom(const db::Statement &row)
{
    return {row.id<HolidayId>("id"), static_cast<int>(row.integer("revision")),
        {row.date("day_on"), holidayKinds().fromStored(row.text("kind")).value_or(HolidayKind::Holiday), row.text("name")}};
}

} // namespace

std::vector<Holiday> HolidayRepository::all() const
{
    db::Statement row(m_database, "SELECT id, revision, day_on, kind, name FROM holidays ORDER BY day_on");
    std::vector<Holiday> holidays;
    while (row.next())
        holidays.push_back(holidayFrom(row));
    return holidays;
}

std::optional<Holiday> HolidayRepository::findByDay(QDate day) const
{
    db::Statement row(m_database, "SELECT id, revision, day_on, kind, name FROM holidays WHERE day_on = :day_on");
    row.bind(":day_on", QVariant(day));
    return row.next() ? std::optional(holidayFrom(row)) : std::nullopt;
}

HolidayId HolidayRepository::insert(session::Work &work, const HolidayDetails &details) const
{
    return HolidayId(work.insert("holidays", rowOf(details)));
}

int HolidayRepository::update(session::Work &work, HolidayId holiday, int revision, const HolidayDetails &details) const
{
    return work.update("holidays", holiday.value(), revision, rowOf(details));
}

void HolidayRepository::remove(session::Work &work, HolidayId holiday, int revision) const
{
    work.remove("holidays", holiday.value(), revision);
}

} // namespace mishutai::office
