#include "desk/dossier_repository.h"

#include "db/statement.h"

namespace mishutai::desk {

namespace {

const char *const kOfUnit = R"(
SELECT 'level' AS section, l.from_on AS on_date, l.level AS word,
  coalesce(l.to_on, m.left_on, '') || '|' || coalesce(l.document, l.note, '') AS text,
  'members' AS object_type, m.id AS object_id
FROM v_memberships AS m JOIN v_member_levels AS l ON l.member_id = m.id
WHERE m.unit_id = :unit
UNION ALL
SELECT 'left', m.left_on, coalesce(m.left_kind, 'RESIGNED'), coalesce(m.left_reason, ''), 'members', m.id
FROM v_memberships AS m WHERE m.unit_id = :unit AND m.left_on IS NOT NULL
UNION ALL
SELECT 'contact', c.from_on, '', c.person_name || coalesce('　' || c.post, '') || coalesce('　' || c.purpose, ''), 'people',
  c.person_id
FROM v_contacts AS c WHERE c.unit_id = :unit AND c.to_on IS NULL
UNION ALL
SELECT 'post', p.from_on, p.post, p.title || '|' || p.person_name || '|' || coalesce(p.to_on, ''), 'people', p.person_id
FROM v_member_posts AS p WHERE p.unit_id = :unit
UNION ALL
SELECT 'title', q.awarded_on, q.kind, coalesce(q.level, '') || '|' || q.title || '|' || coalesce(q.expires_on, ''), 'units',
  q.unit_id
FROM v_unit_qualifications AS q WHERE q.unit_id = :unit
UNION ALL
SELECT 'activity', a.starts_on, coalesce(a.capacity, ''), a.activity_name, 'activities', a.activity_id
FROM v_activity_attendees AS a WHERE a.unit_id = :unit
UNION ALL
SELECT 'case', k.opened_on, '', k.case_title, 'cases', k.case_id
FROM v_case_units AS k WHERE k.unit_id = :unit
ORDER BY 1, 2 DESC, 6 DESC
)";

const char *const kBelow = R"(
WITH RECURSIVE tree (id) AS (
  SELECT u.id FROM v_units AS u WHERE u.parent_id = :unit AND u.is_merged = 0
  UNION
  SELECT u.id FROM v_units AS u JOIN tree ON u.parent_id = tree.id WHERE u.is_merged = 0
)
SELECT count(*) AS units, count(CASE WHEN EXISTS (SELECT 1 FROM v_memberships AS m WHERE m.unit_id = tree.id
  AND m.joined_on <= :day AND (m.left_on IS NULL OR m.left_on > :day)) THEN 1 END) AS members
FROM tree
WHERE tree.id <> :unit
)";

} // namespace

std::vector<DossierRow> DossierRepository::ofUnit(UnitId unit) const
{
    db::Statement statement(m_database, kOfUnit);
    statement.bind(":unit", unit);
    std::vector<DossierRow> rows;
    while (statement.next())
        rows.push_back({statement.text("section"), statement.date("on_date"), statement.text("word"), statement.text("text"),
            statement.text("object_type"), statement.integer("object_id")});
    return rows;
}

std::pair<qint64, qint64> DossierRepository::below(UnitId unit, QDate day) const
{
    db::Statement statement(m_database, kBelow);
    statement.bind(":unit", unit).bind(":day", day).next();
    return {statement.integer("units"), statement.integer("members")};
}

} // namespace mishutai::desk
