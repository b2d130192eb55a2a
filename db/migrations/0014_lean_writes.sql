-- foreign_keys: off
-- What a large import pays for at every row, taken away:
-- · `x IN (three values or more)` in a CHECK makes SQLite fill a table of its own for each row written, a third of the cost of an
--   INSERT; the same said with OR costs nothing. Only the tables that are written most are made anew for it.
-- · Most units have no parent, no short name, no zone: an index need not hold a row that has nothing to be found by. Equality and
--   ranges find the rest as before.
-- · A member's first level, as every enrolment writes it, needs no look at the others.
PRAGMA legacy_alter_table = ON; -- the views stay as they are; they name the tables that come back under their names

CREATE TABLE changes_0014 (
    id INTEGER PRIMARY KEY,
    batch_id INTEGER NOT NULL, -- audit_log.batch_id; no foreign key: the audit row is written last
    seq INTEGER NOT NULL CHECK (seq >= 1),
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind = 'INSERT' OR kind = 'UPDATE' OR kind = 'DELETE'),
    before TEXT CHECK (substr(before, 1, 1) = '{'),
    after TEXT CHECK (substr(after, 1, 1) = '{'),
    CHECK ((kind = 'INSERT') = (before IS NULL)),
    CHECK ((kind = 'DELETE') = (after IS NULL)),
    UNIQUE (batch_id, seq)
) STRICT;
INSERT INTO changes_0014 SELECT * FROM changes;
DROP TABLE changes;
ALTER TABLE changes_0014 RENAME TO changes;
CREATE INDEX changes_row ON changes (table_name, row_id, batch_id);

