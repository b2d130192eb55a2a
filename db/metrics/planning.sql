-- Observed indicators and the year's plan.

-- metric: channels.followers
-- label: 公众号关注人数
-- unit: 人
-- value: decimal
-- definition: 期内最近一次填报的公众号关注人数；期内没有填报的不取往年的数。
-- reads: indicators, observations
-- operation: plan.read
-- rows: plan.read
-- fold: latest
SELECT 'observations' AS object_type, o.id AS object_id, o.indicator_name AS label, o.to_on AS on_date, o.value_micro AS value,
  o.value_qualifier AS qualifier, o.value_wording AS wording
FROM v_observations AS o
WHERE o.indicator_code = 'followers' AND o.stage = 'ACTUAL' AND o.to_on BETWEEN :from AND :to
;

-- metric: indicator.latest
-- label: 填报指标
-- value: decimal
-- definition: 截至期末某项填报指标最近一次的实际值。
-- reads: indicators, observations
-- operation: plan.read
-- rows: plan.read
-- fold: latest
-- filter: code text
SELECT 'observations' AS object_type, o.id AS object_id, o.indicator_name AS label, o.to_on AS on_date, o.value_micro AS value,
  o.value_qualifier AS qualifier, o.value_wording AS wording
FROM v_observations AS o
WHERE o.indicator_code = :code AND o.stage = 'ACTUAL' AND o.to_on <= :to
;

-- metric: plan.targets
-- label: 年度目标
-- unit: 项
-- value: count
-- definition: 期内各年度的目标，任务和问题不计。
-- reads: plan_items
-- operation: plan.read
-- rows: plan.read
-- fold: count
-- filter: section text plan_items.section
SELECT 'plan_items' AS object_type, p.id AS object_id, p.title AS label, cast(p.year AS TEXT) || '-01-01' AS on_date, NULL AS value,
  'exact' AS qualifier, p.section AS section, p.target_micro AS target_micro, p.target_fen AS target_fen, p.unit AS unit,
  CASE p.direction WHEN 'AT_LEAST' THEN '以上' WHEN 'AT_MOST' THEN '以内' ELSE '' END AS bound
FROM v_plan_items AS p
WHERE p.kind = 'TARGET'
  AND p.year BETWEEN cast(substr(:from, 1, 4) AS INTEGER) AND cast(substr(:to, 1, 4) AS INTEGER)
  AND coalesce(p.section, '') = coalesce(:section, p.section, '')
;

-- metric: plan.sections
-- label: 年度目标的方面
-- unit: 个
-- value: count
-- definition: 期内各年度目标分成的方面。
-- reads: plan_items
-- operation: plan.read
-- rows: plan.read
-- fold: count
SELECT 'plan_items' AS object_type, min(p.id) AS object_id, p.section AS label,
  cast(min(p.year) AS TEXT) || '-01-01' AS on_date, NULL AS value, 'exact' AS qualifier
FROM v_plan_items AS p
WHERE p.kind = 'TARGET'
  AND p.section IS NOT NULL
  AND p.year BETWEEN cast(substr(:from, 1, 4) AS INTEGER) AND cast(substr(:to, 1, 4) AS INTEGER)
GROUP BY p.section
;

-- metric: plan.problems
-- label: 存在的问题
-- unit: 项
-- value: count
-- definition: 期末所在年度总结出的问题。
-- reads: plan_items
-- operation: plan.read
-- rows: plan.read
-- fold: count
-- filter: section text plan_items.section
SELECT 'plan_items' AS object_type, p.id AS object_id, p.title AS label, cast(p.year AS TEXT) || '-12-31' AS on_date, NULL AS value,
  'exact' AS qualifier, p.section AS section, p.line_no AS line_no
FROM v_plan_items AS p
WHERE p.kind = 'PROBLEM'
  AND p.year BETWEEN cast(substr(:from, 1, 4) AS INTEGER) AND cast(substr(:to, 1, 4) AS INTEGER)
  AND coalesce(p.section, '') = coalesce(:section, p.section, '')
;
