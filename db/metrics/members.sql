-- Figures of the membership. "As of" is the last day of the span: who had joined and not left by then.

-- metric: members.count
-- label: 会员单位
-- unit: 家
-- value: count
-- definition: 截至期末在会的会员单位，含暂停会员资格的，不含申请中和已退会的。
-- reads: members, units, member_levels, contacts, people
-- operation: member.read
-- rows: member.read
-- fold: count
-- filter: kind text
SELECT 'members' AS object_type, m.id AS object_id, m.name AS label, m.joined_on AS on_date, NULL AS value,
  'exact' AS qualifier, m.display_name AS short_name, m.field AS field
FROM v_memberships AS m
WHERE m.joined_on <= :to AND (m.left_on IS NULL OR m.left_on > :to) AND m.kind = coalesce(:kind, m.kind)
;

-- metric: members.registered
-- label: 登记完成的会员企业
-- unit: 家
-- value: count
-- definition: 截至期末在会，且法人执照、细分领域和联系方式都已登记的会员。
-- reads: members, units, member_levels, contacts, people
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
-- definition: 期内入会的会员单位，同期又退会的也计。
-- reads: members, units, member_levels, contacts, people
-- operation: member.read
-- rows: member.read
-- fold: count
SELECT 'members' AS object_type, m.id AS object_id, m.name AS label, m.joined_on AS on_date, NULL AS value,
  'exact' AS qualifier
FROM v_memberships AS m
WHERE m.joined_on BETWEEN :from AND :to
;

-- metric: members.left
-- label: 退会会员
-- unit: 家
-- value: count
-- definition: 期内退会的会员单位。
-- reads: members, units, member_levels, contacts, people
-- operation: member.read
-- rows: member.read
-- fold: count
SELECT 'members' AS object_type, m.id AS object_id, m.name AS label, m.left_on AS on_date, NULL AS value,
  'exact' AS qualifier
FROM v_memberships AS m
WHERE m.left_on BETWEEN :from AND :to
;

-- metric: members.net_growth
-- label: 会员净增
-- unit: 家
-- definition: 期末会员数减去上年同期期末会员数。
-- derived: members.count - members.count@-1y

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
