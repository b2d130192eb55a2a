#include "example_office.h"

#include "base/error.h"
#include "document/text_writer.h"
#include "reports/report_service.h"

namespace mishutai {

namespace {

QString summaryText(test::ExampleOffice &office)
{
    return document::writeText(reports::ReportService(office.session(), office.application().metrics())
                                   .make("alliance-annual", Period::year(2021), QDate(2022, 1, 26)));
}

} // namespace

TEST_CASE("sentences follow the rows: each forum its own figures, nothing claimed that the rows do not say")
{
    test::ExampleOffice office;
    const auto change = [&](const QString &sql) { db::Statement(office.application().database(), sql).execute(); };
    const auto text = [&] { return summaryText(office).remove('\n'); };
    CHECK(text().contains("127家会员单位的法人执照、细分领域和联系方式全部登记入库"));

    change("UPDATE activities SET kind = 'FORUM', venue_count = 2, online_micro = 300000000, online_qualifier = 'exact' "
           "WHERE code = '活动-2021-019'");
    const QString forums = text();
    CHECK(forums.contains("设3个会场同步举行，线上参会超过1000人，中国新闻网、光明日报等2家媒体作了报道"));
    CHECK(forums.contains("设2个会场同步举行，线上参会300人。"));

    change("UPDATE members SET licence_filed = 0 WHERE code = '会员-0050'");
    CHECK(text().contains("在会会员127家，其中126家的法人执照、细分领域和联系方式已登记入库，另有1家正在补齐"));
    change("UPDATE members SET applied_on = NULL, joined_on = '2020-12-08' WHERE joined_on LIKE '2021-%'");
    change("UPDATE member_levels SET from_on = '2020-12-08' WHERE from_on LIKE '2021-%'");
    change("UPDATE members SET left_on = '2021-12-30' WHERE code IN ('会员-0060', '会员-0061')");
    CHECK(text().contains("在会会员125家，比上年末减少2家；"));

    change("UPDATE cases SET status = 'DONE', closed_on = '2022-04-01' WHERE kind = 'INTERNAL' AND status IN ('OPEN', 'DOING')");
    CHECK(text().contains("筹建工作稳步推进"));
}

TEST_CASE("a year without books, plan or problems leaves their headings out; another office and a part of a year are refused")
{
    test::ExampleOffice office;
    const reports::ReportService service(office.session(), office.application().metrics());
    const QString text = document::writeText(service.make("alliance-annual", Period::year(2019), std::nullopt));
    for (const char *absent : {"财务管理", "存在的问题", "工作计划", "100%", "结余"})
        CHECK_FALSE(text.contains(absent));
    CHECK(text.contains("以上报告，请予审议"));
    const auto refused = [&](const Period &period) {
        try {
            service.make("alliance-annual", period, std::nullopt);
        } catch (const Error &error) {
            return error.kind() == Error::Kind::Validation;
        }
        return false;
    };
    CHECK(refused(Period::quarter(2021, 1)));
    CHECK_FALSE(refused(Period::year(2021)));
    CHECK(service.kinds().size() == 1);
    db::Statement(office.application().database(), "UPDATE office SET kind = 'PARK'").execute();
    CHECK(refused(Period::year(2021)));
    CHECK(service.kinds().empty());
}

} // namespace mishutai
