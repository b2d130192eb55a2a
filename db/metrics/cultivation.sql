-- 培育库 and the line of 规模以上. The stage of a round is the last step that has come by the end of the span.

-- metric: cultivation.inside
-- label: 培育库在库企业
-- unit: 家
-- value: count
-- definition: 截至期末已入库、没有出库的单位；一家在几个库里只计一次，可按培育库筛选。
-- reads: unit_cultivations, units
-- operation: party.read
-- rows: party.read
-- fold: distinct
-- filter: pool choice cultivations.pool
SELECT 'units' AS object_type, c.unit_id AS object_id, c.display_name AS label, c.entered_on AS on_date, c.unit_id AS value,
  'exact' AS qualifier, c.pool AS pool
FROM v_unit_cultivations AS c
WHERE c.pool = coalesce(:pool, c.pool) AND c.entered_on <= :to AND (c.out_on IS NULL OR c.out_on > :to)
;

-- metric: cultivation.declared
-- label: 期内申报
-- unit: 家
-- value: count
-- definition: 期内申报的培育记录，不论现在走到哪一步；可按培育库筛选（小升规即申报升规）。
-- reads: unit_cultivations, units
-- operation: party.read
-- rows: party.read
-- fold: count
-- filter: pool choice cultivations.pool
SELECT 'units' AS object_type, c.unit_id AS object_id, c.display_name AS label, c.declared_on AS on_date, NULL AS value,
  'exact' AS qualifier, c.pool AS pool
FROM v_unit_cultivations AS c
WHERE c.pool = coalesce(:pool, c.pool) AND c.declared_on BETWEEN :from AND :to
;

-- metric: cultivation.entered
-- label: 期内入库
-- unit: 家
-- value: count
-- definition: 期内入库的培育记录；小升规的入库就是升规入统。
-- reads: unit_cultivations, units
-- operation: party.read
-- rows: party.read
-- fold: count
-- filter: pool choice cultivations.pool
SELECT 'units' AS object_type, c.unit_id AS object_id, c.display_name AS label, c.entered_on AS on_date, NULL AS value,
  'exact' AS qualifier, c.pool AS pool
FROM v_unit_cultivations AS c
WHERE c.pool = coalesce(:pool, c.pool) AND c.entered_on BETWEEN :from AND :to
;

-- metric: cultivation.declared_entered
-- label: 期内申报、已入库
-- unit: 家
-- value: count
-- definition: 期内申报的培育记录里，截至期末已经入库的。与「已过审」「待审」相加就是期内申报。
-- reads: unit_cultivations, units
-- operation: party.read
-- rows: party.read
-- fold: count
-- filter: pool choice cultivations.pool
SELECT 'units' AS object_type, c.unit_id AS object_id, c.display_name AS label, c.entered_on AS on_date, NULL AS value,
  'exact' AS qualifier, c.pool AS pool
FROM v_unit_cultivations AS c
WHERE c.pool = coalesce(:pool, c.pool) AND c.declared_on BETWEEN :from AND :to AND c.entered_on <= :to
;

-- metric: cultivation.declared_passed
-- label: 期内申报、已过审
-- unit: 家
-- value: count
-- definition: 期内申报的培育记录里，截至期末已经过审、还没有入库的。
-- reads: unit_cultivations, units
-- operation: party.read
-- rows: party.read
-- fold: count
-- filter: pool choice cultivations.pool
SELECT 'units' AS object_type, c.unit_id AS object_id, c.display_name AS label, c.passed_on AS on_date, NULL AS value,
  'exact' AS qualifier, c.pool AS pool
FROM v_unit_cultivations AS c
WHERE c.pool = coalesce(:pool, c.pool) AND c.declared_on BETWEEN :from AND :to AND c.passed_on <= :to
  AND (c.entered_on IS NULL OR c.entered_on > :to)
;

-- metric: cultivation.declared_waiting
-- label: 期内申报、待审
-- unit: 家
-- value: count
-- definition: 期内申报的培育记录里，截至期末还没有过审、也没有入库的。
-- reads: unit_cultivations, units
-- operation: party.read
-- rows: party.read
-- fold: count
-- filter: pool choice cultivations.pool
SELECT 'units' AS object_type, c.unit_id AS object_id, c.display_name AS label, c.declared_on AS on_date, NULL AS value,
  'exact' AS qualifier, c.pool AS pool
FROM v_unit_cultivations AS c
WHERE c.pool = coalesce(:pool, c.pool) AND c.declared_on BETWEEN :from AND :to
  AND (c.passed_on IS NULL OR c.passed_on > :to) AND (c.entered_on IS NULL OR c.entered_on > :to)
;

