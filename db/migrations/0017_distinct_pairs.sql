-- Pairs of units or people that look like one and were found to be two (不是重复). Owner: parties.

-- first_id and second_id are ids of units or of people; which, kind says. No foreign keys: a mark outlives the removal of a
-- record, and is there again when the removal is undone.
CREATE TABLE distinct_pairs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    kind TEXT NOT NULL CHECK (kind IN ('UNIT', 'PERSON')),
    first_id INTEGER NOT NULL,
    second_id INTEGER NOT NULL,
    marked_on TEXT NOT NULL CHECK (marked_on IS date(marked_on, '+0 days')),
    marked_by TEXT NOT NULL, -- a name, not a key: the mark outlives its user
    UNIQUE (kind, first_id, second_id),
    CHECK (first_id < second_id)
) STRICT;
CREATE INDEX distinct_pairs_second ON distinct_pairs (kind, second_id);

-- As what the two have become: a mark of a unit that was merged away holds for the one that goes on.
CREATE VIEW v_distinct_pairs AS
SELECT d.id, d.revision, d.kind, a.canonical_id AS first_id, a.code AS first_code, a.name AS first_name,
  b.canonical_id AS second_id, b.code AS second_code, b.name AS second_name, d.marked_on, d.marked_by
FROM distinct_pairs AS d
JOIN v_units AS a ON a.id = d.first_id
JOIN v_units AS b ON b.id = d.second_id
WHERE d.kind = 'UNIT' AND a.canonical_id <> b.canonical_id
UNION ALL
SELECT d.id, d.revision, d.kind, a.canonical_id AS first_id, a.code AS first_code, a.name AS first_name,
  b.canonical_id AS second_id, b.code AS second_code, b.name AS second_name, d.marked_on, d.marked_by
FROM distinct_pairs AS d
JOIN v_people AS a ON a.id = d.first_id
JOIN v_people AS b ON b.id = d.second_id
WHERE d.kind = 'PERSON' AND a.canonical_id <> b.canonical_id;
