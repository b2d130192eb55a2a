#include "db/lists/search_index.h"

#include "db/database.h"
#include "db/row_writer.h"
#include "support/test_database.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace mishutai;
using namespace mishutai::db;
using mishutai::test::TestDatabase;

namespace {

struct Units {
    TestDatabase file{TestDatabase::Schema::Blank};
    Database &database = file.database();
    ListDefinition list;
    Units()
    {
        database.runScript(
            "CREATE TABLE units (id INTEGER PRIMARY KEY, revision INTEGER NOT NULL DEFAULT 1, name TEXT NOT NULL, code TEXT,"
            "phone TEXT, level TEXT, note TEXT) STRICT");
        list.key = "units";
        list.from = "units";
        list.idColumn = "id";
        list.orderBy = "id";
        list.columns = {{.key = "name", .expression = "name", .isSearched = true},
            {.key = "code", .expression = "code", .type = ColumnType::Code, .isSearched = true},
            {.key = "phone", .expression = "phone", .type = ColumnType::Code, .isSearched = true},
            {.key = "level",
                .expression = "level",
                .type = ColumnType::Choice,
                .isSearched = true,
                .choices = {{"vice", "副会长单位"}}},
            {.key = "note", .expression = "note"}};
    }
    void add(const QString &name, const QString &code = {}, const QString &phone = {}, const QString &level = {})
    {
        insertRow(database, "units",
            {{"name", name}, {"code", orNull(code)}, {"phone", orNull(phone)}, {"level", orNull(level)}, {"note", "备注"}});
    }
};

std::vector<qint64> sorted(const IdSet &ids)
{
    return ids.ids();
}

} // namespace

TEST_CASE("a row is found by name, pinyin of every reading, code and phone tail")
{
    Units units;
    units.add("成都炭素有限责任公司", "M-0017", "028-85550123");
    units.add("重庆银行（长沙）分行", "M-0018", "13800005678", "vice");
    units.add("示例ABC科技", "91510100MA6C0000XQ", "400-800-5555");
    SearchIndex index(units.database, units.list);
    struct Row {
        const char *text;
        std::vector<qint64> ids;
    };
    const Row rows[] = {
        {"炭素", {1}},
        {"cdts", {1}},
        {"CDTS", {1}},
        {"chengdutansu", {1}},
        {"chengduts", {1}},
        {"公司 成都", {1}},
        {"cqyh", {2}},
        {"zqyx", {2}},
        {"（长沙）", {2}},
        {"(长沙)", {2}},
        {"cs", {2}},
        {"yhcs", {2}},
        {"m-001", {1, 2}},
        {"M-0018", {2}},
        {"Ｍ－００１８", {2}},
        {"5678", {2}},
        {"0123", {1}},
        {"02885550123", {1}},
        {"138-0000-5678", {2}},
        {"4008005555", {3}},
        {"副会长", {2}},
        {"fhz", {2}},
        {"abc", {3}},
        {"slabc", {3}},
        {"炭素 0018", {}},
        {"分行 5678", {2}},
        {"备注", {}},
        {"%", {}},
        {"' OR 1=1", {}},
        {"", {}},
        {"　 ", {}},
    };
    for (const Row &row : rows) {
        INFO(row.text);
        CHECK(sorted(index.find(row.text)) == row.ids);
        CHECK(IdSet(index.findRanked(row.text, 100)).ids() == row.ids);
    }
    CHECK(SearchIndex::isQuery("a"));
    CHECK_FALSE(SearchIndex::isQuery(" 　\t"));
}

TEST_CASE("the best answer comes first")
{
    Units units;
    units.add("上海成都商会"); // inside
    units.add("成都商会"); // whole
    units.add("成都商会联盟"); // prefix
    units.add("示例", "成都商会-3"); // prefix
    SearchIndex index(units.database, units.list);
    CHECK(index.findRanked("成都商会", 10) == std::vector<qint64>{2, 3, 4, 1});
    CHECK(index.findRanked("成都商会", 2) == std::vector<qint64>{2, 3});
    CHECK(index.findRanked("成都商会", 0).empty());
    CHECK(index.findRanked("cdsh", 10) == std::vector<qint64>{1, 2, 3, 4});
}

