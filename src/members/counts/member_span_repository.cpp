#include "members/counts/member_span_repository.h"

#include "db/statement.h"
#include "session/work.h"

namespace mishutai::members {

QStringList MemberSpanRepository::differing() const
{
    db::Statement row(m_database, R"(
WITH wrong (member_id) AS (
  SELECT x.member_id FROM (
    SELECT s.member_id, s.level, s.from_on, s.to_on FROM member_spans AS s
    EXCEPT
    SELECT v.member_id, v.level, v.from_on, v.to_on FROM v_member_level_spans AS v) AS x
  UNION
  SELECT y.member_id FROM (
    SELECT v.member_id, v.level, v.from_on, v.to_on FROM v_member_level_spans AS v
    EXCEPT
    SELECT s.member_id, s.level, s.from_on, s.to_on FROM member_spans AS s) AS y)
SELECT coalesce(m.code, '#' || CAST(w.member_id AS TEXT)) AS code
FROM wrong AS w LEFT JOIN members AS m ON m.id = w.member_id
ORDER BY 1
)");
    QStringList codes;
    while (row.next())
        codes << row.text("code");
    return codes;
}

void MemberSpanRepository::makeAnew(session::Work &work) const
{
    Q_UNUSED(work)
    db::Statement(m_database, "DELETE FROM member_spans").execute();
    db::Statement(m_database, R"(
INSERT INTO member_spans (member_id, level, from_on, to_on)
SELECT v.member_id, v.level, v.from_on, v.to_on FROM v_member_level_spans AS v
)")
        .execute();
}

} // namespace mishutai::members
