-- Fields of the office's own as the window uses them. Owner: office. No program before this one wrote any.

-- A retired field keeps its values, but no form and no list shows it.
ALTER TABLE custom_fields ADD COLUMN is_retired INTEGER NOT NULL DEFAULT 0 CHECK (is_retired IN (0, 1));

DROP VIEW v_custom_values;
DROP TABLE custom_values;

-- value: TEXT and CHOICE as typed, NUMBER in millionths, MONEY in fen, DATE as ISO text, YES_NO as 1 or 0. Empty: emptied again; the
-- row stays, since its history is that of the record. record_id is an id of units or members; which, custom_fields.owner says.
CREATE TABLE custom_values (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    field_id INTEGER NOT NULL REFERENCES custom_fields (id),
    record_id INTEGER NOT NULL,
    value TEXT NOT NULL DEFAULT '',
    UNIQUE (field_id, record_id)
) STRICT;
CREATE INDEX custom_values_record ON custom_values (record_id, field_id);

CREATE VIEW v_custom_values AS
SELECT v.field_id, f.owner, f.name, f.kind, f.is_retired, v.record_id, v.value
FROM custom_values AS v
JOIN custom_fields AS f ON f.id = v.field_id
WHERE v.value <> '';

-- Rows of the page 自定义字段.
CREATE VIEW v_custom_field_list AS
SELECT f.id, f.owner, f.name, f.kind, replace(f.choices, char(10), '；') AS choices, f.place,
    CASE WHEN f.is_retired = 1 THEN 'RETIRED' ELSE 'IN_USE' END AS state,
    (SELECT count(*) FROM custom_values AS v WHERE v.field_id = f.id AND v.value <> '') AS used
FROM custom_fields AS f;

-- What a text may say of a row that is a unit or a member, by the names of the fields: a member has those of its unit too.
CREATE VIEW v_custom_details AS
SELECT 'units' AS object_type, v.record_id AS object_id, v.field_id, v.value
FROM v_custom_values AS v
WHERE v.owner = 'UNIT' AND v.is_retired = 0
UNION ALL
SELECT 'members', v.record_id, v.field_id, v.value
FROM v_custom_values AS v
WHERE v.owner = 'MEMBER' AND v.is_retired = 0
UNION ALL
SELECT 'members', m.id, v.field_id, v.value
FROM members AS m
JOIN v_custom_values AS v ON v.record_id = m.unit_id
WHERE v.owner = 'UNIT' AND v.is_retired = 0;
