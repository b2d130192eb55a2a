#include "office/custom_fields/custom_field_list.h"

#include "office/custom_fields/custom_field.h"

#include <QCoreApplication>

namespace mishutai::office {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Office", text);
}

std::vector<db::ListColumn> columns()
{
    using enum db::ColumnType;
    return {
        {.key = "name", .title = tr("字段名称"), .expression = "f.name", .isSearched = true, .widthInCharacters = 22},
        {.key = "owner",
            .title = tr("属于"),
            .expression = "f.owner",
            .type = Choice,
            .choices = customOwners().choices(),
            .widthInCharacters = 7},
        {.key = "kind",
            .title = tr("类型"),
            .expression = "f.kind",
            .type = Choice,
            .choices = customKinds().choices(),
            .widthInCharacters = 7},
        {.key = "choices", .title = tr("选项"), .expression = "f.choices", .widthInCharacters = 26},
        {.key = "place", .title = tr("顺序"), .expression = "f.place", .type = Integer, .widthInCharacters = 6},
        {.key = "used", .title = tr("已填"), .expression = "f.used", .type = Integer, .widthInCharacters = 7},
        {.key = "state",
            .title = tr("状态"),
            .expression = "f.state",
            .type = Choice,
            .choices = {{"IN_USE", tr("在用")}, {"RETIRED", tr("停用")}},
            .widthInCharacters = 7},
    };
}

} // namespace

const db::ListDefinition &customFieldList()
{
    static const db::ListDefinition definition{
        .key = "custom_fields",
        .title = tr("自定义字段"),
        .from = "v_custom_field_list AS f",
        .idColumn = "f.id",
        .where = {},
        .orderBy = "f.owner, f.place, f.name",
        .operation = "office.read",
        .tables = {"custom_fields", "custom_values"},
        .columns = columns(),
    };
    return definition;
}

} // namespace mishutai::office
