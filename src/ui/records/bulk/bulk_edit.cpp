#include "ui/records/bulk/bulk_edit.h"

#include "base/error.h"
#include "base/task_control.h"
#include "db/lists/list_query.h"
#include "session/work.h"
#include "ui/common/list/cell_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace mishutai::ui {

db::ListDefinition bulkList(const db::ListDefinition &list, const QString &column)
{
    const auto found = std::ranges::find(list.columns, column, &db::ListColumn::key);
    Q_ASSERT(found != list.columns.end());
    db::ListDefinition only = list;
    only.columns = {*found};
    return only;
}

std::vector<BulkRow> readBulk(
    const db::Database &database, const db::ListDefinition &list, const std::vector<qint64> &ids, TaskControl &control)
{
    const db::ListQuery query(database, list);
    constexpr size_t kRowsAtOnce = 500;
    std::vector<BulkRow> rows;
    rows.reserve(ids.size());
    for (size_t from = 0; from < ids.size(); from += kRowsAtOnce) {
        control.throwIfCancelled();
        const auto first = ids.begin() + static_cast<std::ptrdiff_t>(from);
        const auto last = ids.begin() + static_cast<std::ptrdiff_t>(std::min(ids.size(), from + kRowsAtOnce));
        for (const db::ListRow &row : query.rows(std::vector<qint64>(first, last)))
            rows.push_back({row.id, cellText(list.columns.front(), row.cells.front())});
        control.progress(static_cast<qint64>(rows.size()), static_cast<qint64>(ids.size()),
            QCoreApplication::translate("BulkEdit", "正在查看"));
    }
    return rows;
}

BulkPlan planBulk(const std::vector<BulkRow> &rows, const BulkColumn &column, const QString &typed)
{
    struct Value {
        QString next;
        int count = 0;
    };
    // Thousands of records share some dozens of values: each is thought about once.
    std::map<QString, Value> values;
    BulkPlan plan;
    for (const BulkRow &row : rows) {
        const auto [value, isNew] = values.try_emplace(row.now);
        if (isNew)
            value->second.next = column.after ? column.after(row.now, typed) : typed;
        ++value->second.count;
        if (value->second.next != row.now)
            plan.steps.push_back({row.id, value->second.next});
    }
    for (const auto &[now, value] : values)
        plan.before.emplace_back(now, value.count);
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
