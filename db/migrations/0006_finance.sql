-- The ledger: double entry under the one-line entry screen, posted means frozen. Owner: finance.
-- '+0 days' makes date() turn 31 June into 1 July, so that no such day passes. A trigger's message is a stable code;
-- src/finance/ledger_errors.cpp has the words for people.

CREATE TABLE fiscal_years (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  year INTEGER NOT NULL UNIQUE CHECK (year BETWEEN 2000 AND 2100),
  chart_code TEXT NOT NULL CHECK (length(chart_code) > 0),
  status TEXT NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'CLOSED'))
) STRICT;

CREATE TABLE periods (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  year INTEGER NOT NULL REFERENCES fiscal_years (year),
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  status TEXT NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'CLOSED')),
  UNIQUE (year, month)
) STRICT;

CREATE TABLE accounts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  chart_code TEXT NOT NULL CHECK (length(chart_code) > 0),
  code TEXT NOT NULL CHECK (length(code) BETWEEN 4 AND 20),
  name TEXT NOT NULL CHECK (length(name) > 0),
  parent_id INTEGER REFERENCES accounts (id),
  kind TEXT NOT NULL CHECK (kind IN ('ASSET', 'LIABILITY', 'NET_ASSET', 'INCOME', 'EXPENSE')),
  normal_side TEXT NOT NULL CHECK (normal_side IN ('D', 'C')),
  restriction TEXT NOT NULL DEFAULT 'NA' CHECK (restriction IN ('NA', 'U', 'R')),
  role TEXT NOT NULL CHECK (length(role) > 0),
  postable INTEGER NOT NULL CHECK (postable IN (0, 1)),
  is_cash INTEGER NOT NULL DEFAULT 0 CHECK (is_cash IN (0, 1)),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  bank_name TEXT,    -- of a sub-account of 银行存款
  bank_number TEXT,
  UNIQUE (chart_code, code),
  CHECK (postable = 0 OR (kind IN ('INCOME', 'NET_ASSET')) = (restriction <> 'NA'))
) STRICT;
CREATE INDEX accounts_parent ON accounts (parent_id);
CREATE INDEX accounts_role ON accounts (role);

