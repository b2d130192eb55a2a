#include "desk_cases.h"

#include "activities/events/activity_service.h"
#include "db/backup/backup.h"
#include "db/lists/list_query.h"
#include "desk/evidence/event_suggestion.h"
#include "desk/evidence/evidence_backup.h"
#include "desk/evidence/record_codes.h"
#include "desk/global_search.h"
#include "desk/health.h"
#include "evidence/links/evidence_service.h"
#include "session/history/change_history.h"
#include "session/users/user_service.h"

namespace mishutai::desk {

namespace {

using evidence::EvidenceService;
using evidence::RecordRef;

QByteArray photo(int number)
{
    return "\xFF\xD8\xFF\xE0 photo " + QByteArray::number(number);
}

qint64 firstId(Application &application, const QString &list)
{
    const auto ids = db::ListQuery(application.database(), *listByKey(list)).ids(1);
    REQUIRE(ids.size() == 1);
    return ids.front();
}

/// Evidence on a record of every kind.
void attachToAll(Application &application)
{
    EvidenceService service(application.session());
    int number = 0;
    for (const evidence::RecordKind &kind : evidence::recordKinds()) {
        const RecordRef record{kind.objectType, firstId(application, kind.objectType)};
        service.attach(record,
            {{.bytes = photo(++number), .name = "照片,“一”.jpg", .caption = kind.title},
                {.bytes = "%PDF-1.4 共用", .name = "共用.pdf"}});
    }
}

QString filesFolder(const ExampleFile &example)
{
    return example.folder() + "/desk.files";
}

void removeObjects(const QString &folder)
{
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        REQUIRE(QFile::remove(path));
    }
}

QStringList evidenceFindings(const HealthReport &report)
{
    QStringList found;
    for (const Finding &finding : report.findings) {
        if (finding.area == "evidence")
            found.append(finding.message);
    }
    return found;
}

int objectsIn(const QString &folder)
{
    return static_cast<int>(contents(folder + "/objects").size());
}

} // namespace

TEST_CASE("every kind of record that has evidence has a list, and a code that leads back to it")
{
    const ExampleFile example;
    const auto application = example.open();
    const RecordCodes codes(application->session());
    for (const evidence::RecordKind &kind : evidence::recordKinds()) {
        CAPTURE(kind.objectType.toStdString());
        REQUIRE(listByKey(kind.objectType));
        const RecordRef record{kind.objectType, firstId(*application, kind.objectType)};
        const auto code = codes.codeOf(record);
        REQUIRE(code);
        CAPTURE(code->toStdString());
        const auto found = codes.find(kind.objectType, *code);
        REQUIRE(found);
        CHECK(*found == record);
        CHECK_FALSE(codes.find(kind.objectType, *code + "x"));
        CHECK_FALSE(codes.find(kind.objectType, QString()));
    }
    CHECK_FALSE(codes.find("colours", "1"));
    CHECK_FALSE(codes.codeOf({"activities", 99999}));
}

TEST_CASE("a picture's day suggests the events of that day, the shorter first")
{
    const ExampleFile example;
    const auto application = example.open();
    activities::ActivityService service(application->session());
    const auto add = [&](const QString &name, QDate from, QDate to) {
        activities::ActivityDetails details;
        details.name = name;
        details.startsOn = from;
        details.endsOn = to;
        return service.create(details).value();
    };
    const QDate day(2019, 6, 15);
    const qint64 week = add("一周的展会", QDate(2019, 6, 12), QDate(2019, 6, 18));
    const qint64 one = add("当天的会", day, day);
    add("前一天的会", day.addDays(-1), day.addDays(-1));
    add("长期项目", QDate(2019, 6, 1), QDate(2019, 6, 30));
    const auto events = eventsOn(application->session(), day);
    REQUIRE(events.size() == 2);
    CHECK(events[0].id == one);
    CHECK(events[0].name == "当天的会");
    CHECK(events[1].id == week);
    CHECK(eventsOn(application->session(), QDate()).empty());
}

TEST_CASE("a data set carries the files of evidence, out, in and out again to the same bytes")
{
    const ExampleFile example;
    const QTemporaryDir folder;
    {
        const auto application = example.open();
        attachToAll(*application);
        exportDataSet(application->session(), folder.filePath("first"));
    }
    const auto first = contents(folder.filePath("first"));
    CHECK(first.contains("evidence.csv"));
    CHECK(contents(folder.filePath("first/files")).size() == static_cast<qsizetype>(evidence::recordKinds().size()) + 1);
    {
        auto copy = Application::create(folder.filePath("copy.mishutai"), "另一人");
        importDataSet(copy->session(), folder.filePath("first"));
        exportDataSet(copy->session(), folder.filePath("second"));
        CHECK(evidenceFindings(examine(copy->session())).isEmpty());
    }
    CHECK((first == contents(folder.filePath("second"))));
}

