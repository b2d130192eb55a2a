#include "desk_cases.h"

#include "db/lists/list_query.h"
#include "db/statement.h"
#include "desk/board.h"
#include "desk/global_search.h"
#include "finance/entries/entry_list.h"
#include "finance/entries/entry_service.h"
#include "members/member_service.h"
#include "parties/units/unit_service.h"
#include "session/session.h"
#include "session/users/user_service.h"

#include <iterator>
#include <numeric>
#include <set>

namespace mishutai::desk {

namespace {

QString textOf(const Board &board, const QString &label)
{
    for (const BoardFigure &figure : board.figures) {
        if (figure.label == label)
            return figure.text;
    }
    return {};
}

QStringList listsOf(const std::vector<SearchHit> &hits)
{
    QStringList lists;
    for (const SearchHit &hit : hits) {
        if (!lists.contains(hit.listKey))
            lists.append(hit.listKey);
    }
    return lists;
}

} // namespace

TEST_CASE("the board shows the year's figures and a sentence made of them")
{
    const ExampleFile example;
    const auto application = example.open(Access::Read);
    const Board shown = board(application->metrics(), office::OfficeKind::Alliance, QDate(2021, 12, 31));
    CHECK(shown.asOf == QDate(2021, 12, 31));
    CHECK(textOf(shown, "会员") == "127家");
    CHECK(textOf(shown, "本年会费") == "11.6万元");
    CHECK(textOf(shown, "本年活动") == "23次");
    CHECK(textOf(shown, "服务") == "37家次");
    CHECK(shown.sentence.startsWith("截至2021年12月31日"));
    CHECK(shown.sentence.endsWith("。"));
    for (const BoardFigure &figure : shown.figures) {
        INFO(figure.label.toStdString());
        CHECK(shown.sentence.contains(figure.text));
        CHECK_FALSE(application->metrics().rows(figure.query, 0).empty());
    }
}

TEST_CASE("the board looks from the newest year that has records")
{
    const ExampleFile example;
    const auto application = example.open(Access::Read);
    CHECK(boardDay(application->metrics(), QDate(2021, 6, 1)) == QDate(2021, 6, 1));
    CHECK(boardDay(application->metrics(), QDate(2030, 6, 1)) == QDate(2021, 12, 31));
    const QTemporaryDir folder;
    const auto empty = Application::create(folder.filePath("empty.mishutai"), "秘书甲");
    CHECK(boardDay(empty->metrics(), QDate(2030, 6, 1)) == QDate(2030, 6, 1));
}

TEST_CASE("members month by month are what the count says of each month's end")
{
    const ExampleFile example;
    const auto application = example.open(Access::Write);
    db::Statement(application->database(),
        "UPDATE members SET left_on = CASE code WHEN '会员-0060' THEN '2021-05-01' ELSE '2021-11-20' END "
        "WHERE code IN ('会员-0060', '会员-0061') AND joined_on < '2021-05-01'")
        .execute();
    const QDate day(2021, 12, 31);
    const auto months = monthlyMembers(application->metrics(), day);
    REQUIRE(months.size() == 12);
    for (int month = 1; month <= 12; ++month) {
        CAPTURE(month);
        const Period upTo = Period::monthsUpTo(2021, month);
        CHECK(months[static_cast<size_t>(month) - 1] == application->metrics().value({"members.count", upTo, {}}).raw);
    }
    CHECK(application->metrics().value({"members.left", Period::year(2021), {}}).raw > 0);
}

TEST_CASE("months of a year add up to the year")
{
    const ExampleFile example;
    const auto application = example.open(Access::Read);
    const auto months = monthlyFen(application->metrics(), "finance.income.total", QDate(2021, 12, 31));
    REQUIRE(months.size() == 12);
    CHECK(std::accumulate(months.begin(), months.end(), qint64(0)) == 19'703'169);
    CHECK(monthlyFen(application->metrics(), "finance.income.total", QDate(2021, 5, 1)).size() == 5);
}

TEST_CASE("figures that the user may not see are left out of the board")
{
    const ExampleFile example;
    const auto application = example.open(Access::Read);
    session::Session nobody(application->database(), application->session().clock(),
        {.id = UserId(900), .name = "另一人", .roles = session::Roles()});
    const metrics::MetricService metrics(nobody);
    const Board shown = board(metrics, office::OfficeKind::Alliance, QDate(2021, 12, 31));
    CHECK(shown.figures.empty());
}

TEST_CASE("who paid no dues for two years is proposed, and nothing is changed")
{
    const ExampleFile example;
    const auto application = example.open();
    session::Session &session = application->session();
    const QDate day(2023, 6, 1);
    const auto proposed = [&] { return proposals(application->metrics(), office::OfficeKind::Alliance, day); };
    CHECK(proposed().empty()); // nobody at all has paid for 2022
    finance::EntryService entries(session);
    std::optional<finance::EntryDetails> dues;
    for (const qint64 id : db::ListQuery(application->database(), finance::entryList()).ids()) {
        const auto entry = entries.entry(VoucherId(id));
        if (entry && entry->details.duesYear && entry->details.unit)
            dues = entry->details;
    }
    REQUIRE(dues);
    dues->duesYear = 2022;
    dues->receipt = {};
    const VoucherId paid = entries.record(*dues);
    entries.post({paid});

    REQUIRE(proposed().size() == 1);
    const BoardFigure proposal = proposed().front();
    CHECK(proposal.label.contains("连续两年没有缴会费"));
    CHECK(proposals(application->metrics(), office::OfficeKind::Park, day).empty()); // a park keeps no dues
    const auto idsProposed = [&] {
        std::set<qint64> ids;
        for (const metrics::MetricRow &row : application->metrics().rows(proposal.query, 0))
            ids.insert(row.objectId);
        return ids;
    };
    const std::set<qint64> first = idsProposed();
    REQUIRE_FALSE(first.empty());
    members::MemberService members(session);
    CHECK_FALSE(first.contains(members.findCurrent(*dues->unit)->id.value()));
    for (const qint64 id : first)
        CHECK(members::statusOf(members.get(MemberId(id)).details) == members::MemberStatus::Active);
    const MemberId one(*first.begin());
    members.suspend(one, members.get(one).revision, QDate(2023, 5, 1), "未缴会费", "联〔2023〕1号");
    CHECK(idsProposed().size() == first.size() - 1);
    // Who paid for this year is not proposed either.
    dues->unit = members.get(MemberId(*std::next(first.begin()))).unit;
    dues->duesYear = 2023;
    entries.post({entries.record(*dues)});
    CHECK(idsProposed().size() == first.size() - 2);
}

TEST_CASE("one search finds names, initials, codes and titles in every list")
{
    const ExampleFile example;
    const auto application = example.open();
    GlobalSearch search(application->session());
    CHECK(listsOf(search.find("jfkj", 20)).contains("members"));
    CHECK(listsOf(search.find("金发", 20)).contains("units"));
    CHECK(listsOf(search.find("活动-2021-018", 20)).contains("activities"));
    CHECK(listsOf(search.find("服务-2021-005", 20)).contains("cases"));
    CHECK(search.find("示例", 3).size() <= 3 * allLists().size());
    CHECK(search.find("", 20).empty());
    CHECK(search.find("查无此人", 20).empty());
    for (const SearchHit &hit : search.find("金发", 20)) {
        REQUIRE(listByKey(hit.listKey));
        CHECK(listByKey(hit.listKey)->title == hit.listTitle);
        CHECK(hit.id > 0);
        CHECK_FALSE(hit.label.isEmpty());
    }
    CHECK(listByKey("colours") == nullptr);
}

TEST_CASE("a search finds what was entered since, once it has been told")
{
    const ExampleFile example;
    const auto application = example.open();
    GlobalSearch search(application->session());
    CHECK(search.find("示例新增有限公司", 20).empty());
    parties::UnitDetails details;
    details.name = "示例新增有限公司";
    parties::UnitService(application->session()).create(details);
    search.markStale({"units"});
    const auto hits = search.find("slxz", 20);
    REQUIRE(hits.size() == 1);
    CHECK(hits.front().label == "示例新增有限公司");
}

TEST_CASE("every metric's rows open in a list that there is")
{
    const ExampleFile example;
    const auto application = example.open(Access::Read);
    const Period year = Period::year(2021);
    for (const metrics::Metric &metric : application->metrics().catalogue().all()) {
        for (const metrics::MetricRow &row : application->metrics().rows({metric.name, year, {}}, 3)) {
            INFO(metric.name.toStdString() << ' ' << row.objectType.toStdString());
            CHECK(listByKey(row.objectType) != nullptr);
        }
    }
}

} // namespace mishutai::desk
