-- Every organisation and every person once; what they are to the office is a role on them. Owner: parties.

CREATE TABLE units (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 40),
    name TEXT NOT NULL CHECK (length(trim(name)) BETWEEN 1 AND 200),
    short_name TEXT,
    credit_code TEXT UNIQUE CHECK (length(credit_code) = 18),
    kind TEXT NOT NULL CHECK (kind IN ('ENTERPRISE', 'UNIVERSITY', 'INSTITUTE', 'FINANCE', 'SERVICE', 'SOCIETY', 'GOVERNMENT',
        'ZONE', 'MEDIA', 'OTHER')),
    ownership TEXT CHECK (ownership IN ('STATE', 'PRIVATE', 'COLLECTIVE', 'FOREIGN', 'JOINT', 'PUBLIC', 'OTHER')),
    legal_representative TEXT,
    legal_representative_post TEXT,
    legal_representative_phone TEXT,
    registered_capital_fen INTEGER CHECK (registered_capital_fen >= 0),
    founded_on TEXT CHECK (founded_on IS date(founded_on, '+0 days')),
    registered_address TEXT,
    mailing_address TEXT,
    district TEXT,
    zone TEXT,          -- 产业功能区 or 园区
    chain TEXT,         -- 产业链
    chain_segment TEXT, -- 环节
    field TEXT,         -- 行业细分领域
    products TEXT,
    size TEXT CHECK (size IN ('LARGE', 'MEDIUM', 'SMALL', 'MICRO')),
    is_above_scale INTEGER CHECK (is_above_scale IN (0, 1)), -- 规上; NULL: not known
    above_scale_year INTEGER CHECK (above_scale_year BETWEEN 1949 AND 2999),
    employees INTEGER CHECK (employees >= 0),
    technical_staff INTEGER CHECK (technical_staff >= 0),
    is_listed INTEGER CHECK (is_listed IN (0, 1)), -- NULL: not known
    party_organisation TEXT,
    party_members INTEGER CHECK (party_members >= 0),
    parent_id INTEGER REFERENCES units (id),
    merged_into_id INTEGER REFERENCES units (id), -- the survivor of a merge; never itself merged
    tags TEXT,
    notes TEXT,
    CHECK (parent_id IS NULL OR parent_id <> id),
    CHECK (merged_into_id IS NULL OR merged_into_id <> id),
    CHECK (technical_staff IS NULL OR employees IS NULL OR technical_staff <= employees)
) STRICT;
CREATE INDEX units_name ON units (name);
CREATE INDEX units_short_name ON units (short_name);
CREATE INDEX units_kind ON units (kind);
CREATE INDEX units_district ON units (district);
CREATE INDEX units_zone ON units (zone);
CREATE INDEX units_field ON units (field);
CREATE INDEX units_parent ON units (parent_id);
CREATE INDEX units_merged_into ON units (merged_into_id);

-- Other names under which a unit pays or is written.
CREATE TABLE unit_aliases (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    alias TEXT NOT NULL CHECK (length(trim(alias)) BETWEEN 1 AND 200),
    UNIQUE (unit_id, alias)
) STRICT;
CREATE INDEX unit_aliases_alias ON unit_aliases (alias);

