#include "sheet_cases.h"

using namespace mishutai;
using namespace mishutai::office;
using mishutai::test::TestSession;

namespace {

const ImportRequest kWindowLooks{
    .fileName = "物品.csv", .mode = ImportMode::DryRun, .header = tables::HeaderMode::Lenient, .usesMemory = true};
const ImportRequest kWindowTakes{.fileName = "物品.csv",
    .mode = ImportMode::GoodRows,
    .header = tables::HeaderMode::Lenient,
    .usesMemory = true,
    .keepsFaulty = true};

/// "2 新增; 3 有误 day" for each row of a dry run.
QStringList verdicts(const ImportResult &result)
{
    QMap<int, QString> rows;
    for (const RowVerdict &verdict : result.good) {
        QStringList words{*verdict.outcome == RowOutcome::Added ? "新增"
                : *verdict.outcome == RowOutcome::Changed       ? "有变化"
                                                                : "相同"};
        for (const CellChange &change : verdict.changes)
            words << QString("%1:%2→%3").arg(change.key, change.before, change.after);
        rows[verdict.row] = words.join(' ');
    }
    for (const RowVerdict &verdict : result.faulty) {
        QStringList words{verdict.isDuplicate() ? "重复" : "有误"};
        for (const FieldError &fault : verdict.faults)
            words << fault.field;
        rows[verdict.row] = words.join(' ');
    }
    return rows.values();
}

} // namespace

TEST_CASE("a dry run says of every row what it would do, and of every cell that would change", "[office]")
{
    Thing thing;
    thing.import("编号,名称\n物-1,甲\n物-2,乙\n", ImportMode::AllOrNothing);
    const ImportResult result = thing.import(
        Thing::sheet("编号,名称,日期\n物-1,甲,\n物-2,丁,\n物-3,丙,\n物-3,戊,\n物-4,己,5月32日\n,,\n物-5,9.15E+17,\n"),
        kWindowLooks);
    CHECK(verdicts(result) == QStringList{"相同", "有变化 name:乙→丁", "新增", "重复 code", "有误 day", "有误 name"});
    CHECK(result.faulty[0].reason() == "「物-3」与第4行重复，请只留一行或改正");
    CHECK(thing.count("things") == 2);
}

TEST_CASE("rows are doubles by the strongest name that one of them has", "[office]")
{
    struct Case {
        QString rows;
        QStringList verdicts;
    };
    const std::vector<Case> cases{
        {"物-1,甲,\n物-2,甲,\n", {"新增", "新增"}},
        {"物-1,甲,\n物-1,乙,\n", {"新增", "重复 code"}},
        {"物-1,甲,\n,甲,\n", {"新增", "重复 name"}},
        {",甲 Ａ,\n物-1,甲a,\n", {"新增", "重复 name"}},
    };
    for (const Case &each : cases) {
        INFO(each.rows.toStdString());
        Thing thing;
        CHECK(verdicts(thing.import(Thing::sheet("编号,名称,日期\n" + each.rows), kWindowLooks)) == each.verdicts);
    }
}

TEST_CASE("a number that its file had rounded is a fault of its cell", "[office]")
{
    Thing thing;
    tables::Sheet sheet = Thing::sheet("编号,名称\n物-1,915101000000000000\n物-2,乙\n");
    sheet.warnings.push_back({2, 2, "digits", "数字超过15位"});
    const ImportResult result = thing.import(sheet, kWindowLooks);
    CHECK(verdicts(result) == QStringList{"有误 name", "新增"});
    CHECK(result.faulty[0].places[0].column == 2);
    CHECK(result.faulty[0].reason() == "数字超过15位");
}

TEST_CASE("rows that are refused wait once, and one undo takes all of the import back", "[office]")
{
    Thing thing;
    PendingRows pending(thing.file(), thing.kind());
    const ImportResult result = thing.import(Thing::sheet(kTwoGoodOneBad), kWindowTakes);
    CHECK(result.pending == 1);
    REQUIRE(pending.count() == 1);
    const PendingRow row = pending.list().front();
    CHECK(row.sourceName == "物品.csv");
    CHECK(row.rowNumber == 4);
    CHECK(row.cells.value("day") == "5月32日");
    CHECK(row.reasons.front().field == "day");

    const qint64 changes = thing.count("changes");
    CHECK(thing.import(Thing::sheet(kTwoGoodOneBad), kWindowTakes).pending == 0);
    CHECK(thing.count("changes") == changes);

    session::ChangeHistory history(thing.file());
    history.undo(history.lastUndoable()->batch);
    CHECK(thing.count("things") == 0);
    CHECK(pending.count() == 0);
    history.redo(history.lastRedoable()->batch);
    CHECK(thing.count("things") == 2);
    CHECK(pending.count() == 1);
}

