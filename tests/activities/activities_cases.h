#pragma once

#include "activities/attendees/attendee_service.h"
#include "activities/events/activity_service.h"
#include "activities/outcomes/outcome_service.h"
#include "activities/partners/partner_service.h"
#include "parties/parties_cases.h"
#include "tables/table_writer.h"

#include <QFile>

namespace mishutai::activities {

using parties::ask;
using parties::errorOf;
using parties::faultsOf;
using parties::import;
using test::TestSession;

inline ActivityDetails activityNamed(const QString &name, QDate startsOn = QDate(2021, 5, 14))
{
    ActivityDetails details;
    details.name = name;
    details.startsOn = startsOn;
    return details;
}

inline UnitId addUnit(session::Session &session, const QString &name, const QString &shortName = {})
{
    parties::UnitDetails details = parties::unitNamed(name);
    details.shortName = shortName;
    return parties::UnitService(session).create(details);
}

inline PersonId addPerson(session::Session &session, const QString &name, const QString &phone = {})
{
    return parties::PersonService(session).create(parties::personNamed(name, phone));
}

/// An event with a row of every kind that hangs on it.
inline ActivityId addWholeActivity(session::Session &session, UnitId unit)
{
    const ActivityId id = ActivityService(session).create(activityNamed("供需对接会"));
    PartnerService(session).put(id, {unit, PartnerRole::Undertake, {}});
    AttendeeDetails attendee;
    attendee.unit = unit;
    AttendeeService(session).add(id, {attendee});
    OutcomeDetails outcome;
    outcome.kind = OutcomeKind::Signing;
    outcome.title = "合作项目";
    OutcomeService(session).put(id, outcome);
    return id;
}

/// How many rows hang on events and how many events there are.
inline QString rowCounts(const db::Database &database)
{
    return ask(database,
        "SELECT (SELECT count(*) FROM activities) || ' ' || (SELECT count(*) FROM activity_partners) || ' ' || "
        "(SELECT count(*) FROM activity_attendees) || ' ' || (SELECT count(*) FROM activity_outcomes) AS x");
}

/// The sheet as a data set holds it.
inline QByteArray exported(session::Session &session, const office::RecordSheet &kind)
{
    tables::Table table{kind.title(), {}, kind.exportRows(session)};
    for (const office::SheetColumn &column : kind.columns())
        table.columns.push_back({column.title});
    return tables::TableWriter::csv(table, tables::CsvOptions::dataSet());
}

inline QString carriedExample(const QString &name)
{
    QFile file(":/resources/examples/alliance-2021/" + name + ".csv");
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("the example is not carried");
    return QString::fromUtf8(file.readAll());
}

} // namespace mishutai::activities
