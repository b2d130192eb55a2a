-- What imports remember: which title of a sheet is which column, and the rows that wait to be mended (待补).

-- Columns that a person matched by hand, by kind of record and title of the sheet (half-width, folded, without blanks).
CREATE TABLE import_columns (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    kind TEXT NOT NULL CHECK (length(kind) > 0),
    title TEXT NOT NULL CHECK (length(title) > 0),
    column_key TEXT, -- NULL: the column is not imported
    UNIQUE (kind, title)
) STRICT;

-- Rows that an import could not take. They wait with their cells as the sheet had them and the reasons.
CREATE TABLE import_pending (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    kind TEXT NOT NULL CHECK (length(kind) > 0),
    source_name TEXT NOT NULL, -- of the file, or 粘贴的内容
    row_number INTEGER NOT NULL CHECK (row_number >= 0), -- as the spreadsheet showed it
    cells TEXT NOT NULL CHECK (substr(cells, 1, 1) = '{'), -- column key → text
    reasons TEXT NOT NULL CHECK (substr(reasons, 1, 1) = '['), -- [{field, code, message}]
    recorded_at TEXT NOT NULL,
    UNIQUE (kind, cells) -- a second import of the same sheet adds nothing
) STRICT;
