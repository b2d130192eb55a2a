#include "session_cases.h"

#include "session/audit/audit_log.h"
#include "session/history/change_history.h"
#include "session/history/row_image.h"

namespace mishutai::session {
namespace {

std::map<qint64, db::Row> rowsOf(const db::Database &database, const QString &table)
{
    std::map<qint64, db::Row> rows;
    db::Statement statement(database, QStringLiteral("SELECT id FROM ") + table);
    while (statement.next())
        rows[statement.integer("id")] = *db::readRow(database, table, statement.integer("id"));
    return rows;
}

/// Equal rows, every column but revision.
bool areSame(const std::map<qint64, db::Row> &a, const std::map<qint64, db::Row> &b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](const auto &x, const auto &y) {
        return x.first == y.first && isSameContent(x.second, y.second);
    });
}

struct State {
    explicit State(const db::Database &database)
        : parents(rowsOf(database, "parents")), children(rowsOf(database, "children")) { }
    bool operator==(const State &other) const { return areSame(parents, other.parents) && areSame(children, other.children); }
    std::map<qint64, db::Row> parents, children;
};

/// One use case that inserts, changes and removes rows that refer to each other.
BatchId mixedBatch(Session &session, qint64 changed, qint64 removed, qint64 child)
{
    Work work(session, Operation::MemberImport);
    work.update("parents", changed, 1, {{"name", "改名"}, {"on_day", QDate(2021, 3, 4)}});
    const qint64 fresh = work.insert("parents", {{"name", "新来"}});
    work.update("children", child, 1, {{"parent_id", fresh}});
    work.insert("children", {{"parent_id", fresh}, {"content", QByteArray("\x01\x02")}});
    work.remove("parents", removed, 1);
    const BatchId batch = work.batch();
    work.commit();
    return batch;
}

} // namespace

TEST_CASE("the children of a row are those of today and those removed, with what they were")
{
    test::TestSession file;
    makeTables(file.database());
    ChangeHistory history(file.session());
    const qint64 parent = addParent(file.session(), "甲");
    qint64 kept = 0;
    qint64 removed = 0;
    {
        Work work(file.session(), Operation::UnitEdit);
        for (int i = 0; i < 11; ++i) // so that one parent's id begins with another's
            work.insert("parents", {{"name", QStringLiteral("乙%1").arg(i)}});
        kept = work.insert("children", {{"parent_id", parent}});
        removed = work.insert("children", {{"parent_id", parent}, {"content", QByteArray("x")}});
        work.insert("children", {{"parent_id", parent * 10 + 1}});
        work.commit();
    }
    {
        Work work(file.session(), Operation::UnitEdit);
        work.remove("children", removed, 1);
        work.remove("children", removed + 1, 1);
        work.commit();
    }
    const std::vector<ChildRow> children = history.childrenOf("children", "parent_id", parent, Operation::PartyRead);
    REQUIRE(children.size() == 2);
    CHECK(children[0].rowId == kept);
    CHECK(children[1].rowId == removed);
    CHECK(db::valueOf(children[1].columns, "content").toByteArray() == "x");
}

TEST_CASE("undo and redo of inserts, updates and deletes restore every column")
{
    test::TestSession file;
    makeTables(file.database());
    ChangeHistory history(file.session());
    const qint64 changed = addParent(file.session(), "甲");
    const qint64 removed = addParent(file.session(), "乙");
    qint64 child = 0;
    {
        Work work(file.session(), Operation::UnitEdit);
        child = work.insert("children", {{"parent_id", changed}, {"content", QByteArray("\0x", 2)}});
        work.commit();
    }
    const State before(file.database());
    const BatchId batch = mixedBatch(file.session(), changed, removed, child);
    const State after(file.database());
    REQUIRE_FALSE(before == after);

    for (int round = 0; round < 3; ++round) {
        REQUIRE_NOTHROW(history.undo(batch));
        CHECK(State(file.database()) == before);
        REQUIRE_NOTHROW(history.redo(batch));
        CHECK(State(file.database()) == after);
    }
    CHECK(verifyAuditChain(file.database()).empty());
}