CREATE TABLE entry_categories (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
  direction TEXT NOT NULL CHECK (direction IN ('IN', 'OUT')),
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  cash_flow_item TEXT,
  sort INTEGER NOT NULL DEFAULT 0,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;
CREATE INDEX entry_categories_account ON entry_categories (account_id);

-- Money given for a purpose (限定性): what may be spent on what, and the net-asset account that holds the rest.
CREATE TABLE funds (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  code TEXT NOT NULL UNIQUE CHECK (length(code) > 0),
  name TEXT NOT NULL CHECK (length(name) > 0),
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  grantor_unit_id INTEGER REFERENCES units (id),
  document_number TEXT,
  purpose TEXT,
  from_on TEXT CHECK (from_on IS date(from_on, '+0 days')),
  to_on TEXT CHECK (to_on IS date(to_on, '+0 days')),
  notes TEXT,
  CHECK (from_on IS NULL OR to_on IS NULL OR from_on < to_on)
) STRICT;
CREATE INDEX funds_account ON funds (account_id);
CREATE INDEX funds_grantor ON funds (grantor_unit_id);

CREATE TABLE vouchers (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  period_id INTEGER NOT NULL REFERENCES periods (id),
  dated_on TEXT NOT NULL CHECK (length(dated_on) = 10),
  word TEXT NOT NULL DEFAULT '记' CHECK (length(word) > 0),
  number INTEGER CHECK (number >= 1),
  kind TEXT NOT NULL DEFAULT 'NORMAL' CHECK (kind IN ('NORMAL', 'OPENING', 'REVERSAL', 'ADJUST', 'RECLASS', 'CLOSING')),
  status TEXT NOT NULL DEFAULT 'DRAFT' CHECK (status IN ('DRAFT', 'POSTED')),
  agent_status TEXT NOT NULL DEFAULT 'NONE' CHECK (agent_status IN ('NONE', 'TO_HAND', 'HANDED', 'BOOKED')),
  agent_number TEXT,
  reverses_id INTEGER REFERENCES vouchers (id),
  replaces_id INTEGER REFERENCES vouchers (id),
  paper_count INTEGER NOT NULL DEFAULT 0 CHECK (paper_count >= 0),
  no_document_reason TEXT,
  prepared_by INTEGER NOT NULL,
  prepared_by_name TEXT NOT NULL,
  posted_by INTEGER,
  posted_by_name TEXT,
  posted_at TEXT,
  UNIQUE (period_id, word, number),
  UNIQUE (reverses_id),
  CHECK ((kind = 'REVERSAL') = (reverses_id IS NOT NULL)),
  CHECK (status = 'POSTED' OR number IS NULL),
  CHECK ((status = 'POSTED') = (number IS NOT NULL AND posted_by IS NOT NULL AND posted_at IS NOT NULL))
) STRICT;
CREATE INDEX vouchers_date ON vouchers (dated_on, id);
CREATE INDEX vouchers_status ON vouchers (status, dated_on);
CREATE INDEX vouchers_agent ON vouchers (agent_status, dated_on);
CREATE INDEX vouchers_replaces ON vouchers (replaces_id);

CREATE TABLE voucher_lines (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  voucher_id INTEGER NOT NULL REFERENCES vouchers (id),
  line_no INTEGER NOT NULL CHECK (line_no >= 1),
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  account_code TEXT, -- these three as at posting, NULL in a draft
  account_name TEXT,
  account_role TEXT,
  side TEXT NOT NULL CHECK (side IN ('D', 'C')),
  amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0 AND amount_fen BETWEEN -99999999999999 AND 99999999999999),
  summary TEXT NOT NULL CHECK (length(summary) > 0),
  unit_id INTEGER REFERENCES units (id),
  person_id INTEGER REFERENCES people (id),
  fund_id INTEGER REFERENCES funds (id),
  project_id INTEGER REFERENCES cases (id), -- a project is a case
  activity_id INTEGER REFERENCES activities (id),
  cash_flow_item TEXT,
  category_id INTEGER REFERENCES entry_categories (id), -- chosen on the entry screen; NULL in a voucher made by hand
  dues_year INTEGER CHECK (dues_year BETWEEN 2000 AND 2100), -- 所属年度, apart from the year of receipt
  UNIQUE (voucher_id, line_no)
) STRICT;
CREATE INDEX voucher_lines_account ON voucher_lines (account_id);
CREATE INDEX voucher_lines_unit ON voucher_lines (unit_id);
CREATE INDEX voucher_lines_person ON voucher_lines (person_id);
CREATE INDEX voucher_lines_fund ON voucher_lines (fund_id);
CREATE INDEX voucher_lines_project ON voucher_lines (project_id);
CREATE INDEX voucher_lines_activity ON voucher_lines (activity_id);
CREATE INDEX voucher_lines_category ON voucher_lines (category_id, dues_year);

