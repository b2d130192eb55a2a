#include "session_cases.h"

#include "session/audit/audit_chain.h"
#include "session/audit/audit_log.h"

#include <set>

namespace mishutai::session {
namespace {

std::set<QString> columnsOf(const db::Database &database, const QString &table)
{
    std::set<QString> columns;
    db::Statement statement(database, "SELECT name FROM pragma_table_info(:table)");
    statement.bind(":table", table);
    while (statement.next())
        columns.insert(statement.text("name"));
    return columns;
}

/// A file with a dozen entries of every outcome.
struct LoggedFile : test::TestSession {
    LoggedFile()
    {
        makeTables(database());
        for (int i = 0; i < 8; ++i) {
            addParent(session(), QString("单位%1").arg(i));
            clock().advanceSeconds(60);
        }
        Session reader = sessionAs(Role::ReadOnly);
        kindOfError([&] { Work work(reader, Operation::MemberEnroll); });
        Work work(session(), Operation::ReportExport);
        work.setSubject("report", 3);
        work.setReason("报送主管部门");
        work.commit();
        addParent(session(), "末尾");
    }

    /// As somebody with other tools would: without the guards of the schema.
    void tamper(const QString &sql)
    {
        database().runScript("DROP TRIGGER IF EXISTS audit_log_no_update; DROP TRIGGER IF EXISTS audit_log_no_delete; "
                             "DROP TRIGGER IF EXISTS audit_log_append_only;");
        database().runScript("PRAGMA ignore_check_constraints = ON; " + sql + "; PRAGMA ignore_check_constraints = OFF;");
    }

