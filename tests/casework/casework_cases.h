#pragma once

#include "casework/cases/case_service.h"
#include "casework/receipts/receipt_service.h"
#include "casework/steps/step_service.h"
#include "casework/units/case_unit_service.h"
#include "parties/parties_cases.h"
#include "tables/table_writer.h"

#include <QFile>

namespace mishutai::casework {

using parties::ask;
using parties::errorOf;
using parties::faultsOf;
using parties::import;
using test::TestSession;

inline CaseDetails caseTitled(const QString &title, QDate openedOn = QDate(2021, 5, 14))
{
    CaseDetails details;
    details.title = title;
    details.openedOn = openedOn;
    return details;
}

inline UnitId addUnit(session::Session &session, const QString &name)
{
    return parties::UnitService(session).create(parties::unitNamed(name));
}

/// An event as activities would write it; that room is not under this one.
inline ActivityId addActivity(session::Session &session, const QString &code)
{
    session::Work work(session, session::Operation::ActivityCreate);
    const qint64 id = work.insert("activities",
        {{"code", code}, {"name", "活动"}, {"kind", "OTHER"}, {"own_role", "HOST"}, {"starts_on", QDate(2021, 5, 14)},
            {"ends_on", QDate(2021, 5, 14)}});
    work.commit();
    return ActivityId(id);
}

/// How many cases there are and how many units, steps and receipts hang on them.
inline QString rowCounts(const db::Database &database)
{
    return ask(database,
        "SELECT (SELECT count(*) FROM cases) || ' ' || (SELECT count(*) FROM case_units) || ' ' || "
        "(SELECT count(*) FROM case_steps) || ' ' || (SELECT count(*) FROM case_receipts) AS x");
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

} // namespace mishutai::casework