CREATE TABLE units_0014 (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 40),
    name TEXT NOT NULL CHECK (length(trim(name)) BETWEEN 1 AND 200),
    short_name TEXT,
    credit_code TEXT UNIQUE CHECK (length(credit_code) = 18),
    kind TEXT NOT NULL CHECK (
        kind = 'ENTERPRISE' OR kind = 'UNIVERSITY' OR kind = 'INSTITUTE' OR kind = 'FINANCE' OR
        kind = 'SERVICE' OR kind = 'SOCIETY' OR kind = 'GOVERNMENT' OR kind = 'ZONE' OR kind = 'MEDIA' OR
        kind = 'OTHER'),
    ownership TEXT CHECK (
        ownership = 'STATE' OR ownership = 'PRIVATE' OR ownership = 'COLLECTIVE' OR ownership = 'FOREIGN' OR
        ownership = 'JOINT' OR ownership = 'PUBLIC' OR ownership = 'OTHER'),
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
    size TEXT CHECK (size = 'LARGE' OR size = 'MEDIUM' OR size = 'SMALL' OR size = 'MICRO'),
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
    invoice_title TEXT,
    tax_no TEXT,
    bank_name TEXT,
    bank_account TEXT,
    invoice_address TEXT,
    invoice_phone TEXT,
    invoice_email TEXT,
    delivery_address TEXT,
    is_in_group INTEGER CHECK (is_in_group IN (0, 1)),
    group_name TEXT,
    website TEXT,
    CHECK (parent_id IS NULL OR parent_id <> id),
    CHECK (merged_into_id IS NULL OR merged_into_id <> id),
    CHECK (technical_staff IS NULL OR employees IS NULL OR technical_staff <= employees)
) STRICT;
INSERT INTO units_0014 SELECT * FROM units;
DELETE FROM sqlite_sequence WHERE name = 'units_0014';
INSERT INTO sqlite_sequence (name, seq) SELECT 'units_0014', seq FROM sqlite_sequence WHERE name = 'units';
DROP TABLE units;
ALTER TABLE units_0014 RENAME TO units;
CREATE INDEX units_name ON units (name);
CREATE INDEX units_kind ON units (kind);
CREATE INDEX units_short_name ON units (short_name) WHERE short_name IS NOT NULL;
CREATE INDEX units_district ON units (district) WHERE district IS NOT NULL;
CREATE INDEX units_zone ON units (zone) WHERE zone IS NOT NULL;
CREATE INDEX units_field ON units (field) WHERE field IS NOT NULL;
CREATE INDEX units_parent ON units (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX units_merged_into ON units (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX units_in_group ON units (is_in_group) WHERE is_in_group IS NOT NULL;

CREATE TABLE members_0014 (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 40), -- 会员编号
    unit_id INTEGER REFERENCES units (id),    -- 单位会员: exactly one of the two
    person_id INTEGER REFERENCES people (id), -- 个人会员
    applied_on TEXT CHECK (applied_on IS date(applied_on, '+0 days')),
    joined_on TEXT CHECK (joined_on IS date(joined_on, '+0 days')),
    approval_no TEXT,
    approval_meeting TEXT,
    referrer TEXT,
    suspended_on TEXT CHECK (suspended_on IS date(suspended_on, '+0 days')), -- the suspension that still holds
    suspended_reason TEXT,
    suspended_document TEXT,
    left_on TEXT CHECK (left_on IS date(left_on, '+0 days')),
    left_kind TEXT CHECK (left_kind = 'RESIGNED' OR left_kind = 'EXPELLED' OR left_kind = 'ENDED'),
    left_reason TEXT,
    left_document TEXT,
    certificate_no TEXT,
    service_officer TEXT, -- 服务专员
    licence_filed INTEGER NOT NULL DEFAULT 0 CHECK (licence_filed IN (0, 1)), -- 法人执照已登记
    registered_on TEXT CHECK (registered_on IS date(registered_on, '+0 days')), -- entered in the office's member system
    notes TEXT,
    CHECK ((unit_id IS NULL) <> (person_id IS NULL)),
    CHECK (applied_on IS NULL OR joined_on IS NULL OR applied_on <= joined_on),
    CHECK (left_on IS NULL OR (joined_on IS NOT NULL AND joined_on < left_on)),
    CHECK (left_kind IS NULL OR left_on IS NOT NULL),
    CHECK (suspended_on IS NULL OR (joined_on IS NOT NULL AND joined_on <= suspended_on))
) STRICT;
INSERT INTO members_0014 SELECT * FROM members;
DELETE FROM sqlite_sequence WHERE name = 'members_0014';
INSERT INTO sqlite_sequence (name, seq) SELECT 'members_0014', seq FROM sqlite_sequence WHERE name = 'members';
DROP TABLE members;
ALTER TABLE members_0014 RENAME TO members;
CREATE INDEX members_joined ON members (joined_on, left_on);
CREATE INDEX members_certificate ON members (certificate_no) WHERE certificate_no IS NOT NULL;
CREATE INDEX members_unit ON members (unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX members_person ON members (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX members_left ON members (left_on) WHERE left_on IS NOT NULL;
CREATE INDEX members_service_officer ON members (service_officer) WHERE service_officer IS NOT NULL;
CREATE UNIQUE INDEX members_current_unit ON members (unit_id) WHERE left_on IS NULL AND unit_id IS NOT NULL;
CREATE UNIQUE INDEX members_current_person ON members (person_id) WHERE left_on IS NULL AND person_id IS NOT NULL;

CREATE TABLE member_levels_0014 (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    member_id INTEGER NOT NULL REFERENCES members (id),
    level TEXT NOT NULL CHECK (
        level = 'CHAIR' OR level = 'VICE_CHAIR' OR level = 'STANDING' OR level = 'COUNCIL' OR
        level = 'SUPERVISOR' OR level = 'ORDINARY'),
    from_on TEXT NOT NULL CHECK (from_on IS date(from_on, '+0 days')),
    note TEXT,
    document TEXT,
    UNIQUE (member_id, from_on)
) STRICT;
INSERT INTO member_levels_0014 SELECT * FROM member_levels;
DELETE FROM sqlite_sequence WHERE name = 'member_levels_0014';
INSERT INTO sqlite_sequence (name, seq) SELECT 'member_levels_0014', seq FROM sqlite_sequence WHERE name = 'member_levels';
DROP TABLE member_levels;
ALTER TABLE member_levels_0014 RENAME TO member_levels;

DROP INDEX people_phone;
CREATE INDEX people_phone ON people (phone) WHERE phone IS NOT NULL;
DROP INDEX people_merged_into;
CREATE INDEX people_merged_into ON people (merged_into_id) WHERE merged_into_id IS NOT NULL;

CREATE TRIGGER member_spans_member_update AFTER UPDATE OF joined_on, left_on ON members
WHEN OLD.joined_on IS NOT NEW.joined_on OR OLD.left_on IS NOT NEW.left_on
BEGIN
    DELETE FROM member_spans WHERE member_id = NEW.id;
    INSERT INTO member_spans (member_id, level, from_on, to_on)
    SELECT s.member_id, s.level, s.from_on, s.to_on FROM v_member_level_spans AS s WHERE s.member_id = NEW.id;
END;
CREATE TRIGGER member_spans_level_update AFTER UPDATE ON member_levels
BEGIN
    DELETE FROM member_spans WHERE member_id IN (OLD.member_id, NEW.member_id);
    INSERT INTO member_spans (member_id, level, from_on, to_on)
    SELECT s.member_id, s.level, s.from_on, s.to_on FROM v_member_level_spans AS s
    WHERE s.member_id IN (OLD.member_id, NEW.member_id);
END;
CREATE TRIGGER member_spans_level_delete AFTER DELETE ON member_levels
BEGIN
    DELETE FROM member_spans WHERE member_id = OLD.member_id;
    INSERT INTO member_spans (member_id, level, from_on, to_on)
    SELECT s.member_id, s.level, s.from_on, s.to_on FROM v_member_level_spans AS s WHERE s.member_id = OLD.member_id;
END;
CREATE TRIGGER member_spans_first_level_insert AFTER INSERT ON member_levels
WHEN NOT EXISTS (SELECT 1 FROM member_levels AS l WHERE l.member_id = NEW.member_id AND l.id <> NEW.id)
BEGIN
    INSERT INTO member_spans (member_id, level, from_on, to_on)
    SELECT m.id, NEW.level, max(NEW.from_on, m.joined_on), m.left_on FROM members AS m
    WHERE m.id = NEW.member_id AND m.joined_on IS NOT NULL
        AND max(NEW.from_on, m.joined_on) < coalesce(m.left_on, '9999-12-31');
END;
CREATE TRIGGER member_spans_level_insert AFTER INSERT ON member_levels
WHEN EXISTS (SELECT 1 FROM member_levels AS l WHERE l.member_id = NEW.member_id AND l.id <> NEW.id)
BEGIN
    DELETE FROM member_spans WHERE member_id = NEW.member_id;
    INSERT INTO member_spans (member_id, level, from_on, to_on)
    SELECT s.member_id, s.level, s.from_on, s.to_on FROM v_member_level_spans AS s WHERE s.member_id = NEW.member_id;
END;
PRAGMA legacy_alter_table = OFF;
