#include "desk_cases.h"

#include "db/backup/backup.h"
#include "db/database.h"
#include "db/lists/list_query.h"
#include "db/migrator.h"
#include "db/statement.h"
#include "desk/evidence/evidence_backup.h"
#include "desk/evidence/record_codes.h"
#include "desk/global_search.h"
#include "evidence/links/evidence_service.h"
#include "finance/entries/entry_service.h"
#include "session/users/user_service.h"

namespace mishutai::desk {

namespace {

using evidence::EvidenceService;
using evidence::RecordRef;

/// Drafts with the contents of the first entry there is: equal ones can only be told apart by their number.
std::vector<qint64> drafts(Application &application, int count)
{
    finance::EntryService entries(application.session());
    for (const qint64 id : db::ListQuery(application.database(), *listByKey("vouchers")).ids()) {
        const auto entry = entries.entry(VoucherId(id));
        if (!entry || entry->isReversed || entry->details.receipt)
            continue;
        std::vector<qint64> made;
        for (int i = 0; i < count; ++i)
            made.push_back(entries.record(entry->details).value());
        return made;
    }
    FAIL("the example has no entry");
    return {};
}

QStringList namesOn(Application &application, qint64 voucher)
{
    QStringList names;
    for (const evidence::EvidenceItem &item : EvidenceService(application.session()).ofRecord({"vouchers", voucher}))
        names << item.name;
    return names;
}

/// The data file of an older program: its schema ends at a version.
void makeOld(const QString &path, int version)
{
    const QTemporaryDir folder;
    const QDir carried(":/db/migrations");
    for (const QString &name : carried.entryList({"*.sql"})) {
        if (name.left(4).toInt() <= version)
            REQUIRE(QFile::copy(carried.filePath(name), folder.filePath(name)));
    }
    const auto database = db::Database::create(path);
    db::Migrator(folder.path()).migrate(*database);
    session::UserService::createFirst(*database, SystemClock(), "旧用户");
}

} // namespace

TEST_CASE("evidence on entries that are not posted goes along with a data set, to the right one of several")
{
    const ExampleFile example;
    const QTemporaryDir folder;
    {
        const auto application = example.open();
        const std::vector<qint64> made = drafts(*application, 3);
        EvidenceService service(application->session());
        service.attach({"vouchers", made[1]}, {{.bytes = "%PDF-1.4 second", .name = "发票|二.pdf"}});
        service.attach({"vouchers", made[2]}, {{.bytes = "%PDF-1.4 third", .name = "发票三.pdf"}});
        exportDataSet(application->session(), folder.filePath("first"));
    }
    const auto copy = Application::create(folder.filePath("copy.mishutai"), "另一人");
    importDataSet(copy->session(), folder.filePath("first"));
    db::ListQuery query(copy->database(), *listByKey("vouchers"));
    query.setFilters({{"state", db::Condition::Equals, QStringLiteral("DRAFT")}});
    std::vector<qint64> ids = query.ids();
    std::ranges::sort(ids);
    REQUIRE(ids.size() == 3);
    CHECK(namesOn(*copy, ids[0]).isEmpty());
    CHECK(namesOn(*copy, ids[1]) == QStringList{"发票|二.pdf"});
    CHECK(namesOn(*copy, ids[2]) == QStringList{"发票三.pdf"});
    exportDataSet(copy->session(), folder.filePath("second"));
    CHECK((contents(folder.filePath("first")) == contents(folder.filePath("second"))));

    const RecordCodes codes(copy->session());
    const QHash<qint64, QString> keys = codes.keysOf("vouchers", ids);
    REQUIRE(keys.size() == 3);
    for (const qint64 id : ids)
        CHECK(codes.find("vouchers", keys[id]).value().objectId == id);
    CHECK_FALSE(codes.find("vouchers", "草稿|2021-02-30|1.00|1|"));
    CHECK_FALSE(codes.find("vouchers", keys[ids[0]] + "x"));
}

TEST_CASE("a refused data set leaves none of its files in the store, and what was there before stays")
{
    const ExampleFile example;
    const QTemporaryDir folder;
    {
        const auto application = example.open();
        EvidenceService service(application->session());
        service.attach({"activities", 1}, {{.bytes = "old", .name = "旧.txt"}, {.bytes = "new", .name = "新.txt"}});
        exportDataSet(application->session(), folder.filePath("set"));
    }
    const auto copy = Application::create(folder.filePath("copy.mishutai"), "另一人");
    const evidence::ObjectStore store = evidence::ObjectStore::of(copy->path());
    store.putBytes("old");
    const QStringList before = store.names();
    putFile(folder.filePath("set/members.csv"), "会员编号\n错\n");
    CHECK(errorOf([&] { importDataSet(copy->session(), folder.filePath("set")); }));
    CHECK(store.names() == before);
}

TEST_CASE("the backup before a migration holds the evidence; one from before there was any is complete without")
{
    for (const int version : {7, 8, newestSchema() - 1}) {
        CAPTURE(version);
        const QTemporaryDir folder;
        const QString path = folder.filePath("old.mishutai");
        makeOld(path, version);
        const bool hasEvidence = version >= 8;
        if (hasEvidence) {
            const evidence::StoredObject object = evidence::ObjectStore::of(path).putBytes("a photo");
            const auto database = db::Database::open(path, db::Database::Access::Write);
            database->runScript(QString("INSERT INTO evidence_files (sha256, bytes, media, name, added_at) VALUES ('%1', %2, "
                                        "'TEXT', 'a.txt', '2021-01-01T00:00:00.000Z')")
                                    .arg(object.sha256)
                                    .arg(object.bytes));
        }
        const auto application = Application::open({path, Access::Write, {}, {}});
        const auto backups = db::listBackups(path);
        REQUIRE(backups.size() == 1);
        CHECK(backups.front().manifest.reason == "before-migration");
        CHECK(backups.front().manifest.contents.schemaVersion == version);
        CHECK(isComplete(backups.front()));
        CHECK(backups.front().manifest.files->count == (hasEvidence ? 1 : 0));
    }
}

} // namespace mishutai::desk
