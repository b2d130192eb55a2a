#include "evidence_cases.h"

#include "evidence/links/evidence_check.h"
#include "evidence/links/evidence_repository.h"
#include "evidence/links/evidence_sweep.h"
#include "session/audit/audit_repository.h"
#include "session/history/change_history.h"

#include <QLockFile>

using namespace mishutai;
using namespace mishutai::evidence;
using namespace mishutai::test;
using session::Role;

namespace {

QStringList namesOf(const std::vector<EvidenceItem> &items)
{
    QStringList names;
    for (const EvidenceItem &item : items)
        names.append(item.shownName());
    return names;
}

void undoLast(Desk &desk)
{
    session::ChangeHistory history(desk.session);
    history.undo(history.lastUndoable().value().batch);
}

/// Cancels at the second file.
class Impatient : public TaskControl
{
public:
    void progress(qint64 done, qint64, const QString &) override { m_isCancelled = done >= 1; }
    bool isCancelled() const override { return m_isCancelled; }

private:
    bool m_isCancelled = false;
};

} // namespace

TEST_CASE("files are attached in their order, with kind by content and day by name")
{
    Desk desk;
    const AttachResult result = desk.service.attach(kEvent,
        {{.path = desk.file("微信图片_20211126153012.png", jpeg("一"))}, {.bytes = "%PDF-1.7", .name = "签到表"},
            {.path = desk.file("说明.txt", "说明"), .caption = "会议说明"}});
    CHECK(result.added.size() == 3);
    CHECK(result.refused.empty());
    const auto items = desk.service.ofRecord(kEvent);
    REQUIRE(items.size() == 3);
    CHECK(namesOf(items) == QStringList{"微信图片_20211126153012.png", "签到表", "会议说明"});
    CHECK(items[0].media == Media::Jpeg);
    CHECK(items[0].takenOn == QDate(2021, 11, 26));
    CHECK(items[0].position == 1);
    CHECK(items[1].media == Media::Pdf);
    CHECK_FALSE(items[1].takenOn.isValid());
    CHECK(items[2].position == 3);
    CHECK(bytesOf(desk.service.pathOf(items[1])) == "%PDF-1.7");
    CHECK(desk.service.countOf(kEvent) == 3);
    CHECK(desk.service.countOf(kVoucher) == 0);
    CHECK(desk.service.get(items[2].link).caption == "会议说明");
}

TEST_CASE("a day that has not come yet is no day of a picture")
{
    Desk desk; // at the end of 2021
    desk.attach(kEvent, "IMG_20380101_1.jpg", jpeg("远"));
    CHECK_FALSE(desk.service.ofRecord(kEvent).front().takenOn.isValid());
}

TEST_CASE("the same bytes are one file on any number of records, and once on each")
{
    Desk desk;
    desk.attach(kEvent, "合影.jpg", jpeg("合影"));
    const AttachResult again = desk.attach(kEvent, "合影-副本.jpg", jpeg("合影"));
    CHECK(again.added.empty());
    CHECK(again.alreadyThere == 1);
    desk.attach(kVoucher, "附件.jpg", jpeg("合影"));
    CHECK(namesOf(desk.service.ofRecord(kVoucher)) == QStringList{"附件.jpg"});
    CHECK(desk.service.ofRecord(kVoucher).front().name == "合影.jpg");
    CHECK(desk.service.store().names().size() == 1);
    CHECK(EvidenceRepository(desk.session.database()).files().size() == 1);
}

TEST_CASE("an entry and its voucher are one record; what has no evidence is refused")
{
    Desk desk;
    desk.attach({"entries", 7}, "发票.ofd", "PK\x03\x04 OFD.xml");
    REQUIRE(desk.service.ofRecord(kVoucher).size() == 1);
    CHECK(desk.service.ofRecord(kVoucher).front().media == Media::Ofd);
    const auto error = errorOf([&] { desk.attach({"colours", 1}, "a.txt", "a"); });
    REQUIRE(error);
    CHECK(error->kind() == Error::Kind::Usage);
}

