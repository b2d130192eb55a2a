#include "db/lists/list_query.h"

#include "base/error.h"
#include "db/database.h"
#include "db/row_writer.h"
#include "db/transaction.h"
#include "support/test_database.h"

#include <catch2/catch.hpp>

#include <QDate>

using namespace mishutai;
using namespace mishutai::db;
using mishutai::test::TestDatabase;

namespace {

ListDefinition thingList()
{
    ListDefinition list;
    list.key = "things";
    list.from = "things AS t";
    list.idColumn = "t.id";
    list.where = "t.is_deleted = 0";
    list.orderBy = "t.code";
    list.columns = {
        {.key = "code", .title = "编号", .expression = "t.code", .type = ColumnType::Code},
        {.key = "name", .title = "名称", .expression = "t.name"},
        {.key = "level",
            .title = "级别",
            .expression = "t.level",
            .type = ColumnType::Choice,
            .choices = {{"council", "理事单位"}, {"member", "会员单位"}}},
        {.key = "amount", .title = "金额", .expression = "t.amount_fen", .type = ColumnType::Money, .isTotalled = true},
        {.key = "joined", .title = "入会日期", .expression = "t.joined_on", .type = ColumnType::Date},
        {.key = "people", .title = "人数", .expression = "t.people * 2", .type = ColumnType::Integer, .isTotalled = true},
    };
    return list;
}

struct Things {
    TestDatabase file{TestDatabase::Schema::Blank};
    Database &database = file.database();
    ListDefinition list = thingList();
    Things()
    {
        database.runScript(
            "CREATE TABLE things (id INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT, level TEXT, amount_fen INTEGER,"
            "joined_on TEXT, people INTEGER, is_deleted INTEGER NOT NULL DEFAULT 0) STRICT");
        add("A-4", "甲公司", "council", 100, {2020, 1, 1}, 5);
        add("A-2", "乙 50%_off!公司", "member", -20, {2021, 6, 30}, 7);
        add("A-3", QVariant(), QVariant(), QVariant(), {}, QVariant());
        add("A-1", "Delta 丁", "member", 20, {2021, 7, 1}, 5);
        add("A-9", "已删除", "member", 1000, {2021, 7, 1}, 5);
        database.runScript("UPDATE things SET is_deleted = 1 WHERE code = 'A-9'");
    }
    void add(const QString &code, const QVariant &name, const QVariant &level, const QVariant &amount, QDate joined,
        const QVariant &people)
    {
        insertRow(database, "things",
            {{"code", code}, {"name", name}, {"level", level}, {"amount_fen", amount}, {"joined_on", orNull(joined)},
                {"people", people}});
    }
};

} // namespace

