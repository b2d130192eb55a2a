-- Users, the audit log, change history, drafts, and the office that keeps the file.
--
-- Rules for every migration: STRICT tables, CHECKs for ranges. A table that Work writes has
-- `id INTEGER PRIMARY KEY AUTOINCREMENT` (an id is never used twice, so history and audit name one record for ever) and
-- `revision INTEGER NOT NULL DEFAULT 1`. Foreign keys without ON DELETE CASCADE or SET NULL: the engine would change rows
-- that history does not see. Dates *_on are ISO text (YYYY-MM-DD), instants *_at are UTC text (YYYY-MM-DDTHH:MM:SS.mmmZ).

CREATE TABLE users (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 40),
    roles INTEGER NOT NULL CHECK (roles BETWEEN 0 AND 31), -- bits of session::Role
    is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1))
) STRICT;

-- Beside users, because a password hash must never reach change history. A user without a row has no password.
CREATE TABLE user_passwords (
    user_id INTEGER PRIMARY KEY REFERENCES users (id),
    hash TEXT NOT NULL, -- argon2id, as crypto_pwhash_str writes it
    failed_attempts INTEGER NOT NULL DEFAULT 0 CHECK (failed_attempts >= 0),
    last_failed_at TEXT,
    changed_at TEXT NOT NULL
) STRICT;

-- One row a use case, chained by hash. No personal value of a record stands here.
CREATE TABLE audit_log (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    user_id INTEGER NOT NULL, -- no foreign key: an entry outlives its user
    user_name TEXT NOT NULL,
    operation TEXT NOT NULL,
    object_type TEXT,
    object_id INTEGER,
    outcome TEXT NOT NULL CHECK (outcome IN ('DONE', 'REFUSED', 'UNDONE')),
    batch_id INTEGER UNIQUE,
    reason TEXT,
    change_count INTEGER NOT NULL DEFAULT 0 CHECK (change_count >= 0),
    digest TEXT CHECK (length(digest) = 64),
    salt TEXT CHECK (length(salt) = 32),
    prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    CHECK ((outcome = 'REFUSED') = (batch_id IS NULL)),
    CHECK ((change_count = 0) = (digest IS NULL)),
    CHECK ((digest IS NULL) = (salt IS NULL))
) STRICT;
CREATE INDEX audit_log_at ON audit_log (at);
CREATE INDEX audit_log_user ON audit_log (user_id, id);
CREATE INDEX audit_log_operation ON audit_log (operation, id);
CREATE INDEX audit_log_object ON audit_log (object_type, object_id);

CREATE TRIGGER audit_log_no_update BEFORE UPDATE ON audit_log
BEGIN
    SELECT RAISE(ABORT, '操作日志只能追加，不能修改');
END;
CREATE TRIGGER audit_log_no_delete BEFORE DELETE ON audit_log
BEGIN
    SELECT RAISE(ABORT, '操作日志只能追加，不能删除');
END;
-- Also stops REPLACE over an existing entry, and gaps.
CREATE TRIGGER audit_log_append_only BEFORE INSERT ON audit_log
WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM audit_log)
BEGIN
    SELECT RAISE(ABORT, '操作日志只能按序追加');
END;

-- Before and after of every row that a batch changed: history, undo, one-field revert. Erasable, outside the hash chain.
CREATE TABLE changes (
    id INTEGER PRIMARY KEY,
    batch_id INTEGER NOT NULL, -- audit_log.batch_id; no foreign key: the audit row is written last
    seq INTEGER NOT NULL CHECK (seq >= 1),
    table_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('INSERT', 'UPDATE', 'DELETE')),
    before TEXT CHECK (substr(before, 1, 1) = '{'),
    after TEXT CHECK (substr(after, 1, 1) = '{'),
    CHECK ((kind = 'INSERT') = (before IS NULL)),
    CHECK ((kind = 'DELETE') = (after IS NULL)),
    UNIQUE (batch_id, seq)
) STRICT;
CREATE INDEX changes_row ON changes (table_name, row_id, batch_id);

-- What an open form held when it was last looked at; no record yet, so outside audit and history.
CREATE TABLE drafts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    form TEXT NOT NULL CHECK (length(form) > 0),
    object_id INTEGER, -- NULL: a new record
    user_id INTEGER NOT NULL REFERENCES users (id),
    content TEXT NOT NULL CHECK (substr(content, 1, 1) IN ('{', '[')),
    saved_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX drafts_place ON drafts (user_id, form, coalesce(object_id, 0));

-- One row: how the file was left, and how far the audit log had come (a cut tail shows here).
CREATE TABLE file_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    is_clean INTEGER NOT NULL CHECK (is_clean IN (0, 1)),
    opened_at TEXT,
    last_audit_id INTEGER NOT NULL CHECK (last_audit_id >= 0),
    last_audit_hash TEXT NOT NULL
) STRICT;
INSERT INTO file_state (id, is_clean, opened_at, last_audit_id, last_audit_hash)
VALUES (1, 1, NULL, 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE TABLE settings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    key TEXT NOT NULL UNIQUE CHECK (length(key) > 0),
    value TEXT NOT NULL
) STRICT;

-- The office that keeps this file: one row, made at first run.
CREATE TABLE office (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    revision INTEGER NOT NULL DEFAULT 1,
    name TEXT NOT NULL CHECK (length(name) > 0),
    short_name TEXT,
    kind TEXT NOT NULL CHECK (kind IN ('ALLIANCE', 'PARK', 'BUREAU')),
    credit_code TEXT CHECK (length(credit_code) = 18),
    addressee TEXT,  -- 主送: to whom the annual summary is addressed
    signer TEXT,     -- 落款
    authority TEXT,  -- 登记管理机关 or the body above
    region TEXT,
    address TEXT,
    contact TEXT,
    phone TEXT,
    registered_fund_fen INTEGER CHECK (registered_fund_fen >= 0), -- 注册资金, fen
    bookkeeping TEXT NOT NULL DEFAULT 'AGENT' CHECK (bookkeeping IN ('AGENT', 'OWN')),
    started_on TEXT CHECK (started_on IS date(started_on, '+0 days')),
    registered_on TEXT CHECK (registered_on IS date(registered_on, '+0 days'))
) STRICT;

-- 届次. Half-open: the term holds from from_on up to, not including, to_on.
CREATE TABLE terms (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    number INTEGER NOT NULL UNIQUE CHECK (number >= 1),
    title TEXT,
    from_on TEXT NOT NULL CHECK (from_on IS date(from_on, '+0 days')),
    to_on TEXT CHECK (to_on IS date(to_on, '+0 days')),
    CHECK (to_on IS NULL OR from_on < to_on)
) STRICT;

-- Days that differ from the plain week: a holiday on a weekday, a working day on a weekend (调休).
CREATE TABLE holidays (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,
    day_on TEXT NOT NULL UNIQUE CHECK (day_on IS date(day_on, '+0 days')),
    kind TEXT NOT NULL CHECK (kind IN ('HOLIDAY', 'WORKDAY')),
    name TEXT
) STRICT;

-- Last number given by name and year. Not in change history: undo must neither block nor reuse a number.
CREATE TABLE number_sequences (
    name TEXT NOT NULL,
    year INTEGER NOT NULL CHECK (year BETWEEN 0 AND 9999), -- 0: counts on over the years
    last INTEGER NOT NULL CHECK (last >= 1),
    PRIMARY KEY (name, year)
) STRICT;