TEST_CASE("undo counts the revision, so that an open form notices")
{
    test::TestSession file;
    makeTables(file.database());
    ChangeHistory history(file.session());
    const qint64 id = addParent(file.session(), "甲");
    history.undo(changeParent(file.session(), id, {{"name", "乙"}}));
    CHECK(db::valueOf(*db::readRow(file.database(), "parents", id), "revision").toInt() == 3);
    Work work(file.session(), Operation::UnitEdit);
    CHECK(kindOfError([&] { work.update("parents", id, 2, {{"name", "丙"}}); }) == Error::Kind::Conflict);
}

TEST_CASE("undo is refused after a later change, and goes once that is undone")
{
    test::TestSession file;
    makeTables(file.database());
    ChangeHistory history(file.session());
    const qint64 id = addParent(file.session(), "甲");
    const BatchId first = changeParent(file.session(), id, {{"name", "乙"}});
    const BatchId second = changeParent(file.session(), id, {{"on_day", QDate(2021, 1, 1)}});
    const State state(file.database());
    const qint64 entries = AuditRepository(file.database()).lastId();

    const auto error = errorOf([&] { history.undo(first); });
    REQUIRE(error);
    CHECK(error->kind() == Error::Kind::Conflict);
    CHECK(error->cause().contains("后来又改过"));
    CHECK(State(file.database()) == state);
    CHECK(AuditRepository(file.database()).lastId() == entries);

    history.undo(second);
    CHECK_NOTHROW(history.undo(first));
    CHECK(db::valueOf(*db::readRow(file.database(), "parents", id), "name") == "甲");
}

TEST_CASE("undo is refused once only, redo only of what is undone")
{
    test::TestSession file;
    makeTables(file.database());
    ChangeHistory history(file.session());
    BatchId batch(0);
    addParent(file.session(), "甲", &batch);
    CHECK(kindOfError([&] { history.redo(batch); }) == Error::Kind::Conflict);
    history.undo(batch);
    CHECK(kindOfError([&] { history.undo(batch); }) == Error::Kind::Conflict);
    history.redo(batch);
    CHECK(kindOfError([&] { history.redo(batch); }) == Error::Kind::Conflict);
    CHECK(kindOfError([&] { history.undo(BatchId(9999)); }) == Error::Kind::NotFound);
    CHECK(countRows(file.database(), "parents") == 1);
}

TEST_CASE("undo never crosses a frozen row and names 冲销")
{
    test::TestSession file;
    makeTables(file.database());
    ChangeHistory history(file.session());
    BatchId made(0);
    const qint64 id = addParent(file.session(), "甲", &made);

    SECTION("by a registered rule")
    {
        history.addFrozenRule("parents", [](const db::Database &, qint64) { return std::optional<QString>("凭证已入账"); });
        const auto error = errorOf([&] { history.undo(made); });
        REQUIRE(error);
        CHECK(error->kind() == Error::Kind::Conflict);
        CHECK(error->cause() == "凭证已入账");
        CHECK(error->remedy().contains("冲销"));
        CHECK(kindOfError([&] { history.revertField(made, "parents", id, "name"); }) == Error::Kind::Conflict);
    }
    SECTION("by a trigger's refusal")
    {
        const BatchId frozen = changeParent(file.session(), id, {{"is_frozen", true}});
        const auto error = errorOf([&] { history.undo(frozen); });
        REQUIRE(error);
        CHECK(error->kind() == Error::Kind::Conflict);
        CHECK(error->cause().contains("已定稿"));
        CHECK(error->remedy().contains("冲销"));
    }
    CHECK(countRows(file.database(), "parents") == 1);
}

TEST_CASE("undo of a row that later rows refer to is refused")
{
    test::TestSession file;
    makeTables(file.database());
    ChangeHistory history(file.session());
    BatchId made(0);
    const qint64 id = addParent(file.session(), "甲", &made);
    {
        Work work(file.session(), Operation::UnitEdit);
        work.insert("children", {{"parent_id", id}});
        work.commit();
    }
    const auto error = errorOf([&] { history.undo(made); });
    REQUIRE(error);
    CHECK(error->kind() == Error::Kind::Conflict);
    CHECK(error->cause().contains("还用着它"));
    CHECK(countRows(file.database(), "parents") == 1);
    CHECK_FALSE(file.database().isInTransaction());
}

