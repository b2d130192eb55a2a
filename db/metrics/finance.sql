-- Figures of the ledger, all from v_ledger_movements. Posted lines only; closing vouchers never count.

-- metric: finance.income.dues
-- label: 会费收入
-- unit: 元
-- value: money
-- definition: 期内到账的会费收入，按到账年度计。
-- reads: voucher_lines, vouchers, periods, accounts, units, people, funds, entry_categories
-- operation: finance.totals
-- rows: finance.read
-- fold: sum
SELECT 'vouchers' AS object_type, m.voucher_id AS object_id, m.summary AS label, m.on_date AS on_date, m.natural_fen AS value,
  'exact' AS qualifier, m.voucher_code AS voucher_code, m.account_name AS account, m.unit_name AS unit
FROM v_ledger_movements AS m
WHERE m.role = 'INC_DUES' AND m.kind <> 'CLOSING' AND m.on_date BETWEEN :from AND :to
;

-- metric: finance.income.service
-- label: 服务业务收入
-- unit: 元
-- value: money
-- definition: 期内提供服务收入。
-- reads: voucher_lines, vouchers, periods, accounts, units, people, funds, entry_categories
-- operation: finance.totals
-- rows: finance.read
-- fold: sum
SELECT 'vouchers' AS object_type, m.voucher_id AS object_id, m.summary AS label, m.on_date AS on_date, m.natural_fen AS value,
  'exact' AS qualifier, m.voucher_code AS voucher_code, m.account_name AS account, m.unit_name AS unit
FROM v_ledger_movements AS m
WHERE m.role = 'INC_SERVICE' AND m.kind <> 'CLOSING' AND m.on_date BETWEEN :from AND :to
;

-- metric: finance.income.subsidy
-- label: 政府补助收入
-- unit: 元
-- value: money
-- definition: 期内确认的政府补助收入，上年结转的不计。
-- reads: voucher_lines, vouchers, periods, accounts, units, people, funds, entry_categories
-- operation: finance.totals
-- rows: finance.read
-- fold: sum
SELECT 'vouchers' AS object_type, m.voucher_id AS object_id, m.summary AS label, m.on_date AS on_date, m.natural_fen AS value,
  'exact' AS qualifier, m.voucher_code AS voucher_code, m.account_name AS account, m.unit_name AS unit
FROM v_ledger_movements AS m
WHERE m.role = 'INC_SUBSIDY' AND m.kind <> 'CLOSING' AND m.on_date BETWEEN :from AND :to
;

-- metric: finance.income.other
-- label: 其他收入
-- unit: 元
-- value: money
-- definition: 期内会费、服务和政府补助以外的收入，含捐赠和利息。
-- reads: voucher_lines, vouchers, periods, accounts, units, people, funds, entry_categories
-- operation: finance.totals
-- rows: finance.read
-- fold: sum
SELECT 'vouchers' AS object_type, m.voucher_id AS object_id, m.summary AS label, m.on_date AS on_date, m.natural_fen AS value,
  'exact' AS qualifier, m.voucher_code AS voucher_code, m.account_name AS account, m.unit_name AS unit
FROM v_ledger_movements AS m
WHERE m.account_kind = 'INCOME' AND m.role NOT IN ('INC_DUES', 'INC_SERVICE', 'INC_SUBSIDY') AND m.kind <> 'CLOSING' AND m.on_date BETWEEN :from AND :to
;

-- metric: finance.income.total
-- label: 收入合计
-- unit: 元
-- value: money
-- definition: 期内全部收入。
-- reads: voucher_lines, vouchers, periods, accounts, units, people, funds, entry_categories
-- operation: finance.totals
-- rows: finance.read
-- fold: sum
SELECT 'vouchers' AS object_type, m.voucher_id AS object_id, m.summary AS label, m.on_date AS on_date, m.natural_fen AS value,
  'exact' AS qualifier, m.voucher_code AS voucher_code, m.account_name AS account, m.unit_name AS unit
FROM v_ledger_movements AS m
WHERE m.account_kind = 'INCOME' AND m.kind <> 'CLOSING' AND m.on_date BETWEEN :from AND :to
;

