-- Fields of the office's own for units and members. Owner: office.

CREATE TABLE custom_fields (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    owner TEXT NOT NULL CHECK (owner IN ('UNIT', 'MEMBER')), -- whose field it is
    name TEXT NOT NULL CHECK (length(trim(name)) BETWEEN 1 AND 40),
    kind TEXT NOT NULL CHECK (kind IN ('TEXT', 'NUMBER', 'MONEY', 'DATE', 'CHOICE', 'YES_NO')),
    choices TEXT NOT NULL DEFAULT '', -- of a CHOICE, one a line
    place INTEGER NOT NULL CHECK (place >= 1), -- order on the form
    UNIQUE (owner, name)
) STRICT;

-- value: TEXT and CHOICE as typed, NUMBER as a decimal, MONEY as fen, DATE as ISO text, YES_NO as 1 or 0. No row: not given.
-- record_id is an id of units or members; which, custom_fields.owner says.
CREATE TABLE custom_values (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    field_id INTEGER NOT NULL REFERENCES custom_fields (id),
    record_id INTEGER NOT NULL,
    value TEXT NOT NULL CHECK (length(value) > 0),
    UNIQUE (field_id, record_id)
) STRICT;
CREATE INDEX custom_values_record ON custom_values (record_id, field_id);
CREATE INDEX custom_values_value ON custom_values (field_id, value);

CREATE VIEW v_custom_values AS
SELECT v.field_id, f.owner, f.name, f.kind, v.record_id, v.value
FROM custom_values AS v
JOIN custom_fields AS f ON f.id = v.field_id;
