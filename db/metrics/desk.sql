-- What the desk itself asks.

-- metric: desk.latest_record
-- label: 最近有记录的年份
-- value: count
-- definition: 截至期末最近一次活动、服务或收支所在的年份，用来决定工作台先看哪一年。
-- reads: activities, cases, units, vouchers
-- operation: office.read
-- rows: office.read
-- fold: latest
SELECT 'activities' AS object_type, a.id AS object_id, a.code AS label, a.starts_on AS on_date,
  cast(substr(a.starts_on, 1, 4) AS INTEGER) AS value, 'exact' AS qualifier
FROM v_activities AS a
WHERE a.status = 'HELD' AND a.starts_on <= :to
UNION ALL
SELECT 'cases' AS object_type, c.id AS object_id, c.code AS label, c.opened_on AS on_date,
  cast(substr(c.opened_on, 1, 4) AS INTEGER) AS value, 'exact' AS qualifier
FROM v_cases AS c
WHERE c.opened_on <= :to
UNION ALL
SELECT 'vouchers' AS object_type, v.id AS object_id, v.word AS label, v.dated_on AS on_date,
  cast(substr(v.dated_on, 1, 4) AS INTEGER) AS value, 'exact' AS qualifier
FROM vouchers AS v
WHERE v.dated_on <= :to
;