CREATE TABLE unit_qualifications (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    kind TEXT NOT NULL CHECK (kind IN ('HIGH_TECH', 'SPECIALISED', 'LITTLE_GIANT', 'CHAMPION', 'TECH_CENTRE', 'FIRST_SET',
        'KEY_ENTERPRISE', 'GREEN_CARD', 'OTHER')),
    title TEXT NOT NULL DEFAULT '', -- which one, where the kind does not say it
    level TEXT CHECK (level IN ('NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'DISTRICT')),
    awarded_on TEXT NOT NULL CHECK (awarded_on IS date(awarded_on, '+0 days')),
    expires_on TEXT CHECK (expires_on IS date(expires_on, '+0 days')), -- first day on which it no longer holds
    certificate_no TEXT,
    notes TEXT,
    UNIQUE (unit_id, kind, title, awarded_on),
    CHECK (expires_on IS NULL OR awarded_on < expires_on)
) STRICT;
CREATE INDEX unit_qualifications_kind ON unit_qualifications (kind, awarded_on);
CREATE INDEX unit_qualifications_expires ON unit_qualifications (expires_on);

-- Figures a unit reports for a year; one row a stage, so an estimate stays beside what came true.
CREATE TABLE unit_years (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    year INTEGER NOT NULL CHECK (year BETWEEN 1949 AND 2999),
    stage TEXT NOT NULL CHECK (stage IN ('EXPECTED', 'PRELIMINARY', 'ACTUAL')),
    output_fen INTEGER,
    revenue_fen INTEGER,
    tax_fen INTEGER,
    export_fen INTEGER,
    employees INTEGER CHECK (employees >= 0),
    technical_staff INTEGER CHECK (technical_staff >= 0),
    source TEXT,
    UNIQUE (unit_id, year, stage)
) STRICT;
CREATE INDEX unit_years_year ON unit_years (year, stage);

-- What a unit is to the office for a time: [from_on, to_on), an open start is "always", an open end "still".
CREATE TABLE unit_roles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    role TEXT NOT NULL CHECK (role IN ('LIAISON', 'BANK', 'SUPPLIER', 'BOOKKEEPER', 'AUDITOR', 'SECRETARY_UNIT', 'PARTNER')),
    from_on TEXT CHECK (from_on IS date(from_on, '+0 days')),
    to_on TEXT CHECK (to_on IS date(to_on, '+0 days')),
    note TEXT,
    CHECK (from_on IS NULL OR to_on IS NULL OR from_on < to_on)
) STRICT;
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

CREATE TABLE people (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 40),
    name TEXT NOT NULL CHECK (length(trim(name)) BETWEEN 1 AND 60),
    gender TEXT CHECK (gender IN ('MALE', 'FEMALE')),
    phone TEXT,
    other_phone TEXT,
    email TEXT,
    wechat TEXT,
    title TEXT,            -- 职称
    political_status TEXT, -- 政治面貌
    is_expert INTEGER NOT NULL DEFAULT 0 CHECK (is_expert IN (0, 1)),
    expertise TEXT,
    merged_into_id INTEGER REFERENCES people (id),
    tags TEXT,
    notes TEXT,
    CHECK (merged_into_id IS NULL OR merged_into_id <> id)
) STRICT;
CREATE INDEX people_name ON people (name);
CREATE INDEX people_phone ON people (phone);
CREATE INDEX people_merged_into ON people (merged_into_id);

-- Who speaks for a unit, for what and when: [from_on, to_on).
CREATE TABLE contacts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    post TEXT,    -- 职务
    purpose TEXT, -- 用途: 日常联络, 财务, 党建
    is_primary INTEGER NOT NULL DEFAULT 0 CHECK (is_primary IN (0, 1)),
    from_on TEXT CHECK (from_on IS date(from_on, '+0 days')),
    to_on TEXT CHECK (to_on IS date(to_on, '+0 days')),
    notes TEXT,
    CHECK (from_on IS NULL OR to_on IS NULL OR from_on < to_on)
) STRICT;
CREATE UNIQUE INDEX contacts_key ON contacts (unit_id, person_id, coalesce(from_on, ''));
CREATE UNIQUE INDEX contacts_primary ON contacts (unit_id) WHERE is_primary = 1 AND to_on IS NULL;
CREATE INDEX contacts_person ON contacts (person_id);

-- One row for every unit ever referred to, with the fields of the unit it has become (canonical_id).
CREATE VIEW v_units AS
SELECT u.id, s.id AS canonical_id, u.merged_into_id IS NOT NULL AS is_merged, s.code, s.name,
    coalesce(s.short_name, s.name) AS display_name, s.short_name, s.credit_code, s.kind, s.ownership, s.legal_representative,
    s.registered_capital_fen, s.founded_on, s.registered_address, s.mailing_address, s.district, s.zone, s.chain,
    s.chain_segment, s.field, s.products, s.size, s.is_above_scale, s.above_scale_year, s.employees, s.technical_staff,
    s.is_listed, s.party_organisation, s.party_members, s.parent_id, p.name AS parent_name, s.tags, s.notes
