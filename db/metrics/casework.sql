-- Figures of the service register. A case counts on the day it was opened; withdrawn ones never count.

-- metric: casework.services
-- label: 服务会员和企业
-- unit: 家次
-- value: count
-- definition: 期内服务、走访、专班服务的对象单位，一次服务一家计一家次。
-- reads: cases, case_units, units
-- operation: case.read
-- rows: case.read
-- fold: count
SELECT 'cases' AS object_type, k.case_id AS object_id, coalesce(k.unit_short_name, k.unit_name) AS label, k.opened_on AS on_date,
  NULL AS value, 'exact' AS qualifier, k.case_title AS title, k.feedback AS feedback
FROM v_case_units AS k
WHERE k.case_kind IN ('SERVICE', 'VISIT', 'TASKFORCE')
  AND k.role = 'SERVED'
  AND k.status <> 'WITHDRAWN'
  AND k.opened_on BETWEEN :from AND :to
;

-- metric: casework.visits
-- label: 走访调研和上门咨询
-- unit: 家次
-- value: count
-- definition: 期内走访调研、上门咨询的单位，去一次计一家次。
-- reads: cases, case_units, units
-- operation: case.read
-- rows: case.read
-- fold: count
SELECT 'cases' AS object_type, k.case_id AS object_id, coalesce(k.unit_short_name, k.unit_name) AS label, k.opened_on AS on_date,
  NULL AS value, 'exact' AS qualifier, k.case_title AS title, k.feedback AS feedback
FROM v_case_units AS k
WHERE k.case_kind = 'VISIT' AND k.role = 'SERVED' AND k.status <> 'WITHDRAWN' AND k.opened_on BETWEEN :from AND :to
;

-- metric: casework.praised
-- label: 走访服务中反馈好评的单位
-- unit: 家
-- value: count
-- definition: 期内走访调研中满意度为五分的服务对象，同一家只计一次。
-- reads: cases, case_units, units
-- operation: case.read
-- rows: case.read
-- fold: distinct
SELECT 'cases' AS object_type, k.case_id AS object_id, coalesce(k.unit_short_name, k.unit_name) AS label, k.opened_on AS on_date,
  k.unit_id AS value, 'exact' AS qualifier, k.case_title AS title, k.feedback AS feedback
FROM v_case_units AS k
WHERE k.case_kind = 'VISIT'
  AND k.role = 'SERVED'
  AND k.satisfaction = 5
  AND k.status <> 'WITHDRAWN'
  AND k.opened_on BETWEEN :from AND :to
;

-- metric: casework.matches
-- label: 牵线搭桥
-- unit: 项次
-- value: count
-- definition: 期内为会员牵线的产学研合作和供销对接，一项一次。
-- reads: cases, units
-- operation: case.read
-- rows: case.read
-- fold: count
SELECT 'cases' AS object_type, c.id AS object_id, c.title AS label, c.opened_on AS on_date, NULL AS value, 'exact' AS qualifier,
  c.result AS result
FROM v_cases AS c
WHERE c.kind = 'MATCH' AND c.status <> 'WITHDRAWN' AND c.opened_on BETWEEN :from AND :to
;

-- metric: casework.taskforces
-- label: 工作专班
-- unit: 个
-- value: count
-- definition: 期内组建的服务专班。
-- reads: cases, units
-- operation: case.read
-- rows: case.read
-- fold: count
SELECT 'cases' AS object_type, c.id AS object_id, c.title AS label, c.opened_on AS on_date, NULL AS value, 'exact' AS qualifier
FROM v_cases AS c
WHERE c.kind = 'TASKFORCE' AND c.status <> 'WITHDRAWN' AND c.opened_on BETWEEN :from AND :to
;

-- metric: casework.taskforce_clients
-- label: 专班服务的企业
-- unit: 家
-- value: count
-- definition: 期内专班服务的企业，同一家只计一次。
-- reads: cases, case_units, units
-- operation: case.read
-- rows: case.read
-- fold: distinct
SELECT 'cases' AS object_type, k.case_id AS object_id, coalesce(k.unit_short_name, k.unit_name) AS label, k.opened_on AS on_date,
  k.unit_id AS value, 'exact' AS qualifier, k.case_title AS title
FROM v_case_units AS k
WHERE k.case_kind = 'TASKFORCE' AND k.role = 'SERVED' AND k.status <> 'WITHDRAWN' AND k.opened_on BETWEEN :from AND :to
;

-- metric: casework.incoming
-- label: 承办政府部门交办事项
-- unit: 项
-- value: count
-- definition: 期内收到的政府部门交办、委托和征求意见事项。
-- reads: cases, units
-- operation: case.read
-- rows: case.read
-- fold: count
-- filter: category text cases.category
SELECT 'cases' AS object_type, c.id AS object_id, c.title AS label, c.opened_on AS on_date, NULL AS value, 'exact' AS qualifier,
  c.issuer_name AS issuer, c.category AS category, c.result AS result
FROM v_cases AS c
WHERE c.kind = 'INCOMING'
  AND c.status <> 'WITHDRAWN'
  AND c.opened_on BETWEEN :from AND :to
  AND coalesce(c.category, '') = coalesce(:category, c.category, '')
;

-- metric: casework.research_done
-- label: 完成的产业研究报告
-- unit: 项
-- value: count
-- definition: 期内办结的研究课题，按办结日计。
-- reads: cases, units
-- operation: case.read
-- rows: case.read
-- fold: count
SELECT 'cases' AS object_type, c.id AS object_id, c.title AS label, c.closed_on AS on_date, NULL AS value, 'exact' AS qualifier,
  c.issuer_name AS issuer, c.result AS result
