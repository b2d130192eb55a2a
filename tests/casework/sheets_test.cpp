#include "casework_cases.h"

#include "casework/cases/case_list.h"
#include "casework/cases/case_sheet.h"
#include "casework/receipts/receipt_sheet.h"
#include "casework/steps/step_sheet.h"
#include "casework/units/case_unit_sheet.h"
#include "db/lists/list_query.h"

using namespace mishutai;
using namespace mishutai::casework;

namespace {

const QString kCases = "日期,事项,类型,状态,办结日期,办理结果,反馈,满意度\n"
                       "2021-03-10,上门咨询,走访调研,已办结,2021-03-10,现场答复,好评,5\n"
                       "2021年4月,政策专班,专班,在办,,,,\n";

} // namespace

TEST_CASE("a register is imported with its state, without steps of its own", "[casework]")
{
    TestSession file;
    CaseSheet sheet;
    CHECK(import(file, sheet, kCases).added == 2);
    const CaseService service(file);
    const Case visit = service.findByCode("服务-2021-001").value();
    CHECK(visit.details.kind == CaseKind::Visit);
    CHECK(visit.state.status == CaseStatus::Done);
    CHECK(visit.details.satisfaction == 5);
    const Case taskforce = service.findByDateAndTitle(QDate(2021, 4, 1), "政策专班").value();
    CHECK(taskforce.details.precision == office::DatePrecision::Month);
    CHECK(taskforce.state.status == CaseStatus::Doing);
    CHECK(import(file, sheet, kCases).same == 2);
    CHECK(rowCounts(file.database()) == "2 0 0 0");
    CHECK(import(file, sheet, "编号,日期,事项,类别\n服务-2021-001,2021-03-10,上门咨询,政策\n").changed == 1);
    CHECK(service.findByCode("服务-2021-001")->details.feedback == "好评");
}

TEST_CASE("bad rows of the register's sheets are named with row and column", "[casework]")
{
    TestSession file;
    addUnit(file, "示例公司");
    CaseSheet cases;
    CaseUnitSheet units;
    CaseStepSheet steps;
    CaseReceiptSheet receipts;
    import(file, cases, "日期,事项\n2021-05-14,咨询\n2021-05-14,重名\n2021-05-15,重名\n");
    struct Row {
        office::RecordSheet &sheet;
        const char *csv;
        const char *fault; ///< row and column
    };
    Row rows[] = {
        {cases, "日期,事项\n五月,咨询\n", "2 受理日期"},
        {cases, "日期,事项\n2021-05-14,\n", "2 事项"},
        {cases, "日期,事项,类型\n2021-05-14,咨询,闲聊\n", "2 类型"},
        {cases, "日期,事项,状态,办理结果\n2021-05-14,新的,已办结,好了\n", "2 办结日期"},
        {cases, "日期,事项,状态,办结日期\n2021-05-14,新的,已办结,2021-05-14\n", "2 办理结果"},
        {cases, "日期,事项,状态,办结日期,办理结果\n2021-05-14,新的,已办结,2021-05-13,好了\n", "2 办结日期"},
        {cases, "日期,事项,满意度\n2021-05-14,咨询,非常\n", "2 满意度"},
        {cases, "日期,事项,满意度\n2021-05-14,咨询,9\n", "2 满意度"},
        {cases, "日期,事项,金额（元）\n2021-05-14,咨询,1.234\n", "2 金额（元）"},
        {cases, "日期,事项,交办单位\n2021-05-14,咨询,无此单位\n", "2 交办单位"},
        {cases, "日期,事项,关联活动\n2021-05-14,咨询,活动-2021-077\n", "2 关联活动"},
        {units, "事项编号,单位,角色\n服务-2021-099,示例公司,服务对象\n", "2 事项编号"},
        {units, "事项,单位,角色\n没有的事,示例公司,服务对象\n", "2 事项"},
        {units, "事项,单位,角色\n重名,示例公司,服务对象\n", "2 事项"},
        {units, "事项编号,单位,角色\n服务-2021-001,,服务对象\n", "2 单位全称"},
        {units, "事项编号,单位,角色\n服务-2021-001,示例公司,路过\n", "2 角色"},
        {steps, "事项编号,日期,类型\n服务-2021-001,,跟进\n", "2 日期"},
        {steps, "事项编号,日期,类型\n服务-2021-001,2021-05-14,节点\n", "2 期限"},
        {steps, "事项编号,日期,办理人\n服务-2021-001,2021-05-14,无此人\n", "2 办理人"},
        {receipts, "事项编号,单位,发出日期,回复日期\n服务-2021-001,示例公司,2021-06-02,2021-06-01\n", "2 回复日期"},
    };
    for (Row &row : rows) {
        INFO(row.csv);
        const QStringList faults = faultsOf(import(file, row.sheet, row.csv));
        REQUIRE(faults.size() == 1);
        CHECK(faults.front().startsWith(row.fault));
    }
    CHECK(rowCounts(file.database()) == "3 0 0 0");
}

TEST_CASE("receipts and steps are exported as they are read", "[casework]")
{
    TestSession file;
    addUnit(file, "甲");
    CaseSheet cases;
    CaseStepSheet steps;
    CaseReceiptSheet receipts;
    import(file, cases, "日期,事项,办理期限,延期至\n2021-05-14,征求意见,2021-06-30,2021-07-15\n");
    CHECK(import(file, receipts, "事项,单位,发出日期,回复日期,回复内容\n征求意见,甲,2021-05-20,2021-05-21,\"无，\n同意\"\n").added
        == 1);
    CHECK(import(file, steps, "事项,日期,类型,内容,期限\n征求意见,2021-06-29,延期,等回复,2021-07-15\n").added == 1);
    TestSession other;
    addUnit(other, "甲");
    for (office::RecordSheet *kind : std::initializer_list<office::RecordSheet *>{&cases, &steps, &receipts}) {
        const QByteArray once = exported(file, *kind);
        CHECK(faultsOf(import(other, *kind, QString::fromUtf8(once))).isEmpty());
        CHECK(exported(other, *kind) == once);
    }
}

TEST_CASE("every column of the register can be read, sorted and filtered", "[casework]")
{
    TestSession file;
    addUnit(file, "示例甲公司");
    addUnit(file, "示例乙公司");
    CaseSheet cases;
    CaseUnitSheet units;
    import(file, cases, kCases);
    import(file, units, "事项,单位,角色\n政策专班,示例甲公司,服务对象\n政策专班,示例乙公司,服务对象\n");
    const db::ListDefinition &list = caseList();
    for (const db::ListColumn &column : list.columns) {
        INFO(column.key.toStdString());
        db::ListQuery query(file.database(), list);
        query.setSorts({{column.key, true}});
        CHECK(query.ids().size() == 2);
        query.setFilters({{column.key, db::Condition::IsEmpty, {}}});
        CHECK(query.ids().size() <= 2);
        CHECK_NOTHROW(query.distinctValues(column.key, 5));
    }
    db::ListQuery query(file.database(), list);
    query.setFilters({{"servedNames", db::Condition::Contains, "乙"}});
    const std::vector<db::ListRow> rows = query.rows(query.ids());
    REQUIRE(rows.size() == 1);
    const auto at = std::ranges::find(list.columns, QString("served"), &db::ListColumn::key) - list.columns.begin();
    CHECK(rows.front().cells.at(static_cast<size_t>(at)).toString() == "示例甲公司、示例乙公司");
}