FROM units AS u
JOIN units AS s ON s.id = coalesce(u.merged_into_id, u.id)
LEFT JOIN units AS p ON p.id = s.parent_id;

-- As v_units, without numbers of a person.
CREATE VIEW v_people AS
SELECT p.id, s.id AS canonical_id, p.merged_into_id IS NOT NULL AS is_merged, s.code, s.name, s.gender, s.title,
    s.political_status, s.is_expert, s.expertise, s.tags, s.notes
FROM people AS p
JOIN people AS s ON s.id = coalesce(p.merged_into_id, p.id);

CREATE VIEW v_contacts AS
SELECT c.id, u.canonical_id AS unit_id, u.name AS unit_name, p.canonical_id AS person_id, p.name AS person_name, c.post,
    c.purpose, c.is_primary, c.from_on, c.to_on
FROM contacts AS c
JOIN v_units AS u ON u.id = c.unit_id
JOIN v_people AS p ON p.id = c.person_id;

CREATE VIEW v_unit_roles AS
SELECT r.id, u.canonical_id AS unit_id, u.code AS unit_code, u.name AS unit_name, u.display_name, r.role, r.from_on, r.to_on,
    r.note
FROM unit_roles AS r
JOIN v_units AS u ON u.id = r.unit_id;

CREATE VIEW v_unit_qualifications AS
SELECT q.id, u.canonical_id AS unit_id, u.name AS unit_name, u.display_name, q.kind, q.title, q.level, q.awarded_on,
    q.expires_on
FROM unit_qualifications AS q
JOIN v_units AS u ON u.id = q.unit_id;

CREATE VIEW v_unit_years AS
SELECT y.id, u.canonical_id AS unit_id, u.name AS unit_name, u.display_name, y.year, y.stage, y.output_fen, y.revenue_fen,
    y.tax_fen, y.export_fen, y.employees, y.technical_staff
FROM unit_years AS y
JOIN v_units AS u ON u.id = y.unit_id;

-- The person to call: the primary contact that still holds, else the first that does.
CREATE VIEW v_unit_contact AS
SELECT u.id AS unit_id, c.id AS contact_id, p.id AS person_id, p.name AS person_name, p.phone, c.post
FROM units AS u
JOIN contacts AS c ON c.id = (
    SELECT k.id FROM contacts AS k
    WHERE k.unit_id = u.id AND k.to_on IS NULL
    ORDER BY k.is_primary DESC, k.id
    LIMIT 1)
JOIN people AS p ON p.id = c.person_id;

CREATE VIEW v_unit_list AS
SELECT u.id, u.code, u.name, u.short_name, u.credit_code, u.kind, u.ownership, u.field, u.chain, u.zone, u.district, u.products,
    u.size, u.is_above_scale, u.is_listed, u.registered_capital_fen, u.founded_on, u.employees, u.technical_staff,
    u.legal_representative, u.mailing_address, u.tags, c.person_name AS contact_name, c.phone AS contact_phone,
    (SELECT group_concat(r.role, ' ') FROM unit_roles AS r WHERE r.unit_id = u.id AND r.to_on IS NULL) AS roles,
    (SELECT group_concat(a.alias, ' ') FROM unit_aliases AS a WHERE a.unit_id = u.id) AS aliases
FROM units AS u
LEFT JOIN v_unit_contact AS c ON c.unit_id = u.id
WHERE u.merged_into_id IS NULL;

CREATE VIEW v_person_list AS
SELECT p.id, p.code, p.name, p.gender, p.phone, p.other_phone, p.email, p.wechat, p.title, p.political_status, p.is_expert,
    p.expertise, p.tags, u.name AS unit_name, c.post
FROM people AS p
LEFT JOIN contacts AS c ON c.id = (
    SELECT k.id FROM contacts AS k WHERE k.person_id = p.id AND k.to_on IS NULL ORDER BY k.is_primary DESC, k.id LIMIT 1)
LEFT JOIN units AS u ON u.id = c.unit_id
WHERE p.merged_into_id IS NULL;