-- metric: finance.expense.program
-- label: 业务活动成本
-- unit: 元
-- value: money
-- definition: 期内业务活动成本。
-- reads: voucher_lines, vouchers, periods, accounts, units, people, funds, entry_categories
-- operation: finance.totals
-- rows: finance.read
-- fold: sum
SELECT 'vouchers' AS object_type, m.voucher_id AS object_id, m.summary AS label, m.on_date AS on_date, m.natural_fen AS value,
  'exact' AS qualifier, m.voucher_code AS voucher_code, m.account_name AS account, m.unit_name AS unit
FROM v_ledger_movements AS m
WHERE m.role = 'EXP_PROGRAM' AND m.kind <> 'CLOSING' AND m.on_date BETWEEN :from AND :to
;

-- metric: finance.expense.admin
-- label: 管理费用
-- unit: 元
-- value: money
-- definition: 期内管理费用，含人员工资。
-- reads: voucher_lines, vouchers, periods, accounts, units, people, funds, entry_categories
-- operation: finance.totals
-- rows: finance.read
-- fold: sum
SELECT 'vouchers' AS object_type, m.voucher_id AS object_id, m.summary AS label, m.on_date AS on_date, m.natural_fen AS value,
  'exact' AS qualifier, m.voucher_code AS voucher_code, m.account_name AS account, m.unit_name AS unit
FROM v_ledger_movements AS m
WHERE m.role IN ('EXP_ADMIN', 'EXP_ADMIN_WAGE') AND m.kind <> 'CLOSING' AND m.on_date BETWEEN :from AND :to
;

-- metric: finance.expense.wages
-- label: 人员工资
-- unit: 元
-- value: money
-- definition: 期内管理费用中的人员工资。
-- reads: voucher_lines, vouchers, periods, accounts, units, people, funds, entry_categories
-- operation: finance.totals
-- rows: finance.read
-- fold: sum
SELECT 'vouchers' AS object_type, m.voucher_id AS object_id, m.summary AS label, m.on_date AS on_date, m.natural_fen AS value,
  'exact' AS qualifier, m.voucher_code AS voucher_code, m.account_name AS account, m.unit_name AS unit
FROM v_ledger_movements AS m
WHERE m.role = 'EXP_ADMIN_WAGE' AND m.kind <> 'CLOSING' AND m.on_date BETWEEN :from AND :to
;

-- metric: finance.expense.tax
-- label: 税费
-- unit: 元
-- value: money
-- definition: 期内税费。
-- reads: voucher_lines, vouchers, periods, accounts, units, people, funds, entry_categories
-- operation: finance.totals
-- rows: finance.read
-- fold: sum
SELECT 'vouchers' AS object_type, m.voucher_id AS object_id, m.summary AS label, m.on_date AS on_date, m.natural_fen AS value,
  'exact' AS qualifier, m.voucher_code AS voucher_code, m.account_name AS account, m.unit_name AS unit
FROM v_ledger_movements AS m
WHERE m.role = 'EXP_TAX' AND m.kind <> 'CLOSING' AND m.on_date BETWEEN :from AND :to
;

-- metric: finance.expense.other
-- label: 其他费用
-- unit: 元
-- value: money
-- definition: 期内筹资费用和其他费用。
-- reads: voucher_lines, vouchers, periods, accounts, units, people, funds, entry_categories
-- operation: finance.totals
-- rows: finance.read
-- fold: sum
SELECT 'vouchers' AS object_type, m.voucher_id AS object_id, m.summary AS label, m.on_date AS on_date, m.natural_fen AS value,
  'exact' AS qualifier, m.voucher_code AS voucher_code, m.account_name AS account, m.unit_name AS unit
FROM v_ledger_movements AS m
WHERE m.account_kind = 'EXPENSE' AND m.role NOT IN ('EXP_PROGRAM', 'EXP_ADMIN', 'EXP_ADMIN_WAGE', 'EXP_TAX') AND m.kind <> 'CLOSING' AND m.on_date BETWEEN :from AND :to
;