CREATE TABLE ledger_chain (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  seq INTEGER NOT NULL UNIQUE CHECK (seq >= 1),
  voucher_id INTEGER NOT NULL UNIQUE REFERENCES vouchers (id),
  algo INTEGER NOT NULL,
  prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

-- 票据 that others issue and the office records: dues 票据 of the finance authority, tax invoices.
CREATE TABLE receipts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  voucher_id INTEGER NOT NULL REFERENCES vouchers (id),
  kind TEXT NOT NULL CHECK (kind IN ('DUES', 'TAX', 'OTHER')),
  code TEXT,
  number TEXT,
  dated_on TEXT CHECK (dated_on IS date(dated_on, '+0 days')),
  status TEXT NOT NULL CHECK (status IN ('TO_ISSUE', 'ISSUED', 'SENT', 'RED')),
  CHECK (status = 'TO_ISSUE' OR number IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX receipts_voucher ON receipts (voucher_id);
CREATE INDEX receipts_status ON receipts (status, dated_on);

CREATE TABLE bank_lines (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  dated_on TEXT NOT NULL CHECK (dated_on IS date(dated_on, '+0 days')),
  amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0), -- in is positive
  balance_fen INTEGER,
  counterparty TEXT,
  summary TEXT,
  bank_ref TEXT NOT NULL CHECK (length(bank_ref) > 0), -- the bank's reference, or a hash of the line
  occurrence INTEGER NOT NULL DEFAULT 1 CHECK (occurrence >= 1), -- of equal lines of one day
  import_batch TEXT,
  UNIQUE (account_id, bank_ref, occurrence)
) STRICT;
CREATE INDEX bank_lines_date ON bank_lines (account_id, dated_on);

CREATE TABLE bank_matches (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  bank_line_id INTEGER NOT NULL REFERENCES bank_lines (id),
  voucher_line_id INTEGER NOT NULL REFERENCES voucher_lines (id),
  amount_fen INTEGER NOT NULL CHECK (amount_fen <> 0),
  UNIQUE (bank_line_id, voucher_line_id)
) STRICT;
CREATE INDEX bank_matches_line ON bank_matches (voucher_line_id);

CREATE TABLE budgets (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  role TEXT NOT NULL CHECK (length(role) > 0),
  project_id INTEGER REFERENCES cases (id),
  amount_fen INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX budgets_place ON budgets (year, role, coalesce(project_id, 0));
CREATE INDEX budgets_project ON budgets (project_id);

-- Where a balance goes when a year has another chart than the year before.
CREATE TABLE chart_map (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  from_account_id INTEGER NOT NULL UNIQUE REFERENCES accounts (id),
  to_account_id INTEGER NOT NULL REFERENCES accounts (id),
  CHECK (from_account_id <> to_account_id)
) STRICT;
CREATE INDEX chart_map_to ON chart_map (to_account_id);

CREATE TABLE statement_snapshots (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL CHECK (length(kind) > 0),
  from_on TEXT NOT NULL CHECK (from_on IS date(from_on, '+0 days')),
  to_on TEXT NOT NULL CHECK (to_on IS date(to_on, '+0 days') AND to_on >= from_on),
  figures TEXT NOT NULL CHECK (figures LIKE '{%}'),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  approved_by TEXT,
  approved_on TEXT CHECK (approved_on IS date(approved_on, '+0 days')),
  is_stale INTEGER NOT NULL DEFAULT 0 CHECK (is_stale IN (0, 1))
) STRICT;
CREATE INDEX statement_snapshots_period ON statement_snapshots (kind, from_on);

-- What the bookkeeping agent has on the books, for comparison: figures of record.
CREATE TABLE agent_balances (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  period_id INTEGER NOT NULL REFERENCES periods (id),
  account_code TEXT NOT NULL CHECK (length(account_code) > 0),
  account_name TEXT NOT NULL,
  role TEXT, -- once mapped
  opening_fen INTEGER NOT NULL DEFAULT 0, -- debit is positive
  debit_fen INTEGER NOT NULL DEFAULT 0,
  credit_fen INTEGER NOT NULL DEFAULT 0,
  closing_fen INTEGER NOT NULL DEFAULT 0,
  UNIQUE (period_id, account_code)
) STRICT;

-- Years and months ------------------------------------------------------------------------------------------------------

CREATE TRIGGER fiscal_years_no_replace BEFORE INSERT ON fiscal_years
WHEN EXISTS (SELECT 1 FROM fiscal_years WHERE id = NEW.id OR year = NEW.year)
BEGIN SELECT RAISE(ABORT, 'year.exists'); END;

CREATE TRIGGER fiscal_years_update BEFORE UPDATE ON fiscal_years
BEGIN
  SELECT RAISE(ABORT, 'year.closed') WHERE OLD.status = 'CLOSED'
    AND (NEW.status <> 'CLOSED' OR NEW.chart_code <> OLD.chart_code OR NEW.year <> OLD.year OR NEW.id <> OLD.id);
  SELECT RAISE(ABORT, 'year.used') WHERE (NEW.chart_code <> OLD.chart_code OR NEW.year <> OLD.year OR NEW.id <> OLD.id)
    AND EXISTS (SELECT 1 FROM vouchers v JOIN periods p ON p.id = v.period_id WHERE p.year = OLD.year);
  SELECT RAISE(ABORT, 'year.exists') WHERE EXISTS (SELECT 1 FROM fiscal_years
    WHERE (id = NEW.id OR year = NEW.year) AND id <> OLD.id);
  SELECT RAISE(ABORT, 'year.open_periods') WHERE NEW.status = 'CLOSED' AND OLD.status = 'OPEN'
    AND EXISTS (SELECT 1 FROM periods WHERE year = OLD.year AND status = 'OPEN');
END;

CREATE TRIGGER periods_no_replace BEFORE INSERT ON periods
BEGIN
  SELECT RAISE(ABORT, 'period.exists') WHERE EXISTS (SELECT 1 FROM periods
    WHERE id = NEW.id OR (year = NEW.year AND month = NEW.month));
  SELECT RAISE(ABORT, 'year.closed') WHERE (SELECT status FROM fiscal_years WHERE year = NEW.year) = 'CLOSED';
END;

CREATE TRIGGER periods_update BEFORE UPDATE ON periods
BEGIN
  SELECT RAISE(ABORT, 'period.used') WHERE (NEW.id <> OLD.id OR NEW.year <> OLD.year OR NEW.month <> OLD.month)
    AND EXISTS (SELECT 1 FROM vouchers WHERE period_id = OLD.id);
  SELECT RAISE(ABORT, 'period.exists') WHERE EXISTS (SELECT 1 FROM periods
    WHERE (id = NEW.id OR (year = NEW.year AND month = NEW.month)) AND id <> OLD.id);
  SELECT RAISE(ABORT, 'period.drafts') WHERE NEW.status = 'CLOSED' AND OLD.status = 'OPEN'
    AND EXISTS (SELECT 1 FROM vouchers WHERE period_id = OLD.id AND status = 'DRAFT');
  SELECT RAISE(ABORT, 'year.closed') WHERE NEW.status = 'OPEN' AND OLD.status = 'CLOSED'
    AND (SELECT status FROM fiscal_years WHERE year = OLD.year) = 'CLOSED';
  SELECT RAISE(ABORT, 'period.not_newest') WHERE NEW.status = 'OPEN' AND OLD.status = 'CLOSED'
    AND EXISTS (SELECT 1 FROM periods WHERE status = 'CLOSED' AND year * 12 + month > OLD.year * 12 + OLD.month);
END;

-- Accounts ----------------------------------------------------------------------------------------------------------------

CREATE TRIGGER accounts_insert BEFORE INSERT ON accounts
BEGIN
  SELECT RAISE(ABORT, 'account.exists') WHERE EXISTS (SELECT 1 FROM accounts
    WHERE id = NEW.id OR (chart_code = NEW.chart_code AND code = NEW.code));
  SELECT RAISE(ABORT, 'account.parent_is_leaf') WHERE NEW.parent_id IS NOT NULL
    AND (SELECT postable FROM accounts WHERE id = NEW.parent_id) = 1;
  SELECT RAISE(ABORT, 'account.parent_chart') WHERE NEW.parent_id IS NOT NULL
    AND (SELECT chart_code FROM accounts WHERE id = NEW.parent_id) <> NEW.chart_code;
END;

CREATE TRIGGER accounts_update BEFORE UPDATE ON accounts
BEGIN
  SELECT RAISE(ABORT, 'account.used')
  WHERE (NEW.id IS NOT OLD.id OR NEW.code IS NOT OLD.code OR NEW.kind IS NOT OLD.kind
      OR NEW.normal_side IS NOT OLD.normal_side OR NEW.restriction IS NOT OLD.restriction OR NEW.role IS NOT OLD.role
      OR NEW.chart_code IS NOT OLD.chart_code OR NEW.postable IS NOT OLD.postable OR NEW.is_cash IS NOT OLD.is_cash
      OR NEW.parent_id IS NOT OLD.parent_id)
    AND EXISTS (SELECT 1 FROM voucher_lines l JOIN vouchers v ON v.id = l.voucher_id
      WHERE l.account_id = OLD.id AND v.status = 'POSTED');
  SELECT RAISE(ABORT, 'account.exists') WHERE EXISTS (SELECT 1 FROM accounts
    WHERE (id = NEW.id OR (chart_code = NEW.chart_code AND code = NEW.code)) AND id <> OLD.id);
  SELECT RAISE(ABORT, 'account.has_children') WHERE NEW.postable = 1
    AND EXISTS (SELECT 1 FROM accounts WHERE parent_id = OLD.id);
  SELECT RAISE(ABORT, 'account.parent_is_leaf') WHERE NEW.parent_id IS NOT OLD.parent_id AND NEW.parent_id IS NOT NULL
    AND (SELECT postable FROM accounts WHERE id = NEW.parent_id) = 1;
END;

CREATE TRIGGER accounts_delete BEFORE DELETE ON accounts
WHEN EXISTS (SELECT 1 FROM voucher_lines WHERE account_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'account.used'); END;

-- Vouchers ----------------------------------------------------------------------------------------------------------------

-- DELETE triggers stay silent for REPLACE unless recursive_triggers is on; a BEFORE INSERT guard never does.
CREATE TRIGGER vouchers_insert BEFORE INSERT ON vouchers
BEGIN
  SELECT RAISE(ABORT, 'voucher.insert_posted') WHERE NEW.status <> 'DRAFT';
  SELECT RAISE(ABORT, 'voucher.replace') WHERE EXISTS (SELECT 1 FROM vouchers WHERE id = NEW.id
    OR (period_id = NEW.period_id AND word = NEW.word AND number = NEW.number) OR reverses_id = NEW.reverses_id);
  SELECT RAISE(ABORT, 'voucher.period_closed')
    WHERE (SELECT status FROM periods WHERE id = NEW.period_id) = 'CLOSED';
END;

CREATE TRIGGER vouchers_update BEFORE UPDATE ON vouchers WHEN OLD.status = 'DRAFT'
BEGIN
  SELECT RAISE(ABORT, 'voucher.replace') WHERE EXISTS (SELECT 1 FROM vouchers WHERE id <> OLD.id AND (id = NEW.id
    OR (period_id = NEW.period_id AND word = NEW.word AND number = NEW.number) OR reverses_id = NEW.reverses_id));
  SELECT RAISE(ABORT, 'voucher.period_closed')
    WHERE (SELECT status FROM periods WHERE id = NEW.period_id) = 'CLOSED';
END;

CREATE TRIGGER vouchers_post BEFORE UPDATE ON vouchers WHEN OLD.status = 'DRAFT' AND NEW.status = 'POSTED'
BEGIN
  SELECT RAISE(ABORT, 'voucher.period_closed') WHERE NOT EXISTS (SELECT 1 FROM periods p
    JOIN fiscal_years y ON y.year = p.year WHERE p.id = NEW.period_id AND p.status = 'OPEN' AND y.status = 'OPEN');
  SELECT RAISE(ABORT, 'voucher.date_outside') WHERE NEW.dated_on IS NOT date(NEW.dated_on, '+0 days')
    OR substr(NEW.dated_on, 1, 7) IS NOT (SELECT printf('%04d-%02d', year, month) FROM periods WHERE id = NEW.period_id);
  SELECT RAISE(ABORT, 'voucher.too_few_lines') WHERE (SELECT count(*) FROM voucher_lines WHERE voucher_id = NEW.id) < 2;
  SELECT RAISE(ABORT, 'voucher.unbalanced') WHERE (SELECT sum(CASE side WHEN 'D' THEN amount_fen ELSE -amount_fen END)
    FROM voucher_lines WHERE voucher_id = NEW.id) <> 0;
  SELECT RAISE(ABORT, 'voucher.group_account') WHERE EXISTS (SELECT 1 FROM voucher_lines l
    JOIN accounts a ON a.id = l.account_id WHERE l.voucher_id = NEW.id AND a.postable = 0);
  SELECT RAISE(ABORT, 'voucher.inactive_account') WHERE EXISTS (SELECT 1 FROM voucher_lines l
    JOIN accounts a ON a.id = l.account_id WHERE l.voucher_id = NEW.id AND a.active = 0);
  SELECT RAISE(ABORT, 'voucher.other_chart') WHERE EXISTS (SELECT 1 FROM voucher_lines l
    JOIN accounts a ON a.id = l.account_id JOIN periods p ON p.id = NEW.period_id JOIN fiscal_years y ON y.year = p.year
    WHERE l.voucher_id = NEW.id AND a.chart_code <> y.chart_code);
  SELECT RAISE(ABORT, 'voucher.red_amount') WHERE NEW.kind NOT IN ('REVERSAL', 'ADJUST')
    AND EXISTS (SELECT 1 FROM voucher_lines WHERE voucher_id = NEW.id AND amount_fen < 0);
  SELECT RAISE(ABORT, 'voucher.snapshot') WHERE EXISTS (SELECT 1 FROM voucher_lines l
    JOIN accounts a ON a.id = l.account_id WHERE l.voucher_id = NEW.id
      AND (l.account_code IS NOT a.code OR l.account_name IS NOT a.name OR l.account_role IS NOT a.role));
  SELECT RAISE(ABORT, 'voucher.number_gap') WHERE NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM vouchers
    WHERE period_id = NEW.period_id AND word = NEW.word);
  SELECT RAISE(ABORT, 'voucher.reverses_draft') WHERE NEW.reverses_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM vouchers
    WHERE id = NEW.reverses_id AND status = 'POSTED' AND kind <> 'REVERSAL');
  SELECT RAISE(ABORT, 'voucher.not_mirror') WHERE NEW.kind = 'REVERSAL' AND (
    EXISTS (SELECT line_no, account_id, side, -amount_fen, unit_id, person_id, fund_id, project_id, activity_id,
        cash_flow_item, category_id, dues_year FROM voucher_lines WHERE voucher_id = NEW.id
      EXCEPT SELECT line_no, account_id, side, amount_fen, unit_id, person_id, fund_id, project_id, activity_id,
        cash_flow_item, category_id, dues_year FROM voucher_lines WHERE voucher_id = NEW.reverses_id)
    OR EXISTS (SELECT line_no, account_id, side, -amount_fen, unit_id, person_id, fund_id, project_id, activity_id,
        cash_flow_item, category_id, dues_year FROM voucher_lines WHERE voucher_id = NEW.reverses_id
      EXCEPT SELECT line_no, account_id, side, amount_fen, unit_id, person_id, fund_id, project_id, activity_id,
        cash_flow_item, category_id, dues_year FROM voucher_lines WHERE voucher_id = NEW.id));
