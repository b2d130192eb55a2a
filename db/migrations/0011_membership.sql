-- foreign_keys: off
-- Members that are persons, suspensions that have ended, the steps of an admission, further posts, documents of each change,
-- yearly figures as people word them; and spans of levels for counts as of any day. Owners: members (members, member_*),
-- parties (unit_*).

DROP VIEW v_member_list;
DROP VIEW v_member_posts;
DROP VIEW v_memberships;
DROP VIEW v_member_levels;
DROP VIEW v_unit_qualifications;
DROP VIEW v_unit_years;

CREATE TABLE members_0011 (
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
    left_kind TEXT CHECK (left_kind IN ('RESIGNED', 'EXPELLED', 'ENDED')),
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
INSERT INTO members_0011 (id, revision, code, unit_id, applied_on, joined_on, approval_no, approval_meeting, referrer,
    suspended_on, suspended_reason, left_on, left_reason, certificate_no, service_officer, licence_filed, registered_on, notes)
SELECT id, revision, code, unit_id, applied_on, joined_on, approval_no, approval_meeting, referrer, suspended_on,
    suspended_reason, left_on, left_reason, certificate_no, service_officer, licence_filed, registered_on, notes
FROM members;
-- An id is never used twice, so the counter goes along with the table.
DELETE FROM sqlite_sequence WHERE name = 'members_0011';
INSERT INTO sqlite_sequence (name, seq) SELECT 'members_0011', seq FROM sqlite_sequence WHERE name = 'members';
DROP TABLE members;
ALTER TABLE members_0011 RENAME TO members;
CREATE UNIQUE INDEX members_current_unit ON members (unit_id) WHERE left_on IS NULL;
CREATE UNIQUE INDEX members_current_person ON members (person_id) WHERE left_on IS NULL;
CREATE INDEX members_unit ON members (unit_id);
CREATE INDEX members_person ON members (person_id);
CREATE INDEX members_joined ON members (joined_on, left_on);
CREATE INDEX members_left ON members (left_on);
CREATE INDEX members_service_officer ON members (service_officer);

-- Suspensions that have ended, [from_on, to_on). The one that still holds stands in members, so each stands once.
CREATE TABLE member_suspensions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    member_id INTEGER NOT NULL REFERENCES members (id),
    from_on TEXT NOT NULL CHECK (from_on IS date(from_on, '+0 days')),
    to_on TEXT NOT NULL CHECK (to_on IS date(to_on, '+0 days')),
    reason TEXT,
    document TEXT,
    UNIQUE (member_id, from_on),
    CHECK (from_on < to_on)
) STRICT;
CREATE INDEX member_suspensions_from ON member_suspensions (from_on, to_on);

-- 申请→初审→考察→审议→缴费→发证: what was done for an admission, where the office keeps it.
CREATE TABLE member_steps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    member_id INTEGER NOT NULL REFERENCES members (id),
    kind TEXT NOT NULL CHECK (kind IN ('APPLICATION', 'REVIEW', 'VISIT', 'DELIBERATION', 'PAYMENT', 'CERTIFICATE')),
    on_date TEXT NOT NULL CHECK (on_date IS date(on_date, '+0 days')),
    result TEXT NOT NULL CHECK (result IN ('PASSED', 'REFUSED', 'DEFERRED')),
    meeting TEXT,
    document TEXT,
    note TEXT,
    UNIQUE (member_id, kind, on_date)
) STRICT;
CREATE INDEX member_steps_kind ON member_steps (kind, on_date);

ALTER TABLE member_levels ADD COLUMN document TEXT;

