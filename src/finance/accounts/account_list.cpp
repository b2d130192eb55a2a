#include "finance/accounts/account_list.h"

#include "finance/accounts/account.h"

namespace mishutai::finance {
namespace {

std::vector<db::ListColumn> columns()
{
    using enum db::ColumnType;
    const std::vector<db::Choice> yesNo{{"1", translated("是")}, {"0", translated("否")}};
    const QString balance = "(SELECT coalesce(sum(m.natural_fen), 0) FROM v_ledger_movements AS m WHERE m.account_id = a.id)";
    return {
        {.key = "code",
            .title = translated("科目编码"),
            .expression = "a.code",
            .type = Code,
            .isSearched = true,
            .widthInCharacters = 10},
        {.key = "name", .title = translated("科目名称"), .expression = "a.name", .isSearched = true, .widthInCharacters = 24},
        {.key = "kind",
            .title = translated("类别"),
            .expression = "a.kind",
            .type = Choice,
            .choices = terms<AccountKind>().choices(),
            .widthInCharacters = 8},
        {.key = "normalSide",
            .title = translated("方向"),
            .expression = "a.normal_side",
            .type = Choice,
            .choices = terms<Side>().choices(),
            .widthInCharacters = 5},
        {.key = "restriction",
            .title = translated("限定性"),
            .expression = "a.restriction",
            .type = Choice,
            .choices = terms<Restriction>().choices(),
            .widthInCharacters = 9},
        {.key = "balance", .title = translated("余额"), .expression = balance, .type = Money, .widthInCharacters = 14},
        {.key = "role",
            .title = translated("用途"),
            .expression = "a.role",
            .type = Choice,
            .choices = terms<AccountRole>().choices(),
            .widthInCharacters = 16},
        {.key = "active",
            .title = translated("启用"),
            .expression = "a.active",
            .type = Flag,
            .choices = yesNo,
            .widthInCharacters = 5},
        {.key = "postable",
            .title = translated("末级"),
            .expression = "a.postable",
            .type = Flag,
            .isShown = false,
            .choices = yesNo,
            .widthInCharacters = 5},
        {.key = "bankName",
            .title = translated("开户行"),
            .expression = "a.bank_name",
            .isShown = false,
            .widthInCharacters = 20},
        {.key = "bankNumber",
            .title = translated("银行账号"),
            .expression = "a.bank_number",
            .type = Code,
            .isShown = false,
            .widthInCharacters = 22},
        {.key = "chart",
            .title = translated("科目表"),
            .expression = "a.chart_code",
            .type = Code,
            .isShown = false,
            .widthInCharacters = 10},
    };
}

} // namespace

const db::ListDefinition &accountList()
{
    static const db::ListDefinition definition{
        .key = "accounts",
        .title = translated("科目"),
        .from = "accounts AS a",
        .idColumn = "a.id",
        .where = {},
        .orderBy = "a.chart_code, a.code",
        .operation = "finance.read",
        .tables = {"accounts", "vouchers", "voucher_lines"},
        .columns = columns(),
    };
    return definition;
}

} // namespace mishutai::finance
