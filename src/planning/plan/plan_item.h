#pragma once

#include "base/decimal.h"
#include "base/error.h"
#include "base/ids.h"
#include "base/money.h"
#include "base/quantity.h"
#include "office/sheets/choice_table.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace mishutai::planning {

/// 目标 is measured by a metric, 任务 is done or not done, 问题 is what the year's summary names for the next year's plan.
enum class PlanKind { Target, Task, Problem };
/// 不少于/不超过/达到/完成
enum class Direction { AtLeast, AtMost, Reach, Done };

const office::ChoiceTable<PlanKind> &planKinds();
const office::ChoiceTable<Direction> &directions();

/// What a form edits of one line of a year's plan.
struct PlanItemDetails {
    QString code; ///< 目标-2022-01; given when empty at creation
    int year = 0;
    int lineNumber = 0; ///< order within year and kind; the next free one when 0
    PlanKind kind = PlanKind::Target;
    QString section; ///< 方面, a heading of the plan
    QString title;
    QString metric; ///< name of the metric that measures it; empty for what is only done or not
    QString metricFilter; ///< "kind=EXHIBITION"
    Direction direction = Direction::AtLeast;
    std::optional<Decimal> target;
    std::optional<Money> targetAmount; ///< instead of target, where the metric is money
    QString unit;
    std::optional<Quantity> baseline; ///< last year's value as known when the plan was made
    std::optional<Money> baselineAmount;
    QDate dueOn;
    QDate doneOn;
    QString notes;
    bool operator==(const PlanItemDetails &) const = default;
};

struct PlanItem {
    PlanItemId id;
    int revision;
    PlanItemDetails details;
};

/// Empty when acceptable.
std::vector<FieldError> validate(const PlanItemDetails &details);

} // namespace mishutai::planning
