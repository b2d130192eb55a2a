#include "finance/funds/fund_list.h"

#include "finance/terms.h"

namespace mishutai::finance {
namespace {

std::vector<db::ListColumn> columns()
{
    using enum db::ColumnType;
    const QString balance
        = "(SELECT coalesce(sum(m.natural_fen), 0) FROM v_ledger_movements AS m WHERE m.account_id = f.account_id)";
    const QString grantor = "(SELECT u.name FROM v_units AS u WHERE u.id = f.grantor_unit_id)";
    return {
        {.key = "code",
            .title = translated("资金编号"),
            .expression = "f.code",
            .type = Code,
            .isSearched = true,
            .widthInCharacters = 10},
        {.key = "name", .title = translated("资金名称"), .expression = "f.name", .isSearched = true, .widthInCharacters = 20},
        {.key = "balance",
            .title = translated("余额"),
            .expression = balance,
            .type = Money,
            .isTotalled = true,
            .widthInCharacters = 14},
        {.key = "grantor", .title = translated("拨付单位"), .expression = grantor, .isSearched = true, .widthInCharacters = 24},
        {.key = "documentNumber",
            .title = translated("文号"),
            .expression = "f.document_number",
            .isSearched = true,
            .widthInCharacters = 20},
        {.key = "purpose", .title = translated("用途"), .expression = "f.purpose", .widthInCharacters = 24},
        {.key = "from",
            .title = translated("起"),
            .expression = "f.from_on",
            .type = Date,
            .isShown = false,
            .widthInCharacters = 11},
        {.key = "to",
            .title = translated("止"),
            .expression = "f.to_on",
            .type = Date,
            .isShown = false,
            .widthInCharacters = 11},
    };
}

} // namespace

const db::ListDefinition &fundList()
{
    static const db::ListDefinition definition{
        .key = "funds",
        .title = translated("专项资金"),
        .from = "funds AS f",
        .idColumn = "f.id",
        .where = {},
        .orderBy = "f.code",
        .operation = "finance.read",
        .tables = {"funds", "accounts", "vouchers", "voucher_lines", "units"},
        .columns = columns(),
    };
    return definition;
}

} // namespace mishutai::finance
