#include "desk/pack/pack.h"

#include "db/backup/durable_copy.h"
#include "desk/pack/pack_list.h"
#include "desk/pack/zip_file.h"
#include "desk_cases.h"
#include "evidence/links/evidence_service.h"
#include "evidence/store/object_store.h"

#include <QCryptographicHash>

namespace mishutai::desk {

namespace {

void attach(Application &application, const QByteArray &bytes, const QString &name)
{
    evidence::EvidenceService(application.session())
        .attach({"members", 1}, {{.bytes = bytes, .name = name}}, TaskControl::silent());
}

/// A zip with these entries and a list that names them.
QString zipOf(const QString &path, const std::vector<std::pair<QString, QByteArray>> &entries, const QByteArray &list)
{
    ZipWriter zip(path);
    zip.addText(PackList::kEntry, list);
    for (const auto &[name, bytes] : entries)
        zip.addText(name, bytes);
    zip.finish(TaskControl::silent(), {});
    return path;
}

QByteArray lineOf(const QByteArray &bytes, const QString &path)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex() + "  " + QByteArray::number(bytes.size()) + "  "
        + path.toUtf8() + '\n';
}

class CancelsAfter : public TaskControl
{
public:
    explicit CancelsAfter(int calls) : m_left(calls) { }
    void progress(qint64, qint64, const QString &) override { --m_left; }
    bool isCancelled() const override { return m_left <= 0; }
    int left() const { return m_left; }

private:
    int m_left;
};

} // namespace

