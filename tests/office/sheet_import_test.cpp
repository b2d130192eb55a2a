#include "sheet_cases.h"

using namespace mishutai;
using namespace mishutai::office;
using mishutai::test::TestSession;

namespace {

/// Cancels after so many questions; counts what it was told.
class Watch : public TaskControl
{
public:
    explicit Watch(int questions) : m_questions(questions) { }
    void progress(qint64 done, qint64 total, const QString &) override
    {
        m_done = done;
        m_total = total;
    }
    bool isCancelled() const override { return --m_questions < 0; }
    qint64 done() const { return m_done; }
    qint64 total() const { return m_total; }

private:
    mutable int m_questions;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace

TEST_CASE("the modes of an import differ in what they write", "[office]")
{
    struct Case {
        ImportMode mode;
        int added;
        bool isWritten;
        qint64 stored;
    };
    const Case each = GENERATE(Case{ImportMode::AllOrNothing, 2, false, 0}, Case{ImportMode::GoodRows, 2, true, 2},
        Case{ImportMode::DryRun, 2, false, 0});
    Thing thing;
    const ImportResult result = thing.import(kTwoGoodOneBad, each.mode);
    CHECK(result.added == each.added);
    CHECK(result.isWritten == each.isWritten);
    CHECK(thing.count("things") == each.stored);
    REQUIRE(result.faulty.size() == 1);
    CHECK(result.faulty.front().row == 4);
}

TEST_CASE("a fault names its row and its column", "[office]")
{
    Thing thing;
    const ImportResult result = thing.import(kTwoGoodOneBad, ImportMode::AllOrNothing);
    const Error fault = firstFault(result, thing.kind(), "物品.csv");
    REQUIRE(fault.place());
    CHECK(*fault.place() == FilePlace{"物品.csv", 4, 3, "日期"});
    CHECK(fault.kind() == Error::Kind::Validation);
    CHECK(fault.text().contains("5月32日"));
    CHECK(fault.fields().front().field == "day");
}

TEST_CASE("an import is one batch and one line of the log", "[office]")
{
    Thing thing;
    const qint64 entries = thing.count("audit_log");
    const qint64 changes = thing.count("changes");
    thing.import("编号,名称\n物-1,甲\n物-2,乙\n物-3,丙\n", ImportMode::AllOrNothing);
    CHECK(thing.count("audit_log") == entries + 1);
    CHECK(thing.count("changes") == changes + 3);
    CHECK(thing.kind().finished() == 1);
}

TEST_CASE("a second import of the same sheet changes nothing", "[office]")
{
    Thing thing;
    thing.import("编号,名称\n物-1,甲\n物-2,乙\n", ImportMode::AllOrNothing);
    const ImportResult again = thing.import("编号,名称\n物-1,甲\n物-2,丁\n", ImportMode::AllOrNothing);
    CHECK(again.added == 0);
    CHECK(again.changed == 1);
    CHECK(again.same == 1);
    CHECK(thing.import("物品编号\n物-1\n", ImportMode::AllOrNothing).same == 1);
    CHECK(thing.count("things") == 2);
}

TEST_CASE("blank rows, a title, serial numbers and a total are no records", "[office]")
{
    Thing thing;
    const ImportResult result
        = thing.import("物品名单,,\n,,\n序号,编号,名称\n1,物-1,甲\n,,\n2,物-2,乙\n合计,,2\n", ImportMode::AllOrNothing);
    CHECK(result.faulty.empty());
    CHECK(result.added == 2);
}

TEST_CASE("a header that does not fit stops the import with its place", "[office]")
{
    struct Case {
        QString csv;
        QString word;
    };
    const Case each = GENERATE(Case{"编号,颜色\n物-1,红\n", "颜色"}, Case{"名称\n甲\n", "编号"});
    Thing thing;
    const std::optional<Error> error = errorOf([&] { thing.import(each.csv, ImportMode::GoodRows); });
    REQUIRE(error);
    CHECK(error->kind() == Error::Kind::Validation);
    CHECK(error->text().contains(each.word));
    CHECK(thing.count("things") == 0);
}

TEST_CASE("a full disk, a missing right and a cancel stop the whole import", "[office]")
{
    Thing thing;
    const auto disk = errorOf([&] { thing.import("编号,名称\n物-1,甲\n物-2,磁盘已满\n", ImportMode::GoodRows); });
    REQUIRE(disk);
    CHECK(disk->kind() == Error::Kind::Storage);
    CHECK(thing.count("things") == 0);

    session::Session reader = thing.file().sessionAs(session::Role::ReadOnly);
    const auto forbidden
        = errorOf([&] { importSheet(reader, thing.kind(), Thing::sheet("编号\n物-1\n"), "物品.csv", ImportMode::AllOrNothing); });
    REQUIRE(forbidden);
    CHECK(forbidden->kind() == Error::Kind::Forbidden);

    Watch impatient(2);
    const auto cancelled = errorOf([&] { thing.import("编号\n物-1\n物-2\n物-3\n物-4\n", ImportMode::GoodRows, impatient); });
    REQUIRE(cancelled);
    CHECK(cancelled->kind() == Error::Kind::Cancelled);
    CHECK(thing.count("things") == 0);
}

TEST_CASE("progress counts the records", "[office]")
{
    Thing thing;
    QString csv = "编号\n";
    for (int i = 1; i <= 60; ++i)
        csv += QString("物-%1\n").arg(i);
    Watch watch(1000);
    thing.import(csv, ImportMode::AllOrNothing, watch);
    CHECK(watch.done() == 60);
    CHECK(watch.total() == 60);
}