END;

-- What the bookkeeping agent reports comes after posting: agent_status, agent_number and the revision that counts them.
CREATE TRIGGER vouchers_posted_update BEFORE UPDATE ON vouchers
WHEN OLD.status = 'POSTED' AND (NEW.id IS NOT OLD.id OR NEW.period_id IS NOT OLD.period_id
  OR NEW.dated_on IS NOT OLD.dated_on OR NEW.word IS NOT OLD.word OR NEW.number IS NOT OLD.number
  OR NEW.kind IS NOT OLD.kind OR NEW.status IS NOT OLD.status OR NEW.reverses_id IS NOT OLD.reverses_id
  OR NEW.replaces_id IS NOT OLD.replaces_id OR NEW.paper_count IS NOT OLD.paper_count
  OR NEW.no_document_reason IS NOT OLD.no_document_reason OR NEW.prepared_by IS NOT OLD.prepared_by
  OR NEW.prepared_by_name IS NOT OLD.prepared_by_name OR NEW.posted_by IS NOT OLD.posted_by
  OR NEW.posted_by_name IS NOT OLD.posted_by_name OR NEW.posted_at IS NOT OLD.posted_at)
BEGIN SELECT RAISE(ABORT, 'voucher.posted'); END;

CREATE TRIGGER vouchers_posted_delete BEFORE DELETE ON vouchers WHEN OLD.status = 'POSTED'
BEGIN SELECT RAISE(ABORT, 'voucher.posted'); END;