TEST_CASE("what can be undone and redone is offered with its words")
{
    test::TestSession file;
    makeTables(file.database());
    ChangeHistory history(file.session());
    CHECK_FALSE(history.lastUndoable().has_value()); // making the first user is no such thing
    const qint64 id = addParent(file.session(), "甲");
    changeParent(file.session(), id, {{"name", "乙"}});
    {
        Work work(file.session(), Operation::MemberEnroll);
        work.update("parents", id, 2, {{"name", "丙"}});
        work.commit();
    }
    {
        Work work(file.session(), Operation::ReportExport);
        work.commit();
    }
    const auto nameNow = [&] { return db::valueOf(*db::readRow(file.database(), "parents", id), "name").toString(); };

    REQUIRE(history.lastUndoable());
    CHECK(history.lastUndoable()->label == "会员入会");
    CHECK_FALSE(history.lastRedoable().has_value());
    history.undo(history.lastUndoable()->batch);
    CHECK(history.lastUndoable()->label == "登记或修改单位");
    CHECK(history.lastRedoable()->label == "会员入会");
    history.undo(history.lastUndoable()->batch);
    CHECK(nameNow() == "甲");

    history.redo(history.lastRedoable()->batch);
    CHECK(nameNow() == "乙");
    history.redo(history.lastRedoable()->batch);
    CHECK(nameNow() == "丙");
    CHECK_FALSE(history.lastRedoable().has_value());

    history.undo(history.lastUndoable()->batch);
    REQUIRE(history.lastRedoable());
    changeParent(file.session(), id, {{"name", "丁"}});
    CHECK_FALSE(history.lastRedoable().has_value());

    Session other = file.sessionAs(Roles::all());
    CHECK_FALSE(ChangeHistory(other).lastUndoable().has_value());
}

TEST_CASE("undo needs the operation of what it takes back")
{
    test::TestSession file;
    makeTables(file.database());
    const qint64 id = addParent(file.session(), "甲");
    BatchId batch(0);
    {
        Work work(file.session(), Operation::VoucherPost);
        batch = work.batch();
        work.update("parents", id, 1, {{"name", "乙"}});
        work.commit();
    }
    Session clerk = file.sessionAs(Role::Secretariat);
    Session reader = file.sessionAs(Role::ReadOnly);
    CHECK(kindOfError([&] { ChangeHistory(clerk).undo(batch); }) == Error::Kind::Forbidden);
    CHECK(kindOfError([&] { ChangeHistory(clerk).revertField(batch, "parents", id, "name"); }) == Error::Kind::Forbidden);
    CHECK(kindOfError([&] { ChangeHistory(reader).undo(batch); }) == Error::Kind::Forbidden);
    CHECK(AuditRepository(file.database()).find({.outcome = Outcome::Refused}).size() == 3);
    Session accountant = file.sessionAs(Role::Accountant);
    CHECK_NOTHROW(ChangeHistory(accountant).undo(batch));
}

TEST_CASE("changes of users are not undone")
{
    test::TestSession file;
    UserService users(file.session());
    users.add("小王", Role::Secretariat);
    const BatchId batch = *AuditRepository(file.database()).find({.limit = 1}).front().batch;
    CHECK(kindOfError([&] { ChangeHistory(file.session()).undo(batch); }) == Error::Kind::Conflict);
    CHECK(users.list().size() == 2);
}

TEST_CASE("the audit row of an undo names the batch")
{
    test::TestSession file;
    makeTables(file.database());
    ChangeHistory history(file.session());
    BatchId batch(0);
    addParent(file.session(), "甲", &batch);
    history.undo(batch);
    AuditEntry entry = AuditRepository(file.database()).find({.limit = 1}).front();
    CHECK(entry.operation == "change.undo");
    CHECK(entry.outcome == Outcome::Undone);
    CHECK(entry.objectType == "batch");
    CHECK(entry.objectId == batch.value());
    CHECK(entry.changeCount == 1);
    history.redo(batch);
    entry = AuditRepository(file.database()).find({.limit = 1}).front();
    CHECK(entry.outcome == Outcome::Done);
}