-- metric: finance.expense.total
-- label: 支出合计
-- unit: 元
-- value: money
-- definition: 期内全部费用。
-- reads: voucher_lines, vouchers, periods, accounts, units, people, funds, entry_categories
-- operation: finance.totals
-- rows: finance.read
-- fold: sum
SELECT 'vouchers' AS object_type, m.voucher_id AS object_id, m.summary AS label, m.on_date AS on_date, m.natural_fen AS value,
  'exact' AS qualifier, m.voucher_code AS voucher_code, m.account_name AS account, m.unit_name AS unit
FROM v_ledger_movements AS m
WHERE m.account_kind = 'EXPENSE' AND m.kind <> 'CLOSING' AND m.on_date BETWEEN :from AND :to
;

-- metric: finance.expense.admin_other
-- label: 其他管理费用
-- unit: 元
-- definition: 管理费用中人员工资以外的部分。
-- derived: finance.expense.admin - finance.expense.wages

-- metric: finance.balance
-- label: 收支差额
-- unit: 元
-- definition: 期内收入合计减支出合计，负数为收不抵支。
-- derived: finance.income.total - finance.expense.total

-- metric: finance.turnover
-- label: 收支总额
-- unit: 元
-- definition: 期内收入合计加支出合计；为零即全期没有收支。
-- derived: finance.income.total + finance.expense.total

-- metric: finance.unposted
-- label: 未入账的收支
-- unit: 笔
-- value: count
-- definition: 期内已经记下、还没有入账的收支和凭证；收支数字都不含它们。
-- reads: voucher_lines, vouchers, periods
-- operation: finance.totals
-- rows: finance.read
-- fold: count
SELECT 'vouchers' AS object_type, v.id AS object_id, coalesce(v.summary, '') AS label, v.dated_on AS on_date, NULL AS value,
  'exact' AS qualifier
FROM v_voucher_list AS v
WHERE v.status = 'DRAFT' AND v.dated_on BETWEEN :from AND :to
;

-- metric: finance.subsidy.carried
-- label: 上年结转补助资金
-- unit: 元
-- value: money
-- definition: 期初的限定性净资产，即上年结转可用的补助和限定用途资金；首年取期初建账数。
-- reads: voucher_lines, vouchers, periods, accounts, units, people, funds, entry_categories
-- operation: finance.totals
-- rows: finance.read
-- fold: sum
SELECT 'vouchers' AS object_type, m.voucher_id AS object_id, m.summary AS label, m.on_date AS on_date, m.natural_fen AS value,
  'exact' AS qualifier, m.voucher_code AS voucher_code, m.account_name AS account, m.unit_name AS unit
FROM v_ledger_movements AS m
WHERE m.role = 'NA_R' AND (m.on_date < :from OR (m.kind = 'OPENING' AND m.on_date BETWEEN :from AND :to))
;

-- metric: finance.uncovered
-- label: 未弥补差额
-- unit: 元
-- definition: 支出合计减收入合计再减上年结转补助资金，正数为仍需弥补的数。
-- derived: finance.expense.total - finance.income.total - finance.subsidy.carried

-- metric: finance.remaining
-- label: 弥补后结余
-- unit: 元
-- definition: 上年结转补助资金加收入合计再减支出合计，正数为结转下年的数。
-- derived: finance.subsidy.carried + finance.income.total - finance.expense.total

-- metric: finance.advances
-- label: 垫付款
-- unit: 元
-- value: money
-- definition: 截至期末其他应付款中尚未归还的垫支，按单位列。
-- reads: voucher_lines, vouchers, periods, accounts, units, people, funds, entry_categories
-- operation: finance.totals
-- rows: finance.totals
-- fold: sum
SELECT 'units' AS object_type, m.unit_id AS object_id, m.unit_name AS label, max(m.on_date) AS on_date,
  cast(sum(m.natural_fen) AS bigint) AS value, 'exact' AS qualifier
FROM v_ledger_movements AS m
WHERE m.role = 'OTHER_PAY' AND m.unit_id IS NOT NULL AND m.kind <> 'CLOSING' AND m.on_date <= :to
GROUP BY m.unit_id, m.unit_name
HAVING sum(m.natural_fen) <> 0
;

