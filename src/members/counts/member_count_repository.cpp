#include "members/counts/member_count_repository.h"

#include "db/statement.h"

#include <algorithm>

namespace mishutai::members {

namespace {

/// One index holds every span of days at a level, so this reads no other table.
const char *const kByLevel = R"(
SELECT s.level AS name, count(*) AS n
FROM member_spans AS s
WHERE s.from_on <= :day AND (s.to_on IS NULL OR s.to_on > :day)
GROUP BY s.level
)";

const char *const kByStatus = R"(
SELECT s.status AS name, count(*) AS n
FROM (
  SELECT CASE
    WHEN m.left_on <= :day THEN 'LEFT'
    WHEN m.joined_on <= :day THEN CASE
      WHEN m.suspended_on <= :day THEN 'SUSPENDED'
      WHEN EXISTS (SELECT 1 FROM member_suspensions AS p
        WHERE p.member_id = m.id AND p.from_on <= :day AND p.to_on > :day) THEN 'SUSPENDED'
      ELSE 'ACTIVE' END
    WHEN m.applied_on <= :day THEN CASE
      WHEN (SELECT t.result FROM member_steps AS t WHERE t.member_id = m.id AND t.on_date <= :day
        ORDER BY t.on_date DESC, t.id DESC LIMIT 1) = 'REFUSED' THEN 'REFUSED'
      ELSE 'APPLYING' END
    END AS status
  FROM members AS m) AS s
WHERE s.status IS NOT NULL
GROUP BY s.status
)";

/// How members are put into groups: the group's name, and what is joined for it as of :day, at joining and at leaving.
struct Grouping {
    CountBy by;
    const char *name;
    const char *onDay;
    const char *atJoining;
    const char *atLeaving;
};

constexpr Grouping kGroupings[] = {
    {CountBy::Level, "s.level",
        "JOIN member_spans AS s ON s.member_id = m.id AND s.from_on <= :day AND coalesce(s.to_on, '9') > :day",
        "JOIN member_spans AS s ON s.member_id = m.id AND s.from_on = m.joined_on",
        "JOIN member_spans AS s ON s.member_id = m.id AND s.to_on = m.left_on"},
    {CountBy::Region, "coalesce(m.district, '')", "", "", ""},
    {CountBy::Zone, "coalesce(m.zone, '')", "", "", ""},
    {CountBy::Chain, "coalesce(m.chain, '')", "", "", ""},
    {CountBy::Stage, "coalesce(m.chain_segment, '')", "", "", ""},
    {CountBy::Field, "coalesce(m.field, '')", "", "", ""},
    {CountBy::Kind, "m.kind", "", "", ""},
    {CountBy::Title, "q.kind",
        "JOIN v_unit_qualifications AS q ON q.unit_id = m.unit_id AND q.awarded_on <= :day AND coalesce(q.expires_on, '9') > "
        ":day",
        "JOIN v_unit_qualifications AS q ON q.unit_id = m.unit_id AND q.awarded_on <= m.joined_on "
        "AND coalesce(q.expires_on, '9') > m.joined_on",
        "JOIN v_unit_qualifications AS q ON q.unit_id = m.unit_id AND q.awarded_on < m.left_on "
        "AND coalesce(q.expires_on, '9') >= m.left_on"},
};

const Grouping &groupingOf(CountBy by)
{
    return *std::ranges::find(kGroupings, by, &Grouping::by);
}

QString asOfSql(CountBy by)
{
    if (by == CountBy::Level)
        return kByLevel;
    if (by == CountBy::Status)
        return kByStatus;
    const Grouping &grouping = groupingOf(by);
    return QString("SELECT %1 AS name, count(DISTINCT m.id) AS n FROM v_memberships AS m %2 "
                   "WHERE m.joined_on <= :day AND (m.left_on IS NULL OR m.left_on > :day) GROUP BY %1")
        .arg(grouping.name, grouping.onDay);
}

} // namespace

MemberTotal MemberCountRepository::asOf(QDate day) const
{
    db::Statement statement(m_database, R"(
SELECT count(m.unit_id) AS units, count(m.person_id) AS persons
FROM members AS m
WHERE m.joined_on <= :day AND (m.left_on IS NULL OR m.left_on > :day)
)");
    statement.bind(":day", day).next();
    return {statement.integer("units"), statement.integer("persons")};
}

std::vector<MemberGroup> MemberCountRepository::asOf(QDate day, CountBy by) const
{
    db::Statement statement(m_database, asOfSql(by));
    statement.bind(":day", day);
    std::vector<MemberGroup> groups;
    while (statement.next())
        groups.push_back({statement.text("name"), {}, statement.integer("n")});
    return groups;
}

MemberMovement MemberCountRepository::movement(const Period &period) const
{
    db::Statement statement(m_database, R"(
SELECT count(CASE WHEN m.joined_on BETWEEN :from AND :to THEN 1 END) AS came,
  count(CASE WHEN m.left_on BETWEEN :from AND :to THEN 1 END) AS gone
FROM members AS m
WHERE m.joined_on BETWEEN :from AND :to OR m.left_on BETWEEN :from AND :to
)");
    statement.bind(":from", period.from()).bind(":to", period.to()).next();
    return {{}, {}, statement.integer("came"), statement.integer("gone")};
}

std::vector<MemberMovement> MemberCountRepository::movement(const Period &period, CountBy by) const
{
    const Grouping &grouping = groupingOf(by);
    db::Statement statement(m_database,
        QString(
            "SELECT g.name, count(DISTINCT g.came) AS came, count(DISTINCT g.gone) AS gone FROM ("
            " SELECT %1 AS name, m.id AS came, NULL AS gone FROM v_memberships AS m %2 WHERE m.joined_on BETWEEN :from AND :to"
            " UNION ALL"
            " SELECT %1 AS name, NULL AS came, m.id AS gone FROM v_memberships AS m %3 WHERE m.left_on BETWEEN :from AND :to"
            ") AS g GROUP BY g.name")
            .arg(grouping.name, grouping.atJoining, grouping.atLeaving));
    statement.bind(":from", period.from()).bind(":to", period.to());
    std::vector<MemberMovement> movements;
    while (statement.next())
        movements.push_back({statement.text("name"), {}, statement.integer("came"), statement.integer("gone")});
    return movements;
}

} // namespace mishutai::members
