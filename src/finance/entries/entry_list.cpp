#include "finance/entries/entry_list.h"

#include "finance/entries/entry.h"

namespace mishutai::finance {
namespace {

std::vector<db::ListColumn> columns()
{
    using enum db::ColumnType;
    const std::vector<db::Choice> states{{"DRAFT", translated("未入账")}, {"POSTED", translated("已入账")},
        {"REVERSED", translated("已冲销")}, {"REVERSAL", translated("冲销")}};
    const auto agent = terms<AgentStatus>().choices();
    return {
        {.key = "date", .title = translated("日期"), .expression = "e.dated_on", .type = Date, .widthInCharacters = 11},
        {.key = "direction",
            .title = translated("收支"),
            .expression = "e.direction",
            .type = Choice,
            .choices = terms<EntryDirection>().choices(),
            .widthInCharacters = 5},
        {.key = "category", .title = translated("类别"), .expression = "e.category", .isSearched = true, .widthInCharacters = 12},
        {.key = "income",
            .title = translated("收入"),
            .expression = "CASE WHEN e.direction = 'IN' THEN e.amount_fen END",
            .type = Money,
            .isTotalled = true,
            .widthInCharacters = 13},
        {.key = "expense",
            .title = translated("支出"),
            .expression = "CASE WHEN e.direction = 'OUT' THEN e.amount_fen END",
            .type = Money,
            .isTotalled = true,
            .widthInCharacters = 13},
        {.key = "amount",
            .title = translated("金额"),
            .expression = "e.amount_fen",
            .type = Money,
            .isShown = false,
            .widthInCharacters = 14},
        {.key = "account", .title = translated("账户"), .expression = "e.settling_account", .widthInCharacters = 12},
        {.key = "counterparty",
            .title = translated("对方"),
            .expression = "e.counterparty",
            .isSearched = true,
            .widthInCharacters = 24},
        {.key = "summary", .title = translated("摘要"), .expression = "e.summary", .isSearched = true, .widthInCharacters = 28},
        {.key = "code",
            .title = translated("凭证号"),
            .expression = "e.code",
            .type = Code,
            .isSearched = true,
            .widthInCharacters = 14},
        {.key = "state",
            .title = translated("状态"),
            .expression = "e.state",
            .type = Choice,
            .choices = states,
            .widthInCharacters = 8},
        {.key = "agentStatus",
            .title = translated("交接"),
            .expression = "e.agent_status",
            .type = Choice,
            .choices = agent,
            .widthInCharacters = 10},
        {.key = "paperCount",
            .title = translated("附件张数"),
            .expression = "e.paper_count",
            .type = Integer,
            .widthInCharacters = 8},
        {.key = "agentNumber",
            .title = translated("会计凭证号"),
            .expression = "e.agent_number",
            .type = Code,
            .isShown = false,
            .widthInCharacters = 12},
        {.key = "duesYear",
            .title = translated("所属年度"),
            .expression = "e.dues_year",
            .type = Integer,
            .isShown = false,
            .widthInCharacters = 8},
        {.key = "fund", .title = translated("资金"), .expression = "e.fund", .isShown = false, .widthInCharacters = 14},
        {.key = "receiptNumber",
            .title = translated("票据号码"),
            .expression = "e.receipt_number",
            .type = Code,
            .isShown = false,
            .isSearched = true,
            .widthInCharacters = 14},
        {.key = "receiptStatus",
            .title = translated("票据"),
            .expression = "e.receipt_status",
            .type = Choice,
            .isShown = false,
            .choices = terms<ReceiptStatus>().choices(),
            .widthInCharacters = 8},
        {.key = "preparedBy",
            .title = translated("经手"),
            .expression = "e.prepared_by_name",
            .isShown = false,
            .widthInCharacters = 10},
    };
}

} // namespace

const db::ListDefinition &entryList()
{
    static const db::ListDefinition definition{
        .key = "entries",
        .title = translated("收支台账"),
        .from = "v_entry_list AS e",
        .idColumn = "e.id",
        .where = {},
        .orderBy = "e.dated_on DESC, e.id DESC",
        .operation = "finance.read",
        .tables
        = {"vouchers", "voucher_lines", "accounts", "entry_categories", "receipts", "funds", "periods", "units", "people"},
        .columns = columns(),
    };
    return definition;
}

} // namespace mishutai::finance
