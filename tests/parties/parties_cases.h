#pragma once

#include "base/error.h"
#include "db/statement.h"
#include "office/sheets/sheet_import.h"
#include "parties/people/person_service.h"
#include "parties/units/unit_service.h"
#include "session/history/change_history.h"
#include "session/work.h"
#include "support/test_session.h"
#include "tables/table_reader.h"

#include <catch2/catch.hpp>

#include <optional>

namespace mishutai::parties {

inline UnitDetails unitNamed(const QString &name, const QString &creditCode = {})
{
    UnitDetails details;
    details.name = name;
    details.creditCode = creditCode;
    return details;
}

inline PersonDetails personNamed(const QString &name, const QString &phone = {})
{
    PersonDetails details;
    details.name = name;
    details.phone = phone;
    return details;
}

template <class Call> std::optional<Error> errorOf(Call call)
{
    try {
        call();
    } catch (const Error &error) {
        return error;
    }
    return std::nullopt;
}

/// The first answer of a query of one column, as text.
inline QString ask(const db::Database &database, const QString &sql)
{
    db::Statement statement(database, sql);
    return statement.next() ? statement.text("x") : QString();
}

inline office::ImportResult import(session::Session &session, office::RecordSheet &kind, const QString &csv,
    office::ImportMode mode = office::ImportMode::AllOrNothing)
{
    return office::importSheet(session, kind, tables::TableReader().readBytes(csv.toUtf8(), "表.csv"), "表.csv", mode);
}

/// One line a fault: row, column, part of the message.
inline QStringList faultsOf(const office::ImportResult &result)
{
    QStringList lines;
    for (const office::RowVerdict &verdict : result.faulty) {
        for (size_t i = 0; i < verdict.faults.size(); ++i)
            lines.append(QString("%1 %2 %3").arg(verdict.row).arg(verdict.places.at(i).columnName, verdict.faults.at(i).message));
        if (verdict.faults.empty())
            lines.append(QString("%1 %2").arg(verdict.row).arg(verdict.problem));
    }
    return lines;
}

} // namespace mishutai::parties
