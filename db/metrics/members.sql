-- Figures of the membership. "As of" is the last day of the span: who had joined and not left by then.

-- metric: members.count
-- label: 会员单位
-- unit: 家
-- value: count
-- definition: 截至期末在会的会员单位，含暂停会员资格的，不含申请中和已退会的，个人会员另计。级别和资质按期末当天，区县、功能区、产业链、环节、细分领域和单位类型按现在登记的。
-- reads: members, member_spans, member_levels, member_steps, units, contacts, people, unit_qualifications
-- operation: member.read
-- rows: member.read
-- fold: count
-- filter: kind choice members.kind
-- filter: level choice members.level
-- filter: district text members.district
-- filter: zone text members.zone
-- filter: chain text members.chain
-- filter: segment text members.chainSegment
-- filter: field text members.field
-- filter: title choice qualifications.kind
SELECT 'members' AS object_type, m.id AS object_id, m.name AS label, m.joined_on AS on_date, NULL AS value,
  'exact' AS qualifier, m.display_name AS short_name, m.field AS field
FROM v_memberships AS m
JOIN v_member_spans AS s ON s.member_id = m.id AND s.from_on <= :to AND (s.to_on IS NULL OR s.to_on > :to)
WHERE m.joined_on <= :to AND (m.left_on IS NULL OR m.left_on > :to)
  AND m.kind = coalesce(:kind, nullif(m.kind, 'INDIVIDUAL'))
  AND s.level = coalesce(:level, s.level)
  AND coalesce(m.district, '') = coalesce(:district, m.district, '')
  AND coalesce(m.zone, '') = coalesce(:zone, m.zone, '')
  AND coalesce(m.chain, '') = coalesce(:chain, m.chain, '')
  AND coalesce(m.chain_segment, '') = coalesce(:segment, m.chain_segment, '')
  AND coalesce(m.field, '') = coalesce(:field, m.field, '')
  AND (coalesce(:title, '') = '' OR EXISTS (SELECT 1 FROM v_unit_qualifications AS q
    WHERE q.unit_id = m.unit_id AND q.kind = :title AND q.awarded_on <= :to AND (q.expires_on IS NULL OR q.expires_on > :to)))
;

-- metric: members.individuals
-- label: 个人会员
-- unit: 人
-- value: count
-- definition: 截至期末在会的个人会员，含暂停会员资格的，不含申请中和已退会的。
-- reads: members, member_levels, member_steps, units, contacts, people
-- operation: member.read
-- rows: member.read
-- fold: count
SELECT 'members' AS object_type, m.id AS object_id, m.name AS label, m.joined_on AS on_date, NULL AS value,
  'exact' AS qualifier
FROM v_memberships AS m
WHERE m.joined_on <= :to AND (m.left_on IS NULL OR m.left_on > :to) AND m.person_id IS NOT NULL
;

-- metric: members.suspended
-- label: 暂停会员资格
-- unit: 家
-- value: count
-- definition: 截至期末在会、当天处于暂停会员资格的会员，含个人会员。
-- reads: members, member_suspensions, member_levels, member_steps, units, contacts, people
-- operation: member.read
-- rows: member.read
-- fold: count
SELECT 'members' AS object_type, m.id AS object_id, m.name AS label, s.from_on AS on_date, NULL AS value,
  'exact' AS qualifier, s.reason AS reason
FROM v_memberships AS m
JOIN v_member_suspensions AS s ON s.member_id = m.id AND s.from_on <= :to AND (s.to_on IS NULL OR s.to_on > :to)
WHERE m.joined_on <= :to AND (m.left_on IS NULL OR m.left_on > :to)
;

