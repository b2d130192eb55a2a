-- Membership from application to leaving, levels and posts with their dates. Owner: members.

-- What a member is on a day follows from the dates alone: applying before joined_on, a member in [joined_on, left_on),
-- suspended from suspended_on on. No stored status, so none can be out of date. Who comes back is a new row.
CREATE TABLE members (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 40), -- 会员编号
    unit_id INTEGER NOT NULL REFERENCES units (id),
    applied_on TEXT CHECK (applied_on IS date(applied_on, '+0 days')),
    joined_on TEXT CHECK (joined_on IS date(joined_on, '+0 days')),
    approval_no TEXT,
    approval_meeting TEXT,
    referrer TEXT,
    suspended_on TEXT CHECK (suspended_on IS date(suspended_on, '+0 days')),
    suspended_reason TEXT,
    left_on TEXT CHECK (left_on IS date(left_on, '+0 days')),
    left_reason TEXT,
    certificate_no TEXT,
    service_officer TEXT, -- 服务专员
    licence_filed INTEGER NOT NULL DEFAULT 0 CHECK (licence_filed IN (0, 1)), -- 法人执照已登记
    registered_on TEXT CHECK (registered_on IS date(registered_on, '+0 days')),          -- entered in the office's member system
    notes TEXT,
    CHECK (applied_on IS NULL OR joined_on IS NULL OR applied_on <= joined_on),
    CHECK (left_on IS NULL OR (joined_on IS NOT NULL AND joined_on < left_on)),
    CHECK (suspended_on IS NULL OR (joined_on IS NOT NULL AND joined_on <= suspended_on))
) STRICT;
CREATE UNIQUE INDEX members_current_unit ON members (unit_id) WHERE left_on IS NULL;
CREATE INDEX members_unit ON members (unit_id);
CREATE INDEX members_joined ON members (joined_on, left_on);
CREATE INDEX members_left ON members (left_on);
CREATE INDEX members_service_officer ON members (service_officer);

-- A level holds from from_on until the next row of the member; so there is neither gap nor overlap.
CREATE TABLE member_levels (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    member_id INTEGER NOT NULL REFERENCES members (id),
    level TEXT NOT NULL CHECK (level IN ('CHAIR', 'VICE_CHAIR', 'STANDING', 'COUNCIL', 'SUPERVISOR', 'ORDINARY')),
    from_on TEXT NOT NULL CHECK (from_on IS date(from_on, '+0 days')),
    note TEXT,
    UNIQUE (member_id, from_on)
) STRICT;

-- Posts in the office's bodies by term, [from_on, to_on); unit_id is whom the person stands for.
CREATE TABLE member_posts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    person_id INTEGER NOT NULL REFERENCES people (id),
    unit_id INTEGER REFERENCES units (id),
    term_id INTEGER NOT NULL REFERENCES terms (id),
    post TEXT NOT NULL CHECK (post IN ('CHAIR', 'VICE_CHAIR', 'STANDING_DIRECTOR', 'DIRECTOR', 'CHIEF_SUPERVISOR', 'SUPERVISOR',
        'SECRETARY_GENERAL', 'DEPUTY_SECRETARY_GENERAL', 'REPRESENTATIVE', 'PARTY_LIAISON', 'OTHER')),
    title TEXT NOT NULL DEFAULT '', -- as the office calls it, where that differs
    from_on TEXT NOT NULL CHECK (from_on IS date(from_on, '+0 days')),
    to_on TEXT CHECK (to_on IS date(to_on, '+0 days')),
    notes TEXT,
    UNIQUE (person_id, term_id, post, title, from_on),
    CHECK (to_on IS NULL OR from_on < to_on),
    CHECK (post <> 'OTHER' OR title <> '')
) STRICT;
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

-- Levels with the day on which the next one begins; NULL while it holds.
CREATE VIEW v_member_levels AS
SELECT l.id, l.member_id, l.level, l.from_on,
    lead(l.from_on) OVER (PARTITION BY l.member_id ORDER BY l.from_on) AS to_on, l.note
FROM member_levels AS l;

-- One row a membership. "Member as of D" is joined_on <= D AND (left_on IS NULL OR left_on > D). has_licence, has_field and
-- has_contact say what the books hold now, registered_on when it was entered.
CREATE VIEW v_memberships AS
SELECT m.id, m.code, u.canonical_id AS unit_id, u.code AS unit_code, u.name, u.display_name, u.short_name, u.credit_code, u.kind,
    u.ownership, u.district, u.zone, u.chain, u.chain_segment, u.field, u.size, u.is_above_scale, u.above_scale_year,
    u.employees, u.technical_staff, u.party_members, u.is_listed, m.applied_on, m.joined_on, m.left_on, m.left_reason,
    m.suspended_on, m.service_officer, m.registered_on, m.licence_filed AS has_licence,
    CASE WHEN u.field IS NULL THEN 0 ELSE 1 END AS has_field,
    CASE WHEN EXISTS (SELECT 1 FROM contacts AS c JOIN people AS p ON p.id = c.person_id
        WHERE c.unit_id = u.canonical_id AND c.to_on IS NULL AND p.phone IS NOT NULL) THEN 1 ELSE 0 END AS has_contact,
    (SELECT l.level FROM member_levels AS l WHERE l.member_id = m.id ORDER BY l.from_on DESC LIMIT 1) AS level,
    CASE WHEN m.left_on IS NOT NULL THEN 'LEFT' WHEN m.joined_on IS NULL THEN 'APPLYING'
        WHEN m.suspended_on IS NOT NULL THEN 'SUSPENDED' ELSE 'ACTIVE' END AS status
FROM members AS m
JOIN v_units AS u ON u.id = m.unit_id;

CREATE VIEW v_member_posts AS
SELECT p.id, n.canonical_id AS person_id, n.name AS person_name, u.canonical_id AS unit_id, u.name AS unit_name, p.term_id,
    t.number AS term_number, p.post, p.title, p.from_on, p.to_on
FROM member_posts AS p
JOIN v_people AS n ON n.id = p.person_id
JOIN terms AS t ON t.id = p.term_id
LEFT JOIN v_units AS u ON u.id = p.unit_id;

CREATE VIEW v_member_list AS
SELECT m.id, m.code, m.unit_id, m.name, m.short_name, m.credit_code, m.level, m.status, m.kind, m.ownership, m.field, m.chain,
    m.zone, m.district, m.size, m.is_above_scale, m.is_listed, m.employees, m.applied_on, m.joined_on, m.left_on, m.registered_on,
    m.has_licence, m.service_officer, c.person_name AS contact_name, c.post AS contact_post, c.phone AS contact_phone,
    u.legal_representative, u.products, u.mailing_address, u.registered_capital_fen, u.founded_on, u.tags,
    s.certificate_no, s.approval_no, s.referrer, s.notes
FROM v_memberships AS m
JOIN members AS s ON s.id = m.id
JOIN units AS u ON u.id = m.unit_id
LEFT JOIN v_unit_contact AS c ON c.unit_id = m.unit_id;
