-- 往来函件: which letter was made from which template for which member. Owner: members.
CREATE TABLE letters (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    member_id INTEGER NOT NULL REFERENCES members (id),
    template TEXT NOT NULL CHECK (length(template) BETWEEN 1 AND 80),
    title TEXT NOT NULL CHECK (length(trim(title)) BETWEEN 1 AND 200),
    file_kind TEXT NOT NULL CHECK (file_kind IN ('DOCX', 'PDF')),
    made_at TEXT NOT NULL CHECK (made_at IS strftime('%Y-%m-%dT%H:%M:%fZ', made_at)),
    made_by TEXT NOT NULL CHECK (length(made_by) BETWEEN 1 AND 40), -- a name, not a key: the letter outlives its user
    UNIQUE (member_id, template, made_at)
) STRICT;
CREATE INDEX letters_made ON letters (made_at);

-- A number is given once: who gives one looks here first.
CREATE INDEX members_certificate ON members (certificate_no) WHERE certificate_no IS NOT NULL;
