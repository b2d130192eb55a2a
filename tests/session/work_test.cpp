#include "session_cases.h"

#include "db/statement.h"
#include "session/audit/audit_log.h"
#include "session/history/row_image.h"

namespace mishutai::session {
namespace {

struct Listener {
    explicit Listener(db::ChangeBus &bus)
    {
        QObject::connect(
            &bus, &db::ChangeBus::changed, &context, [this](const QSet<QString> &tables) { heard.push_back(tables); });
    }
    QObject context;
    std::vector<QSet<QString>> heard;
};

QString nameOf(const db::Database &database, qint64 id)
{
    const auto row = db::readRow(database, "parents", id);
    return row ? db::valueOf(*row, "name").toString() : QString("-");
}

} // namespace

TEST_CASE("a use case keeps its changes, writes one audit row and tells the bus")
{
    test::TestSession file;
    makeTables(file.database());
    const Listener listener(file.bus());
    const AuditRepository audit(file.database());
    const qint64 before = audit.lastId();

    Work work(file.session(), Operation::UnitEdit);
    const qint64 parent = work.insert("parents", {{"name", "甲"}, {"on_day", QDate(2021, 5, 14)}});
    work.insert("children", {{"parent_id", parent}, {"content", QByteArray("\0\xff", 2)}});
    work.setSubject("unit", parent);
    work.setReason("补登");
    CHECK(listener.heard.empty());
    work.commit();

    CHECK(audit.lastId() == before + 1);
    const AuditEntry entry = audit.find({.limit = 1}).front();
    CHECK(entry.batch == BatchId(entry.id));
    CHECK(entry.operation == "unit.edit");
    CHECK(entry.objectType == "unit");
    CHECK(entry.objectId == parent);
    CHECK(entry.reason == "补登");
    CHECK(entry.userName == "测试员");
    CHECK(entry.at == file.clock().now());
    CHECK(entry.changeCount == 2);
    CHECK(entry.digest.size() == 64);
    CHECK(listener.heard == std::vector<QSet<QString>>{{"parents", "children"}});

    const std::vector<Change> changes = ChangeRepository(file.database()).ofBatch(*entry.batch);
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].table == "parents");
    CHECK(changes[0].kind == ChangeKind::Insert);
    CHECK(rowOfImage(changes[1].after).has_value());
    CHECK(isSameContent(*rowOfImage(changes[1].after), *db::readRow(file.database(), "children", changes[1].rowId)));
}

TEST_CASE("without commit nothing remains")
{
    test::TestSession file;
    makeTables(file.database());
    const Listener listener(file.bus());
    const qint64 before = AuditRepository(file.database()).lastId();
    {
        Work work(file.session(), Operation::UnitEdit);
        work.insert("parents", {{"name", "甲"}});
    }
    CHECK(countRows(file.database(), "parents") == 0);
    CHECK(AuditRepository(file.database()).lastId() == before);
    CHECK(listener.heard.empty());
    CHECK_FALSE(file.database().isInTransaction());
    CHECK_NOTHROW(addParent(file.session(), "乙"));
}

TEST_CASE("a use case that changes nothing has an audit row but no changes and no bus")
{
    test::TestSession file;
    makeTables(file.database());
    const qint64 id = addParent(file.session(), "甲");
    const Listener listener(file.bus());
    Work work(file.session(), Operation::ReportExport);
    CHECK(work.update("parents", id, 1, {{"name", "甲"}, {"on_day", QVariant()}, {"is_frozen", false}}) == 1);
    work.commit();

    const AuditEntry entry = AuditRepository(file.database()).find({.limit = 1}).front();
    CHECK(entry.operation == "report.export");
    CHECK(entry.changeCount == 0);
    CHECK(entry.digest.isEmpty());
    CHECK(listener.heard.empty());
    CHECK(ChangeRepository(file.database()).ofRow("parents", id).size() == 1);
}