TEST_CASE("what may not be kept comes back with its reason, the rest is attached")
{
    Desk desk;
    const AttachResult result = desk.service.attach(
        kEvent, {{.path = desk.file("空.jpg", {})}, {.path = desk.file("好.jpg", jpeg("好"))}, {.path = desk.inbox()}});
    CHECK(result.added.size() == 1);
    REQUIRE(result.refused.size() == 2);
    CHECK(result.refused[0].name == "空.jpg");
    CHECK(result.refused[0].reason.contains("空的"));
    CHECK(errorOf([&] { desk.service.attach(kEvent, {{.path = desk.file("空.jpg", {})}}); })->kind() == Error::Kind::Validation);
    CHECK(errorOf([&] {
        desk.service.attach(kEvent, {{.path = "/none/a"}, {.path = "/none/b"}});
    })->kind()
        == Error::Kind::Validation);
    const auto tooLong
        = errorOf([&] { desk.service.attach(kEvent, {{.bytes = "x", .name = "x", .caption = QString(201, u'长')}}); });
    REQUIRE(tooLong);
    CHECK(tooLong->kind() == Error::Kind::Validation);
    CHECK(desk.service.countOf(kEvent) == 1);
}

TEST_CASE("after 取消 nothing is attached")
{
    Desk desk;
    Impatient control;
    const auto error = errorOf([&] {
        desk.service.attach(
            kEvent, {{.bytes = "一", .name = "一"}, {.bytes = "二", .name = "二"}, {.bytes = "三", .name = "三"}}, control);
    });
    REQUIRE(error);
    CHECK(error->kind() == Error::Kind::Cancelled);
    CHECK(desk.service.countOf(kEvent) == 0);
}

TEST_CASE("one attach is one undo; the bytes stay for redo")
{
    Desk desk;
    desk.service.attach(kEvent, {{.bytes = "一", .name = "一"}, {.bytes = "二", .name = "二"}});
    undoLast(desk);
    CHECK(desk.service.countOf(kEvent) == 0);
    CHECK(desk.service.store().names().size() == 2);
    session::ChangeHistory history(desk.session);
    history.redo(history.lastRedoable().value().batch);
    CHECK(namesOf(desk.service.ofRecord(kEvent)) == QStringList{"一", "二"});
}

TEST_CASE("unlinking drops the reference only, and undo brings it back as it was")
{
    Desk desk;
    desk.service.attach(kEvent, {{.bytes = "一", .name = "一"}, {.bytes = "二", .name = "二", .caption = "第二件"}});
    const auto items = desk.service.ofRecord(kEvent);
    desk.service.unlink({items[0].link, items[1].link});
    CHECK(desk.service.countOf(kEvent) == 0);
    CHECK(errorOf([&] { desk.service.unlink({items[0].link}); })->kind() == Error::Kind::NotFound);
    CHECK(errorOf([&] { desk.service.get(items[0].link); })->kind() == Error::Kind::NotFound);
    undoLast(desk);
    CHECK(namesOf(desk.service.ofRecord(kEvent)) == QStringList{"一", "第二件"});
    const auto audit = session::AuditRepository(desk.session.database()).find({.limit = 2});
    CHECK(audit[1].operation == "evidence.remove");
    CHECK(audit[1].objectType == "activities");
}

TEST_CASE("a file is taken to another record, or only let go where that has it")
{
    Desk desk;
    desk.service.attach(kEvent, {{.bytes = "一", .name = "一"}, {.bytes = "二", .name = "二"}});
    const auto items = desk.service.ofRecord(kEvent);
    const EvidenceLinkId shared = desk.service.link(kVoucher, items[0].file, "共用");
    CHECK(desk.service.link(kVoucher, items[0].file) == shared);
    desk.service.moveTo(items[1].link, kVoucher);
    CHECK(namesOf(desk.service.ofRecord(kVoucher)) == QStringList{"共用", "二"});
    desk.service.moveTo(items[0].link, kVoucher);
    CHECK(desk.service.countOf(kEvent) == 0);
    CHECK(desk.service.countOf(kVoucher) == 2);
    desk.service.moveTo(shared, kVoucher);
    CHECK(desk.service.countOf(kVoucher) == 2);
    CHECK(errorOf([&] { desk.service.link(kEvent, EvidenceFileId(99)); })->kind() == Error::Kind::NotFound);
}

