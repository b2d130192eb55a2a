#pragma once

#include "finance/accounts/account.h"

namespace mishutai::db {
class Database;
}

namespace mishutai::finance {

/// Chart of the newest year on the books; without one the first that has accounts; else the default.
QString currentChart(const db::Database &database);

/// The account that a code of a sheet means: in the current chart, else in any.
std::optional<Account> accountByCode(const db::Database &database, const QString &code);

} // namespace mishutai::finance
