-- Services, visits, matches, incoming tasks, problems with clocks, projects and research. Owner: casework.

CREATE TABLE cases (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  code TEXT NOT NULL UNIQUE CHECK (length(code) > 0),
  kind TEXT NOT NULL CHECK (kind IN ('SERVICE', 'VISIT', 'MATCH', 'TASKFORCE', 'INCOMING', 'PROBLEM', 'HAZARD', 'APPLICATION',
    'RESEARCH', 'SUPPLY', 'DEMAND', 'FINANCING', 'POLICY', 'LIAISON', 'INTERNAL')),
  category TEXT,
  title TEXT NOT NULL CHECK (length(title) > 0),
  content TEXT,
  source TEXT,
  -- who set the task, and its paper
  issuer_unit_id INTEGER REFERENCES units (id),
  document_number TEXT,
  urgency TEXT CHECK (urgency IN ('NORMAL', 'URGENT', 'VERY_URGENT')),
  activity_id INTEGER REFERENCES activities (id),
  handler_id INTEGER REFERENCES people (id),
  opened_on TEXT NOT NULL CHECK (opened_on IS date(opened_on, '+0 days')),
  date_precision TEXT NOT NULL DEFAULT 'DAY' CHECK (date_precision IN ('DAY', 'MONTH', 'YEAR')),
  due_on TEXT CHECK (due_on IS date(due_on, '+0 days')),
  extended_due_on TEXT CHECK (extended_due_on IS date(extended_due_on, '+0 days')),
  status TEXT NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'DOING', 'DONE', 'VERIFIED', 'WITHDRAWN')),
  closed_on TEXT CHECK (closed_on IS date(closed_on, '+0 days')),
  result TEXT,
  -- what the one served said of it
  feedback TEXT,
  satisfaction INTEGER CHECK (satisfaction BETWEEN 1 AND 5),
  quantity_micro INTEGER,
  quantity_qualifier TEXT CHECK (quantity_qualifier IN ('exact', 'above', 'below', 'about', 'unknown')),
  quantity_wording TEXT,
  quantity_unit TEXT,
  amount_fen INTEGER,
  reopened_count INTEGER NOT NULL DEFAULT 0 CHECK (reopened_count >= 0),
  tags TEXT,
  notes TEXT,
  CHECK ((status IN ('DONE', 'VERIFIED', 'WITHDRAWN')) = (closed_on IS NOT NULL)),
  CHECK (closed_on IS NULL OR closed_on >= opened_on)
) STRICT;
CREATE INDEX cases_kind ON cases (kind, opened_on);
CREATE INDEX cases_status ON cases (status, due_on);
CREATE INDEX cases_opened_on ON cases (opened_on);
CREATE INDEX cases_issuer ON cases (issuer_unit_id);
CREATE INDEX cases_activity ON cases (activity_id);
CREATE INDEX cases_handler ON cases (handler_id);

CREATE TABLE case_units (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  unit_id INTEGER NOT NULL REFERENCES units (id),
  role TEXT NOT NULL DEFAULT 'SERVED' CHECK (role IN ('SERVED', 'THIRD_PARTY', 'SUPPLIER', 'DEMANDER', 'PARTNER', 'EXPERT', 'BANK')),
  note TEXT,
  UNIQUE (case_id, unit_id, role)
) STRICT;
CREATE INDEX case_units_unit ON case_units (unit_id);

CREATE TABLE case_steps (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  line_no INTEGER NOT NULL CHECK (line_no >= 1),
  on_date TEXT NOT NULL CHECK (on_date IS date(on_date, '+0 days')),
  kind TEXT NOT NULL CHECK (kind IN ('ACCEPT', 'FOLLOW_UP', 'TRIP', 'EXTEND', 'CLOSE', 'REVISIT', 'REOPEN', 'MILESTONE')),
  content TEXT,
  person_id INTEGER REFERENCES people (id),
  unit_id INTEGER REFERENCES units (id),
  -- a sub-deadline is a MILESTONE with due_on, done when done_on is there
  due_on TEXT CHECK (due_on IS date(due_on, '+0 days')),
  done_on TEXT CHECK (done_on IS date(done_on, '+0 days')),
  UNIQUE (case_id, line_no)
) STRICT;
CREATE INDEX case_steps_date ON case_steps (kind, on_date);
CREATE INDEX case_steps_person ON case_steps (person_id);
CREATE INDEX case_steps_unit ON case_steps (unit_id);