TEST_CASE("a stale index is read anew, and only then")
{
    Units units;
    units.add("甲厂");
    SearchIndex index(units.database, units.list);
    CHECK(index.find("厂").size() == 1);
    units.add("乙厂");
    updateRow(units.database, "units", 1, 1, {{"name", "丙店"}});
    CHECK(sorted(index.find("厂")) == std::vector<qint64>{1});
    index.markStale();
    CHECK(sorted(index.find("厂")) == std::vector<qint64>{2});
    CHECK(sorted(index.find("bd")) == std::vector<qint64>{1});
    deleteRow(units.database, "units", 2, 1);
    index.markStale();
    CHECK(index.find("厂").isEmpty());
}

TEST_CASE("an index is read bit by bit and answers from what it had meanwhile")
{
    Units units;
    for (int i = 1; i <= 25; ++i)
        units.add(QString("甲%1厂").arg(i));
    SearchIndex index(units.database, units.list);
    CHECK_FALSE(index.wasRead());
    CHECK(index.readSome(10));
    CHECK(index.readSome(10));
    CHECK(index.findAsRead("厂").isEmpty());
    CHECK_FALSE(index.readSome(10));
    CHECK(index.wasRead());
    CHECK_FALSE(index.isStale());
    CHECK(index.findAsRead("厂").size() == 25);

    updateRow(units.database, "units", 3, 1, {{"name", "丙店"}});
    deleteRow(units.database, "units", 25, 1);
    index.markStale();
    CHECK(index.readSome(10));
    CHECK(index.findAsRead("厂").size() == 25);
    // A change in the middle begins again.
    updateRow(units.database, "units", 1, 1, {{"name", "丁店"}});
    index.markStale();
    while (index.readSome(10)) { }
    CHECK(index.findAsRead("厂").size() == 22);
    CHECK(sorted(index.findAsRead("bd")) == std::vector<qint64>{3});
}

TEST_CASE("texts that no column shows are found, and the answer says in which")
{
    Units units;
    units.add("成都炭素有限责任公司", "M-0017", "028-85550123");
    units.add("示例乙厂", "M-0018", "13800005678");
    units.database.runScript("CREATE TABLE names (unit_id INTEGER NOT NULL, name TEXT NOT NULL) STRICT;"
                             "INSERT INTO names VALUES (1, '示例甲一'), (1, '锦江炭素厂'), (2, '示例乙厂'), (99, '没有这一家');");
    units.list.alsoSearched = {{"曾用名", "names AS n", "n.unit_id", "n.name", true}};
    SearchIndex index(units.database, units.list);
    struct Row {
        const char *typed;
        qint64 id;
        QStringList answers; ///< column or title, and text, of each word
    };
    const Row rows[] = {{"jjtsc", 1, {"曾用名", "锦江炭素厂"}}, {"炭素", 1, {"name", "成都炭素有限责任公司"}},
        {"0123", 1, {"phone", "028-85550123"}}, {"85550123 甲一", 1, {"phone", "028-85550123", "曾用名", "示例甲一"}},
        {"slyc", 2, {"name", "示例乙厂"}}, {"0018", 2, {"code", "M-0018"}}};
    for (const Row &row : rows) {
        INFO(row.typed);
        CHECK(index.find(row.typed).contains(row.id));
        QStringList answers;
        for (const FoundIn &found : index.foundIn(row.id, row.typed)) {
            answers << (found.column.isEmpty() ? found.title : found.column) << found.text;
            CHECK(found.isPersonal == found.column.isEmpty());
        }
        CHECK(answers == row.answers);
    }
    CHECK(index.foundIn(1, "无此字").empty());
    CHECK(index.find("没有这一家").isEmpty());
}

TEST_CASE("a set of ids knows small and large ones")
{
    const IdSet set({5, 1, 5, 9'000'000'000, -3});
    CHECK(set.size() == 4);
    CHECK(set.ids() == std::vector<qint64>{-3, 1, 5, 9'000'000'000});
    for (const qint64 id : {1LL, 5LL, 9'000'000'000LL, -3LL})
        CHECK(set.contains(id));
    for (const qint64 id : {0LL, 2LL, 6LL, -1LL, 9'000'000'001LL})
        CHECK_FALSE(set.contains(id));
    CHECK(IdSet().isEmpty());
}
