#include "base/error.h"
#include "metrics/catalogue.h"

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::metrics;

namespace {

const QString kHead = "-- metric: a.b\n-- label: 甲\n-- definition: 乙\n-- reads: units\n";
const QString kSql = "SELECT 1;\n";

} // namespace

TEST_CASE("a block gives a metric with all its keys")
{
    const Catalogue catalogue = Catalogue::parse("-- A remark.\n\n" + kHead
            + "-- unit: 家\n-- value: decimal\n-- operation: member.read\n-- rows: finance.read\n-- fold: latest\n-- filter: "
              "kind choice units.kind\n"
              "SELECT *\nFROM t\n;\n",
        "t.sql");
    REQUIRE(catalogue.all().size() == 1);
    const Metric &metric = catalogue.get("a.b");
    CHECK(metric.label == "甲");
    CHECK(metric.unit == "家");
    CHECK(metric.kind == ValueKind::Decimal);
    CHECK(metric.fold == Fold::Latest);
    CHECK(metric.valueOperation == session::Operation::MemberRead);
    CHECK(metric.rowsOperation == session::Operation::FinanceRead);
    CHECK(metric.reads == QStringList({"units"}));
    REQUIRE(metric.filters.size() == 1);
    CHECK(metric.filters[0].name == "kind");
    CHECK(metric.filters[0].type == "choice");
    CHECK(metric.filters[0].source == "units.kind");
    CHECK(metric.sql == "SELECT *\nFROM t\n\n");
}

TEST_CASE("a derived metric names its operands with sign and year")
{
    const Catalogue catalogue
        = Catalogue::parse("-- metric: d\n-- label: 丁\n-- definition: 戊\n-- derived: a.b - c@-1y + e / a.b\n", "t.sql");
    const Metric &metric = catalogue.get("d");
    REQUIRE(metric.operands.size() == 3);
    CHECK(metric.operands[0].metric == "a.b");
    CHECK(metric.operands[1].sign == -1);
    CHECK(metric.operands[1].yearShift == -1);
    CHECK(metric.operands[2].sign == 1);
    REQUIRE(metric.divisors.size() == 1);
}

TEST_CASE("a faulty block is refused with its line")
{
    struct Case {
        QString text;
        int line;
    };
    const Case cases[] = {
        {"-- label: 甲\n", 1},
        {kHead + "-- colour: red\n" + kSql, 5},
        {kHead + "-- fold: most\n" + kSql, 5},
        {kHead + "-- operation: no.such\n" + kSql, 5},
        {kHead + "-- filter: kind\n" + kSql, 5},
        {kHead + "-- filter: kind choice\n" + kSql, 5},
        {kHead + "-- filter: kind text units.kind more\n" + kSql, 5},
        {kHead, 5},
        {kHead + "SELECT 1\n", 6},
        {kHead + kSql + "SELECT 2;\n", 6},
        {kHead + kSql + kHead + kSql, 11},
        {"-- metric: a.b\n-- label: 甲\n-- reads: units\n" + kSql, 5},
        {"-- metric: d\n-- label: 丁\n-- definition: 戊\n-- derived: a b\n", 4},
        {"-- metric: d\n-- label: 丁\n-- definition: 戊\n-- derived: a / b / c\n", 4},
        {"SELECT 1;\n", 1},
    };
    for (const Case &each : cases) {
        INFO(each.text.toStdString());
        try {
            Catalogue::parse(each.text, "t.sql");
            FAIL("accepted");
        } catch (const Error &error) {
            CHECK(error.kind() == Error::Kind::Validation);
            REQUIRE(error.place());
            CHECK(error.place()->file == "t.sql");
            CHECK(error.place()->row == each.line);
            CHECK(!error.cause().isEmpty());
        }
    }
}

TEST_CASE("an unknown metric is answered with the nearest name")
{
    try {
        Catalogue::standard().get("member.count");
        FAIL("found");
    } catch (const Error &error) {
        CHECK(error.kind() == Error::Kind::NotFound);
        CHECK(error.remedy().contains("members.count"));
    }
}

TEST_CASE("tables of a derived metric are those of its operands")
{
    CHECK(Catalogue::standard().tablesOf("members.net_growth").contains("members"));
    CHECK(Catalogue::standard().tablesOf("finance.balance").contains("voucher_lines"));
}
