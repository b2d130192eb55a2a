#include "ui/records/bulk_edit.h"

#include "base/error.h"
#include "base/task_control.h"
#include "db/list_query.h"
#include "session/work.h"
#include "ui/common/list/cell_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace mishutai::ui {

BulkPlan planBulk(const db::Database &database, const db::ListDefinition &list, const BulkColumn &column,
    const std::vector<qint64> &ids, const QString &typed)
{
    const auto found = std::ranges::find(list.columns, column.column, &db::ListColumn::key);
    Q_ASSERT(found != list.columns.end());
    const auto place = static_cast<size_t>(found - list.columns.begin());
    const db::ListQuery query(database, list);
    constexpr size_t kRowsAtOnce = 500;
    BulkPlan plan;
    std::map<QString, int> before;
    for (size_t from = 0; from < ids.size(); from += kRowsAtOnce) {
        const auto first = ids.begin() + static_cast<std::ptrdiff_t>(from);
        const auto last = ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), from + kRowsAtOnce));
        for (const db::ListRow &row : query.rows(std::vector<qint64>(first, last))) {
            const QString now = cellText(*found, row.cells[place]);
            const QString next = column.after ? column.after(now, typed) : typed;
            ++before[now];
            if (next != now)
                plan.steps.push_back({row.id, next});
        }
    }
    plan.before.assign(before.begin(), before.end());
    std::ranges::stable_sort(plan.before, std::ranges::greater(), &std::pair<QString, int>::second);
    return plan;
}

void runBulk(
    session::Session &session, session::Operation operation, const BulkColumn &column, const BulkPlan &plan, TaskControl &control)
{
    session::Work work(session, operation);
    qint64 done = 0;
    for (const BulkPlan::Step &step : plan.steps) {
        control.throwIfCancelled();
        column.set(session, step.id, step.text);
        control.progress(++done, static_cast<qint64>(plan.steps.size()), QCoreApplication::translate("BulkEdit", "正在修改"));
    }
    work.commit();
}

} // namespace mishutai::ui
