-- Further columns of the lists of members and units: when a unit came above the scale, its party organisation, its parent. Owners:
-- members, parties. The parent is joined last and by its key: a reader that does not ask for it does not pay for it.

DROP VIEW v_member_list;
CREATE VIEW v_member_list AS
SELECT m.id, m.code, m.unit_id, m.person_id, m.name, m.short_name, m.credit_code, m.level, m.status, m.kind, m.ownership, m.field,
    m.chain, m.chain_segment, m.zone, m.district, m.size, m.is_above_scale, m.above_scale_year, m.is_listed, m.employees,
    m.technical_staff, u.party_organisation, m.party_members, h.name AS parent_name,
    m.applied_on, m.joined_on, m.left_on, m.left_kind, m.left_reason, m.suspended_on, m.registered_on, m.has_licence,
    m.service_officer, n.name AS contact_name, c.post AS contact_post, n.phone AS contact_phone,
    n.other_phone AS contact_other_phone, u.legal_representative,
    u.products, u.mailing_address, u.registered_capital_fen, u.founded_on, coalesce(u.tags, n.tags) AS tags,
    s.certificate_no, s.approval_no, s.approval_meeting, s.referrer, s.notes
FROM v_memberships AS m
JOIN members AS s ON s.id = m.id
LEFT JOIN units AS u ON u.id = m.unit_id
LEFT JOIN contacts AS c ON c.id = (
    SELECT k.id FROM contacts AS k
    WHERE k.unit_id = m.unit_id AND k.to_on IS NULL
    ORDER BY k.is_primary DESC, k.id
    LIMIT 1)
LEFT JOIN people AS n ON n.id = coalesce(c.person_id, m.person_id)
LEFT JOIN units AS h ON h.id = u.parent_id;

DROP VIEW v_unit_list;
CREATE VIEW v_unit_list AS
SELECT u.id, u.code, u.name, u.short_name, u.credit_code, u.kind, u.ownership, u.field, u.chain, u.zone, u.district, u.products,
    u.size, u.is_above_scale, u.above_scale_year, u.is_listed, u.registered_capital_fen, u.founded_on, u.employees,
    u.technical_staff, u.party_organisation, u.party_members, h.name AS parent_name,
    u.legal_representative, u.mailing_address, u.tags, n.name AS contact_name, n.phone AS contact_phone,
    (SELECT group_concat(r.role, ' ') FROM unit_roles AS r WHERE r.unit_id = u.id AND r.to_on IS NULL) AS roles,
    (SELECT group_concat(r.note, '；') FROM unit_roles AS r WHERE r.unit_id = u.id AND r.to_on IS NULL) AS role_notes,
    (SELECT group_concat(a.alias, ' ') FROM unit_aliases AS a WHERE a.unit_id = u.id) AS aliases,
    u.invoice_email, u.delivery_address, u.is_in_group, u.group_name, u.website
FROM units AS u
LEFT JOIN contacts AS c ON c.id = (
    SELECT k.id FROM contacts AS k
    WHERE k.unit_id = u.id AND k.to_on IS NULL
    ORDER BY k.is_primary DESC, k.id
    LIMIT 1)
LEFT JOIN people AS n ON n.id = c.person_id
LEFT JOIN units AS h ON h.id = u.parent_id
WHERE u.merged_into_id IS NULL;
