#include "members/member_list.h"

#include "members/member.h"
#include "office/custom_fields/own_columns_list.h"
#include "parties/cultivation/cultivation.h"

#include <QCoreApplication>

#include <map>

namespace mishutai::members {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Members", text);
}

std::vector<db::ListColumn> shownColumns()
{
    using enum db::ColumnType;
    return {
        {.key = "code",
            .title = tr("会员编号"),
            .expression = "m.code",
            .type = Code,
            .isSearched = true,
            .widthInCharacters = 10},
        {.key = "name", .title = tr("单位全称"), .expression = "m.name", .isSearched = true, .widthInCharacters = 28},
        {.key = "level",
            .title = tr("级别"),
            .expression = "m.level",
            .type = Choice,
            .choices = memberLevels().choices(),
            .widthInCharacters = 12},
        {.key = "status",
            .title = tr("状态"),
            .expression = "m.status",
            .type = Choice,
            .choices = memberStatuses().choices(),
            .widthInCharacters = 7},
        {.key = "contactName", .title = tr("联系人"), .expression = "m.contact_name", .isSearched = true, .widthInCharacters = 8},
        {.key = "contactPhone",
            .title = tr("电话"),
            .expression = "m.contact_phone",
            .type = Code,
            .isSearched = true,
            .isPersonal = true,
            .widthInCharacters = 13},
        {.key = "shortName", .title = tr("简称"), .expression = "m.short_name", .isSearched = true, .widthInCharacters = 10},
        {.key = "kind",
            .title = tr("单位类型"),
            .expression = "m.kind",
            .type = Choice,
            .choices = memberKinds(),
            .widthInCharacters = 8},
        {.key = "field", .title = tr("细分领域"), .expression = "m.field", .widthInCharacters = 14},
        {.key = "zone", .title = tr("所属功能区"), .expression = "m.zone", .widthInCharacters = 16},
        {.key = "joinedOn", .title = tr("入会日期"), .expression = "m.joined_on", .type = Date, .widthInCharacters = 11},
        {.key = "creditCode",
            .title = tr("信用代码"),
            .expression = "m.credit_code",
            .type = Code,
            .isSearched = true,
            .widthInCharacters = 20},
        {.key = "serviceOfficer", .title = tr("服务专员"), .expression = "m.service_officer", .widthInCharacters = 8},
    };
}