TEST_CASE("a waiting row goes once it is mended, waits on with its new reasons, or is dropped", "[office]")
{
    Thing thing;
    PendingRows pending(thing.file(), thing.kind());
    thing.import(Thing::sheet("编号,名称,日期\n物-2,乙,5月32日\n物-3,丙,某天\n物-4,丁,x\n"), kWindowTakes);
    std::vector<PendingRow> rows = pending.list();
    REQUIRE(rows.size() == 3);
    rows[0].cells["day"] = "5月31日";
    rows[1].cells["day"] = "那天";
    const PendingResult result = pending.retry({rows[0], rows[1]}, PendingRows::Confirmed::Nothing);
    CHECK(result.taken == 1);
    CHECK(result.left == 1);
    CHECK(thing.count("things") == 1);
    rows = pending.list();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].reasons.front().message.contains("那天"));
    pending.drop(rows);
    CHECK(pending.count() == 0);
    session::Session reader = thing.file().sessionAs(session::Role::ReadOnly);
    CHECK_THROWS_AS(PendingRows(reader, thing.kind()).list(), Error);
    CHECK_THROWS_AS(PendingRows(reader, thing.kind()).drop({}), Error);
    CHECK_THROWS_AS(PendingRows(reader, thing.kind()).retry({}, PendingRows::Confirmed::Nothing), Error);
}

TEST_CASE("a number that a spreadsheet rounded waits until it is typed anew, and does not go back as a good one", "[office]")
{
    Thing thing;
    const tables::Sheet sheet = Thing::sheet("编号,名称,日期\n物-1,6.22202E+18,2021-05-14\n");
    const ImportResult taken = thing.import(sheet, kWindowTakes);
    REQUIRE(taken.faulty.size() == 1);
    const tables::Table back = rejectedRows(sheet, taken, thing.kind());
    CHECK(back.rows.front().at(1).isEmpty());
    CHECK(back.rows.front().last().contains("6.22202E+18"));

    PendingRows pending(thing.file(), thing.kind());
    std::vector<PendingRow> rows = pending.list();
    REQUIRE(rows.size() == 1);
    rows[0].cells["day"] = "2021-05-15";
    CHECK(pending.retry(rows, PendingRows::Confirmed::Nothing).taken == 0);
    CHECK(pending.retry(pending.list(), PendingRows::Confirmed::Changes).taken == 0);
    CHECK(thing.count("things") == 0);
    rows = pending.list();
    rows[0].cells["name"] = "6222021234567890123";
    CHECK(pending.retry(rows, PendingRows::Confirmed::Nothing).taken == 1);
}

TEST_CASE("a row is taken with a warning where people look, and tells it once", "[office]")
{
    Thing thing;
    const QString list = "编号,名称,日期\n物-1,甲,2021年5月\n物-2,乙,2021-05-14\n物-3,丙,5月32日\n";
    const ImportResult looked = thing.import(Thing::sheet(list), kWindowLooks);
    CHECK(looked.warned() == 1);
    REQUIRE(looked.good.size() == 2);
    CHECK(looked.good[0].warnings.front().field == "day");
    CHECK(looked.good[0].reason().contains("按2021-05-01导入"));
    CHECK(looked.good[1].reason().isEmpty());
    const ImportResult taken = thing.import(Thing::sheet(list), kWindowTakes);
    CHECK(taken.added == 2);
    CHECK(taken.good.size() == 1);
    // What has been looked at is not told again.
    CHECK(thing.import(Thing::sheet(list), kWindowLooks).warned() == 0);

    PendingRows pending(thing.file(), thing.kind());
    std::vector<PendingRow> rows = pending.list();
    rows.at(0).cells["day"] = "2021.6";
    const PendingResult mended = pending.retry(rows, PendingRows::Confirmed::Nothing);
    CHECK(mended.taken == 1);
    CHECK(mended.warned == 1);
    // Nobody looks at a data set.
    CHECK(thing.import("编号,名称,日期\n物-9,癸,2021年5月\n", ImportMode::AllOrNothing).faulty.size() == 1);
}