TEST_CASE("filters find what they say")
{
    Things things;
    using C = Condition;
    struct Row {
        const char *name;
        std::vector<ListFilter> filters;
        std::vector<qint64> ids;
    };
    const Row rows[] = {
        {"none, in the default order", {}, {4, 2, 3, 1}},
        {"contains", {{"name", C::Contains, "公司"}}, {2, 1}},
        {"contains not, empty ones too", {{"name", C::NotContains, "公司"}}, {4, 3}},
        {"contains not the label of a choice", {{"level", C::NotContains, "理事"}}, {4, 2, 3}},
        {"starts with", {{"name", C::StartsWith, "del"}}, {4}},
        {"starts with a sign of LIKE", {{"name", C::StartsWith, "%"}}, {}},
        {"differs, empty ones too", {{"name", C::Differs, "甲公司"}}, {4, 2, 3}},
        {"a span that nobody resolved", {{"joined", C::InPeriod, "thisYear"}}, {}},
        {"contains, another case", {{"name", C::Contains, "dELTA"}}, {4}},
        {"contains per cent", {{"name", C::Contains, "50%"}}, {2}},
        {"per cent is no wildcard", {{"name", C::Contains, "甲%"}}, {}},
        {"underscore is no wildcard", {{"name", C::Contains, "甲_司"}}, {}},
        {"escape character", {{"name", C::Contains, "_off!"}}, {2}},
        {"quote", {{"name", C::Contains, "' OR 1=1 --"}}, {}},
        {"equals", {{"code", C::Equals, "A-4"}}, {1}},
        {"label of a choice", {{"level", C::Contains, "理事"}}, {1}},
        {"label of no choice", {{"level", C::Contains, "council"}}, {}},
        {"any of", {{"level", C::AnyOf, QStringList{"council", "member"}}}, {4, 2, 1}},
        {"any of nothing", {{"level", C::AnyOf, QStringList{}}}, {}},
        {"any of numbers", {{"people", C::AnyOf, QStringList{"14", "3"}}}, {2}},
        {"at least", {{"amount", C::AtLeast, 20}}, {4, 1}},
        {"at most", {{"amount", C::AtMost, "19"}}, {2}},
        {"expression", {{"people", C::Equals, 10}}, {4, 1}},
        {"dates", {{"joined", C::AtLeast, QDate(2021, 1, 1)}, {"joined", C::AtMost, QDate(2021, 6, 30)}}, {2}},
        {"empty text", {{"name", C::IsEmpty, {}}}, {3}},
        {"empty number", {{"amount", C::IsEmpty, {}}}, {3}},
        {"empty date", {{"joined", C::IsEmpty, {}}}, {3}},
        {"not empty", {{"level", C::IsNotEmpty, {}}, {"name", C::Contains, "丁"}}, {4}},
    };
    for (const Row &row : rows) {
        INFO(row.name);
        ListQuery query(things.database, things.list);
        query.setFilters(row.filters);
        CHECK(query.ids() == row.ids);
    }
}

TEST_CASE("sorts put empty cells last, both ways, and equal rows in one order")
{
    Things things;
    struct Row {
        std::vector<ListSort> sorts;
        std::vector<qint64> ids;
    };
    for (const Row &row : std::initializer_list<Row>{{{{"amount", false}}, {2, 4, 1, 3}}, {{{"amount", true}}, {1, 4, 2, 3}},
             {{{"level", true}, {"amount", true}}, {4, 2, 1, 3}}, {{{"people", false}}, {4, 1, 2, 3}}}) {
        ListQuery query(things.database, things.list);
        query.setSorts(row.sorts);
        CHECK(query.ids() == row.ids);
        CHECK(query.ids(2) == std::vector<qint64>(row.ids.begin(), row.ids.begin() + 2));
    }
}

TEST_CASE("choices are sorted as their column lists them, names by pinyin, what is empty last")
{
    Things things;
    things.add("B-1", "重庆示例", "retired'; --", 1, {}, 1); // a word that the column lists no more
    things.add("B-2", "长沙示例", "council", 1, {}, 1);
    things.add("B-3", "", "", 1, {}, 1);
    things.list.columns[2].choices = {{"member", "会员单位"}, {"council", "理事单位"}};
    struct Row {
        std::vector<ListSort> sorts;
        std::vector<qint64> ids;
    };
    // 1 甲公司 council, 2 乙… member, 3 nothing, 4 Delta member, 6 重庆 retired, 7 长沙 council, 8 empty texts
    for (const Row &row : std::initializer_list<Row>{{{{"level", false}}, {4, 2, 1, 7, 6, 3, 8}},
             {{{"level", true}}, {6, 1, 7, 4, 2, 3, 8}}, {{{"name", false}}, {4, 7, 6, 1, 2, 3, 8}},
             {{{"name", true}}, {2, 1, 6, 7, 4, 3, 8}}, {{{"level", false}, {"name", true}}, {2, 4, 1, 7, 6, 3, 8}}}) {
        CAPTURE(row.sorts.front().column.toStdString(), row.sorts.front().isDescending);
        ListQuery query(things.database, things.list);
        query.setSorts(row.sorts);
        CHECK(query.ids() == row.ids);
    }
    ListQuery query(things.database, things.list);
    query.setGroup("level");
    const std::vector<ListGroup> groups = query.groups();
    REQUIRE(groups.size() == 4);
    CHECK(groups[0].value == QVariant("member"));
    CHECK(groups[1].value == QVariant("council"));
    CHECK(groups[2].value == QVariant("retired'; --"));
    CHECK(groups[3].value.isNull());
    const std::vector<ListGroup> read = query.groupsOf(query.ids());
    REQUIRE(read.size() == 4);
    CHECK(read[0].value == groups[0].value);
    CHECK(read[2].value == groups[2].value);
}