CREATE TRIGGER voucher_lines_insert BEFORE INSERT ON voucher_lines
BEGIN
  SELECT RAISE(ABORT, 'voucher.posted') WHERE (SELECT status FROM vouchers WHERE id = NEW.voucher_id) = 'POSTED';
  SELECT RAISE(ABORT, 'voucher.replace') WHERE EXISTS (SELECT 1 FROM voucher_lines
    WHERE id = NEW.id OR (voucher_id = NEW.voucher_id AND line_no = NEW.line_no));
END;

CREATE TRIGGER voucher_lines_update BEFORE UPDATE ON voucher_lines
BEGIN
  SELECT RAISE(ABORT, 'voucher.posted') WHERE EXISTS (SELECT 1 FROM vouchers
    WHERE id IN (OLD.voucher_id, NEW.voucher_id) AND status = 'POSTED');
  SELECT RAISE(ABORT, 'voucher.replace') WHERE EXISTS (SELECT 1 FROM voucher_lines
    WHERE id <> OLD.id AND (id = NEW.id OR (voucher_id = NEW.voucher_id AND line_no = NEW.line_no)));
END;

CREATE TRIGGER voucher_lines_delete BEFORE DELETE ON voucher_lines
WHEN (SELECT status FROM vouchers WHERE id = OLD.voucher_id) = 'POSTED'
BEGIN SELECT RAISE(ABORT, 'voucher.posted'); END;