TEST_CASE("update counts the revision and changes what differs")
{
    test::TestSession file;
    makeTables(file.database());
    const qint64 id = addParent(file.session(), "甲");
    {
        Work work(file.session(), Operation::UnitEdit);
        CHECK(work.update("parents", id, 1, {{"name", "乙"}, {"on_day", QDate(2021, 1, 2)}}) == 2);
        CHECK(work.update("parents", id, 2, {{"name", "丙"}}) == 3);
        work.commit();
    }
    const auto row = db::readRow(file.database(), "parents", id);
    CHECK(db::valueOf(*row, "name") == "丙");
    CHECK(db::valueOf(*row, "on_day") == "2021-01-02");
    CHECK(db::valueOf(*row, "amount_fen").toLongLong() == 9'007'199'254'740'993);
    // Two writes to one row are one change.
    CHECK(ChangeRepository(file.database()).ofRow("parents", id).size() == 2);
}

TEST_CASE("a stale revision is a conflict and a lost row is not found")
{
    test::TestSession file;
    makeTables(file.database());
    const qint64 id = addParent(file.session(), "甲");
    changeParent(file.session(), id, {{"name", "乙"}});
    Work work(file.session(), Operation::UnitEdit);
    CHECK(kindOfError([&] { work.update("parents", id, 1, {{"name", "丙"}}); }) == Error::Kind::Conflict);
    // Even when it would write what stands there.
    CHECK(kindOfError([&] { work.update("parents", id, 1, {{"name", "乙"}}); }) == Error::Kind::Conflict);
    CHECK(kindOfError([&] { work.remove("parents", id, 1); }) == Error::Kind::Conflict);
    CHECK(kindOfError([&] { work.update("parents", 99, 1, {{"name", "丙"}}); }) == Error::Kind::NotFound);
    CHECK(kindOfError([&] { work.remove("parents", 99, 1); }) == Error::Kind::NotFound);
    CHECK(nameOf(file.database(), id) == "乙");
}

TEST_CASE("a row that others refer to is not removed")
{
    test::TestSession file;
    makeTables(file.database());
    const qint64 id = addParent(file.session(), "甲");
    Work work(file.session(), Operation::PartyDelete);
    work.insert("children", {{"parent_id", id}});
    CHECK(kindOfError([&] { work.remove("parents", id, 1); }) == Error::Kind::Conflict);
    work.commit();
    CHECK(AuditRepository(file.database()).find({.limit = 1}).front().changeCount == 1);
}

TEST_CASE("a Work inside another joins it")
{
    test::TestSession file;
    makeTables(file.database());
    const Listener listener(file.bus());
    const qint64 before = AuditRepository(file.database()).lastId();
    Work outer(file.session(), Operation::MemberImport);
    outer.setSubject("import", 1);
    for (const QString name : {"甲", "乙", "丙"}) {
        Work inner(file.session(), Operation::UnitEdit);
        inner.insert("parents", {{"name", name}});
        inner.setSubject("unit", 5);
        CHECK(inner.batch() == outer.batch());
        if (name != "乙")
            inner.commit();
    }
    CHECK(listener.heard.empty());
    outer.commit();

    CHECK(countRows(file.database(), "parents") == 2);
    CHECK(AuditRepository(file.database()).lastId() == before + 1);
    const AuditEntry entry = AuditRepository(file.database()).find({.limit = 1}).front();
    CHECK(entry.operation == "member.import");
    CHECK(entry.objectType == "import");
    CHECK(entry.changeCount == 2);
    CHECK(listener.heard.size() == 1);
}

TEST_CASE("Works that join one of all or nothing are undone only with it")
{
    test::TestSession file;
    makeTables(file.database());
    Work outer(file.session(), Operation::MemberImport);
    {
        Work row(file.session(), Operation::MemberImport, Work::Joining::AllOrNothing);
        Work(file.session(), Operation::UnitEdit).insert("parents", {{"name", "甲"}}); // given up
        CHECK_FALSE(row.isWhole());
        CHECK(kindOfError([&] { row.commit(); }) == Error::Kind::Storage);
    }
    {
        Work row(file.session(), Operation::MemberImport, Work::Joining::AllOrNothing);
        Work step(file.session(), Operation::UnitEdit);
        step.insert("parents", {{"name", "乙"}});
        step.commit();
        CHECK(row.isWhole());
        row.commit();
    }
    {
        // Afterwards each has a savepoint of its own again.
        Work row(file.session(), Operation::MemberImport);
        Work(file.session(), Operation::UnitEdit).insert("parents", {{"name", "丙"}});
        row.insert("parents", {{"name", "丁"}});
        CHECK(row.isWhole());
        row.commit();
    }
    outer.commit();
    db::Statement names(file.database(), "SELECT group_concat(name) AS n FROM (SELECT name FROM parents ORDER BY id)");
    names.next();
    CHECK(names.text("n") == "乙,丁");
    CHECK(AuditRepository(file.database()).find({.limit = 1}).front().changeCount == 2);
    CHECK(verifyAuditChain(file.database()).empty());
}

TEST_CASE("when the outer Work is undone, so are those that joined it")
{
    test::TestSession file;
    makeTables(file.database());
    {
        Work outer(file.session(), Operation::MemberImport);
        Work inner(file.session(), Operation::UnitEdit);
        inner.insert("parents", {{"name", "甲"}});
        inner.commit();
    }
    CHECK(countRows(file.database(), "parents") == 0);
    CHECK(countRows(file.database(), "changes") == 1); // the first user
}

TEST_CASE("history forgets what an inner Work took back and goes on")
{
    test::TestSession file;
    makeTables(file.database());
    const qint64 id = addParent(file.session(), "甲");
    Work outer(file.session(), Operation::MemberImport);
    outer.update("parents", id, 1, {{"name", "乙"}});
    {
        Work inner(file.session(), Operation::UnitEdit);
        inner.update("parents", id, 2, {{"name", "丙"}});
        inner.insert("parents", {{"name", "丁"}});
        inner.track("parents", id);
    }
    outer.update("parents", id, 2, {{"name", "戊"}});
    const qint64 other = outer.insert("parents", {{"name", "己"}});
    outer.commit();

    CHECK(countRows(file.database(), "parents") == 2);
    const std::vector<Change> changes = ChangeRepository(file.database()).ofBatch(outer.batch());
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].rowId == id);
    CHECK(db::valueOf(*rowOfImage(changes[0].before), "name") == "甲");
    CHECK(db::valueOf(*rowOfImage(changes[0].after), "name") == "戊");
    CHECK(changes[1].rowId == other);
}

