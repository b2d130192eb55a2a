#include "db/backup/backup.h"
#include "db/backup/durable_copy.h"
#include "desk/evidence/evidence_backup.h"
#include "desk/pack/pack.h"
#include "desk_cases.h"
#include "evidence/links/evidence_service.h"
#include "evidence/store/file_name.h"
#include "evidence/store/opened_copies.h"
#include "evidence/store/saved_copy.h"

#include <zip.h>

#include <QCryptographicHash>
#include <QRegularExpression>

namespace mishutai::desk {

namespace {

using evidence::EvidenceService;
using evidence::RecordRef;

const RecordRef kRecord{"members", 1};

/// 100 names that lead somewhere else, are a device, are too long, or read otherwise than they are.
QStringList hostileNames()
{
    QStringList names;
    for (const char *steps : {"../", "../../", "..\\..\\", "/", "//", "C:\\", "C:", "\\\\server\\share\\", "./../", "a/../../",
             "....//", "..%2f", "%2e%2e/", "file:///", "~/", "..;/", ".. /", "..\t/"}) {
        for (const char *end : {"canary.txt", "desk.mishutai", "etc/passwd"})
            names << QString(steps) + end;
    }
    for (const char *device : {"CON", "PRN", "AUX", "NUL", "COM1", "LPT9", "CONIN$", "CLOCK$"})
        names << device << QString(device) + ".txt" << QString(device).toLower() + ".tar.gz";
    names << "尾巴. . ."
          << "尾巴.txt."
          << "尾巴.txt "
          << " 头.txt"
          << "."
          << ".."
          << "..."
          << "-rf"
          << ".htaccess" << QString(255, u'a') << QString(251, u'b') + ".txt" << QString(85, u'汉')
          << QString(300, u'长') + ".pdf" << QString("发票") + QChar(0x202E) + "fdp.exe" << QString(QChar(0x200F)) + "右.txt"
          << QString("a") + QChar(0) + "/b.txt"
          << "名\n字.txt"
          << "a:b.txt"
          << "a|b?.txt"
          << "$(reboot).txt"
          << "`id`.txt"
          << "'; DROP TABLE x.txt";
    return names;
}

/// A folder that nothing may leave: what stands in it beside the folder of work, links included, is compared.
class Yard
{
public:
    Yard()
    {
        putFile(m_folder.filePath("canary.txt"), "canary");
        putFile(m_folder.filePath("work/canary.txt"), "canary");
        putFile(m_folder.filePath("etc/passwd"), "canary");
        REQUIRE(QDir(m_folder.path()).mkpath("work/inner"));
        m_before = tree();
    }