-- metric: members.titled
-- label: 有资质的会员单位
-- unit: 家
-- value: count
-- definition: 截至期末在会、当天持有有效资质的会员单位；一家有几项资质只计一次，可按资质类别和级别筛选。
-- reads: members, member_levels, member_steps, units, contacts, people, unit_qualifications
-- operation: member.read
-- rows: member.read
-- fold: distinct
-- filter: title choice qualifications.kind
-- filter: grade choice qualifications.level
SELECT 'members' AS object_type, m.id AS object_id, m.name AS label, q.awarded_on AS on_date, m.id AS value,
  'exact' AS qualifier, q.title AS title, q.batch AS batch
FROM v_memberships AS m
JOIN v_unit_qualifications AS q ON q.unit_id = m.unit_id
WHERE m.joined_on <= :to
  AND (m.left_on IS NULL OR m.left_on > :to)
  AND q.awarded_on <= :to
  AND (q.expires_on IS NULL OR q.expires_on > :to)
  AND q.kind = coalesce(:title, q.kind)
  AND coalesce(q.level, '') = coalesce(:grade, q.level, '')
;

-- metric: members.newly_titled
-- label: 新获资质的会员单位
-- unit: 家
-- value: count
-- definition: 期内认定、认定那天在会的会员单位；一家有几项只计一次，可按资质类别和级别筛选。
-- reads: members, member_levels, member_steps, units, contacts, people, unit_qualifications
-- operation: member.read
-- rows: member.read
-- fold: distinct
-- filter: title choice qualifications.kind
-- filter: grade choice qualifications.level
SELECT 'members' AS object_type, m.id AS object_id, m.name AS label, q.awarded_on AS on_date, m.id AS value,
  'exact' AS qualifier, q.title AS title, q.batch AS batch
FROM v_memberships AS m
JOIN v_unit_qualifications AS q ON q.unit_id = m.unit_id
WHERE q.awarded_on BETWEEN :from AND :to
  AND m.joined_on <= q.awarded_on
  AND (m.left_on IS NULL OR m.left_on > q.awarded_on)
  AND q.kind = coalesce(:title, q.kind)
  AND coalesce(q.level, '') = coalesce(:grade, q.level, '')
;

-- metric: members.registered
-- label: 登记完成的会员企业
-- unit: 家
-- value: count
-- definition: 截至期末在会，且法人执照、细分领域和联系方式都已登记的会员单位。
-- reads: members, units, member_levels, member_steps, contacts, people
-- operation: member.read
-- rows: member.read
-- fold: count
SELECT 'members' AS object_type, m.id AS object_id, m.name AS label, m.joined_on AS on_date, NULL AS value,
  'exact' AS qualifier
FROM v_memberships AS m
WHERE m.joined_on <= :to
  AND (m.left_on IS NULL OR m.left_on > :to)
  AND m.registered_on <= :to
  AND m.has_licence = 1
  AND m.has_field = 1
  AND m.has_contact = 1
;

-- metric: members.unregistered
-- label: 登记未齐的会员企业
-- unit: 家
-- definition: 截至期末在会，法人执照、细分领域和联系方式还没有全部登记的会员。
-- derived: members.count - members.registered

-- metric: members.joined
-- label: 新增会员
-- unit: 家
-- value: count
-- definition: 期内入会的会员单位，同期又退会的也计，个人会员另计。级别和资质按入会当天。
-- reads: members, member_spans, member_levels, member_steps, units, contacts, people, unit_qualifications
-- operation: member.read
-- rows: member.read
-- fold: count
-- filter: kind choice members.kind
-- filter: level choice members.level
-- filter: district text members.district
-- filter: zone text members.zone
-- filter: chain text members.chain
-- filter: segment text members.chainSegment
-- filter: field text members.field
-- filter: title choice qualifications.kind
SELECT 'members' AS object_type, m.id AS object_id, m.name AS label, m.joined_on AS on_date, NULL AS value,
  'exact' AS qualifier