-- metric: finance.cash
-- label: 账户余额
-- unit: 元
-- value: money
-- definition: 截至期末现金和银行存款的余额。
-- reads: voucher_lines, vouchers, periods, accounts, units, people, funds, entry_categories
-- operation: finance.totals
-- rows: finance.read
-- fold: sum
SELECT 'vouchers' AS object_type, m.voucher_id AS object_id, m.summary AS label, m.on_date AS on_date, m.natural_fen AS value,
  'exact' AS qualifier, m.voucher_code AS voucher_code, m.account_name AS account, m.unit_name AS unit
FROM v_ledger_movements AS m
WHERE m.is_cash = 1 AND m.on_date <= :to
;

-- metric: finance.share.dues
-- label: 会费占收入比重
-- definition: 会费占收入合计的比重。
-- derived: finance.income.dues / finance.income.total

-- metric: finance.share.service
-- label: 服务收入占收入比重
-- definition: 服务收入占收入合计的比重。
-- derived: finance.income.service / finance.income.total

-- metric: finance.share.subsidy
-- label: 政府补助占收入比重
-- definition: 政府补助占收入合计的比重。
-- derived: finance.income.subsidy / finance.income.total

-- metric: finance.share.other
-- label: 其他收入占收入比重
-- definition: 其他收入占收入合计的比重。
-- derived: finance.income.other / finance.income.total

-- metric: finance.share.program
-- label: 业务活动成本占支出比重
-- definition: 业务活动成本占支出合计的比重。
-- derived: finance.expense.program / finance.expense.total

-- metric: finance.share.admin
-- label: 管理费用占支出比重
-- definition: 管理费用占支出合计的比重。
-- derived: finance.expense.admin / finance.expense.total

-- metric: finance.share.wages
-- label: 人员工资占支出比重
-- definition: 人员工资占支出合计的比重。
-- derived: finance.expense.wages / finance.expense.total

-- metric: finance.share.tax
-- label: 税费占支出比重
-- definition: 税费占支出合计的比重。
-- derived: finance.expense.tax / finance.expense.total

-- metric: finance.share.income
-- label: 收入合计
-- definition: 收入合计占收入合计的比重；没有收入时为空。
-- derived: finance.income.total / finance.income.total

-- metric: finance.share.expense
-- label: 支出合计
-- definition: 支出合计占支出合计的比重；没有支出时为空。
-- derived: finance.expense.total / finance.expense.total

-- metric: finance.share.other_expense
-- label: 其他费用占支出比重
-- definition: 其他费用占支出合计的比重。
-- derived: finance.expense.other / finance.expense.total

-- metric: check.unbalanced_vouchers
-- label: 借贷不平的凭证
-- unit: 张
-- value: count
-- definition: 全部年度已入账凭证中借贷合计不等于零或不足两行的；应为零。
-- reads: voucher_lines, vouchers, periods, accounts, units, people, funds, entry_categories
-- operation: finance.totals
-- rows: finance.totals
-- fold: count
SELECT 'vouchers' AS object_type, m.voucher_id AS object_id, m.voucher_code AS label, max(m.on_date) AS on_date, NULL AS value,
  'exact' AS qualifier
FROM v_ledger_movements AS m
GROUP BY m.voucher_id, m.voucher_code
HAVING sum(m.signed_fen) <> 0 OR count(*) < 2
;

-- metric: check.number_gaps
-- label: 凭证号不连续的月份
-- unit: 个
-- value: count
-- definition: 全部年度中凭证号不是从一起连续的月份；应为零。
-- reads: voucher_lines, vouchers, periods, accounts, units, people, funds, entry_categories
-- operation: finance.totals
-- rows: finance.totals
-- fold: count
SELECT 'vouchers' AS object_type, max(m.voucher_id) AS object_id,
  cast(m.fiscal_year AS TEXT) || '-' || cast(m.fiscal_month AS TEXT) || m.word AS label, max(m.on_date) AS on_date,
  NULL AS value, 'exact' AS qualifier
FROM v_ledger_movements AS m
GROUP BY m.fiscal_year, m.fiscal_month, m.word
HAVING count(DISTINCT m.number) <> max(m.number)
;
