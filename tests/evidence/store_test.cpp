#include "evidence_cases.h"

#include "evidence/store/object_store.h"
#include "evidence/store/opened_copies.h"

#include <QCryptographicHash>
#include <QLockFile>
#include <QTemporaryDir>

using namespace mishutai;
using namespace mishutai::evidence;
using namespace mishutai::test;

namespace {

struct Store {
    QTemporaryDir folder;
    ObjectStore store{folder.filePath("联盟.files")};
    QString path(const QString &name) const { return folder.filePath(name); }
};

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

class Cancelled : public TaskControl
{
public:
    void progress(qint64, qint64, const QString &) override { }
    bool isCancelled() const override { return true; }
};

} // namespace

TEST_CASE("the store stands beside the data file")
{
    CHECK(ObjectStore::of("/tmp/一/联盟.mishutai").folder() == "/tmp/一/联盟.files");
}

TEST_CASE("an object has the name of its bytes, once, and may not be written to")
{
    const Store store;
    const QByteArray bytes = jpeg("照片");
    const StoredObject first = store.store.putFile(putFile(store.folder.path(), "甲.jpg", bytes));
    const StoredObject again = store.store.putFile(putFile(store.folder.path(), "乙.png", bytes));
    const StoredObject pasted = store.store.putBytes(bytes);
    CHECK(first.sha256 == hashOf(bytes));
    CHECK(first.bytes == bytes.size());
    CHECK(first.media == Media::Jpeg);
    CHECK(again.sha256 == first.sha256);
    CHECK(pasted.sha256 == first.sha256);
    CHECK(store.store.names() == QStringList{first.sha256});
    const auto path = store.store.find(first.sha256);
    REQUIRE(path);
    CHECK(*path == store.store.folder() + "/objects/" + first.sha256.left(2) + '/' + first.sha256.mid(2));
    CHECK(bytesOf(*path) == bytes);
    CHECK_FALSE((QFileInfo(*path).permissions() & (QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther)));
    CHECK(treeOf(store.store.folder()).size() == 1);
}

TEST_CASE("a damaged object is healed by the same file")
{
    const Store store;
    const QByteArray bytes = jpeg("原件");
    const QString name = store.store.putBytes(bytes).sha256;
    const QString path = store.store.find(name).value();
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    putFile(QFileInfo(path).absolutePath(), QFileInfo(path).fileName(), jpeg("改件"));
    store.store.putBytes(bytes);
    CHECK(bytesOf(path) == bytes);
}

TEST_CASE("what is no plain file of a fit size is refused with a clear sentence, and leaves nothing")
{
    const Store store;
    const QString large = store.path("大.mp4");
    QFile file(large);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.resize(ObjectStore::kMostBytes + 1));
    struct Case {
        QString path;
        QString says;
    };
    REQUIRE(QDir().mkpath(store.path("夹")));
    const std::vector<Case> cases{{large, "最大 200 MB"}, {putFile(store.folder.path(), "空.jpg", {}), "空的"},
        {store.path("没有.jpg"), "找不到"}, {store.path("夹"), "文件夹"}, {"/dev/zero", "不是普通文件"}};
    for (const Case &one : cases) {
        CAPTURE(one.path.toStdString());
        const auto error = errorOf([&] { store.store.putFile(one.path); });
        REQUIRE(error);
        CHECK(error->kind() == Error::Kind::Validation);
        CHECK(error->cause().contains(one.says));
        CHECK_FALSE(error->remedy().isEmpty());
    }
    CHECK(store.store.names().isEmpty());
    CHECK(errorOf([&] { store.store.putBytes({}); }));
}

TEST_CASE("a cancelled copy leaves nothing")
{
    const Store store;
    Cancelled control;
    const auto error = errorOf([&] { store.store.putFile(putFile(store.folder.path(), "甲.jpg", jpeg("甲")), control); });
    REQUIRE(error);
    CHECK(error->kind() == Error::Kind::Cancelled);
    CHECK(treeOf(store.store.folder()).isEmpty());
}

