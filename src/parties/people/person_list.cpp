#include "parties/people/person_list.h"

#include "parties/people/person.h"

#include <QCoreApplication>

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

std::vector<db::ListColumn> columns()
{
    using enum db::ColumnType;
    const std::vector<db::Choice> yesNo{{"1", tr("是")}, {"0", tr("否")}};
    return {
        {.key = "code",
            .title = tr("人员编号"),
            .expression = "p.code",
            .type = Code,
            .isSearched = true,
            .widthInCharacters = 10},
        {.key = "name", .title = tr("姓名"), .expression = "p.name", .isSearched = true, .widthInCharacters = 8},
        {.key = "unit", .title = tr("单位"), .expression = "p.unit_name", .isSearched = true, .widthInCharacters = 26},
        {.key = "post", .title = tr("职务"), .expression = "p.post", .widthInCharacters = 10},
        {.key = "phone",
            .title = tr("电话"),
            .expression = "p.phone",
            .type = Code,
            .isSearched = true,
            .isPersonal = true,
            .widthInCharacters = 13},
        {.key = "otherPhone",
            .title = tr("其他电话"),
            .expression = "p.other_phone",
            .type = Code,
            .isShown = false,
            .isSearched = true,
            .isPersonal = true,
            .widthInCharacters = 14},
        {.key = "email",
            .title = tr("电子邮箱"),
            .expression = "p.email",
            .isShown = false,
            .isPersonal = true,
            .widthInCharacters = 20},
        {.key = "wechat",
            .title = tr("微信"),
            .expression = "p.wechat",
            .isShown = false,
            .isPersonal = true,
            .widthInCharacters = 14},
        {.key = "title", .title = tr("职称"), .expression = "p.title", .widthInCharacters = 10},
        {.key = "isExpert",
            .title = tr("专家"),
            .expression = "p.is_expert",
            .type = Flag,
            .choices = yesNo,
            .widthInCharacters = 5},
        {.key = "expertise", .title = tr("专长"), .expression = "p.expertise", .widthInCharacters = 20},
        {.key = "gender",
            .title = tr("性别"),
            .expression = "p.gender",
            .type = Choice,
            .isShown = false,
            .choices = genders().choices(),
            .widthInCharacters = 5},
        {.key = "politicalStatus",
            .title = tr("政治面貌"),
            .expression = "p.political_status",
            .isShown = false,
            .widthInCharacters = 9},
        {.key = "tags", .title = tr("标签"), .expression = "p.tags", .isShown = false},
    };
}

} // namespace

const db::ListDefinition &personList()
{
    static const db::ListDefinition definition{
        .key = "people",
        .title = tr("人员"),
        .from = "v_person_list AS p",
        .idColumn = "p.id",
        .where = {},
        .orderBy = "p.code",
        .operation = "party.read",
        .tables = {"people", "contacts", "units"},
        .columns = columns(),
    };
    return definition;
}

} // namespace mishutai::parties