    std::vector<qint64> faultyEntries()
    {
        std::vector<qint64> ids;
        for (const AuditFault &fault : verifyAuditChain(database()))
            ids.push_back(fault.entryId);
        return ids;
    }
};

bool holds(const std::vector<qint64> &ids, qint64 id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

} // namespace

TEST_CASE("every column of the log and of changes is hashed or exempt with a reason")
{
    test::TestSession file;
    const auto expect = [&](const QString &table, const std::vector<QString> &covered, const std::map<QString, QString> &exempt) {
        std::set<QString> known(covered.begin(), covered.end());
        for (const auto &[column, reason] : exempt) {
            CHECK_FALSE(reason.isEmpty());
            CHECK(known.insert(column).second);
        }
        CHECK(columnsOf(file.database(), table) == known);
    };
    expect("audit_log", hashedAuditColumns(), unhashedAuditColumns());
    expect("changes", digestedChangeColumns(), undigestedChangeColumns());
}

TEST_CASE("an untouched chain is well")
{
    LoggedFile file;
    CHECK(file.faultyEntries().empty());
    CHECK(AuditRepository(file.database()).lastId() == 12);
}

TEST_CASE("tampering with any column of any kind of entry is found at that entry")
{
    const qint64 entry = GENERATE(1, 5, 10, 11);
    std::set<QString> columns;
    {
        test::TestSession file;
        columns = columnsOf(file.database(), "audit_log");
    }
    for (const QString &column : columns) {
        LoggedFile file;
        const QString type = db::valueOf(*db::readRow(file.database(), "audit_log", entry), column).typeName();
        CAPTURE(entry, column.toStdString(), type.toStdString());
        QString value = column == u"id" || type == u"qlonglong" ? QStringLiteral("coalesce(%1, 0) + 1000").arg(column)
                                                                : QStringLiteral("coalesce(%1, '') || 'x'").arg(column);
        if (column == u"object_id" || column == u"batch_id")
            value = QStringLiteral("coalesce(%1, 0) + 1000").arg(column);
        file.tamper(QStringLiteral("UPDATE audit_log SET %1 = %2 WHERE id = %3").arg(column, value).arg(entry));
        const std::vector<qint64> faults = file.faultyEntries();
        CHECK_FALSE(faults.empty());
        CHECK(holds(faults, column == u"id" ? entry + 1000 : entry));
    }
}

TEST_CASE("moving bytes between neighbouring columns is found")
{
    LoggedFile file;
    file.tamper("UPDATE audit_log SET object_type = 'repor', reason = 't' || reason WHERE id = 11");
    CHECK(holds(file.faultyEntries(), 11));
}

TEST_CASE("NULL is not the empty text")
{
    LoggedFile file;
    file.tamper("UPDATE audit_log SET reason = '' WHERE id = 4");
    CHECK(holds(file.faultyEntries(), 4));
}

TEST_CASE("other damage to the log is found")
{
    struct Case {
        const char *what;
        const char *sql;
        qint64 foundAt;
    };
    const Case one = GENERATE(values<Case>({
        {"deleted in the middle", "DELETE FROM audit_log WHERE id = 5", 6},
        {"first deleted", "DELETE FROM audit_log WHERE id = 1", 2},
        {"tail cut", "DELETE FROM audit_log WHERE id > 9", 9},
        {"all deleted", "DELETE FROM audit_log", 0},
        {"deleted and renumbered", "DELETE FROM audit_log WHERE id = 5; UPDATE audit_log SET id = id - 1 WHERE id > 5", 5},
        {"swapped",
            "UPDATE audit_log SET id = 100 WHERE id = 4; UPDATE audit_log SET id = 4 WHERE id = 5; "
            "UPDATE audit_log SET id = 5 WHERE id = 100",
            4},
        {"entry added at the end",
            "INSERT INTO audit_log SELECT 13, at, user_id, user_name, operation, object_type, object_id, outcome, 13, reason, "
            "change_count, digest, salt, hash, hash FROM audit_log WHERE id = 12",
            13},
        {"mark of the end removed", "DELETE FROM file_state", 12},
        {"change of a batch edited", "UPDATE changes SET after = replace(after, '单位2', '单位9') WHERE batch_id = 4", 4},
        {"change of a batch added",
            "INSERT INTO changes (batch_id, seq, table_name, row_id, kind, before, after) "
            "VALUES (4, 2, 'parents', 1, 'DELETE', '{}', NULL)",
            4},
        {"change without an entry",
            "INSERT INTO changes (batch_id, seq, table_name, row_id, kind, before, after) "
            "VALUES (99, 1, 'parents', 1, 'DELETE', '{}', NULL)",
            99},
    }));
    LoggedFile file;
    CAPTURE(one.what);
    file.tamper(one.sql);
    CHECK(holds(file.faultyEntries(), one.foundAt));
}

TEST_CASE("a tail cut before the next entry stays visible")
{
    LoggedFile file;
    file.tamper("DELETE FROM audit_log WHERE id > 9; DELETE FROM changes WHERE batch_id > 9");
    addParent(file.session(), "之后");
    CHECK(holds(file.faultyEntries(), 10));
}

TEST_CASE("the schema itself refuses to change, delete, replace or skip entries")
{
    LoggedFile file;
    const char *attempts[] = {"UPDATE audit_log SET reason = 'x' WHERE id = 3", "DELETE FROM audit_log WHERE id = 12",
        "INSERT INTO audit_log SELECT 99, at, user_id, user_name, operation, object_type, object_id, outcome, 99, reason, "
        "change_count, digest, salt, prev_hash, hash FROM audit_log WHERE id = 12",
        // attack
        "INSERT OR REPLACE INTO audit_log SELECT * FROM audit_log WHERE id = 12"};
    for (const char *sql : attempts) {
        CAPTURE(sql);
        CHECK(kindOfError([&] { file.database().runScript(sql); }) == Error::Kind::Validation);
    }
    CHECK(file.faultyEntries().empty());
}

TEST_CASE("the log is searched by person, time, content and operation")
{
    LoggedFile file;
    const AuditLog log(file.session());
    const QDateTime start = QDateTime(QDate(2021, 12, 31), QTime(4, 0), Qt::UTC);
    const auto count = [&](AuditFilter filter) { return log.find(filter).size(); };
    CHECK(count({}) == 12);
    CHECK(count({.limit = 5}) == 5);
    CHECK(count({.limit = 0}) == 12);
    CHECK(count({.user = UserId(1)}) == 11);
    CHECK(count({.user = UserId(900)}) == 1);
    CHECK(count({.outcome = Outcome::Refused}) == 1);
    CHECK(count({.operation = "report.export"}) == 1);
    CHECK(count({.from = start.addSecs(60), .to = start.addSecs(180)}) == 2);
    CHECK(count({.objectType = "report", .objectId = 3}) == 1);
    CHECK(count({.objectType = "report", .objectId = 4}) == 0);
    CHECK(count({.text = "主管"}) == 1);
    CHECK(count({.text = "测试"}) == 11);
    CHECK(count({.text = "%"}) == 0);
    CHECK(count({.text = "_"}) == 0);
    CHECK(count({.text = "\\"}) == 0);
    CHECK(count({.text = "' OR 1=1 --"}) == 0);
    const std::vector<AuditEntry> newest = log.find({.limit = 2});
    CHECK(newest[0].id == 12);
    CHECK(newest[1].id == 11);

    Session clerk = file.sessionAs(Role::Secretariat);
    CHECK(kindOfError([&] { AuditLog(clerk).find({}); }) == Error::Kind::Forbidden);
}

TEST_CASE("the log is exported in words")
{
    LoggedFile file;
    const auto rows = AuditLog(file.session()).exportRows({.operation = "report.export"});
    REQUIRE(rows.size() == 1);
    REQUIRE(rows[0].size() == AuditLog::exportHeader().size());
    CHECK(rows[0][0] == "11");
    CHECK(rows[0][3] == "导出报告");
    CHECK(rows[0][6] == "完成");
    CHECK(rows[0][8] == "报送主管部门");
    CHECK(AuditLog::operationLabel("of.another.program") == "of.another.program");
    CHECK(AuditLog::outcomeLabel(Outcome::Refused) != AuditLog::outcomeLabel(Outcome::Undone));
}

TEST_CASE("no value of a record stands in the audit row")
{
    LoggedFile file;
    addParent(file.session(), "金丝雀1380013");
    const db::Row row = *db::readRow(file.database(), "audit_log", AuditRepository(file.database()).lastId());
    for (const auto &[column, value] : row)
        CHECK_FALSE(value.toString().contains("金丝雀"));
}

TEST_CASE("checking the chain can be cancelled")
{
    struct Cancelled : TaskControl {
        void progress(qint64, qint64, const QString &) override { }
        bool isCancelled() const override { return true; }
    } control;
    test::TestSession file;
    for (int i = 0; i < 1000; ++i)
        Work(file.session(), Operation::CheckRun).commit();
    CHECK(kindOfError([&] { verifyAuditChain(file.database(), control); }) == Error::Kind::Cancelled);
}

} // namespace mishutai::session
