#include "finance/accounts/period_repository.h"

#include "db/statement.h"
#include "session/work.h"

namespace mishutai::finance {
namespace {

const QString kOpen = QStringLiteral("OPEN");
const QString kClosed = QStringLiteral("CLOSED");

const QString kSelectMonth
    = QStringLiteral("SELECT p.id, p.revision, p.year, p.month, p.status, y.chart_code, y.status AS year_status "
                     "FROM periods p JOIN fiscal_years y ON y.year = p.year WHERE p.year = :year ");

FiscalYear readYear(const db::Statement &row)
{
    return {static_cast<int>(row.integer("year")), row.text("chart_code"), row.text("status") == kOpen};
}

AccountingMonth readMonth(const db::Statement &row)
{
    return {row.id<PeriodId>("id"), static_cast<int>(row.integer("revision")), static_cast<int>(row.integer("year")),
        static_cast<int>(row.integer("month")), row.text("chart_code"), row.text("status") == kOpen,
        row.text("year_status") == kOpen};
}

} // namespace

std::vector<FiscalYear> PeriodRepository::years() const
{
    db::Statement statement(m_database, QStringLiteral("SELECT year, chart_code, status FROM fiscal_years ORDER BY year"));
    std::vector<FiscalYear> years;
    while (statement.next())
        years.push_back(readYear(statement));
    return years;
}

std::optional<FiscalYear> PeriodRepository::year(int year) const
{
    db::Statement statement(m_database, QStringLiteral("SELECT year, chart_code, status FROM fiscal_years WHERE year = :year"));
    if (!statement.bind(QStringLiteral(":year"), year).next())
        return std::nullopt;
    return readYear(statement);
}

std::vector<AccountingMonth> PeriodRepository::months(int year) const
{
    db::Statement statement(m_database, kSelectMonth + QStringLiteral("ORDER BY p.month"));
    statement.bind(QStringLiteral(":year"), year);
    std::vector<AccountingMonth> months;
    while (statement.next())
        months.push_back(readMonth(statement));
    return months;
}

std::optional<AccountingMonth> PeriodRepository::month(int year, int month) const
{
    db::Statement statement(m_database, kSelectMonth + QStringLiteral("AND p.month = :month"));
    if (!statement.bind(QStringLiteral(":year"), year).bind(QStringLiteral(":month"), month).next())
        return std::nullopt;
    return readMonth(statement);
}

int PeriodRepository::draftCount(PeriodId period) const
{
    db::Statement statement(
        m_database, QStringLiteral("SELECT count(*) AS drafts FROM vouchers WHERE period_id = :period AND status = 'DRAFT'"));
    statement.bind(QStringLiteral(":period"), period).next();
    return static_cast<int>(statement.integer("drafts"));
}

void PeriodRepository::insertYear(session::Work &work, int year, const QString &chart) const
{
    work.insert(QStringLiteral("fiscal_years"), {{QStringLiteral("year"), year}, {QStringLiteral("chart_code"), chart}});
    for (int month = 1; month <= 12; ++month)
        work.insert(QStringLiteral("periods"), {{QStringLiteral("year"), year}, {QStringLiteral("month"), month}});
}

void PeriodRepository::setOpen(session::Work &work, const AccountingMonth &month, bool isOpen) const
{
    work.update(
        QStringLiteral("periods"), month.id.value(), month.revision, {{QStringLiteral("status"), isOpen ? kOpen : kClosed}});
}

} // namespace mishutai::finance
