-- Events and meetings, who took part, what came of them. Owner: activities.

CREATE TABLE activities (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  code TEXT NOT NULL UNIQUE CHECK (length(code) > 0),
  name TEXT NOT NULL CHECK (length(name) > 0),
  kind TEXT NOT NULL CHECK (kind IN ('MEETING', 'TRAINING', 'FORUM', 'EXHIBITION', 'MATCHING', 'PROMOTION', 'VISIT',
    'SYMPOSIUM', 'PARTY', 'EXCHANGE', 'SCIENCE', 'OTHER')),
  series TEXT,
  own_role TEXT NOT NULL CHECK (own_role IN ('HOST', 'UNDERTAKE', 'LEAD_UNDERTAKE', 'JOINT_UNDERTAKE', 'ASSIST',
    'ORGANISE_EXHIBITORS', 'ATTEND')),
  is_industry_event INTEGER NOT NULL DEFAULT 0 CHECK (is_industry_event IN (0, 1)),
  status TEXT NOT NULL DEFAULT 'HELD' CHECK (status IN ('PLANNED', 'HELD', 'CANCELLED', 'POSTPONED')),
  starts_on TEXT NOT NULL CHECK (starts_on IS date(starts_on, '+0 days')),
  ends_on TEXT NOT NULL CHECK (ends_on IS date(ends_on, '+0 days') AND ends_on >= starts_on),
  -- a source may know only the month; starts_on is then its first and ends_on its last day
  date_precision TEXT NOT NULL DEFAULT 'DAY' CHECK (date_precision IN ('DAY', 'MONTH')),
  place TEXT,
  district TEXT,
  venue_count INTEGER CHECK (venue_count >= 1),
  is_online INTEGER NOT NULL DEFAULT 0 CHECK (is_online IN (0, 1)),
  task_unit_id INTEGER REFERENCES units (id),
  task_received_on TEXT CHECK (task_received_on IS date(task_received_on, '+0 days')),
  participants_micro INTEGER,
  participants_qualifier TEXT CHECK (participants_qualifier IN ('exact', 'above', 'below', 'about', 'unknown')),
  participants_wording TEXT,
  online_micro INTEGER,
  online_qualifier TEXT CHECK (online_qualifier IN ('exact', 'above', 'below', 'about', 'unknown')),
  online_wording TEXT,
  enterprises_micro INTEGER,
  enterprises_qualifier TEXT CHECK (enterprises_qualifier IN ('exact', 'above', 'below', 'about', 'unknown')),
  enterprises_wording TEXT,
  content TEXT,
  outcome TEXT,
  publicity TEXT,
  -- of a meeting of the body: 理事会, 会员大会; its term and its number in the term
  body TEXT CHECK (body IN ('GENERAL_MEETING', 'COUNCIL', 'SUPERVISORS', 'COUNCIL_AND_SUPERVISORS', 'STANDING_COUNCIL', 'OFFICE', 'OTHER')),
  term_number INTEGER CHECK (term_number >= 1),
  session_number INTEGER CHECK (session_number >= 1),
  is_enlarged INTEGER NOT NULL DEFAULT 0 CHECK (is_enlarged IN (0, 1)),
  agenda TEXT,
  -- publicity must reach the superior body within days of the event, where the office has that clock
  reported_on TEXT CHECK (reported_on IS date(reported_on, '+0 days')),
  responsible_id INTEGER REFERENCES people (id),
  tags TEXT,
  notes TEXT
) STRICT;
CREATE INDEX activities_starts_on ON activities (starts_on);
CREATE INDEX activities_kind ON activities (kind, starts_on);
CREATE INDEX activities_task_unit ON activities (task_unit_id);
CREATE INDEX activities_responsible ON activities (responsible_id);

CREATE TABLE activity_partners (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  activity_id INTEGER NOT NULL REFERENCES activities (id),
  unit_id INTEGER NOT NULL REFERENCES units (id),
  role TEXT NOT NULL CHECK (role IN ('GUIDE', 'HOST', 'UNDERTAKE', 'ASSIST', 'SUPPORT', 'VENUE', 'MEDIA')),
  note TEXT,
  UNIQUE (activity_id, unit_id, role)
) STRICT;
CREATE INDEX activity_partners_unit ON activity_partners (unit_id);

