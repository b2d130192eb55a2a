#pragma once

#include "base/ids.h"

#include <QString>

namespace mishutai::session {
class Session;
}

namespace mishutai::finance {

/// What a new file's books begin with.
struct BooksStart {
    int year = 0;
    QString bankAccountName; ///< 基本户 when empty
    QString bankName;
    QString bankNumber;
};

/// First use of the books: chart of accounts, the year with its months, 现金 and 基本户, the usual categories.
class FinanceSetup
{
public:
    explicit FinanceSetup(session::Session &session) : m_session(session) { }

    /// One use case, one undo. @return the bank account, the entry screen's default
    /// @throws Error Conflict (the year is on the books already), Validation, Forbidden, Storage
    AccountId start(const BooksStart &start);

private:
    void addCategories(const QString &chart);
    session::Session &m_session;
};

} // namespace mishutai::finance
