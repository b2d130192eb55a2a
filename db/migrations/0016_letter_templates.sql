-- Letters of the office's own (docs/report-templates.md). Owner: desk. The source holds name and label too; this name is the one
-- that counts.
CREATE TABLE letter_templates (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL UNIQUE CHECK (length(trim(name)) BETWEEN 1 AND 40),
    source TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 20000)
) STRICT;