CREATE TABLE activity_attendees (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  activity_id INTEGER NOT NULL REFERENCES activities (id),
  line_no INTEGER NOT NULL CHECK (line_no >= 1),
  unit_id INTEGER REFERENCES units (id),
  person_id INTEGER REFERENCES people (id),
  -- as written on the sign-up list when neither is in the books yet, and the number written beside it
  name_as_given TEXT,
  phone TEXT,
  capacity TEXT NOT NULL DEFAULT 'PARTICIPANT'
    CHECK (capacity IN ('PARTICIPANT', 'EXHIBITOR', 'SPEAKER', 'EXPERT', 'LEADER', 'VISITOR', 'OWN_STAFF')),
  head_count INTEGER NOT NULL DEFAULT 1 CHECK (head_count >= 0),
  signed_in INTEGER CHECK (signed_in IN (0, 1)),
  note TEXT,
  UNIQUE (activity_id, line_no),
  CHECK (unit_id IS NOT NULL OR person_id IS NOT NULL OR name_as_given IS NOT NULL)
) STRICT;
CREATE INDEX activity_attendees_unit ON activity_attendees (unit_id);
CREATE INDEX activity_attendees_person ON activity_attendees (person_id);

CREATE TABLE activity_outcomes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  activity_id INTEGER NOT NULL REFERENCES activities (id),
  line_no INTEGER NOT NULL CHECK (line_no >= 1),
  kind TEXT NOT NULL CHECK (kind IN ('RESOLUTION', 'DOCUMENT_ADOPTED', 'MATCH', 'SIGNING', 'DEMANDS_COLLECTED', 'PUBLICITY',
    'PRESENTATION', 'SPEECH', 'OTHER')),
  title TEXT NOT NULL CHECK (length(title) > 0),
  on_date TEXT NOT NULL CHECK (on_date IS date(on_date, '+0 days')),
  unit_id INTEGER REFERENCES units (id),
  other_unit_id INTEGER REFERENCES units (id),
  -- how many the outcome stands for; NULL counts as one
  quantity_micro INTEGER,
  quantity_qualifier TEXT CHECK (quantity_qualifier IN ('exact', 'above', 'below', 'about', 'unknown')),
  quantity_wording TEXT,
  quantity_unit TEXT,
  amount_fen INTEGER,
  note TEXT,
  UNIQUE (activity_id, line_no)
) STRICT;
CREATE INDEX activity_outcomes_kind ON activity_outcomes (kind, on_date);
CREATE INDEX activity_outcomes_unit ON activity_outcomes (unit_id);
CREATE INDEX activity_outcomes_other_unit ON activity_outcomes (other_unit_id);

CREATE VIEW v_activities AS
SELECT a.id, a.code, a.name, a.kind, a.series, a.own_role, a.is_industry_event, a.status, a.starts_on, a.ends_on,
  a.date_precision, a.place, a.district, a.venue_count, a.is_online, t.canonical_id AS task_unit_id, t.name AS task_unit_name,
  a.task_received_on, a.participants_micro, a.participants_qualifier, a.participants_wording, a.online_micro,
  a.online_qualifier, a.online_wording, a.enterprises_micro, a.enterprises_qualifier, a.enterprises_wording, a.content,
  a.outcome, a.publicity, a.body, a.term_number, a.session_number, a.is_enlarged, a.agenda, a.reported_on, a.notes
FROM activities AS a
LEFT JOIN v_units AS t ON t.id = a.task_unit_id;

CREATE VIEW v_activity_partners AS
SELECT p.id, p.activity_id, u.canonical_id AS unit_id, u.name AS unit_name, u.kind AS unit_kind, p.role, p.note, a.starts_on, a.status,
  a.name AS activity_name, a.code AS activity_code
FROM activity_partners AS p
JOIN activities AS a ON a.id = p.activity_id
JOIN v_units AS u ON u.id = p.unit_id;