TEST_CASE("writes to one row are taken together")
{
    test::TestSession file;
    makeTables(file.database());
    const qint64 id = addParent(file.session(), "甲");
    Work work(file.session(), Operation::UnitEdit);
    const qint64 passing = work.insert("parents", {{"name", "过客"}});
    work.update("parents", passing, 1, {{"name", "过客二"}});
    work.remove("parents", passing, 2);
    const qint64 kept = work.insert("parents", {{"name", "新"}});
    work.update("parents", kept, 1, {{"name", "新名"}});
    work.remove("parents", id, 1);
    work.insert("parents", {{"id", id}, {"revision", 5}, {"name", "回来"}});
    work.commit();

    const std::vector<Change> changes = ChangeRepository(file.database()).ofBatch(work.batch());
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].rowId == kept);
    CHECK(changes[0].kind == ChangeKind::Insert);
    CHECK(db::valueOf(*rowOfImage(changes[0].after), "name") == "新名");
    CHECK(changes[1].rowId == id);
    CHECK(changes[1].kind == ChangeKind::Update);
    CHECK(AuditRepository(file.database()).byBatch(work.batch())->changeCount == 2);
}

TEST_CASE("tracked rows are compared at the end")
{
    test::TestSession file;
    makeTables(file.database());
    const qint64 changed = addParent(file.session(), "甲");
    const qint64 same = addParent(file.session(), "乙");
    const qint64 both = addParent(file.session(), "丙");
    const Listener listener(file.bus());
    Work work(file.session(), Operation::UnitEdit);
    for (const qint64 id : {changed, same, both, qint64(77)})
        work.track("parents", id);
    db::Statement(file.database(), "UPDATE parents SET amount_fen = 5, revision = revision + 1 WHERE name <> '乙'").execute();
    work.update("parents", both, 2, {{"name", "丁"}});
    work.commit();

    const std::vector<Change> changes = ChangeRepository(file.database()).ofBatch(work.batch());
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].rowId == both);
    CHECK(db::valueOf(*rowOfImage(changes[0].before), "amount_fen").toLongLong() == 9'007'199'254'740'993);
    CHECK(changes[1].rowId == changed);
    CHECK(listener.heard == std::vector<QSet<QString>>{{"parents"}});
}