TEST_CASE("columns matched by hand are remembered, for data sets they are not", "[office]")
{
    Thing thing;
    const tables::Sheet sheet = Thing::sheet("代号,品名,颜色\n物-1,甲,红\n");
    const ImportResult looked = thing.import(sheet, kWindowLooks);
    CHECK(looked.match.missing == QStringList{"编号"});
    CHECK(looked.taken() + static_cast<int>(looked.faulty.size()) == 0);

    ImportRequest taking = kWindowTakes;
    taking.chosen = {{tables::titleKey("代号"), "code"}, {tables::titleKey("品名"), "name"}, {tables::titleKey("颜色"), ""}};
    CHECK(thing.import(sheet, taking).added == 1);
    const qint64 entries = thing.count("audit_log");
    CHECK(thing.import(sheet, kWindowLooks).same == 1);
    CHECK(thing.count("audit_log") == entries);
    CHECK(thing.count("import_columns") == 3);
    CHECK_THROWS_AS(importSheet(thing.file(), thing.kind(), sheet, "物品.csv", ImportMode::DryRun), Error);
}

TEST_CASE("refused rows go back as a sheet with their reasons, which imports once mended", "[office]")
{
    Thing thing;
    const tables::Sheet sheet = Thing::sheet(kTwoGoodOneBad);
    const ImportResult result = thing.import(sheet, kWindowLooks);
    tables::Table table = rejectedRows(sheet, result, thing.kind());
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0].mid(0, 3) == QStringList{"物-2", "乙", "5月32日"});
    CHECK(table.rows[0].last().contains("5月32日"));
    CHECK(table.marked == std::set<std::pair<int, int>>{{0, 2}, {0, 3}});
    table.rows[0][2] = "2021-05-31";
    const QByteArray bytes = tables::TableWriter::xlsx(table);
    CHECK(thing.import(tables::TableReader().readBytes(bytes, "退回.xlsx"), kWindowTakes).added == 1);
}

TEST_CASE("rows that are much like a record wait for people where that is asked", "[office]")
{
    Thing thing;
    const tables::Sheet sheet = Thing::sheet("编号,名称\n物-1,甲\n物-2,甲甲\n");
    ImportRequest request{.fileName = "物品.csv", .mode = ImportMode::DryRun, .holdsAlike = true};
    const ImportResult looked = thing.import(sheet, request);
    REQUIRE(looked.faulty.size() == 1);
    CHECK(looked.faulty.front().isAlike());
    CHECK(looked.faulty.front().reason() == "与「甲」可能是同一物品");
    CHECK(looked.faulty.front().places.front().column == 2);
    request.mode = ImportMode::GoodRows;
    request.keepsFaulty = true;
    CHECK(thing.import(sheet, request).pending == 1);
    CHECK(thing.count("things") == 1);
    // Trying again is not looking at it; whoever has looked takes it as it is.
    PendingRows waiting(thing.file(), thing.kind());
    CHECK(waiting.retry(waiting.list(), PendingRows::Confirmed::Nothing).left == 1);
    CHECK(waiting.list().front().reasons.front().code == "alike");
    CHECK(waiting.retry(waiting.list(), PendingRows::Confirmed::IsNew).taken == 1);
    CHECK(thing.count("things") == 2);
    // One that is there by now is updated, and nobody is asked.
    CHECK(thing.import(sheet, request).faulty.empty());
    request.holdsAlike = false;
    CHECK(thing.import(Thing::sheet("编号,名称\n物-3,甲甲\n"), request).added == 1);
}

TEST_CASE("before an import writes it says so once, and what is thrown there stops it", "[office]")
{
    Thing thing;
    int asked = 0;
    ImportRequest request{.fileName = "物品.csv"};
    request.beforeWriting = [&](const ImportResult &result) {
        ++asked;
        CHECK(result.added == 1);
        CHECK_FALSE(result.isWritten);
    };
    CHECK_FALSE(thing.import(Thing::sheet("编号,名称,日期\n物-1,甲,5月32日\n"), request).isWritten);
    CHECK(asked == 0);
    CHECK(thing.import(Thing::sheet("编号,名称\n物-1,甲\n"), request).isWritten);
    CHECK(asked == 1);
    request.mode = ImportMode::DryRun;
    thing.import(Thing::sheet("编号,名称\n物-2,乙\n"), request);
    CHECK(asked == 1);
    request.mode = ImportMode::GoodRows;
    request.beforeWriting = [](const ImportResult &) { throw Error(Error::Kind::Io, "备份没有做成"); };
    CHECK(errorOf([&] { thing.import(Thing::sheet("编号,名称\n物-3,丙\n"), request); })->problem() == "备份没有做成");
    CHECK(thing.count("things") == 1);
}