TEST_CASE("history of a row tells who, when, and each field from what to what")
{
    test::TestSession file;
    makeTables(file.database());
    const qint64 id = addParent(file.session(), "甲");
    file.clock().advanceSeconds(60);
    const BatchId batch = changeParent(file.session(), id, {{"name", "乙"}, {"amount_fen", QVariant()}});
    const std::vector<RowChange> rows = ChangeHistory(file.session()).ofRow("parents", id, Operation::PartyRead);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].batch == batch);
    CHECK(rows[0].userName == "测试员");
    CHECK(rows[0].operationLabel == "登记或修改单位");
    CHECK(rows[0].at == file.clock().now());
    CHECK(rows[0].kind == ChangeKind::Update);
    REQUIRE(rows[0].fields.size() == 2);
    CHECK(rows[0].fields[0].column == "amount_fen");
    CHECK(rows[0].fields[0].before.toLongLong() == 9'007'199'254'740'993);
    CHECK(rows[0].fields[0].after.isNull());
    CHECK(rows[0].fields[1].before == "甲");
    CHECK(rows[0].fields[1].after == "乙");
    CHECK(rows[1].kind == ChangeKind::Insert);

    Session reader = file.sessionAs(Role::Accountant);
    CHECK(kindOfError([&] { ChangeHistory(reader).ofRow("parents", id, Operation::PersonalRead); }) == Error::Kind::Forbidden);
}

TEST_CASE("one field goes back and leaves the others")
{
    test::TestSession file;
    makeTables(file.database());
    ChangeHistory history(file.session());
    const qint64 id = addParent(file.session(), "甲");
    const BatchId batch = changeParent(file.session(), id, {{"name", "乙"}, {"amount_fen", 7}});
    changeParent(file.session(), id, {{"on_day", QDate(2021, 2, 3)}});

    history.revertField(batch, "parents", id, "amount_fen");
    db::Row row = *db::readRow(file.database(), "parents", id);
    CHECK(db::valueOf(row, "amount_fen").toLongLong() == 9'007'199'254'740'993);
    CHECK(db::valueOf(row, "name") == "乙");
    CHECK(db::valueOf(row, "on_day") == "2021-02-03");

    CHECK(kindOfError([&] { history.revertField(batch, "parents", id, "amount_fen"); }) == Error::Kind::Conflict);
    CHECK(kindOfError([&] { history.revertField(batch, "parents", id, "revision"); }) == Error::Kind::Conflict);
    CHECK(kindOfError([&] { history.revertField(batch, "children", id, "content"); }) == Error::Kind::Conflict);
    // The revert itself can be undone.
    REQUIRE(history.lastUndoable());
    history.undo(history.lastUndoable()->batch);
    row = *db::readRow(file.database(), "parents", id);
    CHECK(db::valueOf(row, "amount_fen").toLongLong() == 7);
}

TEST_CASE("history is kept for ninety days, the audit chain for ever")
{
    test::TestSession file;
    makeTables(file.database());
    ChangeHistory history(file.session());
    BatchId old(0);
    const qint64 id = addParent(file.session(), "甲", &old);
    file.clock().advanceSeconds(60 * 60 * 24 * qint64(ChangeHistory::kDaysKept));
    const qint64 entries = AuditRepository(file.database()).lastId();
    CHECK(history.purge() == 0);
    CHECK(AuditRepository(file.database()).lastId() == entries);

    file.clock().advanceSeconds(60);
    const BatchId fresh = changeParent(file.session(), id, {{"amount_fen", 3}});
    CHECK(history.purge() == 2); // the first user and the parent
    CHECK(kindOfError([&] { history.undo(old); }) == Error::Kind::Conflict);
    CHECK_NOTHROW(history.undo(fresh));
    CHECK(verifyAuditChain(file.database()).empty());
}

TEST_CASE("the history of a forgotten row is gone and the chain holds")
{
    test::TestSession file;
    makeTables(file.database());
    const qint64 id = addParent(file.session(), "要忘的人");
    changeParent(file.session(), id, {{"name", "要忘的人改名"}});
    {
        Work work(file.session(), Operation::PartyDelete);
        work.remove("parents", id, 2);
        work.commit();
    }
    Work work(file.session(), Operation::PartyDelete);
    ChangeHistory::forget(work, "parents", id);
    work.commit();
    CHECK(ChangeRepository(file.database()).ofRow("parents", id).empty());
    CHECK(verifyAuditChain(file.database()).empty());
}

} // namespace mishutai::session
