-- What contacts and units lacked: how to address a person, where to send an invoice and a parcel, more kinds of roles. Owner: parties.

ALTER TABLE contacts ADD COLUMN salutation TEXT; -- 称谓: 王总, 李老师
ALTER TABLE contacts ADD COLUMN department TEXT;
CREATE INDEX contacts_unit_open ON contacts (unit_id, to_on);

ALTER TABLE units ADD COLUMN invoice_title TEXT; -- NULL: the name
ALTER TABLE units ADD COLUMN tax_no TEXT;        -- NULL: the credit code
ALTER TABLE units ADD COLUMN bank_name TEXT;
ALTER TABLE units ADD COLUMN bank_account TEXT;
ALTER TABLE units ADD COLUMN invoice_address TEXT;
ALTER TABLE units ADD COLUMN invoice_phone TEXT;
ALTER TABLE units ADD COLUMN invoice_email TEXT; -- 收票邮箱
ALTER TABLE units ADD COLUMN delivery_address TEXT; -- 快递地址
ALTER TABLE units ADD COLUMN is_in_group INTEGER CHECK (is_in_group IN (0, 1)); -- 已入工作群; NULL: not known
ALTER TABLE units ADD COLUMN group_name TEXT;
ALTER TABLE units ADD COLUMN website TEXT;
CREATE INDEX units_in_group ON units (is_in_group);

-- A CHECK cannot be changed: the rows wait in a table without rules while theirs is made anew. sqlite_sequence keeps the last
-- number, so that the id of a role once removed is never given again.
CREATE TABLE waiting_roles AS SELECT id, revision, unit_id, role, from_on, to_on, note FROM unit_roles;
CREATE TABLE waiting_sequence AS SELECT seq FROM sqlite_sequence WHERE name = 'unit_roles';
DROP TABLE unit_roles;
CREATE TABLE unit_roles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    role TEXT NOT NULL CHECK (role IN ('PROSPECT', 'LIAISON', 'PARK', 'BANK', 'MEDIA', 'SUPPLIER', 'BOOKKEEPER', 'AUDITOR', 'EXPERT',
        'SECRETARY_UNIT', 'SUB_BODY', 'PARTNER')),
    from_on TEXT CHECK (from_on IS date(from_on, '+0 days')),
    to_on TEXT CHECK (to_on IS date(to_on, '+0 days')),
    note TEXT,
    CHECK (from_on IS NULL OR to_on IS NULL OR from_on < to_on)
) STRICT;
INSERT INTO unit_roles (id, revision, unit_id, role, from_on, to_on, note)
SELECT id, revision, unit_id, role, from_on, to_on, note FROM waiting_roles;
INSERT INTO sqlite_sequence (name, seq)
SELECT 'unit_roles', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'unit_roles');
UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT seq FROM waiting_sequence), 0)) WHERE name = 'unit_roles';
DROP TABLE waiting_roles;
DROP TABLE waiting_sequence;
CREATE UNIQUE INDEX unit_roles_key ON unit_roles (unit_id, role, coalesce(from_on, ''));
CREATE INDEX unit_roles_role ON unit_roles (role, from_on);

CREATE TRIGGER unit_roles_no_overlap_insert BEFORE INSERT ON unit_roles
WHEN EXISTS (SELECT 1 FROM unit_roles AS r WHERE r.unit_id = NEW.unit_id AND r.role = NEW.role
    AND (r.to_on IS NULL OR NEW.from_on IS NULL OR NEW.from_on < r.to_on)
    AND (NEW.to_on IS NULL OR r.from_on IS NULL OR r.from_on < NEW.to_on))
BEGIN
    SELECT RAISE(ABORT, '同一单位的同一身份时间重叠');
END;
CREATE TRIGGER unit_roles_no_overlap_update BEFORE UPDATE ON unit_roles
WHEN EXISTS (SELECT 1 FROM unit_roles AS r WHERE r.unit_id = NEW.unit_id AND r.role = NEW.role AND r.id <> NEW.id
    AND (r.to_on IS NULL OR NEW.from_on IS NULL OR NEW.from_on < r.to_on)
    AND (NEW.to_on IS NULL OR r.from_on IS NULL OR r.from_on < NEW.to_on))
BEGIN
    SELECT RAISE(ABORT, '同一单位的同一身份时间重叠');
END;

-- The views that publish them, made anew. Account numbers and the phone of a tax office's form stay out: rooms that need them ask
-- the service, which masks.
DROP VIEW v_units;
CREATE VIEW v_units AS
SELECT u.id, s.id AS canonical_id, u.merged_into_id IS NOT NULL AS is_merged, s.code, s.name,
    coalesce(s.short_name, s.name) AS display_name, s.short_name, s.credit_code, s.kind, s.ownership, s.legal_representative,
    s.registered_capital_fen, s.founded_on, s.registered_address, s.mailing_address, s.district, s.zone, s.chain,
    s.chain_segment, s.field, s.products, s.size, s.is_above_scale, s.above_scale_year, s.employees, s.technical_staff,
    s.is_listed, s.party_organisation, s.party_members, s.parent_id, p.name AS parent_name, s.tags, s.notes,
    coalesce(s.invoice_title, s.name) AS invoice_title, coalesce(s.tax_no, s.credit_code) AS tax_no, s.invoice_email,
    coalesce(s.delivery_address, s.mailing_address) AS delivery_address, s.is_in_group, s.group_name, s.website
FROM units AS u
JOIN units AS s ON s.id = coalesce(u.merged_into_id, u.id)
LEFT JOIN units AS p ON p.id = s.parent_id;

DROP VIEW v_contacts;
CREATE VIEW v_contacts AS
SELECT c.id, u.canonical_id AS unit_id, u.name AS unit_name, p.canonical_id AS person_id, p.name AS person_name, c.salutation,
    c.department, c.post, c.purpose, c.is_primary, c.from_on, c.to_on
FROM contacts AS c
JOIN v_units AS u ON u.id = c.unit_id
JOIN v_people AS p ON p.id = c.person_id;

DROP VIEW v_unit_contact;
CREATE VIEW v_unit_contact AS
SELECT u.id AS unit_id, c.id AS contact_id, p.id AS person_id, p.name AS person_name, p.phone, c.post, c.salutation, c.department
FROM units AS u
JOIN contacts AS c ON c.id = (
    SELECT k.id FROM contacts AS k
    WHERE k.unit_id = u.id AND k.to_on IS NULL
    ORDER BY k.is_primary DESC, k.id
    LIMIT 1)
JOIN people AS p ON p.id = c.person_id;

-- Contacts by id and not v_unit_contact, which would be made whole for every block of the list.
DROP VIEW v_unit_list;
CREATE VIEW v_unit_list AS
SELECT u.id, u.code, u.name, u.short_name, u.credit_code, u.kind, u.ownership, u.field, u.chain, u.zone, u.district, u.products,
    u.size, u.is_above_scale, u.is_listed, u.registered_capital_fen, u.founded_on, u.employees, u.technical_staff,
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
WHERE u.merged_into_id IS NULL;