TEST_CASE("a row of which a step was given up on the way is whole or not there", "[office]")
{
    Thing thing;
    const ImportResult result = thing.import("编号,名称\n物-1,甲\n物-2,半途\n物-3,丙\n", ImportMode::GoodRows);
    CHECK(result.added == 3);
    db::Statement names(thing.file().database(), "SELECT group_concat(name) AS n FROM (SELECT name FROM things ORDER BY code)");
    names.next();
    CHECK(names.text("n") == "甲,半途,丙");
    session::ChangeHistory history(thing.file());
    history.undo(history.lastUndoable()->batch);
    CHECK(thing.count("things") == 0);
}

TEST_CASE("a double of its sheet changes nothing that is registered until somebody has seen what", "[office]")
{
    Thing thing;
    thing.import(Thing::sheet("编号,名称,日期\n物-1,甲,\n物-1,乙,\n物-2,丙,5月32日\n"), kWindowTakes);
    REQUIRE(thing.count("things") == 1);
    const auto name = [&] {
        db::Statement statement(thing.file().database(), "SELECT name FROM things WHERE code = '物-1'");
        statement.next();
        return statement.text("name");
    };
    PendingRows pending(thing.file(), thing.kind());
    std::vector<PendingRow> rows = pending.list();
    REQUIRE(rows.size() == 2);
    rows[1].cells["day"] = "5月31日";
    const PendingResult mended = pending.retry(rows, PendingRows::Confirmed::Nothing);
    CHECK(mended.taken == 1);
    CHECK(mended.untouched == 1);
    CHECK(name() == "甲");

    // Nor when something else of it is mended, or it is said to be new.
    rows = pending.list();
    rows[0].cells["day"] = "2021-05-14";
    CHECK(pending.retry(rows, PendingRows::Confirmed::Nothing).left == 1);
    CHECK(pending.retry(pending.list(), PendingRows::Confirmed::Again).left == 1);
    CHECK(pending.retry(pending.list(), PendingRows::Confirmed::IsNew).left == 1);
    CHECK(name() == "甲");
    CHECK(pending.list().front().reasons.front().code == "duplicate");

    const std::vector<PendingChange> changes = pending.changesOf(pending.list());
    REQUIRE(changes.size() == 1);
    CHECK(changes.front().outcome == RowOutcome::Changed);
    CHECK(changes.front().changes == std::vector<CellChange>{{"name", "甲", "乙"}});
    CHECK(name() == "甲");
    CHECK(pending.retry(pending.list(), PendingRows::Confirmed::Changes).taken == 1);
    CHECK(name() == "乙");
}

TEST_CASE("a double that was given another number is a record of its own", "[office]")
{
    Thing thing;
    thing.import(Thing::sheet("编号,名称\n物-1,甲\n物-1,乙\n"), kWindowTakes);
    PendingRows pending(thing.file(), thing.kind());
    std::vector<PendingRow> rows = pending.list();
    rows.at(0).cells["code"] = "物-2";
    CHECK(pending.retry(rows, PendingRows::Confirmed::Nothing).taken == 1);
    CHECK(thing.count("things") == 2);
}

TEST_CASE("rows that nobody touched are not tried, unless somebody asks", "[office]")
{
    Thing thing;
    thing.import(Thing::sheet("编号,名称,日期\n物-2,乙,5月32日\n"), kWindowTakes);
    PendingRows pending(thing.file(), thing.kind());
    const qint64 changes = thing.count("changes");
    CHECK(pending.retry(pending.list(), PendingRows::Confirmed::Nothing).untouched == 1);
    CHECK(thing.count("changes") == changes);
    CHECK(pending.retry(pending.list(), PendingRows::Confirmed::Again).untouched == 0);
}