    QString at(const QString &name) const { return m_folder.filePath("work/inner/" + name); }
    QString outside(const QString &name) const { return m_folder.filePath(name); }
    QString folder(const QString &name) const
    {
        REQUIRE(QDir().mkpath(at(name)));
        return at(name);
    }
    bool isUnchanged() const { return tree() == m_before; }

private:
    QMap<QString, QByteArray> tree() const
    {
        QMap<QString, QByteArray> found;
        QDirIterator all(
            m_folder.path(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile file(all.next());
            const QString path = QDir(m_folder.path()).relativeFilePath(file.fileName());
            if (path.startsWith("work/inner/"))
                continue;
            const bool isFile = QFileInfo(file).isFile() && file.open(QIODevice::ReadOnly);
            found.insert(path, isFile ? file.readAll() : QByteArray("folder or link"));
        }
        return found;
    }

    QTemporaryDir m_folder;
    QMap<QString, QByteArray> m_before;
};

QString stored(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// Whether every file below has a name made of the SHA-256 of what is in it.
bool isNamedByContent(const QMap<QString, QByteArray> &files)
{
    static const QRegularExpression grammar("^(?:objects/)?([0-9a-f]{2})/?([0-9a-f]{62})(?:\\.[a-z]{1,5})?$");
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        const auto match = grammar.match(file.key());
        if (file.key() != ".lock" && match.captured(1) + match.captured(2) != stored(file.value()))
            return false;
    }
    return !files.isEmpty();
}

void attachAll(Application &application)
{
    std::vector<evidence::NewEvidence> files;
    for (const QString &name : hostileNames())
        files.push_back({.bytes = "of " + name.toUtf8(), .name = name});
    const evidence::AttachResult result = EvidenceService(application.session()).attach(kRecord, files);
    REQUIRE(result.refused.empty());
    REQUIRE(result.added.size() >= 100);
}

/// Every entry of a zip becomes a link, as `ln -s` and `zip -y` would write it.
void turnIntoLinks(const QString &path)
{
    zip_t *archive = zip_open(QFile::encodeName(path).constData(), 0, nullptr);
    REQUIRE(archive);
    constexpr zip_uint32_t kLink = 0120777U << 16;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i)
        REQUIRE(zip_file_set_external_attributes(archive, static_cast<zip_uint64_t>(i), 0, ZIP_OPSYS_UNIX, kLink) == 0);
    REQUIRE(zip_close(archive) == 0);
}

} // namespace

TEST_CASE("no hostile name of a file leaves its place: attached, saved for others, opened")
{
    const Yard yard;
    const ExampleFile example;
    REQUIRE(QFile::copy(example.path(), yard.at("desk.mishutai")));
    const auto application = Application::open({yard.at("desk.mishutai"), Access::Write, {}, {}});
    attachAll(*application);
    CHECK(yard.isUnchanged());
    CHECK(isNamedByContent(contents(yard.at("desk.files"))));

    EvidenceService service(application->session());
    evidence::OpenedCopies opened(yard.folder("opened"));
    const QString saved = yard.folder("saved");
    for (const evidence::EvidenceItem &item : service.ofRecord(kRecord)) {
        CAPTURE(item.name.toStdString());
        const QString target = saved + u'/' + evidence::cleanFileName(item.shownName(), item.media);
        CHECK(QFileInfo(target).absolutePath() == QFileInfo(saved).absoluteFilePath());
        CHECK_NOTHROW(evidence::saveCopy(service.pathOf(item), target, item.media));
        CHECK(QFileInfo(target).isFile());
        if (evidence::mayBeOpened(item.name, item.media))
            CHECK(QFileInfo(opened.make(service.pathOf(item), item.name, item.media))
                      .absoluteFilePath()
                      .startsWith(yard.at("opened/")));
    }
    CHECK(yard.isUnchanged());
}

TEST_CASE("no hostile name leaves its place: data set, pack and backup, out and in again")
{
    const Yard yard;
    const ExampleFile example;
    REQUIRE(QFile::copy(example.path(), yard.at("desk.mishutai")));
    QStringList names;
    QString backup;
    std::optional<RestorePermit> permit;
    {
        const auto application = Application::open({yard.at("desk.mishutai"), Access::Write, {}, {}});
        attachAll(*application);
        for (const evidence::EvidenceItem &item : EvidenceService(application->session()).ofRecord(kRecord))
            names << item.name;
        exportDataSet(application->session(), yard.at("set"));
        pack(yard.at("desk.mishutai"), yard.at("all.zip"));
        backup = makeBackup(yard.at("desk.mishutai"), "test").path;
        permit.emplace(*application);
    }
    CHECK(isNamedByContent(contents(yard.at("set/files"))));
    {
        const auto copy = Application::create(yard.at("copy.mishutai"), "另一人");
        importDataSet(copy->session(), yard.at("set"));
    }
    CHECK(isNamedByContent(contents(yard.at("copy.files"))));
    turnIntoLinks(yard.at("all.zip"));
    const Unpacked back = unpack(yard.at("all.zip"), yard.folder("unpacked"));
    CHECK(isNamedByContent(contents(yard.at("unpacked/desk.files"))));
    QDirIterator all(yard.at("unpacked"), QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (all.hasNext())
        CHECK_FALSE(QFileInfo(all.next()).isSymLink());
    REQUIRE(QDir(yard.at("desk.files/objects")).removeRecursively());
    CHECK(restoreBackup(backup, *permit).missing == 0);
    for (const QString &path : {yard.at("desk.mishutai"), back.dataFile}) {
        const auto again = Application::open({path, Access::Write, {}, {}});
        QStringList found;
        for (const evidence::EvidenceItem &item : EvidenceService(again->session()).ofRecord(kRecord))
            found << item.name;
        CHECK(found == names);
    }
    CHECK(yard.isUnchanged());
}

TEST_CASE("a list of a backup that names files elsewhere brings none of them")
{
    const Yard yard;
    const ExampleFile example;
    REQUIRE(QFile::copy(example.path(), yard.at("desk.mishutai")));
    std::optional<RestorePermit> permit;
    {
        const auto application = Application::open({yard.at("desk.mishutai"), Access::Write, {}, {}});
        EvidenceService(application->session()).attach(kRecord, {{.bytes = "canary", .name = "a.txt"}});
        permit.emplace(*application);
    }
    const QString backup = makeBackup(yard.at("desk.mishutai"), "test").path;
    const QString listPath = backup.chopped(QString("mishutai").size()) + "files.txt";
    QFile list(listPath);
    REQUIRE(list.open(QIODevice::ReadOnly));
    const QByteArray text = list.readAll();
    list.close();
    const QByteArray lies
        = QByteArray(text).replace(evidence::ObjectStore::relativePath(stored("canary")).toUtf8(), "../../canary.txt");
    REQUIRE(lies != text);
    putFile(listPath, lies);
    QFile manifest(db::manifestPath(backup));
    REQUIRE(manifest.open(QIODevice::ReadOnly));
    const QByteArray told = manifest.readAll();
    manifest.close();
    REQUIRE(told.contains(stored(text).toLatin1()));
    putFile(db::manifestPath(backup), QByteArray(told).replace(stored(text).toLatin1(), stored(lies).toLatin1()));
    REQUIRE(QDir(yard.at("desk.files/objects")).removeRecursively());
    CHECK(restoreBackup(backup, *permit).missing == 1);
    CHECK_FALSE(evidence::ObjectStore::of(yard.at("desk.mishutai")).find(stored("canary")));
    CHECK(yard.isUnchanged());
}

TEST_CASE("a link that stands where something is written leads nothing outside, even one to nowhere")
{
    const Yard yard;
    const ExampleFile example;
    REQUIRE(QFile::copy(example.path(), yard.at("desk.mishutai")));
    const auto application = Application::open({yard.at("desk.mishutai"), Access::Write, {}, {}});
    EvidenceService(application->session()).attach(kRecord, {{.bytes = "one", .name = "a.txt"}});
    const auto linked
        = [&yard](const QString &name, const QString &target) { REQUIRE(QFile::link(yard.outside(target), yard.at(name))); };
    const auto refused = [](const std::optional<Error> &error) { return error && error->kind() == Error::Kind::Conflict; };

    linked(yard.folder("set").section('/', -1) + "/units.csv", "nowhere.csv");
    CHECK(refused(errorOf([&] { exportDataSet(application->session(), yard.at("set")); })));
    linked("all.zip", "nowhere.zip");
    CHECK(refused(errorOf([&] { pack(yard.at("desk.mishutai"), yard.at("all.zip")); })));
    pack(yard.at("desk.mishutai"), yard.at("good.zip"));
    for (const QString &name : {QString("desk.mishutai"), QString("desk.files")}) {
        const QString folder = yard.folder("into-" + name);
        linked("into-" + name + u'/' + name, "nowhere");
        CHECK(refused(errorOf([&] { unpack(yard.at("good.zip"), folder); })));
    }
    CHECK(yard.isUnchanged());
}

} // namespace mishutai::desk