TEST_CASE("rows stand in groups with their number and sums, empty cells in the last")
{
    Things things;
    things.add("A-5", "", "", 7, {}, 1);
    things.add("A-6", "己公司", "council", 1000, {}, QVariant());
    ListQuery query(things.database, things.list);
    query.setGroup("level");
    const std::vector<qint64> ids = query.ids();
    CHECK(ids == std::vector<qint64>{1, 7, 4, 2, 3, 6});
    const std::vector<ListGroup> groups = query.groups();
    REQUIRE(groups.size() == 3);
    CHECK(groups[0].value == QVariant("council"));
    CHECK(groups[0].count == 2);
    CHECK(groups[0].totals[3] == 1100);
    CHECK(groups[0].totals[5] == 10);
    CHECK_FALSE(groups[0].totals[0].has_value());
    CHECK(groups[1].totals[3] == 0);
    CHECK(groups[2].value.isNull());
    CHECK(groups[2].count == 2); // NULL and '' look alike

    query.setSorts({{"amount", true}, {"level", true}});
    CHECK(query.ids() == std::vector<qint64>{4, 2, 7, 1, 6, 3});
    CHECK(query.groups()[1].count == 2);
    const std::vector<ListGroup> some = query.groupsOf({4, 1, 3});
    REQUIRE(some.size() == 3);
    CHECK(some[0].totals[3] == 20);
    CHECK(some[1].value == QVariant("council"));

    query.setFilters({{"name", Condition::Contains, "公司"}});
    CHECK(query.groups().size() == 2);
    CHECK_THROWS_AS(query.setGroup("nothing"), Error);
}

TEST_CASE("a list is grouped by what repeats")
{
    Things things;
    for (int i = 0; i < 6; ++i)
        things.add(QString("C-%1").arg(i), i < 3 ? "戊" : "己", "council", 1, QDate(2020 + i % 2, 5, 1), 3);
    ListQuery query(things.database, things.list);
    CHECK_FALSE(query.isGroupable("code"));
    CHECK_FALSE(query.isGroupable("amount"));
    CHECK(query.isGroupable("level"));
    CHECK(query.isGroupable("joined"));
    CHECK(query.isGroupable("people"));
    CHECK_FALSE(query.isGroupable("name")); // nine texts of five kinds
    query.setFilters({{"code", Condition::StartsWith, "C"}});
    CHECK(query.isGroupable("name"));
    query.setFilters({{"code", Condition::StartsWith, "nothing"}});
    CHECK_FALSE(query.isGroupable("name"));

    query.setFilters({});
    query.setGroup("joined");
    const std::vector<ListGroup> years = query.groups();
    REQUIRE(years.size() == 3);
    CHECK(years[0].value == QVariant("2020"));
    CHECK(years[0].count == 4);
    CHECK(years[1].value == QVariant("2021"));
    CHECK(years[2].value.isNull());
}

