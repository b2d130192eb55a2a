#include "finance/frozen_repository.h"

#include "db/statement.h"

namespace mishutai::finance {

bool FrozenRepository::isPostedLine(qint64 lineId) const
{
    db::Statement row(m_database,
        QStringLiteral("SELECT l.id FROM voucher_lines l JOIN vouchers v ON v.id = l.voucher_id "
                       "WHERE l.id = :id AND v.status = 'POSTED'"));
    return row.bind(":id", lineId).next();
}

bool FrozenRepository::isClosedMonth(qint64 periodId) const
{
    db::Statement row(m_database, QStringLiteral("SELECT id FROM periods WHERE id = :id AND status = 'CLOSED'"));
    return row.bind(":id", periodId).next();
}

} // namespace mishutai::finance
