-- What the desk itself asks.

-- metric: desk.latest_record
-- label: 最近一条记录
-- value: count
-- definition: 截至期末最近一次活动、服务或收支的日期，用来决定工作台先看哪一年。
-- reads: activities, cases, units, vouchers
-- operation: office.read
-- rows: office.read
-- fold: latest
SELECT 'activities' AS object_type, a.id AS object_id, a.code AS label, a.starts_on AS on_date, 1 AS value, 'exact' AS qualifier
FROM v_activities AS a
WHERE a.status = 'HELD' AND a.starts_on <= :to
UNION ALL
SELECT 'cases' AS object_type, c.id AS object_id, c.code AS label, c.opened_on AS on_date, 1 AS value, 'exact' AS qualifier
FROM v_cases AS c
WHERE c.opened_on <= :to
UNION ALL
SELECT 'vouchers' AS object_type, v.id AS object_id, v.word AS label, v.dated_on AS on_date, 1 AS value, 'exact' AS qualifier
FROM vouchers AS v
WHERE v.dated_on <= :to
;