TEST_CASE("files of a data set that are not what they are called are refused, and nothing is read")
{
    const ExampleFile example;
    const QTemporaryDir folder;
    const auto application = example.open();
    attachToAll(*application);
    exportDataSet(application->session(), folder.filePath("set"));
    const QString files = folder.filePath("set/files/");
    const QString name = QDir(files).entryList(QDir::Files).front();
    auto copy = Application::create(folder.filePath("copy.mishutai"), "另一人");
    const auto refused = [&] {
        const auto error = errorOf([&] { importDataSet(copy->session(), folder.filePath("set")); });
        return error && error->kind() == Error::Kind::Validation && error->place() && !error->place()->file.isEmpty();
    };
    putFile(files + "../files/照片.jpg", "x");
    CHECK(refused());
    REQUIRE(QFile::remove(files + "照片.jpg"));
    REQUIRE(QFile::link("/etc/passwd", files + QString(64, u'a')));
    CHECK(refused());
    REQUIRE(QFile::remove(files + QString(64, u'a')));
    REQUIRE(QDir(files).mkdir(QString(64, u'b')));
    CHECK(refused());
    REQUIRE(QDir(files).rmdir(QString(64, u'b')));
    const QByteArray whole = contents(files).value(name);
    QFile::setPermissions(files + name, QFile::ReadOwner | QFile::WriteOwner);
    putFile(files + name, whole + "x");
    CHECK(refused());
    REQUIRE(QFile::remove(files + name));
    CHECK(RecordCodes(copy->session()).codesOf("activities", {1}).isEmpty());
    copy = Application::create(folder.filePath("another.mishutai"), "另一人"); // its store is empty
    CHECK(errorOf([&] { importDataSet(copy->session(), folder.filePath("set")); })->place()->file == "evidence.csv");
    CHECK(RecordCodes(copy->session()).codesOf("activities", {1}).isEmpty());
    putFile(files + name, whole);
    CHECK_NOTHROW(importDataSet(copy->session(), folder.filePath("set")));
}

TEST_CASE("an export without one of its files is refused and leaves no folder")
{
    const ExampleFile example;
    const QTemporaryDir folder;
    const auto application = example.open();
    attachToAll(*application);
    removeObjects(filesFolder(example) + "/objects");
    const auto error = errorOf([&] { exportDataSet(application->session(), folder.filePath("set")); });
    REQUIRE(error);
    CHECK(error->kind() == Error::Kind::NotFound);
    CHECK_FALSE(QDir(folder.filePath("set")).exists());
}

TEST_CASE("the check names the record of each missing or changed file, and no file's name")
{
    const ExampleFile example;
    const auto application = example.open();
    attachToAll(*application);
    CHECK(examine(application->session()).isHealthy());
    EvidenceService service(application->session());
    const RecordRef event{"activities", firstId(*application, "activities")};
    const auto items = service.ofRecord(event);
    const QString path = service.pathOf(items[0]);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    QByteArray bytes = photo(0);
    putFile(path, bytes);
    auto found = evidenceFindings(examine(application->session()));
    REQUIRE(found.size() == 1);
    CHECK(found[0].contains("被改动"));
    CHECK(found[0].contains(RecordCodes(application->session()).codeOf(event).value()));
    CHECK(found[0].contains("第 1 件"));
    CHECK_FALSE(found[0].contains("照片"));
    REQUIRE(QFile::remove(path));
    found = evidenceFindings(examine(application->session(), TaskControl::silent(), evidence::Depth::Names));
    REQUIRE(found.size() == 1);
    CHECK(found[0].contains("缺失"));
}

TEST_CASE("a backup holds every file once, copies only what is new, and says when one is missing")
{
    const ExampleFile example;
    const QString backups = example.folder() + "/desk.backups";
    const auto application = example.open();
    CHECK(isComplete(makeBackup(example.path(), "test")));
    CHECK_FALSE(QFileInfo::exists(backups + "/objects"));
    attachToAll(*application);
    const db::BackupEntry first = makeBackup(example.path(), "test");
    CHECK(isComplete(first));
    const int kinds = static_cast<int>(evidence::recordKinds().size());
    REQUIRE(first.manifest.files);
    CHECK(first.manifest.files->count == kinds + 1);
    CHECK(objectsIn(backups) == kinds + 1);
    // A new object only: what is there is not written again.
    EvidenceService service(application->session());
    service.attach({"activities", firstId(*application, "activities")}, {{.bytes = photo(99), .name = "新.jpg"}});
    const auto before = contents(backups + "/objects");
    const db::BackupEntry second = makeBackup(example.path(), "test");
    CHECK(second.manifest.files->count == kinds + 2);
    CHECK(objectsIn(backups) == before.size() + 1);
    CHECK(application->lastBackupAt());

    removeObjects(filesFolder(example) + "/objects");
    removeObjects(backups + "/objects");
    const db::BackupEntry third = makeBackup(example.path(), "test");
    CHECK_FALSE(isComplete(third));
    CHECK(third.manifest.files->missing == kinds + 2);
    CHECK(db::listBackups(example.path()).front().manifest.files == third.manifest.files);
    // One whose evidence nobody looked at is not complete either.
    CHECK_FALSE(isComplete(db::makeBackup(example.path(), "test")));
}