std::vector<db::ListColumn> furtherColumns()
{
    using enum db::ColumnType;
    const std::vector<db::Choice> yesNo{{"1", tr("是")}, {"0", tr("否")}};
    return {
        {.key = "contactOtherPhone",
            .title = tr("其他电话"),
            .expression = "m.contact_other_phone",
            .type = Code,
            .isShown = false,
            .isPersonal = true,
            .widthInCharacters = 13},
        {.key = "contactPost",
            .title = tr("联系人职务"),
            .expression = "m.contact_post",
            .isShown = false,
            .widthInCharacters = 10},
        {.key = "ownership",
            .title = tr("单位性质"),
            .expression = "m.ownership",
            .type = Choice,
            .isShown = false,
            .choices = parties::ownerships().choices(),
            .widthInCharacters = 8},
        {.key = "chain", .title = tr("产业链"), .expression = "m.chain", .isShown = false},
        {.key = "chainSegment", .title = tr("环节"), .expression = "m.chain_segment", .isShown = false, .widthInCharacters = 10},
        {.key = "products", .title = tr("主营产品"), .expression = "m.products", .isShown = false, .widthInCharacters = 24},
        {.key = "district", .title = tr("所属区县"), .expression = "m.district", .isShown = false, .widthInCharacters = 9},
        {.key = "mailingAddress",
            .title = tr("通信地址"),
            .expression = "m.mailing_address",
            .isShown = false,
            .widthInCharacters = 24},
        {.key = "legalRepresentative",
            .title = tr("法定代表人"),
            .expression = "m.legal_representative",
            .isShown = false,
            .isSearched = true,
            .widthInCharacters = 9},
        {.key = "size",
            .title = tr("规模"),
            .expression = "m.size",
            .type = Choice,
            .isShown = false,
            .choices = parties::unitSizes().choices(),
            .widthInCharacters = 6},
        {.key = "isAboveScale",
            .title = tr("规上"),
            .expression = "m.is_above_scale",
            .type = Flag,
            .isShown = false,
            .choices = yesNo,
            .widthInCharacters = 5},
        {.key = "aboveScaleYear",
            .title = tr("升规年份"),
            .expression = "m.above_scale_year",
            .type = Integer,
            .isShown = false,
            .widthInCharacters = 8},
        {.key = "isListed",
            .title = tr("上市"),
            .expression = "m.is_listed",
            .type = Flag,
            .isShown = false,
            .choices = yesNo,
            .widthInCharacters = 5},
        {.key = "registeredCapital",
            .title = tr("注册资本"),
            .expression = "m.registered_capital_fen",
            .type = Money,
            .isShown = false,
            .widthInCharacters = 14},
        {.key = "foundedOn",
            .title = tr("成立日期"),
            .expression = "m.founded_on",
            .type = Date,
            .isShown = false,
            .widthInCharacters = 11},
        {.key = "employees",
            .title = tr("员工总数"),
            .expression = "m.employees",
            .type = Integer,
            .isShown = false,
            .isTotalled = true,
            .widthInCharacters = 8},
        {.key = "technicalStaff",
            .title = tr("科技人员数"),
            .expression = "m.technical_staff",
            .type = Integer,
            .isShown = false,
            .isTotalled = true,
            .widthInCharacters = 8},
        {.key = "partyOrganisation",
            .title = tr("党组织"),
            .expression = "m.party_organisation",
            .isShown = false,
            .widthInCharacters = 16},
        {.key = "partyMembers",
            .title = tr("党员人数"),
            .expression = "m.party_members",
            .type = Integer,
            .isShown = false,
            .isTotalled = true,
            .widthInCharacters = 8},
        {.key = "parent", .title = tr("上级单位"), .expression = "m.parent_name", .isShown = false, .widthInCharacters = 24},
        {.key = "appliedOn",
            .title = tr("申请日期"),
            .expression = "m.applied_on",
            .type = Date,
            .isShown = false,
            .widthInCharacters = 11},
        {.key = "leftOn",
            .title = tr("退会日期"),
            .expression = "m.left_on",
            .type = Date,
            .isShown = false,
            .widthInCharacters = 11},
        {.key = "leftKind",
            .title = tr("退会方式"),
            .expression = "m.left_kind",
            .type = Choice,
            .isShown = false,
            .choices = leaveKinds().choices(),
            .widthInCharacters = 8},
        {.key = "leftReason", .title = tr("退会原因"), .expression = "m.left_reason", .isShown = false},
        {.key = "suspendedOn",
            .title = tr("暂停日期"),
            .expression = "m.suspended_on",
            .type = Date,
            .isShown = false,
            .widthInCharacters = 11},
        {.key = "registeredOn",
            .title = tr("登记日期"),
            .expression = "m.registered_on",
            .type = Date,
            .isShown = false,
            .widthInCharacters = 11},
        {.key = "licenceFiled",
            .title = tr("执照已登记"),
            .expression = "m.has_licence",
            .type = Flag,
            .isShown = false,
            .choices = yesNo,
            .widthInCharacters = 6},
        {.key = "certificateNo",
            .title = tr("证书编号"),
            .expression = "m.certificate_no",
            .type = Code,
            .isShown = false,
            .isSearched = true},
        {.key = "approvalMeeting", .title = tr("批准会议"), .expression = "m.approval_meeting", .isShown = false},
        {.key = "approvalNo", .title = tr("批准文号"), .expression = "m.approval_no", .isShown = false},
        {.key = "referrer", .title = tr("推荐人"), .expression = "m.referrer", .isShown = false, .widthInCharacters = 8},
        {.key = "pools",
            .title = tr("培育库"),
            .expression = parties::poolsExpression("m.unit_id"),
            .isShown = false,
            .widthInCharacters = 12},
        {.key = "tags", .title = tr("标签"), .expression = "m.tags", .isShown = false},
        {.key = "notes", .title = tr("备注"), .expression = "m.notes", .isShown = false, .widthInCharacters = 24},
    };
}

/// Every contact, not only the one that has a column, and the names that the unit goes by. Asked by the member of the unit: views
/// that lead merged units on to their successors could not use an index.
std::vector<db::SearchedText> furtherTexts()
{
    const QString contacts = "members AS m JOIN contacts AS k ON k.unit_id = m.unit_id JOIN people AS p ON p.id = k.person_id";
    return {{tr("联系人"), contacts, "m.id", "p.name", false}, {tr("电话"), contacts, "m.id", "p.phone", true},
        {tr("其他电话"), contacts, "m.id", "p.other_phone", true},
        {tr("别名"), "members AS m JOIN unit_aliases AS a ON a.unit_id = m.unit_id", "m.id", "a.alias", false}};
}

db::ListDefinition made(office::HeadWord word)
{
    db::ListDefinition list{
        .key = "members",
        .title = tr("会员"),
        .from = "v_member_list AS m",
        .idColumn = "m.id",
        .where = {},
        .orderBy = "m.code",
        .operation = "member.read",
        .tables
        = {"members", "member_levels", "member_steps", "units", "unit_cultivations", "unit_aliases", "contacts", "people"},
        .columns = shownColumns(),
        .alsoSearched = furtherTexts(),
        .idFrom = "members AS m",
    };
    const std::vector<db::ListColumn> further = furtherColumns();
    list.columns.insert(list.columns.end(), further.begin(), further.end());
    for (db::ListColumn &column : list.columns) {
        if (column.key == u"level")
            column.choices = levelChoices(word);
    }
    return list;
}

} // namespace

const db::ListDefinition &memberList(office::HeadWord word)
{
    // One a word: a list outlives the page that shows it.
    static const std::map<office::HeadWord, db::ListDefinition> lists{
        {office::HeadWord::Director, made(office::HeadWord::Director)},
        {office::HeadWord::President, made(office::HeadWord::President)},
        {office::HeadWord::Chairman, made(office::HeadWord::Chairman)}};
    return lists.at(word);
}

db::ListDefinition memberListOf(const session::Session &session, office::HeadWord word)
{
    using office::CustomOwner;
    return office::withOwnColumns(memberList(word), session, {{CustomOwner::Member, "m.id"}, {CustomOwner::Unit, "m.unit_id"}});
}

} // namespace mishutai::members