TEST_CASE("a group goes on beyond the rows that one statement reads")
{
    Things things;
    for (int i = 0; i < 1200; ++i)
        things.add(QString("B-%1").arg(i, 4, 10, QChar('0')), "戊", i < 700 ? "council" : "member", 1, {}, 1);
    ListQuery query(things.database, things.list);
    query.setGroup("level");
    const std::vector<ListGroup> all = query.groups();
    const std::vector<ListGroup> read = query.groupsOf(query.ids());
    REQUIRE(read.size() == all.size());
    for (size_t i = 0; i < all.size(); ++i) {
        CHECK(read[i].value == all[i].value);
        CHECK(read[i].count == all[i].count);
        CHECK(read[i].totals == all[i].totals);
    }
    CHECK(read[0].count == 701);
}

TEST_CASE("rows come in the order asked for, totals and distinct values fold them")
{
    Things things;
    ListQuery query(things.database, things.list);
    const std::vector<ListRow> rows = query.rows({2, 99, 1});
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].id == 2);
    CHECK(rows[0].cells[3] == QVariant(qint64(-20)));
    CHECK(rows[1].cells[1] == QVariant("甲公司"));
    CHECK(rows[1].cells[4] == QVariant("2020-01-01"));
    CHECK_FALSE(query.rows({3}).at(0).cells[3].isValid());

    const auto totals = query.totals({1, 2, 3, 4});
    CHECK(totals == std::vector<std::optional<qint64>>{{}, {}, {}, 100, {}, 34});
    CHECK(query.totalsOfAll() == query.totals(query.ids()));
    CHECK(query.totals({})[3] == 0);

    const auto levels = query.distinctValues("level", 10);
    REQUIRE(levels.size() == 3);
    CHECK(levels[0] == std::pair<QVariant, qint64>("member", 2));
    CHECK_FALSE(levels[2].first.isValid());
    query.setFilters({{"level", Condition::Equals, "council"}, {"amount", Condition::AtLeast, 50}});
    CHECK(query.distinctValues("level", 10).size() == 1);
    CHECK(query.distinctValues("level", 0).empty());
}

TEST_CASE("rows are counted, and ids read from the bare table while nothing needs more")
{
    Things things;
    ListQuery query(things.database, things.list);
    CHECK(query.count() == 4);
    query.setFilters({{"level", Condition::Equals, "member"}});
    CHECK(query.count() == 2);
    // A table that lacks the columns shows from where they are read.
    things.database.runScript("CREATE VIEW bare AS SELECT id, code, is_deleted FROM things");
    things.list.idFrom = "bare AS t";
    ListQuery cheap(things.database, things.list);
    CHECK(cheap.ids() == std::vector<qint64>{4, 2, 3, 1});
    CHECK(cheap.count() == 4);
    CHECK(cheap.rows({2}).size() == 1);
    cheap.setSorts({{"amount", false}});
    CHECK(cheap.ids().front() == 2);
    cheap.setSorts({});
    cheap.setFilters({{"name", Condition::Contains, "公司"}});
    CHECK(cheap.ids() == std::vector<qint64>{2, 1});
}

TEST_CASE("a list of many rows is read in parts")
{
    Things things;
    {
        Transaction transaction(things.database);
        for (int i = 0; i < 1234; ++i)
            things.add(QString("B-%1").arg(i, 5, 10, QChar('0')), "x", "member", 3, {2021, 1, 1}, 1);
        transaction.commit();
    }
    ListQuery query(things.database, things.list);
    query.setFilters({{"code", Condition::Contains, "B-"}});
    const std::vector<qint64> ids = query.ids();
    REQUIRE(ids.size() == 1234);
    CHECK(query.rows(ids).size() == 1234);
    CHECK(query.totals(ids)[3] == 3 * 1234);
}

TEST_CASE("a column that the list lacks is refused before anything is asked")
{
    Things things;
    ListQuery query(things.database, things.list);
    CHECK_THROWS_AS(query.setFilters({{"name; DROP TABLE things", Condition::Equals, 1}}), Error);
    CHECK_THROWS_AS(query.setSorts({{"t.id", false}}), Error);
    CHECK_THROWS_AS(query.distinctValues("none", 5), Error);
}