TEST_CASE("a refusal inside an open use case is logged after its end, committed or not")
{
    test::TestSession file;
    makeTables(file.database());
    Session clerk = file.sessionAs(Role::Secretariat);
    const AuditRepository audit(file.database());
    const bool isCommitted = GENERATE(true, false);
    const qint64 before = audit.lastId();
    {
        Work work(clerk, Operation::MemberEnroll);
        work.insert("parents", {{"name", "甲"}});
        CHECK(kindOfError([&] { Work inner(clerk, Operation::VoucherPost); }) == Error::Kind::Forbidden);
        CHECK(kindOfError([&] { clerk.require(Operation::AuditRead); }) == Error::Kind::Forbidden);
        CHECK(audit.lastId() == before);
        if (isCommitted)
            work.commit();
    }
    CHECK(audit.lastId() == before + (isCommitted ? 3 : 2));
    const std::vector<AuditEntry> refused = audit.find({.outcome = Outcome::Refused});
    REQUIRE(refused.size() == 2);
    CHECK(refused[1].operation == "voucher.post");
    CHECK(refused[0].operation == "audit.read");
    CHECK(countRows(file.database(), "parents") == (isCommitted ? 1 : 0));
}

TEST_CASE("a commit that the engine refuses leaves nothing and the file usable")
{
    test::TestSession file;
    makeTables(file.database());
    const qint64 before = AuditRepository(file.database()).lastId();
    file.database().runScript("CREATE TRIGGER no_audit BEFORE INSERT ON audit_log BEGIN SELECT RAISE(ABORT, 'x'); END");
    CHECK(errorOf([&] { addParent(file.session(), "甲"); }).has_value());
    CHECK_FALSE(file.database().isInTransaction());
    file.database().runScript("DROP TRIGGER no_audit");
    CHECK(countRows(file.database(), "parents") == 0);
    CHECK(AuditRepository(file.database()).lastId() == before);
    CHECK_NOTHROW(addParent(file.session(), "甲"));
}

TEST_CASE("images of rows are exact")
{
    const db::Row row{{"id", qint64(1)}, {"text", QString("𠮷\"\\\n")}, {"empty", QString("")}, {"nothing", QVariant()},
        {"big", std::numeric_limits<qint64>::max()}, {"small", std::numeric_limits<qint64>::min()},
        {"bytes", QByteArray("\0\x80", 2)}};
    const auto back = rowOfImage(imageOf(row));
    REQUIRE(back);
    CHECK(back->size() == row.size());
    for (const auto &[column, value] : row) {
        CAPTURE(column.toStdString());
        CHECK(db::valueOf(*back, column) == value);
        CHECK(db::valueOf(*back, column).isNull() == value.isNull());
    }
    CHECK_FALSE(rowOfImage("").has_value());
    CHECK_FALSE(rowOfImage("[1]").has_value());
}

TEST_CASE("values are the same as a column holds them")
{
    struct Case {
        QVariant stored, given;
        bool isSame;
    };
    const Case cases[] = {{"2021-05-14", QDate(2021, 5, 14), true}, {qint64(1), true, true}, {qint64(0), true, false},
        {qint64(5), 5, true}, {QVariant(), QDate(), true}, {QVariant(), QString(""), false}, {QString(""), QString(), true},
        {QVariant(), QVariant(), true}, {QString("a"), QString("A"), false},
        {QVariant(QMetaType::fromType<QString>()), QVariant(), true}};
    for (const Case &one : cases) {
        CAPTURE(one.stored.toString().toStdString(), one.given.toString().toStdString());
        CHECK(isSameValue(one.stored, one.given) == one.isSame);
    }
}

} // namespace mishutai::session
