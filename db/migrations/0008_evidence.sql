-- Files kept as evidence (their bytes lie in NAME.files/, by content) and the records that they speak for. Owner: evidence.

CREATE TABLE evidence_files (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  -- of the plain bytes: where the object lies, and how anybody can check it
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  -- by its first bytes, never by its name
  media TEXT NOT NULL CHECK (media IN ('JPEG', 'PNG', 'WEBP', 'GIF', 'BMP', 'HEIC', 'TIFF', 'SVG', 'PDF', 'OFD', 'XML', 'HTML',
    'DOCX', 'XLSX', 'PPTX', 'OFFICE', 'ZIP', 'RAR', 'SEVENZIP', 'VIDEO', 'AUDIO', 'TEXT', 'PROGRAM', 'OTHER')),
  -- as the user's file was called: data, never a path
  name TEXT NOT NULL CHECK (length(name) > 0),
  taken_on TEXT CHECK (taken_on IS date(taken_on, '+0 days')),
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE evidence_links (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  file_id INTEGER NOT NULL REFERENCES evidence_files (id),
  -- any record of any module: the key of its list and its id
  object_type TEXT NOT NULL CHECK (length(object_type) > 0),
  object_id INTEGER NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 1),
  caption TEXT,
  UNIQUE (object_type, object_id, file_id)
) STRICT;
CREATE INDEX evidence_links_file ON evidence_links (file_id);

-- Objects that no record refers to, and since when; the sweep's own notes, outside history.
CREATE TABLE evidence_orphans (
  sha256 TEXT PRIMARY KEY,
  since_at TEXT NOT NULL
) STRICT;

CREATE VIEW v_evidence AS
SELECT l.id, l.object_type, l.object_id, l.position, l.caption, l.file_id, f.sha256, f.bytes, f.media, f.name, f.taken_on, f.added_at
FROM evidence_links AS l
JOIN evidence_files AS f ON f.id = l.file_id;
