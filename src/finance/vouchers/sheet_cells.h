#pragma once

#include "finance/vouchers/voucher.h"
#include "office/sheets/row_reader.h"

#include <QHash>

namespace mishutai::db {
class Database;
}
namespace mishutai::session {
class Session;
}

namespace mishutai::finance {

/// What a line may be about. The columns unit, person, fund, project, activity of voucher and entry sheets.
struct LineLinks {
    std::optional<UnitId> unit;
    std::optional<PersonId> person;
    std::optional<FundId> fund;
    std::optional<CaseId> project;
    std::optional<ActivityId> activity;
};

std::vector<office::SheetColumn> linkColumns();
/// Unknown references become faults of the row.
LineLinks readLinks(session::Session &session, office::RowReader &cells);
/// The unit of one cell; an unknown one is a fault.
std::optional<UnitId> readUnit(session::Session &session, office::RowReader &cells, const QString &key);

/// Texts of the links of many lines, read once.
class LinkTexts
{
public:
    explicit LinkTexts(const db::Database &database);
    /// In the order of linkColumns().
    QStringList cells(const VoucherLine &line) const;
    QString unit(const std::optional<UnitId> &id) const;

private:
    QHash<qint64, QString> m_units;
    QHash<qint64, QString> m_people;
    QHash<qint64, QString> m_funds;
    QHash<qint64, QString> m_projects;
    QHash<qint64, QString> m_activities;
};

std::vector<office::SheetColumn> receiptColumns();
std::optional<ReceiptDetails> readReceipt(office::RowReader &cells);
/// In the order of receiptColumns().
QStringList receiptCells(const std::optional<ReceiptDetails> &receipt);

/// A positive or negative amount in 元; a fault when it is none.
std::optional<Money> readAmount(office::RowReader &cells, const QString &key);

} // namespace mishutai::finance