FROM v_cases AS c
WHERE c.kind = 'RESEARCH' AND c.status IN ('DONE', 'VERIFIED') AND c.closed_on BETWEEN :from AND :to
;

-- metric: casework.applications
-- label: 联合申报和协助申报项目
-- unit: 项
-- value: count
-- definition: 期内牵头、联合或协助申报的项目。
-- reads: cases, units
-- operation: case.read
-- rows: case.read
-- fold: count
SELECT 'cases' AS object_type, c.id AS object_id, c.title AS label, c.opened_on AS on_date, NULL AS value, 'exact' AS qualifier,
  c.issuer_name AS issuer, c.content AS content, c.result AS result
FROM v_cases AS c
WHERE c.kind = 'APPLICATION' AND c.status <> 'WITHDRAWN' AND c.opened_on BETWEEN :from AND :to
;

-- metric: casework.trips
-- label: 外出对接
-- unit: 次
-- value: count
-- definition: 期内为事项外出对接的次数，按办理记录计。
-- reads: cases, case_steps, units
-- operation: case.read
-- rows: case.read
-- fold: count
-- filter: unit text
SELECT 'cases' AS object_type, s.case_id AS object_id, s.case_title AS label, s.on_date AS on_date, NULL AS value,
  'exact' AS qualifier, s.unit_name AS unit
FROM v_case_steps AS s
WHERE s.kind = 'TRIP' AND s.on_date BETWEEN :from AND :to AND coalesce(s.unit_name, '') = coalesce(:unit, s.unit_name, '')
;

-- metric: casework.trip_targets
-- label: 外出对接的单位
-- unit: 家
-- value: count
-- definition: 期内为事项外出对接过的单位，同一事项同一单位只计一次。
-- reads: cases, case_steps, units
-- operation: case.read
-- rows: case.read
-- fold: count
SELECT 'cases' AS object_type, s.case_id AS object_id, s.unit_name AS label, min(s.on_date) AS on_date, NULL AS value,
  'exact' AS qualifier, s.case_title AS case_title
FROM v_case_steps AS s
WHERE s.kind = 'TRIP' AND s.unit_name IS NOT NULL AND s.on_date BETWEEN :from AND :to
GROUP BY s.case_id, s.case_title, s.unit_name
;

-- metric: casework.in_preparation
-- label: 在办的内部筹建事项
-- unit: 项
-- value: count
-- definition: 截至期末仍在办的内部建设和筹建事项。
-- reads: cases, units
-- operation: case.read
-- rows: case.read
-- fold: count
SELECT 'cases' AS object_type, c.id AS object_id, c.title AS label, c.opened_on AS on_date, NULL AS value, 'exact' AS qualifier,
  c.result AS result, c.issuer_name AS issuer
FROM v_cases AS c
WHERE c.kind = 'INTERNAL' AND c.opened_on <= :to AND (c.closed_on IS NULL OR c.closed_on > :to)
;

-- metric: casework.internal_done
-- label: 完成的内部建设事项
-- unit: 项
-- value: count
-- definition: 期内办结的内部建设事项。
-- reads: cases, units
-- operation: case.read
-- rows: case.read
-- fold: count
SELECT 'cases' AS object_type, c.id AS object_id, c.title AS label, c.closed_on AS on_date, NULL AS value, 'exact' AS qualifier,
  c.content AS content, c.result AS result
FROM v_cases AS c
WHERE c.kind = 'INTERNAL' AND c.status IN ('DONE', 'VERIFIED') AND c.closed_on BETWEEN :from AND :to
;

-- metric: casework.opened
-- label: 新登记事项
-- unit: 件
-- value: count
-- definition: 期内登记的全部服务、交办和问题事项。
-- reads: cases, units
-- operation: case.read
-- rows: case.read
-- fold: count
-- filter: kind choice cases.kind
SELECT 'cases' AS object_type, c.id AS object_id, c.title AS label, c.opened_on AS on_date, NULL AS value, 'exact' AS qualifier
FROM v_cases AS c
WHERE c.status <> 'WITHDRAWN' AND c.opened_on BETWEEN :from AND :to AND c.kind = coalesce(:kind, c.kind)
;

-- metric: casework.closed
-- label: 已办结事项
-- unit: 件
-- value: count
-- definition: 期内办结的事项。
-- reads: cases, units
-- operation: case.read
-- rows: case.read
-- fold: count
-- filter: kind choice cases.kind
SELECT 'cases' AS object_type, c.id AS object_id, c.title AS label, c.closed_on AS on_date, NULL AS value, 'exact' AS qualifier
FROM v_cases AS c
WHERE c.status IN ('DONE', 'VERIFIED') AND c.closed_on BETWEEN :from AND :to AND c.kind = coalesce(:kind, c.kind)
;

-- metric: casework.overdue
-- label: 超期未办结
-- unit: 件
-- value: count
-- definition: 截至期末已过办理期限（含延期）仍未办结的事项。
-- reads: cases, units
-- operation: case.read
-- rows: case.read
-- fold: count
SELECT 'cases' AS object_type, c.id AS object_id, c.title AS label, c.effective_due_on AS on_date, NULL AS value,
  'exact' AS qualifier
FROM v_cases AS c
WHERE c.opened_on <= :to AND (c.closed_on IS NULL OR c.closed_on > :to) AND c.effective_due_on < :to
;
