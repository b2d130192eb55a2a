#include "finance/vouchers/voucher_list.h"

#include "finance/vouchers/voucher.h"

namespace mishutai::finance {
namespace {

std::vector<db::ListColumn> columns()
{
    using enum db::ColumnType;
    const std::vector<db::Choice> states{{"DRAFT", translated("未入账")}, {"POSTED", translated("已入账")},
        {"REVERSED", translated("已冲销")}, {"REVERSAL", translated("冲销")}};
    return {
        {.key = "code",
            .title = translated("凭证号"),
            .expression = "v.code",
            .type = Code,
            .isSearched = true,
            .widthInCharacters = 14},
        {.key = "date", .title = translated("日期"), .expression = "v.dated_on", .type = Date, .widthInCharacters = 11},
        {.key = "kind",
            .title = translated("类型"),
            .expression = "v.kind",
            .type = Choice,
            .choices = terms<VoucherKind>().choices(),
            .widthInCharacters = 8},
        {.key = "summary", .title = translated("摘要"), .expression = "v.summary", .isSearched = true, .widthInCharacters = 30},
        {.key = "debit",
            .title = translated("借方合计"),
            .expression = "v.debit_fen",
            .type = Money,
            .isTotalled = true,
            .widthInCharacters = 14},
        {.key = "credit",
            .title = translated("贷方合计"),
            .expression = "v.credit_fen",
            .type = Money,
            .isTotalled = true,
            .widthInCharacters = 14},
        {.key = "state",
            .title = translated("状态"),
            .expression = "v.state",
            .type = Choice,
            .choices = states,
            .widthInCharacters = 8},
        {.key = "paperCount",
            .title = translated("附件张数"),
            .expression = "v.paper_count",
            .type = Integer,
            .widthInCharacters = 8},
        {.key = "agentStatus",
            .title = translated("交接"),
            .expression = "v.agent_status",
            .type = Choice,
            .choices = terms<AgentStatus>().choices(),
            .widthInCharacters = 10},
        {.key = "preparedBy", .title = translated("制单"), .expression = "v.prepared_by_name", .widthInCharacters = 10},
        {.key = "postedBy", .title = translated("记账"), .expression = "v.posted_by_name", .widthInCharacters = 10},
        {.key = "agentNumber",
            .title = translated("会计凭证号"),
            .expression = "v.agent_number",
            .type = Code,
            .isShown = false,
            .widthInCharacters = 12},
        {.key = "noDocumentReason",
            .title = translated("无附件原因"),
            .expression = "v.no_document_reason",
            .isShown = false,
            .widthInCharacters = 16},
    };
}

} // namespace

const db::ListDefinition &voucherList()
{
    static const db::ListDefinition definition{
        .key = "vouchers",
        .title = translated("凭证"),
        .from = "v_voucher_list AS v",
        .idColumn = "v.id",
        .where = {},
        .orderBy = "v.fiscal_year DESC, v.fiscal_month DESC, v.number DESC, v.id DESC",
        .operation = "finance.read",
        .tables = {"vouchers", "voucher_lines", "periods"},
        .columns = columns(),
    };
    return definition;
}

} // namespace mishutai::finance