TEST_CASE("a caption is short, and the name itself is no caption")
{
    Desk desk;
    desk.attach(kEvent, "合影.jpg", jpeg("合影"));
    EvidenceItem item = desk.service.ofRecord(kEvent).front();
    desk.service.setCaption(item.link, item.revision, "  会场\n全景 ");
    item = desk.service.get(item.link);
    CHECK(item.caption == "会场 全景");
    CHECK(errorOf([&] { desk.service.setCaption(item.link, item.revision - 1, "旧"); })->kind() == Error::Kind::Conflict);
    CHECK(errorOf([&] { desk.service.setCaption(item.link, item.revision, QString(201, u'长')); })->kind()
        == Error::Kind::Validation);
    desk.service.setCaption(item.link, item.revision, "合影.jpg");
    CHECK(desk.service.get(item.link).caption.isEmpty());
}

TEST_CASE("a data set's row is put, put again, and brought into agreement")
{
    Desk desk;
    const QString name = desk.service.store().putBytes(jpeg("甲")).sha256;
    using Outcome = EvidenceService::Outcome;
    CHECK(desk.service.put(kEvent, name, "甲.jpg", 4, "说明") == Outcome::Added);
    CHECK(desk.service.put(kEvent, name, "甲.jpg", 4, "说明") == Outcome::Same);
    CHECK(desk.service.put(kEvent, name, "甲.jpg", 2, "") == Outcome::Changed);
    const auto items = desk.service.ofRecord(kEvent);
    REQUIRE(items.size() == 1);
    CHECK(items.front().position == 2);
    CHECK(items.front().shownName() == "甲.jpg");
    CHECK(errorOf([&] { desk.service.put(kEvent, QString(64, u'0'), "无.jpg", 1, {}); })->kind() == Error::Kind::NotFound);
    CHECK(errorOf([&] { desk.service.put(kEvent, "../../x", "无.jpg", 1, {}); })->kind() == Error::Kind::NotFound);
}

TEST_CASE("who may not read a record sees no evidence of it, and who may only read attaches none")
{
    Desk desk;
    desk.attach(kVoucher, "发票.pdf", "%PDF-1.4");
    const EvidenceItem item = desk.service.ofRecord(kVoucher).front();
    session::Session secretariat = desk.session.sessionAs(Role::Secretariat); // sees no entries
    EvidenceService blind(secretariat);
    const auto isForbidden = [](const std::function<void()> &call) {
        const auto error = errorOf(call);
        return error && error->kind() == Error::Kind::Forbidden;
    };
    CHECK(isForbidden([&] { blind.ofRecord(kVoucher); }));
    CHECK(isForbidden([&] { blind.countOf(kVoucher); }));
    CHECK(isForbidden([&] { blind.get(item.link); }));
    CHECK(isForbidden([&] { blind.pathOf(item); }));
    CHECK(isForbidden([&] { blind.unlink({item.link}); }));
    CHECK(isForbidden([&] { blind.moveTo(item.link, kEvent); }));
    CHECK(isForbidden([&] { blind.setCaption(item.link, item.revision, "x"); }));
    CHECK(isForbidden([&] { blind.attach(kVoucher, {{.bytes = "x", .name = "x"}}); }));
    session::Session reader = desk.session.sessionAs(Role::ReadOnly);
    EvidenceService reading(reader);
    CHECK(reading.ofRecord(kVoucher).size() == 1);
    CHECK(isForbidden([&] { reading.attach(kEvent, {{.bytes = "x", .name = "x"}}); }));
    CHECK(isForbidden([&] { reading.link(kEvent, item.file); }));
    CHECK(isForbidden([&] { reading.unlink({item.link}); }));
    CHECK(isForbidden([&] { sweep(reader); }));
    CHECK(desk.service.countOf(kVoucher) == 1);
}