CREATE TABLE member_posts_0011 (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    person_id INTEGER NOT NULL REFERENCES people (id),
    unit_id INTEGER REFERENCES units (id),
    term_id INTEGER NOT NULL REFERENCES terms (id),
    post TEXT NOT NULL CHECK (post IN ('CHAIR', 'ROTATING_CHAIR', 'EXECUTIVE_CHAIR', 'VICE_CHAIR', 'EXECUTIVE_VICE_CHAIR',
        'STANDING_DIRECTOR', 'DIRECTOR', 'CHIEF_SUPERVISOR', 'SUPERVISOR', 'SECRETARY_GENERAL', 'DEPUTY_SECRETARY_GENERAL',
        'HONORARY_CHAIR', 'ADVISER', 'REPRESENTATIVE', 'PARTY_LIAISON', 'OTHER')),
    title TEXT NOT NULL DEFAULT '', -- as the office calls it, where that differs
    from_on TEXT NOT NULL CHECK (from_on IS date(from_on, '+0 days')),
    to_on TEXT CHECK (to_on IS date(to_on, '+0 days')),
    document TEXT,
    notes TEXT,
    UNIQUE (person_id, term_id, post, title, from_on),
    CHECK (to_on IS NULL OR from_on < to_on),
    CHECK (post <> 'OTHER' OR title <> '')
) STRICT;
INSERT INTO member_posts_0011 (id, revision, person_id, unit_id, term_id, post, title, from_on, to_on, notes)
SELECT id, revision, person_id, unit_id, term_id, post, title, from_on, to_on, notes FROM member_posts;
DELETE FROM sqlite_sequence WHERE name = 'member_posts_0011';
INSERT INTO sqlite_sequence (name, seq) SELECT 'member_posts_0011', seq FROM sqlite_sequence WHERE name = 'member_posts';
DROP TABLE member_posts;
ALTER TABLE member_posts_0011 RENAME TO member_posts;
CREATE INDEX member_posts_unit ON member_posts (unit_id);
CREATE INDEX member_posts_term ON member_posts (term_id, post);
CREATE INDEX member_posts_from ON member_posts (from_on, to_on);
CREATE TRIGGER member_posts_no_overlap_insert BEFORE INSERT ON member_posts
WHEN EXISTS (SELECT 1 FROM member_posts AS p WHERE p.person_id = NEW.person_id AND p.post = NEW.post AND p.title = NEW.title
    AND (p.to_on IS NULL OR NEW.from_on < p.to_on) AND (NEW.to_on IS NULL OR p.from_on < NEW.to_on))
BEGIN
    SELECT RAISE(ABORT, '同一人的同一职务时间重叠');
END;
CREATE TRIGGER member_posts_no_overlap_update BEFORE UPDATE ON member_posts
WHEN EXISTS (SELECT 1 FROM member_posts AS p WHERE p.person_id = NEW.person_id AND p.post = NEW.post AND p.title = NEW.title
    AND p.id <> NEW.id AND (p.to_on IS NULL OR NEW.from_on < p.to_on) AND (NEW.to_on IS NULL OR p.from_on < NEW.to_on))
BEGIN
    SELECT RAISE(ABORT, '同一人的同一职务时间重叠');
END;

ALTER TABLE unit_qualifications ADD COLUMN batch TEXT; -- 第三批
-- How firm each figure of a year is; NULL: as given. An 'unknown' one has no number.
ALTER TABLE unit_years ADD COLUMN output_qualifier TEXT CHECK (output_qualifier IN ('above', 'below', 'about', 'unknown'));
ALTER TABLE unit_years ADD COLUMN output_wording TEXT;
ALTER TABLE unit_years ADD COLUMN revenue_qualifier TEXT CHECK (revenue_qualifier IN ('above', 'below', 'about', 'unknown'));
ALTER TABLE unit_years ADD COLUMN revenue_wording TEXT;
ALTER TABLE unit_years ADD COLUMN tax_qualifier TEXT CHECK (tax_qualifier IN ('above', 'below', 'about', 'unknown'));
ALTER TABLE unit_years ADD COLUMN tax_wording TEXT;
ALTER TABLE unit_years ADD COLUMN export_qualifier TEXT CHECK (export_qualifier IN ('above', 'below', 'about', 'unknown'));
ALTER TABLE unit_years ADD COLUMN export_wording TEXT;
ALTER TABLE unit_years ADD COLUMN employees_qualifier TEXT
    CHECK (employees_qualifier IN ('above', 'below', 'about', 'unknown'));
