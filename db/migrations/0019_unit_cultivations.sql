-- 培育库: which units are brought on towards what, and how far each is. Owner: parties.

-- A round of one unit in one pool. Its stage on a day is the last of the four days that has come; with none it is being brought on.
CREATE TABLE unit_cultivations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    unit_id INTEGER NOT NULL REFERENCES units (id),
    pool TEXT NOT NULL CHECK (
        pool = 'TO_SCALE' OR pool = 'HIDDEN_CHAMPION' OR pool = 'SPECIALISED' OR pool = 'OVER_100M' OR pool = 'DIGITAL' OR
        pool = 'OTHER'),
    title TEXT NOT NULL DEFAULT '', -- which one, for OTHER
    year INTEGER NOT NULL CHECK (year BETWEEN 1949 AND 2999),
    declared_on TEXT CHECK (declared_on IS date(declared_on, '+0 days')),   -- 申报
    passed_on TEXT CHECK (passed_on IS date(passed_on, '+0 days')), -- 过审
    entered_on TEXT CHECK (entered_on IS date(entered_on, '+0 days')),   -- 入库; for 小升规: 升规入统
    out_on TEXT CHECK (out_on IS date(out_on, '+0 days')),            -- 出库; for 小升规: 退规; the first day outside
    notes TEXT,
    UNIQUE (unit_id, pool, title, year),
    CHECK (declared_on IS NULL OR passed_on IS NULL OR declared_on <= passed_on),
    CHECK (declared_on IS NULL OR entered_on IS NULL OR declared_on <= entered_on),
    CHECK (passed_on IS NULL OR entered_on IS NULL OR passed_on <= entered_on),
    CHECK (out_on IS NULL OR (entered_on IS NOT NULL AND entered_on < out_on)),
    CHECK (pool <> 'OTHER' OR title <> '')
) STRICT;
CREATE INDEX unit_cultivations_pool ON unit_cultivations (pool, entered_on);

-- With names, merges resolved.
CREATE VIEW v_unit_cultivations AS
SELECT c.id, u.canonical_id AS unit_id, u.code AS unit_code, u.name AS unit_name, u.display_name, u.district, u.zone, c.pool, c.title,
    c.year, c.declared_on, c.passed_on, c.entered_on, c.out_on, c.notes
FROM unit_cultivations AS c
JOIN v_units AS u ON u.id = c.unit_id;

-- The pools that a unit is in or on its way into, for a column of lists: by the key of the unit, so that a list of 100,000 does not
-- group all rounds for each of its rows.
CREATE VIEW v_unit_pools AS
SELECT u.id AS unit_id,
    (SELECT group_concat(DISTINCT c.pool) FROM unit_cultivations AS c WHERE c.unit_id = u.id AND c.out_on IS NULL) AS pools
FROM units AS u;