FROM v_memberships AS m
JOIN v_member_spans AS s ON s.member_id = m.id AND s.from_on = m.joined_on
WHERE m.joined_on BETWEEN :from AND :to
  AND m.kind = coalesce(:kind, nullif(m.kind, 'INDIVIDUAL'))
  AND s.level = coalesce(:level, s.level)
  AND coalesce(m.district, '') = coalesce(:district, m.district, '')
  AND coalesce(m.zone, '') = coalesce(:zone, m.zone, '')
  AND coalesce(m.chain, '') = coalesce(:chain, m.chain, '')
  AND coalesce(m.chain_segment, '') = coalesce(:segment, m.chain_segment, '')
  AND coalesce(m.field, '') = coalesce(:field, m.field, '')
  AND (coalesce(:title, '') = '' OR EXISTS (SELECT 1 FROM v_unit_qualifications AS q
    WHERE q.unit_id = m.unit_id AND q.kind = :title AND q.awarded_on <= m.joined_on AND (q.expires_on IS NULL OR q.expires_on > m.joined_on)))
;

-- metric: members.left
-- label: 退会会员
-- unit: 家
-- value: count
-- definition: 期内退会、除名或自动终止的会员单位，个人会员另计。级别和资质按退会前一天。
-- reads: members, member_spans, member_levels, member_steps, units, contacts, people, unit_qualifications
-- operation: member.read
-- rows: member.read
-- fold: count
-- filter: kind choice members.kind
-- filter: level choice members.level
-- filter: district text members.district
-- filter: zone text members.zone
-- filter: chain text members.chain
-- filter: segment text members.chainSegment
-- filter: field text members.field
-- filter: title choice qualifications.kind
SELECT 'members' AS object_type, m.id AS object_id, m.name AS label, m.left_on AS on_date, NULL AS value,
  'exact' AS qualifier
FROM v_memberships AS m
JOIN v_member_spans AS s ON s.member_id = m.id AND s.to_on = m.left_on
WHERE m.left_on BETWEEN :from AND :to
  AND m.kind = coalesce(:kind, nullif(m.kind, 'INDIVIDUAL'))
  AND s.level = coalesce(:level, s.level)
  AND coalesce(m.district, '') = coalesce(:district, m.district, '')
  AND coalesce(m.zone, '') = coalesce(:zone, m.zone, '')
  AND coalesce(m.chain, '') = coalesce(:chain, m.chain, '')
  AND coalesce(m.chain_segment, '') = coalesce(:segment, m.chain_segment, '')
  AND coalesce(m.field, '') = coalesce(:field, m.field, '')
  AND (coalesce(:title, '') = '' OR EXISTS (SELECT 1 FROM v_unit_qualifications AS q
    WHERE q.unit_id = m.unit_id AND q.kind = :title AND q.awarded_on < m.left_on AND (q.expires_on IS NULL OR q.expires_on >= m.left_on)))
;

-- metric: members.net
-- label: 期内净增会员
-- unit: 家
-- definition: 期内入会的会员单位减去期内退会的。
-- derived: members.joined - members.left

-- metric: members.net_growth
-- label: 会员净增
-- unit: 家
-- definition: 期末会员数减去上年同期期末会员数。
-- derived: members.count - members.count@-1y

-- metric: members.dues_unpaid
-- label: 连续两年未缴会费
-- unit: 家
-- value: count
-- definition: 截至期末在会、没有暂停的会员单位里，前两个年度和本年度都没有入账会费的；前两年里有一年全会没有一笔会费的，不算。会费按所属年度，没写的按入账年度。只供提请审议，不改会籍。
-- reads: members, member_suspensions, member_levels, member_steps, units, contacts, people, voucher_lines, vouchers, periods, accounts, funds, entry_categories
-- operation: finance.totals
-- rows: finance.totals
-- fold: count
SELECT 'members' AS object_type, m.id AS object_id, m.name AS label, m.joined_on AS on_date, NULL AS value,
  'exact' AS qualifier
