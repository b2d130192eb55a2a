#include "parties/units/unit_list.h"

#include "office/custom_fields/own_columns_list.h"
#include "parties/cultivation/cultivation.h"
#include "parties/unit_facts/unit_fact.h"
#include "parties/units/unit.h"

#include <QCoreApplication>

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

/// The words of the roles in place of what is stored.
QString labelled(const QString &column)
{
    QString expression = column;
    for (const db::Choice &role : unitRoleKinds().choices())
        expression = QString("replace(%1, '%2', '%3')").arg(expression, role.value, role.label);
    return expression;
}

std::vector<db::ListColumn> columns()
{
    using enum db::ColumnType;
    const std::vector<db::Choice> yesNo{{"1", tr("是")}, {"0", tr("否")}};
    return {
        {.key = "code",
            .title = tr("单位编号"),
            .expression = "u.code",
            .type = Code,
            .isSearched = true,
            .widthInCharacters = 10},
        {.key = "name", .title = tr("单位全称"), .expression = "u.name", .isSearched = true, .widthInCharacters = 28},
        {.key = "shortName", .title = tr("简称"), .expression = "u.short_name", .isSearched = true, .widthInCharacters = 10},
        {.key = "kind",
            .title = tr("单位类型"),
            .expression = "u.kind",
            .type = Choice,
            .choices = unitKinds().choices(),
            .widthInCharacters = 9},
        {.key = "field", .title = tr("细分领域"), .expression = "u.field", .widthInCharacters = 14},
        {.key = "zone", .title = tr("所属功能区"), .expression = "u.zone", .widthInCharacters = 16},
        {.key = "district", .title = tr("所属区县"), .expression = "u.district", .widthInCharacters = 9},
        {.key = "contactName", .title = tr("联系人"), .expression = "u.contact_name", .isSearched = true, .widthInCharacters = 8},
        {.key = "contactPhone",
            .title = tr("电话"),
            .expression = "u.contact_phone",
            .type = Code,
            .isSearched = true,
            .isPersonal = true,
            .widthInCharacters = 13},
        {.key = "creditCode",
            .title = tr("信用代码"),
            .expression = "u.credit_code",
            .type = Code,
            .isSearched = true,
            .widthInCharacters = 20},
        {.key = "ownership",
            .title = tr("单位性质"),
            .expression = "u.ownership",
            .type = Choice,
            .isShown = false,
            .choices = ownerships().choices(),
            .widthInCharacters = 9},
        {.key = "chain", .title = tr("产业链"), .expression = "u.chain", .isShown = false},
        {.key = "products", .title = tr("主营产品"), .expression = "u.products", .isShown = false, .widthInCharacters = 24},
        {.key = "size",
            .title = tr("规模"),
            .expression = "u.size",
            .type = Choice,
            .isShown = false,
            .choices = unitSizes().choices(),
            .widthInCharacters = 6},
        {.key = "isAboveScale",
            .title = tr("规上"),
            .expression = "u.is_above_scale",
            .type = Flag,
            .isShown = false,
            .choices = yesNo,
            .widthInCharacters = 5},
        {.key = "aboveScaleYear",
            .title = tr("升规年份"),
            .expression = "u.above_scale_year",
            .type = Integer,
            .isShown = false,
            .widthInCharacters = 8},
        {.key = "isListed",
            .title = tr("上市"),
            .expression = "u.is_listed",
            .type = Flag,
            .isShown = false,
            .choices = yesNo,
            .widthInCharacters = 5},
        {.key = "registeredCapital",
            .title = tr("注册资本"),
            .expression = "u.registered_capital_fen",
            .type = Money,
            .isShown = false,
            .widthInCharacters = 14},
        {.key = "foundedOn",
            .title = tr("成立日期"),
            .expression = "u.founded_on",
            .type = Date,
            .isShown = false,
            .widthInCharacters = 11},
        {.key = "employees",
            .title = tr("员工总数"),
            .expression = "u.employees",
            .type = Integer,
            .isShown = false,
            .isTotalled = true,
            .widthInCharacters = 8},
        {.key = "technicalStaff",
            .title = tr("科技人员数"),
            .expression = "u.technical_staff",
            .type = Integer,
            .isShown = false,
            .isTotalled = true,
            .widthInCharacters = 8},
        {.key = "partyOrganisation",
            .title = tr("党组织"),
            .expression = "u.party_organisation",
            .isShown = false,
            .widthInCharacters = 16},
        {.key = "partyMembers",
            .title = tr("党员人数"),
            .expression = "u.party_members",
            .type = Integer,
            .isShown = false,
            .isTotalled = true,
            .widthInCharacters = 8},
        {.key = "parent", .title = tr("上级单位"), .expression = "u.parent_name", .isShown = false, .widthInCharacters = 24},
        {.key = "legalRepresentative",
            .title = tr("法定代表人"),
            .expression = "u.legal_representative",
            .isShown = false,
            .isSearched = true,
            .widthInCharacters = 9},
        {.key = "mailingAddress",
            .title = tr("通信地址"),
            .expression = "u.mailing_address",
            .isShown = false,
            .widthInCharacters = 24},
        {.key = "roles", .title = tr("身份"), .expression = labelled("u.roles"), .isShown = false, .widthInCharacters = 14},
        {.key = "roleNotes", .title = tr("身份说明"), .expression = "u.role_notes", .isShown = false, .widthInCharacters = 24},
        {.key = "isInGroup",
            .title = tr("已入工作群"),
            .expression = "u.is_in_group",
            .type = Flag,
            .isShown = false,
            .choices = yesNo,
            .widthInCharacters = 6},
        {.key = "groupName", .title = tr("工作群名称"), .expression = "u.group_name", .isShown = false},
        {.key = "invoiceEmail",
            .title = tr("收票邮箱"),
            .expression = "u.invoice_email",
            .isShown = false,
            .isPersonal = true,
            .widthInCharacters = 20},
        {.key = "deliveryAddress",
            .title = tr("快递地址"),
            .expression = "u.delivery_address",
            .isShown = false,
            .widthInCharacters = 24},
        {.key = "website", .title = tr("网站"), .expression = "u.website", .isShown = false, .widthInCharacters = 20},
        {.key = "aliases",
            .title = tr("别名"),
            .expression = "u.aliases",
            .isShown = false,
            .isSearched = true,
            .widthInCharacters = 20},
        {.key = "pools", .title = tr("培育库"), .expression = poolsExpression("u.id"), .isShown = false, .widthInCharacters = 12},
        {.key = "tags", .title = tr("标签"), .expression = "u.tags", .isShown = false},
    };
}

/// Every contact, not only the one that has a column.
std::vector<db::SearchedText> furtherTexts()
{
    const QString contacts = "contacts AS k JOIN people AS p ON p.id = k.person_id";
    return {{tr("联系人"), contacts, "k.unit_id", "p.name", false}, {tr("电话"), contacts, "k.unit_id", "p.phone", true},
        {tr("其他电话"), contacts, "k.unit_id", "p.other_phone", true}};
}

} // namespace

const db::ListDefinition &unitList()
{
    static const db::ListDefinition definition{
        .key = "units",
        .title = tr("单位"),
        .from = "v_unit_list AS u",
        .idColumn = "u.id",
        .where = {},
        .orderBy = "u.code",
        .operation = "party.read",
        .tables = {"units", "unit_aliases", "unit_roles", "unit_cultivations", "contacts", "people"},
        .columns = columns(),
        .alsoSearched = furtherTexts(),
        .idFrom = "(SELECT id, code FROM units WHERE merged_into_id IS NULL) AS u",
    };
    return definition;
}

db::ListDefinition unitListOf(const session::Session &session)
{
    return office::withOwnColumns(unitList(), session, {{office::CustomOwner::Unit, "u.id"}});
}

} // namespace mishutai::parties
