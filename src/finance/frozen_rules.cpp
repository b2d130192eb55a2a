#include "finance/frozen_rules.h"

#include "finance/frozen_repository.h"
#include "finance/terms.h"
#include "session/history/change_history.h"

namespace mishutai::finance {

void addFrozenRules(session::ChangeHistory &history)
{
    // Posting always touches lines and chain; `vouchers` alone changes by reports of the agent, which may be undone.
    history.addFrozenRule("voucher_lines", [](const db::Database &database, qint64 line) -> std::optional<QString> {
        if (FrozenRepository(database).isPostedLine(line))
            return translated("这笔收支已经入账");
        return std::nullopt;
    });
    history.addFrozenRule(
        "ledger_chain", [](const db::Database &, qint64) -> std::optional<QString> { return translated("这笔收支已经入账"); });
    history.addFrozenRule("periods", [](const db::Database &database, qint64 period) -> std::optional<QString> {
        if (FrozenRepository(database).isClosedMonth(period))
            return translated("这个月已经结账，请用「反结账」并写明原因");
        return std::nullopt;
    });
}

} // namespace mishutai::finance