TEST_CASE("a pack is one zip with the data file and its evidence, and comes back as it was elsewhere")
{
    const ExampleFile file;
    const auto application = file.open();
    attach(*application, "first", "a.txt");
    attach(*application, "second", "b.txt");
    const QString zip = file.folder() + "/all.zip";
    const Packed made = pack(file.path(), zip);
    CHECK(made.files == 2);
    CHECK(made.missing == 0);
    CHECK(made.bytes == QFileInfo(zip).size());
    // Nothing else was left beside it.
    CHECK(QDir(file.folder()).entryList({".*"}, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size() <= 1);

    const QTemporaryDir other;
    const Unpacked back = unpack(zip, other.path());
    CHECK(back.files == 2);
    CHECK(QFileInfo(back.dataFile).fileName() == "desk.mishutai");
    const auto again = Application::open({back.dataFile, Access::Write, {}, {}});
    const auto items = evidence::EvidenceService(again->session()).ofRecord({"members", 1});
    REQUIRE(items.size() == 2);
    const auto object = evidence::ObjectStore::of(back.dataFile).find(items[0].sha256);
    REQUIRE(object);
    CHECK(db::sha256OfFile(*object) == items[0].sha256.toLatin1());
}

TEST_CASE("a pack overwrites nothing, neither when it is made nor when it is unpacked")
{
    const ExampleFile file;
    const auto application = file.open();
    const QString zip = file.folder() + "/all.zip";
    putFile(zip, "mine");
    CHECK(errorOf([&] { pack(file.path(), zip); })->kind() == Error::Kind::Conflict);
    CHECK(contents(file.folder())["all.zip"] == "mine");
    pack(file.path(), file.folder() + "/new.zip");
    const auto before = contents(file.folder());
    CHECK(errorOf([&] { unpack(file.folder() + "/new.zip", file.folder()); })->kind() == Error::Kind::Conflict);
    CHECK((contents(file.folder()) == before));
}

TEST_CASE("lost and damaged evidence is left out of a pack and counted")
{
    const ExampleFile file;
    const auto application = file.open();
    for (const char *bytes : {"one", "two", "three"})
        attach(*application, bytes, "a.txt");
    const evidence::ObjectStore store = evidence::ObjectStore::of(file.path());
    const QStringList names = store.names();
    REQUIRE(QFile::remove(*store.find(names[0])));
    QFile damaged(*store.find(names[1]));
    damaged.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    REQUIRE(damaged.open(QIODevice::WriteOnly));
    damaged.write("changed");
    damaged.close();
    const Packed made = pack(file.path(), file.folder() + "/all.zip");
    CHECK(made.files == 1);
    CHECK(made.missing == 2);
    const QTemporaryDir other;
    CHECK(unpack(made.path, other.path()).missing == 2);
}

TEST_CASE("a cancelled pack leaves nothing, wherever it is cancelled")
{
    const ExampleFile file;
    const auto application = file.open();
    attach(*application, QByteArray(300'000, 'x'), "a.txt");
    const auto before = contents(file.folder()).keys();
    int cancelled = 0;
    for (int calls = 1; calls < 400; calls += 3) {
        CancelsAfter control(calls);
        const auto error = errorOf([&] { pack(file.path(), file.folder() + "/all.zip", control); });
        if (!error)
            break;
        REQUIRE(error->kind() == Error::Kind::Cancelled);
        REQUIRE(contents(file.folder()).keys() == before);
        ++cancelled;
    }
    CHECK(cancelled > 3);
}

TEST_CASE("a pack that was cut or changed is refused, and the folder stays empty")
{
    const ExampleFile file;
    const auto application = file.open();
    attach(*application, QByteArray(50'000, 'x'), "a.txt");
    const QString zip = pack(file.path(), file.folder() + "/all.zip").path;
    QFile packed(zip);
    REQUIRE(packed.open(QIODevice::ReadOnly));
    const QByteArray whole = packed.readAll();
    const QTemporaryDir other;
    const QString target = other.filePath("out");
    REQUIRE(QDir().mkpath(target));
    const auto refused = [&](const QByteArray &bytes) {
        putFile(other.filePath("bad.zip"), bytes);
        const auto error = errorOf([&] { unpack(other.filePath("bad.zip"), target); });
        return error && (error->kind() == Error::Kind::Validation || error->kind() == Error::Kind::Storage)
            && QDir(target).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    };
    for (const qsizetype size : {qsizetype(0), qsizetype(10), whole.size() / 2, whole.size() - 1})
        CHECK(refused(whole.first(size)));
    QByteArray flipped = whole;
    flipped[flipped.indexOf("xxxxxxxx") + 20] = 'y';
    CHECK(refused(flipped));
}

TEST_CASE("no zip writes outside its folder or more than its list says")
{
    const QTemporaryDir place;
    const QString target = place.filePath("out");
    REQUIRE(QDir().mkpath(target));
    const QByteArray head = "mishutai-pack 1\nmissing 0\n";
    const auto hash = QCryptographicHash::hash("evil", QCryptographicHash::Sha256).toHex();
    const QString object = "d.files/objects/" + hash.left(2) + '/' + hash.mid(2);
    const QByteArray lists[]{"", "no list", head, head + lineOf("evil", "../d.mishutai"),
        head + lineOf("evil", "/tmp/d.mishutai"), head + lineOf("evil", "a/d.mishutai"), head + lineOf("evil", ".mishutai"),
        head + lineOf("evil", "a\\d.mishutai"), head + lineOf("evil", "d.mishutai") + lineOf("evil", "../../x"),
        head + lineOf("evil", "d.mishutai") + lineOf("evil", "d.files/objects/../../x"),
        head + lineOf("evil", "d.mishutai") + lineOf("evil", "other.files/objects/" + hash.left(2) + '/' + hash.mid(2)),
        head + lineOf("evil", "d.mishutai") + lineOf("evil", "d.mishutai"),
        head + lineOf("evi", "d.mishutai"), // shorter than the entry
        head + lineOf("evil", "d.mishutai") + lineOf("evil", object)}; // no data file by its content
    int number = 0;
    for (const QByteArray &list : lists) {
        CAPTURE(number);
        const QString zip = zipOf(place.filePath(QString::number(number++) + ".zip"),
            {{"d.mishutai", "evil"}, {"../d.mishutai", "evil"}, {"../../x", "evil"}, {object, "evil"}}, list);
        const auto error = errorOf([&] { unpack(zip, target); });
        REQUIRE(error);
        CHECK((error->kind() == Error::Kind::Validation || error->kind() == Error::Kind::Storage));
        CHECK(QDir(target).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }
    CHECK(QDir(place.path()).entryList({"x", "d.mishutai"}, QDir::AllEntries).isEmpty());
}

} // namespace mishutai::desk
