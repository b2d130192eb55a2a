-- Indicators that are observed rather than counted, and the year's targets. Owner: planning.

CREATE TABLE indicators (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  code TEXT NOT NULL UNIQUE CHECK (length(code) > 0),
  name TEXT NOT NULL CHECK (length(name) > 0),
  unit TEXT NOT NULL,
  definition TEXT,
  decimals INTEGER NOT NULL DEFAULT 0 CHECK (decimals BETWEEN 0 AND 6),
  notes TEXT
) STRICT;

CREATE TABLE observations (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  indicator_id INTEGER NOT NULL REFERENCES indicators (id),
  -- the span it speaks of, both ends included; a level (followers) is from = to
  from_on TEXT NOT NULL CHECK (from_on IS date(from_on, '+0 days')),
  to_on TEXT NOT NULL CHECK (to_on IS date(to_on, '+0 days') AND to_on >= from_on),
  stage TEXT NOT NULL DEFAULT 'ACTUAL' CHECK (stage IN ('EXPECTED', 'PRELIMINARY', 'ACTUAL')),
  value_micro INTEGER,
  value_qualifier TEXT NOT NULL DEFAULT 'exact' CHECK (value_qualifier IN ('exact', 'above', 'below', 'about', 'unknown')),
  value_wording TEXT,
  -- growth as the source prints it, in millionths of one (0.305 is 305000), where last year's value is not in the books
  growth_micro INTEGER,
  source TEXT,
  UNIQUE (indicator_id, from_on, to_on, stage),
  CHECK ((value_micro IS NULL) = (value_qualifier = 'unknown'))
) STRICT;
CREATE INDEX observations_to ON observations (indicator_id, to_on);

CREATE TABLE plan_items (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  code TEXT NOT NULL UNIQUE CHECK (length(code) > 0),
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  line_no INTEGER NOT NULL CHECK (line_no >= 1),
  kind TEXT NOT NULL DEFAULT 'TARGET' CHECK (kind IN ('TARGET', 'TASK', 'PROBLEM')),
  section TEXT,
  title TEXT NOT NULL CHECK (length(title) > 0),
  -- the metric that measures it; NULL for a task that is only done or not done
  metric TEXT,
  metric_filter TEXT,
  direction TEXT NOT NULL DEFAULT 'AT_LEAST' CHECK (direction IN ('AT_LEAST', 'AT_MOST', 'REACH', 'DONE')),
  target_micro INTEGER,
  target_fen INTEGER,
  unit TEXT,
  baseline_micro INTEGER,
  baseline_qualifier TEXT CHECK (baseline_qualifier IN ('exact', 'above', 'below', 'about', 'unknown')),
  baseline_wording TEXT,
  baseline_fen INTEGER,
  due_on TEXT CHECK (due_on IS date(due_on, '+0 days')),
  done_on TEXT CHECK (done_on IS date(done_on, '+0 days')),
  responsible_id INTEGER REFERENCES people (id),
  carried_from_id INTEGER REFERENCES plan_items (id),
  notes TEXT,
  UNIQUE (year, kind, line_no),
  CHECK (target_micro IS NULL OR target_fen IS NULL)
) STRICT;
CREATE INDEX plan_items_year ON plan_items (year, kind);
CREATE INDEX plan_items_responsible ON plan_items (responsible_id);
CREATE INDEX plan_items_carried_from ON plan_items (carried_from_id);

-- Sub-deadlines of a target ("100 by the end of July").
CREATE TABLE plan_milestones (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  plan_item_id INTEGER NOT NULL REFERENCES plan_items (id),
  title TEXT NOT NULL,
  due_on TEXT NOT NULL CHECK (due_on IS date(due_on, '+0 days')),
  target_micro INTEGER,
  UNIQUE (plan_item_id, due_on)
) STRICT;

CREATE VIEW v_observations AS
SELECT o.id, o.indicator_id, i.code AS indicator_code, i.name AS indicator_name, i.unit, i.decimals, o.from_on, o.to_on,
  o.stage, o.value_micro, o.value_qualifier, o.value_wording, o.growth_micro, o.source
FROM observations AS o
JOIN indicators AS i ON i.id = o.indicator_id;

CREATE VIEW v_plan_items AS
SELECT p.id, p.code, p.year, p.line_no, p.kind, p.section, p.title, p.metric, p.metric_filter, p.direction, p.target_micro,
  p.target_fen, p.unit, p.baseline_micro, p.baseline_qualifier, p.baseline_wording, p.baseline_fen, p.due_on, p.done_on, p.notes
FROM plan_items AS p;