TEST_CASE("the check finds every missing and changed file, on each record that has it, and nothing else")
{
    Desk desk;
    for (int n = 0; n < 40; ++n)
        desk.service.attach(kEvent, {{.bytes = "第" + QByteArray::number(n), .name = QString("%1.txt").arg(n)}});
    const auto items = desk.service.ofRecord(kEvent);
    desk.service.link(kVoucher, items[5].file);
    CHECK(checkEvidence(desk.session, Depth::Bytes).empty());
    const auto overwrite = [&](const EvidenceItem &item, const QByteArray &bytes) {
        const QString path = desk.service.pathOf(item);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
        REQUIRE(QFile::remove(path));
        if (!bytes.isEmpty())
            putFile(QFileInfo(path).absolutePath(), QFileInfo(path).fileName(), bytes);
    };
    overwrite(items[5], {});
    overwrite(items[9], "更长的内容");
    overwrite(items[20], "弟20"); // as long as it was
    const auto faults = checkEvidence(desk.session, Depth::Bytes);
    REQUIRE(faults.size() == 4);
    CHECK(faults[0].kind == EvidenceFault::Kind::Missing);
    CHECK(faults[0].item.link == items[5].link);
    CHECK(faults[1].kind == EvidenceFault::Kind::Changed);
    CHECK(faults[1].item.link == items[9].link);
    CHECK(faults[2].item.link == items[20].link);
    CHECK(faults[3].item.record == kVoucher);
    CHECK(checkEvidence(desk.session, Depth::Names).size() == 3); // the one of the same length needs its bytes
    CHECK(errorOf([&] { desk.service.pathOf(items[5]); })->kind() == Error::Kind::NotFound);
    Impatient control;
    CHECK(errorOf([&] { checkEvidence(desk.session, Depth::Bytes, control); })->kind() == Error::Kind::Cancelled);
}

TEST_CASE("what no record refers to goes into quarantine after 90 days and for good after 90 more")
{
    Desk desk;
    desk.attach(kEvent, "甲.jpg", jpeg("甲"));
    desk.attach(kEvent, "乙.jpg", jpeg("乙"));
    desk.service.store().putBytes("没有登记的字节");
    const auto items = desk.service.ofRecord(kEvent);
    desk.service.unlink({items[0].link});
    const auto now = [&] { return desk.session.clock().now(); };
    CHECK(sweep(desk.session).parked == 0);
    const qint64 last = session::AuditRepository(desk.session.database()).lastId();
    sweep(desk.session);
    CHECK(session::AuditRepository(desk.session.database()).lastId() == last); // nothing new, no row
    desk.session.clock().set(now().addDays(kDaysKept - 1));
    CHECK(sweep(desk.session).parked == 0);
    CHECK(desk.service.store().names().size() == 3);

    undoLast(desk); // the link is back, and the note about it goes
    sweep(desk.session);
    CHECK(EvidenceRepository(desk.session.database()).orphanNames().size() == 1);
    desk.service.unlink({desk.service.ofRecord(kEvent)[0].link});
    sweep(desk.session);
    desk.session.clock().set(now().addDays(kDaysKept));
    CHECK(sweep(desk.session).parked == 2);
    CHECK(desk.service.store().names() == QStringList{items[1].sha256});
    CHECK(EvidenceRepository(desk.session.database()).files().size() == 1);
    CHECK(checkEvidence(desk.session, Depth::Bytes).empty());

    // Attached anew, it comes from the quarantine or from the file, whichever is there.
    desk.attach(kEvent, "甲.jpg", jpeg("甲"));
    CHECK(checkEvidence(desk.session, Depth::Bytes).empty());
    desk.session.clock().set(QDateTime::currentDateTimeUtc().addDays(kDaysKept + 1));
    CHECK(sweep(desk.session).deleted >= 1);
    CHECK(checkEvidence(desk.session, Depth::Bytes).empty());
}

TEST_CASE("the sweep does nothing while a backup holds the store")
{
    Desk desk;
    desk.attach(kEvent, "甲.jpg", jpeg("甲"));
    desk.service.unlink({desk.service.ofRecord(kEvent)[0].link});
    const auto held = desk.service.store().tryLock(0);
    REQUIRE(held);
    sweep(desk.session);
    CHECK(EvidenceRepository(desk.session.database()).orphanNames().isEmpty());
}