-- The chain -----------------------------------------------------------------------------------------------------------------

CREATE TRIGGER ledger_chain_insert BEFORE INSERT ON ledger_chain
BEGIN
  SELECT RAISE(ABORT, 'chain.append_only') WHERE EXISTS (SELECT 1 FROM ledger_chain
    WHERE id = NEW.id OR seq = NEW.seq OR voucher_id = NEW.voucher_id);
  SELECT RAISE(ABORT, 'chain.append_only') WHERE NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM ledger_chain);
  SELECT RAISE(ABORT, 'chain.append_only') WHERE NEW.seq > 1
    AND NEW.prev_hash IS NOT (SELECT hash FROM ledger_chain WHERE seq = NEW.seq - 1);
  SELECT RAISE(ABORT, 'chain.not_posted') WHERE NOT EXISTS (SELECT 1 FROM vouchers
    WHERE id = NEW.voucher_id AND status = 'POSTED');
END;
CREATE TRIGGER ledger_chain_update BEFORE UPDATE ON ledger_chain
BEGIN SELECT RAISE(ABORT, 'chain.append_only'); END;
CREATE TRIGGER ledger_chain_delete BEFORE DELETE ON ledger_chain
BEGIN SELECT RAISE(ABORT, 'chain.append_only'); END;

