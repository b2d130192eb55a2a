#pragma once

#include "members/member_service.h"
#include "office/terms/term_service.h"
#include "parties/parties_cases.h"

namespace mishutai::members {

using parties::ask;
using parties::errorOf;
using parties::faultsOf;
using parties::import;

/// What the enrolment form sends for a unit that is new.
inline Enrolment enrolmentOf(const QString &unit, QDate joinedOn = QDate(2021, 3, 1))
{
    Enrolment enrolment;
    enrolment.newUnit.name = unit;
    enrolment.contact = {"示例甲", "经理", "13800000001"};
    enrolment.member.joinedOn = joinedOn;
    return enrolment;
}

/// Members as of the last day, as the metrics ask.
inline int membersAsOf(const db::Database &database, const QString &day)
{
    db::Statement statement(
        database, "SELECT count(*) AS n FROM v_memberships WHERE joined_on <= :day AND (left_on IS NULL OR left_on > :day)");
    statement.bind(":day", day).next();
    return static_cast<int>(statement.integer("n"));
}

} // namespace mishutai::members
