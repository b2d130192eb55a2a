#include "planning/plan/plan_list.h"

#include "planning/indicators/indicator.h"
#include "planning/plan/plan_item.h"

#include <QCoreApplication>

namespace mishutai::planning {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Planning", text);
}

} // namespace

const db::ListDefinition &planList()
{
    using db::ColumnType;
    static const db::ListDefinition list{.key = "plan_items",
        .title = tr("年度目标"),
        .from = "v_plan_items AS p",
        .idColumn = "p.id",
        .where = {},
        .orderBy = "p.year DESC, p.kind, p.line_no",
        .operation = "plan.read",
        .tables = {"plan_items"},
        .columns = {
            {.key = "code",
                .title = tr("编号"),
                .expression = "p.code",
                .type = ColumnType::Code,
                .isShown = false,
                .isSearched = true,
                .choices = {}},
            {.key = "year",
                .title = tr("年度"),
                .expression = "cast(p.year AS TEXT)",
                .type = ColumnType::Code,
                .choices = {},
                .widthInCharacters = 6},
            {.key = "kind",
                .title = tr("类型"),
                .expression = "p.kind",
                .type = ColumnType::Choice,
                .choices = planKinds().choices(),
                .widthInCharacters = 6},
            {.key = "section",
                .title = tr("方面"),
                .expression = "p.section",
                .isSearched = true,
                .choices = {},
                .widthInCharacters = 16},
            {.key = "title",
                .title = tr("内容"),
                .expression = "p.title",
                .isSearched = true,
                .choices = {},
                .widthInCharacters = 30},
            {.key = "target",
                .title = tr("目标值"),
                .expression = "p.target_micro",
                .type = ColumnType::Decimal,
                .choices = {},
                .widthInCharacters = 8},
            {.key = "targetAmount",
                .title = tr("目标金额"),
                .expression = "p.target_fen",
                .type = ColumnType::Money,
                .choices = {},
                .widthInCharacters = 12},
            {.key = "unit", .title = tr("单位"), .expression = "p.unit", .choices = {}, .widthInCharacters = 6},
            {.key = "direction",
                .title = tr("方式"),
                .expression = "p.direction",
                .type = ColumnType::Choice,
                .choices = directions().choices(),
                .widthInCharacters = 8},
            {.key = "dueOn", .title = tr("完成期限"), .expression = "p.due_on", .type = ColumnType::Date, .choices = {}},
            {.key = "doneOn", .title = tr("完成日期"), .expression = "p.done_on", .type = ColumnType::Date, .choices = {}},
        }};
    return list;
}

const db::ListDefinition &observationList()
{
    using db::ColumnType;
    static const db::ListDefinition list{.key = "observations",
        .title = tr("指标填报"),
        .from = "v_observations AS o",
        .idColumn = "o.id",
        .where = {},
        .orderBy = "o.to_on DESC, o.indicator_code",
        .operation = "plan.read",
        .tables = {"observations", "indicators"},
        .columns = {
            {.key = "name",
                .title = tr("指标"),
                .expression = "o.indicator_name",
                .isSearched = true,
                .choices = {},
                .widthInCharacters = 20},
            {.key = "to", .title = tr("截至日期"), .expression = "o.to_on", .type = ColumnType::Date, .choices = {}},
            {.key = "from", .title = tr("起始日期"), .expression = "o.from_on", .type = ColumnType::Date, .choices = {}},
            {.key = "wording", .title = tr("程度"), .expression = "o.value_wording", .choices = {}, .widthInCharacters = 6},
            {.key = "value", .title = tr("数值"), .expression = "o.value_micro", .type = ColumnType::Decimal, .choices = {}},
            {.key = "unit", .title = tr("单位"), .expression = "o.unit", .choices = {}, .widthInCharacters = 6},
            {.key = "stage",
                .title = tr("阶段"),
                .expression = "o.stage",
                .type = ColumnType::Choice,
                .choices = stages().choices(),
                .widthInCharacters = 6},
            {.key = "source", .title = tr("来源"), .expression = "o.source", .choices = {}, .widthInCharacters = 16},
        }};
    return list;
}

} // namespace mishutai::planning