-- Views that other rooms read ---------------------------------------------------------------------------------------------

-- Posted lines: the only source of statements and finance metrics. Amounts: amount_fen as booked (red is negative),
-- signed_fen = debit − credit, natural_fen on the account's own side (an income and an expense are both positive).
CREATE VIEW v_ledger_movements AS
SELECT l.id AS line_id, l.voucher_id, v.dated_on AS on_date, p.year AS fiscal_year, p.month AS fiscal_month,
  printf('%04d-%02d/%s-%d', p.year, p.month, v.word, v.number) AS voucher_code, v.word, v.number, v.kind, l.line_no,
  l.account_id, l.account_code, l.account_name, l.account_role AS role, a.kind AS account_kind, a.normal_side,
  a.restriction, a.is_cash, a.chart_code, l.side, l.amount_fen,
  CASE l.side WHEN 'D' THEN l.amount_fen ELSE -l.amount_fen END AS signed_fen,
  CASE WHEN l.side = a.normal_side THEN l.amount_fen ELSE -l.amount_fen END AS natural_fen,
  l.summary, (SELECT u.canonical_id FROM v_units u WHERE u.id = l.unit_id) AS unit_id,
  (SELECT u.name FROM v_units u WHERE u.id = l.unit_id) AS unit_name,
  (SELECT n.canonical_id FROM v_people n WHERE n.id = l.person_id) AS person_id,
  l.fund_id, (SELECT f.name FROM funds f WHERE f.id = l.fund_id) AS fund_name, l.project_id, l.activity_id, l.category_id,
  (SELECT c.name FROM entry_categories c WHERE c.id = l.category_id) AS category_name, l.cash_flow_item, l.dues_year,
  v.agent_status, v.agent_number, v.reverses_id IS NOT NULL AS is_reversal,
  EXISTS (SELECT 1 FROM vouchers r WHERE r.reverses_id = v.id AND r.status = 'POSTED') AS is_reversed
