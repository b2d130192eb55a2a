#include "casework/cases/case_list.h"

#include "casework/cases/case.h"

#include <QCoreApplication>

namespace mishutai::casework {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Casework", text);
}

std::vector<db::ListColumn> shownColumns()
{
    using enum db::ColumnType;
    return {
        {.key = "code",
            .title = tr("编号"),
            .expression = "c.code",
            .type = Code,
            .isSearched = true,
            .choices = {},
            .widthInCharacters = 13},
        {.key = "kind",
            .title = tr("类型"),
            .expression = "c.kind",
            .type = Choice,
            .choices = caseKinds().choices(),
            .widthInCharacters = 8},
        {.key = "title",
            .title = tr("事项"),
            .expression = "c.title",
            .isSearched = true,
            .choices = {},
            .widthInCharacters = 28},
        {.key = "served",
            .title = tr("服务对象"),
            .expression = "c.served",
            .isSearched = true,
            .choices = {},
            .widthInCharacters = 18},
        {.key = "date",
            .title = tr("受理日期"),
            .expression = "c.date_text",
            .type = Code,
            .choices = {},
            .widthInCharacters = 11},
        {.key = "dueOn",
            .title = tr("期限"),
            .expression = "c.effective_due_on",
            .type = Date,
            .choices = {},
            .widthInCharacters = 11},
        {.key = "status",
            .title = tr("状态"),
            .expression = "c.status",
            .type = Choice,
            .choices = caseStatuses().choices(),
            .widthInCharacters = 7},
        {.key = "closedOn",
            .title = tr("办结日期"),
            .expression = "c.closed_on",
            .type = Date,
            .choices = {},
            .widthInCharacters = 11},
        {.key = "feedback", .title = tr("反馈"), .expression = "c.feedback", .choices = {}, .widthInCharacters = 14},
    };
}

std::vector<db::ListColumn> hiddenTexts()
{
    return {
        {.key = "servedNames",
            .title = tr("服务对象全称"),
            .expression = "c.served_names",
            .isShown = false,
            .isSearched = true,
            .choices = {},
            .widthInCharacters = 28},
        {.key = "helpers",
            .title = tr("参与机构"),
            .expression = "c.helpers",
            .isShown = false,
            .isSearched = true,
            .choices = {},
            .widthInCharacters = 18},
        {.key = "category", .title = tr("类别"), .expression = "c.category", .isShown = false, .choices = {}},
        {.key = "content",
            .title = tr("内容"),
            .expression = "c.content",
            .isShown = false,
            .choices = {},
            .widthInCharacters = 28},
        {.key = "result",
            .title = tr("办理结果"),
            .expression = "c.result",
            .isShown = false,
            .choices = {},
            .widthInCharacters = 24},
        {.key = "issuer",
            .title = tr("交办单位"),
            .expression = "c.issuer_name",
            .isShown = false,
            .isSearched = true,
            .choices = {}},
        {.key = "documentNumber", .title = tr("文号"), .expression = "c.document_number", .isShown = false, .choices = {}},
        {.key = "source", .title = tr("来源"), .expression = "c.source", .isShown = false, .choices = {}},
        {.key = "handler", .title = tr("经办人"), .expression = "c.handler_name", .isShown = false, .choices = {}},
        {.key = "tags", .title = tr("标签"), .expression = "c.tags", .isShown = false, .choices = {}},
    };
}

std::vector<db::ListColumn> hiddenValues()
{
    using enum db::ColumnType;
    return {
        {.key = "openedOn", .title = tr("受理日"), .expression = "c.opened_on", .type = Date, .isShown = false, .choices = {}},
        {.key = "urgency",
            .title = tr("紧急程度"),
            .expression = "c.urgency",
            .type = Choice,
            .isShown = false,
            .choices = urgencies().choices()},
        {.key = "activity",
            .title = tr("关联活动"),
            .expression = "c.activity_code",
            .type = Code,
            .isShown = false,
            .choices = {}},
        {.key = "isExtended",
            .title = tr("已延期"),
            .expression = "c.is_extended",
            .type = Flag,
            .isShown = false,
            .choices = {{"1", tr("是")}, {"0", tr("否")}}},
        {.key = "satisfaction",
            .title = tr("满意度"),
            .expression = "c.satisfaction",
            .type = Integer,
            .isShown = false,
            .choices = {}},
        {.key = "amount",
            .title = tr("金额"),
            .expression = "c.amount_fen",
            .type = Money,
            .isShown = false,
            .isTotalled = true,
            .choices = {}},
        {.key = "reopenedCount",
            .title = tr("重开次数"),
            .expression = "c.reopened_count",
            .type = Integer,
            .isShown = false,
            .choices = {}},
        {.key = "lastStepOn",
            .title = tr("最近办理"),
            .expression = "c.last_step_on",
            .type = Date,
            .isShown = false,
            .choices = {}},
        {.key = "receiptsSent",
            .title = tr("名单家数"),
            .expression = "c.receipts_sent",
            .type = Integer,
            .isShown = false,
            .choices = {}},
        {.key = "receiptsAnswered",
            .title = tr("已回复"),
            .expression = "c.receipts_answered",
            .type = Integer,
            .isShown = false,
            .choices = {}},
    };
}

std::vector<db::ListColumn> columns()
{
    std::vector<db::ListColumn> all = shownColumns();
    for (const std::vector<db::ListColumn> &more : {hiddenTexts(), hiddenValues()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace

const db::ListDefinition &caseList()
{
    static const db::ListDefinition definition{
        .key = "cases",
        .title = tr("服务台账"),
        .from = "v_case_list AS c",
        .idColumn = "c.id",
        .where = {},
        .orderBy = "c.opened_on DESC, c.code DESC",
        .operation = "case.read",
        .tables = {"cases", "case_units", "case_steps", "case_receipts", "units", "people", "activities"},
        .columns = columns(),
    };
    return definition;
}

} // namespace mishutai::casework