-- metric: cultivation.left
-- label: 期内出库
-- unit: 家
-- value: count
-- definition: 期内出库的培育记录；小升规的出库就是退规。
-- reads: unit_cultivations, units
-- operation: party.read
-- rows: party.read
-- fold: count
-- filter: pool choice cultivations.pool
SELECT 'units' AS object_type, c.unit_id AS object_id, c.display_name AS label, c.out_on AS on_date, NULL AS value,
  'exact' AS qualifier, c.pool AS pool
FROM v_unit_cultivations AS c
WHERE c.pool = coalesce(:pool, c.pool) AND c.out_on BETWEEN :from AND :to
;

-- metric: units.above_scale
-- label: 规上企业
-- unit: 家
-- value: count
-- definition: 登记为规上、升规年份不晚于期末那一年的单位；没有填升规年份的也算。是否规上按现在登记的。
-- reads: units
-- operation: party.read
-- rows: party.read
-- fold: count
SELECT 'units' AS object_type, u.id AS object_id, u.display_name AS label, coalesce(cast(u.above_scale_year AS TEXT), substr(:to, 1, 4)) || '-01-01' AS on_date, NULL AS value, 'exact' AS qualifier,
  u.above_scale_year AS above_scale_year
FROM v_units AS u
WHERE NOT u.is_merged AND u.is_above_scale = 1
  AND (u.above_scale_year IS NULL OR u.above_scale_year <= cast(substr(:to, 1, 4) AS INTEGER))
;

-- metric: units.new_above_scale
-- label: 升规企业
-- unit: 家
-- value: count
-- definition: 登记为规上、升规年份在期内的单位。
-- reads: units
-- operation: party.read
-- rows: party.read
-- fold: count
SELECT 'units' AS object_type, u.id AS object_id, u.display_name AS label, cast(u.above_scale_year AS TEXT) || '-01-01' AS on_date, NULL AS value, 'exact' AS qualifier,
  u.above_scale_year AS above_scale_year
FROM v_units AS u
WHERE NOT u.is_merged AND u.is_above_scale = 1
  AND u.above_scale_year BETWEEN cast(substr(:from, 1, 4) AS INTEGER) AND cast(substr(:to, 1, 4) AS INTEGER)
;

-- metric: units.may_rise
-- label: 可能上规的企业
-- unit: 家
-- value: count
-- definition: 没有登记为规上，而期末那一年或上一年（取有数据的后一年）实际营业收入达到2000万元的企业。2000万元是规模以上工业企业的线，别的行业请自行核对。
-- reads: unit_years, units
-- operation: party.read
-- rows: party.read
-- fold: distinct
SELECT 'units' AS object_type, u.id AS object_id, u.display_name AS label, cast(y.year AS TEXT) || '-12-31' AS on_date, u.id AS value, 'exact' AS qualifier,
  y.year AS year
FROM v_units AS u
JOIN v_unit_years AS y ON y.unit_id = u.id AND y.stage = 'ACTUAL'
WHERE NOT u.is_merged AND u.kind = 'ENTERPRISE' AND coalesce(u.is_above_scale, 0) = 0 AND y.revenue_fen >= 2000000000
  AND y.year BETWEEN cast(substr(:to, 1, 4) AS INTEGER) - 1 AND cast(substr(:to, 1, 4) AS INTEGER)
  AND NOT EXISTS (SELECT 1 FROM v_unit_years AS later WHERE later.unit_id = y.unit_id AND later.stage = 'ACTUAL'
    AND later.year > y.year AND later.year <= cast(substr(:to, 1, 4) AS INTEGER) AND later.revenue_fen IS NOT NULL)
;

-- metric: units.may_fall
-- label: 可能退规的企业
-- unit: 家
-- value: count
-- definition: 登记为规上，而期末那一年或上一年（取有数据的后一年）实际营业收入不到2000万元的企业。
-- reads: unit_years, units
-- operation: party.read
-- rows: party.read
-- fold: distinct
SELECT 'units' AS object_type, u.id AS object_id, u.display_name AS label, cast(y.year AS TEXT) || '-12-31' AS on_date, u.id AS value, 'exact' AS qualifier,
  y.year AS year
FROM v_units AS u
JOIN v_unit_years AS y ON y.unit_id = u.id AND y.stage = 'ACTUAL'
WHERE NOT u.is_merged AND u.kind = 'ENTERPRISE' AND u.is_above_scale = 1 AND y.revenue_fen < 2000000000
  AND y.year BETWEEN cast(substr(:to, 1, 4) AS INTEGER) - 1 AND cast(substr(:to, 1, 4) AS INTEGER)
  AND NOT EXISTS (SELECT 1 FROM v_unit_years AS later WHERE later.unit_id = y.unit_id AND later.stage = 'ACTUAL'
    AND later.year > y.year AND later.year <= cast(substr(:to, 1, 4) AS INTEGER) AND later.revenue_fen IS NOT NULL)
;
