#include "activities_cases.h"

#include "activities/attendees/attendee_sheet.h"
#include "activities/events/activity_sheet.h"
#include "activities/outcomes/outcome_sheet.h"
#include "activities/partners/partner_sheet.h"
#include "parties/people/person_sheet.h"
#include "parties/units/unit_sheet.h"

using namespace mishutai;
using namespace mishutai::activities;

namespace {

constexpr auto kForms = R"(SELECT CAST(%1 AS TEXT) AS x FROM %2)";

/// The kinds of this room, in the order of a data set.
class Sheets
{
public:
    std::vector<office::RecordSheet *> parties() { return {&m_units, &m_people}; }
    std::vector<office::RecordSheet *> own() { return {&m_activities, &m_partners, &m_attendees, &m_outcomes}; }

private:
    mishutai::parties::UnitSheet m_units;
    mishutai::parties::PersonSheet m_people;
    ActivitySheet m_activities;
    ActivityPartnerSheet m_partners;
    ActivityAttendeeSheet m_attendees;
    ActivityOutcomeSheet m_outcomes;
};

void importExample(session::Session &session)
{
    Sheets sheets;
    for (const std::vector<office::RecordSheet *> &kinds : {sheets.parties(), sheets.own()}) {
        for (office::RecordSheet *kind : kinds) {
            INFO(kind->key().toStdString());
            CHECK(faultsOf(import(session, *kind, carriedExample(kind->key()))).isEmpty());
        }
    }
}

} // namespace

TEST_CASE("the example's events give the figures of the year", "[activities]")
{
    TestSession file;
    importExample(file);
    struct Row {
        const char *value;
        const char *from;
        const char *expected;
    };
    const Row rows[] = {
        {"count(*)", "v_activities WHERE is_industry_event = 1 AND status = 'HELD'", "23"},
        {"count(*)", "v_activities WHERE kind = 'MEETING' AND body IN ('COUNCIL', 'COUNCIL_AND_SUPERVISORS')", "2"},
        {"name || date_precision", "v_activities WHERE session_number = 1", "第一届第一次理（监）事会扩大会议MONTH"},
        {"starts_on", "v_activities WHERE session_number = 2", "2021-05-14"},
        {"title", "v_activity_outcomes WHERE kind = 'DOCUMENT_ADOPTED'", "《联盟财务管理制度》"},
        {"starts_on || own_role", "v_activities WHERE kind = 'TRAINING'", "2021-03-15ATTEND"},
        {"count(*)", "v_activities WHERE kind = 'PARTY'", "2"},
        {"count(*)", "v_activities WHERE series = '金融保险与产业服务宣讲' AND kind = 'PROMOTION'", "3"},
        {"count(*)", "v_activities WHERE series = '产学研精准对接' AND kind = 'MATCHING'", "1"},
        {"(sum(enterprises_micro) / 1000000) || min(enterprises_qualifier) || max(enterprises_qualifier)",
            "v_activities WHERE enterprises_qualifier IS NOT NULL", "150aboveabove"},
        {"count(DISTINCT unit_id)", "v_activity_attendees WHERE unit_kind IN ('FINANCE', 'UNIVERSITY', 'INSTITUTE')", "12"},
        {"count(*)",
            "v_activity_attendees WHERE unit_kind IN ('FINANCE', 'UNIVERSITY', 'INSTITUTE') "
            "AND coalesce(series, '') NOT IN ('金融保险与产业服务宣讲', '产学研精准对接')",
            "0"},
        {"count(*)", "v_activity_outcomes WHERE kind = 'MATCH' AND status = 'HELD'", "10"},
        {"count(DISTINCT unit_id)", "v_activity_outcomes WHERE kind = 'MATCH'", "10"},
        {"starts_on || own_role || venue_count || (online_micro / 1000000) || online_wording || task_unit_name",
            "v_activities WHERE kind = 'FORUM'", "2021-11-26LEAD_UNDERTAKE31000超过成都市经济和信息化局"},
        {"substr(task_received_on, 1, 7)", "v_activities WHERE kind = 'FORUM'", "2021-10"},
        {"count(*)", "v_activities WHERE venue_count > 1 OR online_qualifier IS NOT NULL", "1"},
        {"count(DISTINCT unit_id)", "v_activity_partners WHERE role = 'MEDIA'", "2"},
        {"own_role || name", "v_activities WHERE code = '活动-2021-018'",
            "JOINT_UNDERTAKE首届成都都市圈产业生态建设企业供需对接云共享大会"},
        {"count(*)", "v_activity_attendees WHERE activity_code = '活动-2021-018' AND capacity = 'EXHIBITOR'", "11"},
        {"(quantity_micro / 1000000) || quantity_qualifier", "v_activity_outcomes WHERE kind = 'DEMANDS_COLLECTED'", "262exact"},
        {"unit_name || other_unit_name", "v_activity_outcomes WHERE kind = 'SIGNING' AND activity_code = '活动-2021-018'",
            "成都金发新材料德阳特变电工"},
        {"unit_name || other_unit_name", "v_activity_outcomes WHERE kind = 'SIGNING' AND activity_code <> '活动-2021-018'",
            "四川大学高分子材料工程国家重点实验室四川金象赛瑞化工股份有限公司"},
        {"count(*)", "v_activity_outcomes WHERE kind = 'SIGNING'", "2"},
        {"starts_on || ends_on || own_role", "v_activities WHERE kind = 'EXHIBITION'", "2021-04-222021-04-24ORGANISE_EXHIBITORS"},
        {"count(*)",
            "v_activity_attendees WHERE activity_kind = 'EXHIBITION' AND capacity = 'EXHIBITOR' "
            "AND unit_name IN ('玉龙化工', '美奢锐新材料')",
            "2"},
        {"unit_name", "v_activity_outcomes WHERE kind = 'PUBLICITY'", "成都科技融媒体中心"},
        {"count(*)", "v_activities WHERE starts_on NOT BETWEEN '2021-01-01' AND '2021-12-31'", "0"},
    };
    for (const Row &row : rows) {
        INFO(row.value << " of " << row.from);
        CHECK(ask(file.database(), QString(kForms).arg(row.value, row.from)) == row.expected);
    }
}

TEST_CASE("the example's events are exported as they were imported", "[activities]")
{
    TestSession first;
    importExample(first);
    Sheets sheets;
    TestSession second;
    for (office::RecordSheet *kind : sheets.parties())
        import(second, *kind, carriedExample(kind->key()));
    for (office::RecordSheet *kind : sheets.own()) {
        INFO(kind->key().toStdString());
        const QByteArray once = exported(first, *kind);
        CHECK(once == carriedExample(kind->key()).toUtf8());
        CHECK(faultsOf(import(second, *kind, QString::fromUtf8(once))).isEmpty());
        CHECK(exported(second, *kind) == once);
    }
}