CREATE VIEW v_activity_attendees AS
SELECT t.id, t.activity_id, t.line_no, u.canonical_id AS unit_id, u.name AS unit_name, u.display_name AS unit_short_name, u.kind AS unit_kind,
  t.person_id, t.name_as_given, t.capacity, t.head_count, t.signed_in, a.starts_on, a.status, a.name AS activity_name,
  a.code AS activity_code, a.series, a.kind AS activity_kind, a.is_industry_event
FROM activity_attendees AS t
JOIN activities AS a ON a.id = t.activity_id
LEFT JOIN v_units AS u ON u.id = t.unit_id;

CREATE VIEW v_activity_outcomes AS
SELECT o.id, o.activity_id, o.line_no, o.kind, o.title, o.on_date, u.canonical_id AS unit_id, u.name AS unit_name,
  v.canonical_id AS other_unit_id, v.name AS other_unit_name, o.quantity_micro, o.quantity_qualifier, o.quantity_wording, o.quantity_unit, o.amount_fen,
  a.starts_on, a.status, a.name AS activity_name, a.code AS activity_code, a.series, a.kind AS activity_kind
FROM activity_outcomes AS o
JOIN activities AS a ON a.id = o.activity_id
LEFT JOIN v_units AS u ON u.id = o.unit_id
LEFT JOIN v_units AS v ON v.id = o.other_unit_id;

-- The list as people see it: the day or only the month, figures with their words, how many rows hang on each event.
CREATE VIEW v_activity_list AS
SELECT a.id, a.code, a.name, a.kind, a.series, a.own_role, a.is_industry_event, a.status, a.starts_on, a.ends_on,
  CASE
    WHEN a.date_precision = 'MONTH' THEN substr(a.starts_on, 1, 7)
    WHEN a.ends_on > a.starts_on THEN a.starts_on || '至' || substr(a.ends_on, 6)
    ELSE a.starts_on
  END AS date_text,
  a.place, a.district, a.venue_count, a.is_online, a.participants_micro, a.enterprises_micro, a.online_micro,
    CASE
      WHEN a.participants_qualifier IS NULL THEN NULL
      WHEN a.participants_qualifier = 'unknown' THEN 'X'
      WHEN a.participants_wording IN ('余', '多', '以上', '左右') THEN n.participants || a.participants_wording
      ELSE coalesce(a.participants_wording, '') || n.participants
    END AS participants_text,
    CASE
      WHEN a.enterprises_qualifier IS NULL THEN NULL
      WHEN a.enterprises_qualifier = 'unknown' THEN 'X'
      WHEN a.enterprises_wording IN ('余', '多', '以上', '左右') THEN n.enterprises || a.enterprises_wording
      ELSE coalesce(a.enterprises_wording, '') || n.enterprises
    END AS enterprises_text,
    CASE
      WHEN a.online_qualifier IS NULL THEN NULL
      WHEN a.online_qualifier = 'unknown' THEN 'X'
      WHEN a.online_wording IN ('余', '多', '以上', '左右') THEN n.online || a.online_wording
      ELSE coalesce(a.online_wording, '') || n.online
    END AS online_text,
  a.content, a.outcome, a.publicity, a.body, a.term_number, a.session_number, a.reported_on, a.tags, t.name AS task_unit_name,
  p.name AS responsible_name,
  (SELECT count(*) FROM activity_attendees AS k WHERE k.activity_id = a.id) AS attendee_rows,
  (SELECT count(*) FROM activity_outcomes AS k WHERE k.activity_id = a.id) AS outcome_rows
FROM activities AS a
JOIN (
  SELECT id,
    rtrim(rtrim(printf('%d.%06d', participants_micro / 1000000, participants_micro % 1000000), '0'), '.') AS participants,
    rtrim(rtrim(printf('%d.%06d', enterprises_micro / 1000000, enterprises_micro % 1000000), '0'), '.') AS enterprises,
    rtrim(rtrim(printf('%d.%06d', online_micro / 1000000, online_micro % 1000000), '0'), '.') AS online
  FROM activities
) AS n ON n.id = a.id
LEFT JOIN v_units AS t ON t.id = a.task_unit_id
LEFT JOIN v_people AS p ON p.id = a.responsible_id;