ALTER TABLE unit_years ADD COLUMN employees_wording TEXT;
ALTER TABLE unit_years ADD COLUMN technical_staff_qualifier TEXT
    CHECK (technical_staff_qualifier IN ('above', 'below', 'about', 'unknown'));
ALTER TABLE unit_years ADD COLUMN technical_staff_wording TEXT;

-- Derived: the days [from_on, to_on) on which somebody was a member at a level. Triggers make it anew from members and
-- member_levels, so undo and import keep it too; it lets 100,000 members be counted as of a day by one index.
CREATE TABLE member_spans (
    member_id INTEGER NOT NULL REFERENCES members (id),
    level TEXT NOT NULL,
    from_on TEXT NOT NULL,
    to_on TEXT,
    PRIMARY KEY (member_id, from_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_spans_level ON member_spans (level, from_on, to_on);

-- What member_spans is made from.
CREATE VIEW v_member_level_spans AS
SELECT s.member_id, s.level, s.from_on, nullif(s.to_on, '9999-12-31') AS to_on
FROM (
    SELECT l.member_id, l.level, max(l.from_on, m.joined_on) AS from_on,
        min(coalesce(m.left_on, '9999-12-31'), coalesce((
            SELECT min(n.from_on) FROM member_levels AS n
            WHERE n.member_id = l.member_id AND n.from_on > l.from_on), '9999-12-31')) AS to_on
    FROM member_levels AS l
    JOIN members AS m ON m.id = l.member_id
    WHERE m.joined_on IS NOT NULL) AS s
WHERE s.from_on < s.to_on;

CREATE TRIGGER member_spans_level_insert AFTER INSERT ON member_levels
BEGIN
    DELETE FROM member_spans WHERE member_id = NEW.member_id;
    INSERT INTO member_spans (member_id, level, from_on, to_on)
    SELECT s.member_id, s.level, s.from_on, s.to_on FROM v_member_level_spans AS s WHERE s.member_id = NEW.member_id;
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
CREATE TRIGGER member_spans_member_update AFTER UPDATE OF joined_on, left_on ON members
WHEN OLD.joined_on IS NOT NEW.joined_on OR OLD.left_on IS NOT NEW.left_on
BEGIN
    DELETE FROM member_spans WHERE member_id = NEW.id;
    INSERT INTO member_spans (member_id, level, from_on, to_on)
    SELECT s.member_id, s.level, s.from_on, s.to_on FROM v_member_level_spans AS s WHERE s.member_id = NEW.id;
END;
INSERT INTO member_spans (member_id, level, from_on, to_on)
SELECT s.member_id, s.level, s.from_on, s.to_on FROM v_member_level_spans AS s;

-- Levels with the day on which the next one begins; NULL while it holds.
CREATE VIEW v_member_levels AS
SELECT l.id, l.member_id, l.level, l.from_on,
    lead(l.from_on) OVER (PARTITION BY l.member_id ORDER BY l.from_on) AS to_on, l.document, l.note
FROM member_levels AS l;

-- member_spans for other rooms.
CREATE VIEW v_member_spans AS
SELECT s.member_id, s.level, s.from_on, s.to_on FROM member_spans AS s;

-- Every suspension, to_on NULL while it holds.
CREATE VIEW v_member_suspensions AS
SELECT s.member_id, s.from_on, s.to_on, s.reason, s.document FROM member_suspensions AS s
UNION ALL
SELECT m.id, m.suspended_on, m.left_on, m.suspended_reason, m.suspended_document FROM members AS m
WHERE m.suspended_on IS NOT NULL;

CREATE VIEW v_member_steps AS
SELECT s.id, s.member_id, s.kind, s.on_date, s.result, s.meeting, s.document, s.note FROM member_steps AS s;

-- One row a membership. "Member as of D" is joined_on <= D AND (left_on IS NULL OR left_on > D). has_licence, has_field and
-- has_contact say what the books hold now, registered_on when it was entered. kind is INDIVIDUAL for a person. Tables and not
-- v_units stand behind the outer joins: a view of joins there would be made whole for each question.
CREATE VIEW v_memberships AS
SELECT m.id, m.code, u.id AS unit_id, p.id AS person_id, u.code AS unit_code, coalesce(u.name, p.name) AS name,
    coalesce(u.short_name, u.name, p.name) AS display_name, u.short_name, u.credit_code, coalesce(u.kind, 'INDIVIDUAL') AS kind,
    u.ownership, u.district, u.zone, u.chain, u.chain_segment, u.field, u.size, u.is_above_scale, u.above_scale_year,
    u.employees, u.technical_staff, u.party_members, u.is_listed, u.parent_id, m.applied_on, m.joined_on, m.left_on, m.left_kind,
    m.left_reason, m.suspended_on, m.service_officer, m.registered_on, m.licence_filed AS has_licence,
    CASE WHEN u.field IS NULL THEN 0 ELSE 1 END AS has_field,
    CASE WHEN p.phone IS NOT NULL OR EXISTS (SELECT 1 FROM contacts AS c JOIN people AS n ON n.id = c.person_id
        WHERE c.unit_id = u.id AND c.to_on IS NULL AND n.phone IS NOT NULL) THEN 1 ELSE 0 END AS has_contact,
    (SELECT l.level FROM member_levels AS l WHERE l.member_id = m.id ORDER BY l.from_on DESC LIMIT 1) AS level,
    CASE WHEN m.left_on IS NOT NULL THEN 'LEFT'
        WHEN m.joined_on IS NULL THEN CASE WHEN (SELECT s.result FROM member_steps AS s WHERE s.member_id = m.id
            ORDER BY s.on_date DESC, s.id DESC LIMIT 1) = 'REFUSED' THEN 'REFUSED' ELSE 'APPLYING' END
        WHEN m.suspended_on IS NOT NULL THEN 'SUSPENDED' ELSE 'ACTIVE' END AS status
FROM members AS m
LEFT JOIN units AS a ON a.id = m.unit_id
LEFT JOIN units AS u ON u.id = coalesce(a.merged_into_id, a.id)
LEFT JOIN people AS b ON b.id = m.person_id
LEFT JOIN people AS p ON p.id = coalesce(b.merged_into_id, b.id);

CREATE VIEW v_member_posts AS
SELECT p.id, n.canonical_id AS person_id, n.name AS person_name, u.canonical_id AS unit_id, u.name AS unit_name, p.term_id,
    t.number AS term_number, p.post, p.title, p.from_on, p.to_on, p.document
FROM member_posts AS p
JOIN v_people AS n ON n.id = p.person_id
JOIN terms AS t ON t.id = p.term_id
LEFT JOIN v_units AS u ON u.id = p.unit_id;

CREATE VIEW v_unit_qualifications AS
SELECT q.id, u.canonical_id AS unit_id, u.name AS unit_name, u.display_name, q.kind, q.title, q.level, q.batch, q.awarded_on,
    q.expires_on
FROM unit_qualifications AS q
JOIN v_units AS u ON u.id = q.unit_id;

CREATE VIEW v_unit_years AS
SELECT y.id, u.canonical_id AS unit_id, u.name AS unit_name, u.display_name, y.year, y.stage, y.output_fen, y.output_qualifier,
    y.revenue_fen, y.revenue_qualifier, y.tax_fen, y.tax_qualifier, y.export_fen, y.export_qualifier, y.employees,
    y.employees_qualifier, y.technical_staff, y.technical_staff_qualifier
FROM unit_years AS y
JOIN v_units AS u ON u.id = y.unit_id;

CREATE VIEW v_member_list AS
SELECT m.id, m.code, m.unit_id, m.person_id, m.name, m.short_name, m.credit_code, m.level, m.status, m.kind, m.ownership, m.field,
    m.chain, m.chain_segment, m.zone, m.district, m.size, m.is_above_scale, m.is_listed, m.employees, m.technical_staff,
    m.applied_on, m.joined_on, m.left_on, m.left_kind, m.left_reason, m.suspended_on, m.registered_on, m.has_licence,
    m.service_officer, n.name AS contact_name, c.post AS contact_post, n.phone AS contact_phone, u.legal_representative,
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
LEFT JOIN people AS n ON n.id = coalesce(c.person_id, m.person_id);