TEST_CASE("a file that is not what it is called is no backup of itself")
{
    const ExampleFile example;
    const auto application = example.open();
    EvidenceService service(application->session());
    const RecordRef event{"activities", firstId(*application, "activities")};
    service.attach(event, {{.bytes = photo(1), .name = "甲.jpg"}});
    const QString path = service.pathOf(service.ofRecord(event)[0]);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    putFile(path, photo(2));
    const db::BackupEntry made = makeBackup(example.path(), "test");
    CHECK(made.manifest.files->missing == 1);
    CHECK(objectsIn(example.folder() + "/desk.backups") == 0);
}

TEST_CASE("a backup to a place of one's choice is a data file with its evidence beside it")
{
    const ExampleFile example;
    const QTemporaryDir folder;
    auto application = example.open();
    attachToAll(*application);
    CHECK(isComplete(backupTo(example.path(), folder.filePath("带走.mishutai"))));
    application.reset();
    const auto taken = Application::open({folder.filePath("带走.mishutai"), Access::Write, {}, {}});
    CHECK(examine(taken->session()).isHealthy());
    CHECK(EvidenceService(taken->session()).countOf({"activities", firstId(*taken, "activities")}) == 2);
}

TEST_CASE("a restore brings back the evidence that is gone, and counts what nobody has")
{
    const ExampleFile example;
    auto application = example.open();
    attachToAll(*application);
    const QString backup = makeBackup(example.path(), "test").path;
    const RestorePermit permit(*application);
    application.reset();
    removeObjects(filesFolder(example) + "/objects");
    Restored restored = restoreBackup(backup, permit);
    CHECK(restored.missing == 0);
    CHECK(restored.kept);
    CHECK(examine(example.open()->session()).isHealthy());

    removeObjects(filesFolder(example) + "/objects");
    removeObjects(example.folder() + "/desk.backups/objects");
    restored = restoreBackup(backup, permit);
    CHECK(restored.missing == static_cast<int>(evidence::recordKinds().size()) + 1);
}

TEST_CASE("closing a file that is to be replaced rotates no backup away: the one chosen may be the oldest")
{
    const ExampleFile example;
    auto application = example.open();
    const QString oldest = makeBackup(example.path(), "test").path;
    for (int i = 1; i < db::kBackupsKept; ++i)
        makeBackup(example.path(), "test");
    const RestorePermit permit(*application);
    application.reset();
    CHECK(QFile::exists(oldest));
    CHECK(restoreBackup(oldest, permit).kept);
}

TEST_CASE("only who may restore gets a backup to take the place of the file, and asking is in the books")
{
    const ExampleFile example;
    {
        const auto application = example.open();
        session::UserService(application->session()).add("示例秘书", session::Role::Secretariat);
    }
    const auto secretary = Application::open({example.path(), Access::Write, "示例秘书", {}});
    const auto refused = errorOf([&] { const RestorePermit permit(*secretary); });
    REQUIRE(refused);
    CHECK(refused->kind() == Error::Kind::Forbidden);
}

TEST_CASE("objects that no kept backup needs go with the last one that did")
{
    const ExampleFile example;
    auto application = example.open();
    EvidenceService service(application->session());
    const RecordRef event{"activities", firstId(*application, "activities")};
    service.attach(event, {{.bytes = photo(1), .name = "甲.jpg"}, {.bytes = photo(2), .name = "乙.jpg"}});
    makeBackup(example.path(), "test");
    application->history().undo(application->history().lastUndoable()->batch);
    service.attach(event, {{.bytes = photo(2), .name = "乙.jpg"}});
    const QString backups = example.folder() + "/desk.backups";
    for (int i = 1; i < db::kBackupsKept; ++i)
        makeBackup(example.path(), "test");
    CHECK(objectsIn(backups) == 2);
    makeBackup(example.path(), "test");
    CHECK(objectsIn(backups) == 1);
}

TEST_CASE("opening takes away half-written objects, closing backs up with the evidence")
{
    const ExampleFile example;
    auto application = example.open();
    attachToAll(*application);
    application.reset();
    CHECK(isComplete(db::listBackups(example.path()).front()));
    putFile(filesFolder(example) + "/objects/.incoming-1", "half");
    application = example.open();
    CHECK_FALSE(QFileInfo::exists(filesFolder(example) + "/objects/.incoming-1"));
}

} // namespace mishutai::desk