FROM v_memberships AS m
WHERE m.unit_id IS NOT NULL AND (m.left_on IS NULL OR m.left_on > :to)
  AND m.joined_on < cast(cast(substr(:to, 1, 4) AS INTEGER) - 1 AS TEXT) || '-01-01'
  AND NOT EXISTS (SELECT 1 FROM v_member_suspensions AS s
    WHERE s.member_id = m.id AND s.from_on <= :to AND (s.to_on IS NULL OR s.to_on > :to))
  AND EXISTS (SELECT 1 FROM v_ledger_movements AS l
    WHERE l.role = 'INC_DUES' AND l.kind <> 'CLOSING' AND l.on_date <= :to
      AND coalesce(l.dues_year, l.fiscal_year) = cast(substr(:to, 1, 4) AS INTEGER) - 1)
  AND EXISTS (SELECT 1 FROM v_ledger_movements AS l
    WHERE l.role = 'INC_DUES' AND l.kind <> 'CLOSING' AND l.on_date <= :to
      AND coalesce(l.dues_year, l.fiscal_year) = cast(substr(:to, 1, 4) AS INTEGER) - 2)
  AND NOT EXISTS (SELECT 1 FROM v_ledger_movements AS l
    WHERE l.unit_id = m.unit_id AND l.role = 'INC_DUES' AND l.kind <> 'CLOSING' AND l.on_date <= :to
      AND l.is_reversal = 0 AND l.is_reversed = 0
      AND coalesce(l.dues_year, l.fiscal_year) BETWEEN cast(substr(:to, 1, 4) AS INTEGER) - 2
        AND cast(substr(:to, 1, 4) AS INTEGER))
;

-- metric: liaison.units
-- label: 建立工作联系的政府部门
-- unit: 个
-- value: count
-- definition: 截至期末建立工作联系机制的政府部门处室。
-- reads: unit_roles, units
-- operation: party.read
-- rows: party.read
-- fold: count
SELECT 'units' AS object_type, r.unit_id AS object_id, r.display_name AS label, coalesce(r.from_on, '2020-01-01') AS on_date,
  NULL AS value, 'exact' AS qualifier, r.note AS note
FROM v_unit_roles AS r
WHERE r.role = 'LIAISON' AND (r.from_on IS NULL OR r.from_on <= :to) AND (r.to_on IS NULL OR r.to_on > :to)
;

-- metric: bodies.enterprise
-- label: 已建企业科协
-- unit: 个
-- value: count
-- definition: 截至期末已批准、没有撤销的企业科协，没有填批准时间的也算。
-- reads: unit_bodies, units
-- operation: party.read
-- rows: party.read
-- fold: count
SELECT 'units' AS object_type, b.unit_id AS object_id, b.display_name AS label, coalesce(b.approved_on, substr(:to, 1, 4) || '-01-01') AS on_date, NULL AS value,
  'exact' AS qualifier, b.approval_no AS note
FROM v_unit_bodies AS b
WHERE b.form = 'ENTERPRISE' AND (b.approved_on IS NULL OR b.approved_on <= :to)
  AND (b.dissolved_on IS NULL OR b.dissolved_on > :to)
;

-- metric: bodies.zone
-- label: 已建产业功能区科协
-- unit: 个
-- value: count
-- definition: 截至期末已批准、没有撤销的产业功能区科协：社会团体、民办非企业单位、内设组织，以及填了产业功能区的专委会、分会；没有填批准时间的也算。
-- reads: unit_bodies, units
-- operation: party.read
-- rows: party.read
-- fold: count
SELECT 'units' AS object_type, b.unit_id AS object_id, b.display_name AS label, coalesce(b.approved_on, substr(:to, 1, 4) || '-01-01') AS on_date, NULL AS value,
  'exact' AS qualifier, b.approval_no AS note
FROM v_unit_bodies AS b
WHERE b.form <> 'ENTERPRISE' AND (b.form NOT IN ('COMMITTEE', 'BRANCH') OR coalesce(b.zone, '') <> '')
  AND (b.approved_on IS NULL OR b.approved_on <= :to)
  AND (b.dissolved_on IS NULL OR b.dissolved_on > :to)
;