FROM voucher_lines l
JOIN vouchers v ON v.id = l.voucher_id AND v.status = 'POSTED'
JOIN periods p ON p.id = v.period_id
JOIN accounts a ON a.id = l.account_id;

-- One row a voucher, drafts too. The code of a draft is empty: numbers are given at posting.
CREATE VIEW v_voucher_list AS
SELECT v.id, v.revision, v.dated_on, p.year AS fiscal_year, p.month AS fiscal_month, v.word, v.number,
  CASE WHEN v.number IS NULL THEN NULL ELSE printf('%04d-%02d/%s-%d', p.year, p.month, v.word, v.number) END AS code,
  v.kind, v.status, v.agent_status, v.agent_number, v.paper_count, v.no_document_reason, v.prepared_by_name, v.posted_by_name,
  CASE WHEN v.status = 'DRAFT' THEN 'DRAFT' WHEN v.kind = 'REVERSAL' THEN 'REVERSAL'
    WHEN EXISTS (SELECT 1 FROM vouchers r WHERE r.reverses_id = v.id AND r.status = 'POSTED') THEN 'REVERSED'
    ELSE 'POSTED' END AS state,
  (SELECT l.summary FROM voucher_lines l WHERE l.voucher_id = v.id ORDER BY l.line_no LIMIT 1) AS summary,
  (SELECT coalesce(sum(l.amount_fen), 0) FROM voucher_lines l WHERE l.voucher_id = v.id AND l.side = 'D') AS debit_fen,
  (SELECT coalesce(sum(l.amount_fen), 0) FROM voucher_lines l WHERE l.voucher_id = v.id AND l.side = 'C') AS credit_fen
FROM vouchers v
JOIN periods p ON p.id = v.period_id;

-- 收支台账: one row a voucher of the year's business. Its main line says what the money was for (income or expense before
-- any other account, cash last), its settling line where the money went or came from.
CREATE VIEW v_entry_list AS
SELECT e.*, m.side AS main_side, coalesce(c.name, ma.name) AS category, ma.kind AS account_kind, m.account_id,
  CASE WHEN ma.is_cash = 1 OR sa.kind IN ('INCOME', 'EXPENSE') THEN 'TRANSFER' WHEN m.side = 'C' THEN 'IN' ELSE 'OUT' END
    AS direction,
  (SELECT sum(l.amount_fen) FROM voucher_lines l WHERE l.voucher_id = e.id AND l.side = m.side) AS amount_fen,
  sa.name AS settling_account,
  coalesce((SELECT u.name FROM v_units u WHERE u.id = m.unit_id),
    (SELECT n.name FROM v_people n WHERE n.id = m.person_id)) AS counterparty,
  m.unit_id, m.activity_id, m.fund_id, (SELECT f.name FROM funds f WHERE f.id = m.fund_id) AS fund, m.dues_year,
  r.status AS receipt_status, r.number AS receipt_number
FROM v_voucher_list e
JOIN voucher_lines m ON m.id = (SELECT l.id FROM voucher_lines l JOIN accounts a ON a.id = l.account_id
  WHERE l.voucher_id = e.id ORDER BY a.is_cash, a.kind IN ('INCOME', 'EXPENSE') DESC, l.line_no LIMIT 1)
JOIN accounts ma ON ma.id = m.account_id
LEFT JOIN voucher_lines s ON s.id = (SELECT l.id FROM voucher_lines l JOIN accounts a ON a.id = l.account_id
  WHERE l.voucher_id = e.id AND l.id <> m.id ORDER BY a.is_cash DESC, a.kind IN ('INCOME', 'EXPENSE'), l.line_no LIMIT 1)
LEFT JOIN accounts sa ON sa.id = s.account_id
LEFT JOIN entry_categories c ON c.id = m.category_id
LEFT JOIN receipts r ON r.voucher_id = e.id
WHERE e.kind IN ('NORMAL', 'REVERSAL', 'ADJUST');
