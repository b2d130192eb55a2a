#include "office/sheets/sheet_import.h"

#include "db/statement.h"
#include "office/sheets/pending_rows.h"
#include "office/sheets/row_reader.h"
#include "session/change_history.h"
#include "session/work.h"
#include "support/test_session.h"
#include "tables/table_reader.h"
#include "tables/table_writer.h"

#include <catch2/catch.hpp>

#include <QDate>

using namespace mishutai;
using namespace mishutai::office;
using mishutai::test::TestSession;

namespace {

/// A kind of the test's own: a coded thing with a day. Its row writes before it finds its last fault.
class ThingSheet : public RecordSheet
{
public:
    QString key() const override { return "things"; }
    QString title() const override { return "物品"; }
    std::vector<SheetColumn> columns() const override
    {
        return {{"code", "编号", {"物品编号"}, true, "文字", "物-1"}, {"name", "名称", {}, false, "文字", {}},
            {"day", "日期", {}, false, "日期", {}}};
    }
    session::Operation importOperation() const override { return session::Operation::UnitEdit; }
    session::Operation exportOperation() const override { return session::Operation::PartyRead; }
    std::vector<QStringList> identities() const override { return {{"code"}, {"name"}}; }
    std::vector<QStringList> exportRows(session::Session &session) const override
    {
        std::vector<QStringList> rows;
        db::Statement statement(session.database(), "SELECT code, name FROM things ORDER BY code");
        while (statement.next())
            rows.push_back({statement.text("code"), statement.text("name"), QString()});
        return rows;
    }

    RowOutcome importRow(session::Session &session, const SheetRow &row) override
    {
        session::Work work(session, session::Operation::UnitEdit);
        if (row.text("name") == "磁盘已满")
            throw Error(Error::Kind::Storage, "磁盘已满");
        const auto stored = rowOf(session, row.text("code"));
        RowOutcome outcome = RowOutcome::Added;
        if (!stored) {
            work.insert("things", {{"code", row.text("code")}, {"name", row.text("name")}});
        } else {
            const int now = work.update(
                "things", stored->first, stored->second, row.has("name") ? db::Row{{"name", row.text("name")}} : db::Row{});
            outcome = now == stored->second ? RowOutcome::Same : RowOutcome::Changed;
        }
        RowReader cells(row, session.clock().today());
        QDate day;
        cells.date("day", day);
        cells.throwIfFaulty();
        work.commit();
        return outcome;
    }
    void finishImport(session::Session &) override { ++m_finished; }
    int finished() const { return m_finished; }

private:
    static std::optional<std::pair<qint64, int>> rowOf(session::Session &session, const QString &code)
    {
        db::Statement statement(session.database(), "SELECT id, revision FROM things WHERE code = :code");
        statement.bind(":code", code);
        if (!statement.next())
            return std::nullopt;
        return std::pair(statement.integer("id"), static_cast<int>(statement.integer("revision")));
    }

    int m_finished = 0;
};

class Thing
{
public:
    Thing()
    {
        m_file.database().runScript("CREATE TABLE things (id INTEGER PRIMARY KEY, revision INTEGER NOT NULL DEFAULT 1, "
                                    "code TEXT NOT NULL UNIQUE, name TEXT NOT NULL) STRICT;");
    }
    ImportResult import(const QString &csv, ImportMode mode, TaskControl &control = TaskControl::silent())
    {
        return importSheet(m_file, m_kind, sheet(csv), "物品.csv", mode, control);
    }
    ImportResult import(const tables::Sheet &sheet, const ImportRequest &request)
    {
        return importSheet(m_file, m_kind, sheet, request);
    }
    static tables::Sheet sheet(const QString &csv) { return tables::TableReader().readBytes(csv.toUtf8(), "物品.csv"); }
    qint64 count(const QString &table)
    {
        db::Statement statement(m_file.database(), "SELECT count(*) AS n FROM " + table);
        statement.next();
        return statement.integer("n");
    }
    ThingSheet &kind() { return m_kind; }
    TestSession &file() { return m_file; }

private:
    TestSession m_file;
    ThingSheet m_kind;
};

std::optional<Error> errorOf(const std::function<void()> &call)
{
    try {
        call();
    } catch (const Error &error) {
        return error;
    }
    return std::nullopt;
}

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

const QString kTwoGoodOneBad = "物品名单,,\n编号,名称,日期\n物-1,甲,2021-05-14\n物-2,乙,5月32日\n物-3,丙,\n";

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
    const PendingResult result = pending.retry({rows[0], rows[1]});
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
    CHECK_THROWS_AS(PendingRows(reader, thing.kind()).retry({}), Error);
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
