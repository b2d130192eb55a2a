#include "finance/accounts/period_sheet.h"

#include "finance/accounts/account_lookup.h"
#include "finance/accounts/period_repository.h"
#include "finance/accounts/period_service.h"
#include "office/sheets/row_reader.h"
#include "session/session.h"

#include <algorithm>
#include <utility>

namespace mishutai::finance {
namespace {

enum class MonthState { Open, Closed };

const office::ChoiceTable<MonthState> &monthStates()
{
    static const office::ChoiceTable<MonthState> table(
        "Finance", {{MonthState::Open, "OPEN", "未结账"}, {MonthState::Closed, "CLOSED", "已结账"}});
    return table;
}

} // namespace

QString PeriodSheet::title() const
{
    return translated("会计期间");
}

std::vector<office::SheetColumn> PeriodSheet::columns() const
{
    return {
        {"year", translated("年度"), {"会计年度"}, true, translated("年份"), "2021"},
        {"month", translated("月份"), {"期间"}, true, "1–12", "5"},
        {"chart", translated("科目表"), {}, false, translated("科目表代号"), "npo-2004"},
        {"state", translated("状态"), {}, true, monthStates().labels(), translated("已结账")},
    };
}

std::vector<QStringList> PeriodSheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    const PeriodRepository repository(session.database());
    std::vector<QStringList> rows;
    for (const FiscalYear &year : repository.years()) {
        for (const AccountingMonth &month : repository.months(year.year)) {
            rows.push_back({QString::number(month.year), QString::number(month.month), month.chart,
                monthStates().label(month.isOpen ? MonthState::Open : MonthState::Closed)});
        }
    }
    return rows;
}

office::RowOutcome PeriodSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    if (row.number <= m_lastRow)
        m_closings.clear();
    m_lastRow = row.number;
    std::optional<int> year;
    std::optional<int> month;
    QString chart;
    MonthState state = MonthState::Open;
    office::RowReader cells(row, session.clock().today());
    cells.integer("year", year);
    cells.integer("month", month);
    cells.text("chart", chart);
    cells.choice("state", monthStates(), state);
    if (cells.errors().empty() && (!year || *year < 2000 || *year > 2100))
        cells.fail("year", "range", translated("年度应在2000至2100之间"));
    if (cells.errors().empty() && (!month || *month < 1 || *month > 12))
        cells.fail("month", "range", translated("月份应为1至12"));
    cells.throwIfFaulty();
    const PeriodRepository repository(session.database());
    const bool isNewYear = !repository.year(*year);
    if (isNewYear)
        PeriodService(session).openYear(*year, chart.isEmpty() ? currentChart(session.database()) : chart);
    const bool isOpen = repository.month(*year, *month)->isOpen;
    if (state == MonthState::Closed && isOpen) {
        m_closings.push_back({*year, *month, row.number});
        return office::RowOutcome::Changed;
    }
    return isNewYear ? office::RowOutcome::Added : office::RowOutcome::Same;
}

void PeriodSheet::finishImport(session::Session &session)
{
    std::vector<Closing> closings = std::exchange(m_closings, {});
    m_lastRow = 0;
    std::sort(closings.begin(), closings.end());
    for (const Closing &closing : closings) {
        try {
            PeriodService(session).closeMonth(closing.year, closing.month);
        } catch (Error &error) {
            throw error.withPlace({{}, closing.row, 0, translated("状态")});
        }
    }
}

} // namespace mishutai::finance