-- A list sent out with a case and who has answered (名单与回执).
CREATE TABLE case_receipts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  unit_id INTEGER NOT NULL REFERENCES units (id),
  sent_on TEXT CHECK (sent_on IS date(sent_on, '+0 days')),
  answered_on TEXT CHECK (answered_on IS date(answered_on, '+0 days')),
  answer TEXT,
  UNIQUE (case_id, unit_id)
) STRICT;
CREATE INDEX case_receipts_unit ON case_receipts (unit_id);

CREATE VIEW v_cases AS
SELECT c.id, c.code, c.kind, c.category, c.title, c.content, c.source, i.canonical_id AS issuer_unit_id, i.name AS issuer_name,
  c.document_number, c.activity_id, c.opened_on, c.date_precision, c.due_on, c.extended_due_on,
  coalesce(c.extended_due_on, c.due_on) AS effective_due_on, c.status, c.closed_on, c.result, c.feedback, c.satisfaction,
  c.quantity_micro, c.quantity_qualifier, c.quantity_wording, c.quantity_unit, c.amount_fen, c.tags, c.notes
FROM cases AS c
LEFT JOIN v_units AS i ON i.id = c.issuer_unit_id;

CREATE VIEW v_case_units AS
SELECT k.id, k.case_id, u.canonical_id AS unit_id, u.name AS unit_name, u.display_name AS unit_short_name, u.kind AS unit_kind, k.role,
  c.code AS case_code, c.kind AS case_kind, c.category, c.title AS case_title, c.opened_on, c.closed_on, c.status, c.feedback,
  c.satisfaction
FROM case_units AS k
JOIN cases AS c ON c.id = k.case_id
JOIN v_units AS u ON u.id = k.unit_id;

CREATE VIEW v_case_steps AS
SELECT s.id, s.case_id, s.line_no, s.on_date, s.kind, s.content, u.canonical_id AS unit_id, u.name AS unit_name, s.due_on, s.done_on,
  c.code AS case_code, c.kind AS case_kind, c.title AS case_title, c.category
FROM case_steps AS s
JOIN cases AS c ON c.id = s.case_id
LEFT JOIN v_units AS u ON u.id = s.unit_id;

-- The list as people see it: whom it serves by name, the deadline that holds, how far the answers have come.
CREATE VIEW v_case_list AS
SELECT c.id, c.code, c.kind, c.category, c.title, c.content, c.source, i.name AS issuer_name, c.document_number, c.urgency,
  c.activity_id, a.code AS activity_code, p.name AS handler_name, c.opened_on,
  CASE c.date_precision
    WHEN 'YEAR' THEN substr(c.opened_on, 1, 4)
    WHEN 'MONTH' THEN substr(c.opened_on, 1, 7)
    ELSE c.opened_on
  END AS date_text,
  coalesce(c.extended_due_on, c.due_on) AS effective_due_on, c.extended_due_on IS NOT NULL AS is_extended, c.status, c.closed_on,
  c.result, c.feedback, c.satisfaction, c.amount_fen, c.reopened_count, c.tags,
  (SELECT group_concat(x.name, '、') FROM (
    SELECT u.display_name AS name FROM case_units AS k JOIN v_units AS u ON u.id = k.unit_id
    WHERE k.case_id = c.id AND k.role IN ('SERVED', 'DEMANDER', 'SUPPLIER') ORDER BY k.id) AS x) AS served,
  (SELECT group_concat(x.name, '、') FROM (
    SELECT u.name AS name FROM case_units AS k JOIN v_units AS u ON u.id = k.unit_id
    WHERE k.case_id = c.id AND k.role IN ('SERVED', 'DEMANDER', 'SUPPLIER') ORDER BY k.id) AS x) AS served_names,
  (SELECT group_concat(x.name, '、') FROM (
    SELECT u.display_name AS name FROM case_units AS k JOIN v_units AS u ON u.id = k.unit_id
    WHERE k.case_id = c.id AND k.role IN ('THIRD_PARTY', 'PARTNER', 'EXPERT', 'BANK') ORDER BY k.id) AS x) AS helpers,
  (SELECT max(s.on_date) FROM case_steps AS s WHERE s.case_id = c.id) AS last_step_on,
  (SELECT count(*) FROM case_receipts AS r WHERE r.case_id = c.id) AS receipts_sent,
  (SELECT count(*) FROM case_receipts AS r WHERE r.case_id = c.id AND r.answered_on IS NOT NULL) AS receipts_answered
FROM cases AS c
LEFT JOIN v_units AS i ON i.id = c.issuer_unit_id
LEFT JOIN v_people AS p ON p.id = c.handler_id
LEFT JOIN v_activities AS a ON a.id = c.activity_id;