TEST_CASE("a link in the place of the store leads nothing out of it; a link among the user's files is followed")
{
    const Store store;
    REQUIRE(QDir().mkpath(store.path("外面")));
    REQUIRE(QFile::link(store.path("外面"), store.store.folder()));
    const auto error = errorOf([&] { store.store.putBytes(jpeg("甲")); });
    REQUIRE(error);
    CHECK(error->kind() == Error::Kind::Io);
    CHECK(treeOf(store.path("外面")).isEmpty());

    const ObjectStore own(store.path("own.files"));
    REQUIRE(QFile::link(putFile(store.folder.path(), "真.jpg", jpeg("真")), store.path("链.jpg")));
    const StoredObject object = own.putFile(store.path("链.jpg"));
    CHECK(bytesOf(own.find(object.sha256).value()) == jpeg("真"));
    CHECK_FALSE(QFileInfo(own.find(object.sha256).value()).isSymLink());

    const QByteArray bytes = jpeg("乙");
    const QString start = hashOf(bytes).left(2);
    REQUIRE(QFile::link(store.path("外面"), own.folder() + "/objects/" + start));
    CHECK(errorOf([&] { own.putBytes(bytes); }));
    CHECK(treeOf(store.path("外面")).isEmpty());
}

TEST_CASE("what lies in quarantine is brought back when it is asked for, and deleted when its time is over")
{
    const Store store;
    const QString name = store.store.putBytes(jpeg("甲")).sha256;
    store.store.moveToQuarantine(name);
    CHECK(store.store.names().isEmpty());
    CHECK(store.store.emptyQuarantine(QDateTime::currentDateTimeUtc().addDays(-1)) == 0);
    REQUIRE(store.store.find(name));
    CHECK(store.store.names() == QStringList{name});

    store.store.moveToQuarantine(name);
    CHECK(store.store.emptyQuarantine(QDateTime::currentDateTimeUtc().addDays(1)) == 1);
    CHECK_FALSE(store.store.find(name));
    CHECK_NOTHROW(store.store.moveToQuarantine(name));
    CHECK_FALSE(store.store.find("../../etc/passwd"));
}

TEST_CASE("half-written objects of a killed program go, whole ones stay")
{
    const Store store;
    const QString name = store.store.putBytes(jpeg("甲")).sha256;
    putFile(store.store.folder() + "/objects", ".incoming-1", "half");
    putFile(store.store.folder() + "/objects", ".mishutai-abc", "half");
    store.store.removeLeftovers();
    CHECK(treeOf(store.store.folder()).size() == 1);
    CHECK(store.store.find(name));
    CHECK_NOTHROW(ObjectStore(store.path("none.files")).removeLeftovers());
}

TEST_CASE("one holds the store's lock at a time")
{
    const Store store;
    CHECK(store.store.tryLock(0) == nullptr); // no store yet, nothing to hold
    store.store.putBytes(jpeg("甲"));
    auto lock = store.store.tryLock(0);
    REQUIRE(lock);
    CHECK(store.store.tryLock(0) == nullptr);
    lock.reset();
    CHECK(store.store.tryLock(0) != nullptr);
}

TEST_CASE("an opened copy is read-only, has a clean name and goes with the program")
{
    const Store store;
    const QString object = store.store.find(store.store.putBytes(jpeg("甲")).sha256).value();
    const QString root = store.path("opened");
    QString first;
    {
        OpenedCopies copies(root);
        first = copies.make(object, "../../签到.png", Media::Jpeg);
        CHECK(QFileInfo(first).fileName() == "签到.png.jpg");
        CHECK(first.startsWith(root + '/'));
        CHECK(bytesOf(first) == jpeg("甲"));
        CHECK_FALSE((QFileInfo(first).permissions() & QFile::WriteOwner));
        const QString second = copies.make(object, "签到.png", Media::Jpeg);
        CHECK(second != first);
        // Another program that starts meanwhile leaves them alone.
        const OpenedCopies other(root);
        CHECK(QFileInfo::exists(first));
        CHECK(errorOf([&] { copies.make(object, "a.jpg", Media::Program); })->kind() == Error::Kind::Validation);
        CHECK(errorOf([&] { copies.make(store.path("none"), "a.jpg", Media::Jpeg); })->kind() == Error::Kind::NotFound);
    }
    CHECK_FALSE(QFileInfo::exists(first));
    putFile(root + "/left-by-a-kill/1", "照片.jpg", jpeg("旧"));
    const OpenedCopies next(root);
    CHECK_FALSE(QFileInfo::exists(root + "/left-by-a-kill"));
}
