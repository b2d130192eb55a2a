#include "casework_cases.h"

#include "casework/cases/case_sheet.h"
#include "casework/steps/step_sheet.h"
#include "casework/units/case_unit_sheet.h"
#include "parties/people/person_sheet.h"
#include "parties/units/unit_sheet.h"

using namespace mishutai;
using namespace mishutai::casework;

namespace {

constexpr auto kForms = R"(SELECT CAST(%1 AS TEXT) AS x FROM %2)";

class Sheets
{
public:
    std::vector<office::RecordSheet *> parties() { return {&m_units, &m_people}; }
    std::vector<office::RecordSheet *> own() { return {&m_cases, &m_caseUnits, &m_steps}; }

private:
    mishutai::parties::UnitSheet m_units;
    mishutai::parties::PersonSheet m_people;
    CaseSheet m_cases;
    CaseUnitSheet m_caseUnits;
    CaseStepSheet m_steps;
};

/// The parties, and the events by their codes.
void prepare(session::Session &session)
{
    Sheets sheets;
    for (office::RecordSheet *kind : sheets.parties())
        import(session, *kind, carriedExample(kind->key()));
    const tables::Sheet events = tables::TableReader().readBytes(carriedExample("activities").toUtf8(), "activities.csv");
    for (size_t i = 1; i < events.rows.size(); ++i)
        addActivity(session, events.rows.at(i).text(0));
}

void importExample(session::Session &session)
{
    prepare(session);
    Sheets sheets;
    for (office::RecordSheet *kind : sheets.own()) {
        INFO(kind->key().toStdString());
        CHECK(faultsOf(import(session, *kind, carriedExample(kind->key()))).isEmpty());
    }
}

} // namespace

TEST_CASE("the example's cases give the figures of the year", "[casework]")
{
    TestSession file;
    importExample(file);
    struct Row {
        const char *value;
        const char *from;
        const char *expected;
    };
    const Row rows[] = {
        {"count(*)", "v_cases WHERE kind = 'MATCH' AND status <> 'WITHDRAWN'", "12"},
        {"count(*)", "v_case_units WHERE case_kind IN ('SERVICE', 'VISIT', 'TASKFORCE') AND role = 'SERVED'", "37"},
        {"count(*)", "v_case_units WHERE case_kind = 'VISIT' AND role = 'SERVED'", "15"},
        {"x.unit_name",
            "(SELECT unit_name FROM v_case_units WHERE case_kind = 'VISIT' AND satisfaction = 5 ORDER BY opened_on LIMIT 1) AS x",
            "金发科技"},
        {"x.unit_name",
            "(SELECT unit_name FROM v_case_units WHERE case_kind = 'VISIT' AND satisfaction = 5 ORDER BY opened_on LIMIT 1 "
            "OFFSET 1) AS x",
            "航天拓鑫"},
        {"x.unit_name",
            "(SELECT unit_name FROM v_case_units WHERE case_kind = 'VISIT' AND satisfaction = 5 ORDER BY opened_on LIMIT 1 "
            "OFFSET 2) AS x",
            "俊马密封"},
        {"title", "v_cases WHERE kind = 'TASKFORCE'", "新材料首批次应用政策服务"},
        {"count(*)", "v_case_units WHERE case_kind = 'TASKFORCE' AND role = 'SERVED' AND unit_name IN ('成都炭素', '泰美克晶体')",
            "2"},
        {"unit_name", "v_case_units WHERE case_kind = 'TASKFORCE' AND role = 'THIRD_PARTY'", "示例产业服务机构有限公司"},
        {"count(*)", "v_cases WHERE kind = 'INCOMING' AND issuer_name IS NOT NULL", "7"},
        {"max(length(x.title))", "(SELECT title FROM v_cases WHERE kind = 'INCOMING' ORDER BY opened_on LIMIT 4) AS x", "9"},
        {"count(DISTINCT category)", "v_cases WHERE kind = 'INCOMING'", "6"},
        {"count(*)", "v_cases WHERE kind = 'APPLICATION'", "2"},
        {"issuer_name", "v_cases WHERE title = '知识产权赋能产业高质量发展项目'", "成都市市场监管局"},
        {"unit_name", "v_case_units WHERE case_title = '知识产权赋能产业高质量发展项目'", "邛崃市天府新区半导体材料产业功能区"},
        {"count(*)",
            "v_cases WHERE kind = 'RESEARCH' AND status = 'DONE' AND closed_on BETWEEN '2021-01-01' AND '2021-12-31' "
            "AND issuer_name = '市经信局新材料产业处'",
            "2"},
        {"count(*)", "v_case_steps WHERE kind = 'TRIP' AND unit_name = '遂宁市经信局'", "2"},
        {"count(*)", "v_case_steps WHERE kind = 'TRIP'", "2"},
        {"count(*)", "v_cases WHERE kind = 'INTERNAL' AND status = 'DONE'", "4"},
        {"title", "v_cases WHERE kind = 'INTERNAL' AND status IN ('OPEN', 'DOING')", "先进材料行业职业教育教学指导委员会筹建"},
        {"count(*)", "v_cases WHERE kind = 'LIAISON'", "2"},
        {"count(*)", "v_cases WHERE status IN ('OPEN', 'DOING') AND effective_due_on < '2021-12-31'", "0"},
        {"count(*)", "v_cases WHERE opened_on NOT BETWEEN '2021-01-01' AND '2021-12-31'", "0"},
        {"count(*)", "v_cases WHERE status = 'WITHDRAWN'", "0"},
    };
    for (const Row &row : rows) {
        INFO(row.value << " of " << row.from);
        CHECK(ask(file.database(), QString(kForms).arg(row.value, row.from)) == row.expected);
    }
}

TEST_CASE("the example's cases are exported as they were imported", "[casework]")
{
    TestSession first;
    importExample(first);
    TestSession second;
    prepare(second);
    Sheets sheets;
    for (office::RecordSheet *kind : sheets.own()) {
        INFO(kind->key().toStdString());
        const QByteArray once = exported(first, *kind);
        CHECK(once == carriedExample(kind->key()).toUtf8());
        CHECK(faultsOf(import(second, *kind, QString::fromUtf8(once))).isEmpty());
        CHECK(exported(second, *kind) == once);
    }
}
