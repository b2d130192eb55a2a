#include "activities/events/activity_service.h"
#include "evidence/links/evidence_service.h"
#include "ui/common/detail_pane.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/common/list/search_field.h"
#include "ui/evidence/evidence_desk.h"
#include "ui/evidence/evidence_tab.h"
#include "ui/pages/desk_window.h"
#include "ui/records/record_page.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::test;
using evidence::EvidenceItem;
using evidence::EvidenceService;

namespace {

const char *const kPages[]
    = {"members", "units", "people", "activities", "casework", "finance", "vouchers", "plan", "observations"};

QImage screenshot(int number)
{
    QImage image(64, 48, QImage::Format_RGB32);
    image.fill(QColor(number * 20 % 256, 90, 160));
    return image;
}

ui::RecordPage *go(DeskWindow &desk, const char *name)
{
    auto *page = qobject_cast<ui::RecordPage *>(desk.go(name));
    REQUIRE(page);
    return page;
}

qint64 currentId(const ui::RecordPage *page)
{
    const auto id = page->panel()->view()->currentId();
    REQUIRE(id);
    return *id;
}

std::vector<EvidenceItem> itemsOf(const ui::RecordPage *page)
{
    return page->evidence().itemsOf(currentId(page));
}

/// The leaf 佐证 of the record in sight, with its grid focused.
ui::EvidenceTab *openLeaf(ui::RecordPage *page)
{
    auto *pane = page->findChild<ui::DetailPane *>();
    for (int leaf = 0; leaf < 6 && !pane->currentTab().startsWith(QStringLiteral("佐证")); ++leaf)
        pane->turnTab(1);
    ui::EvidenceTab *tab = nullptr;
    REQUIRE(until([&] {
        for (auto *each : page->findChildren<ui::EvidenceTab *>()) {
            if (each->isVisible())
                tab = each;
        }
        return tab != nullptr;
    }));
    tab->grid()->setFocus();
    return tab;
}

QString filePath(DeskWindow &desk, const QString &name, const QByteArray &bytes)
{
    QFile file(desk.path(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
    return file.fileName();
}

QByteArray jpeg(const QByteArray &text)
{
    return "\xFF\xD8\xFF\xE0" + text;
}

/// Files let fall on a point of the page.
void drop(QWidget *page, const QStringList &files, QPoint place)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &file : files)
        urls.append(QUrl::fromLocalFile(file));
    data.setUrls(urls);
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(page, &enter);
    CHECK(enter.isAccepted());
    QDropEvent event(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(page, &event);
}

QPushButton *buttonNamed(DeskWindow &desk, const QString &text)
{
    const auto buttons = desk.window().findChildren<QPushButton *>();
    for (auto button = buttons.rbegin(); button != buttons.rend(); ++button) {
        if ((*button)->text() == text)
            return *button;
    }
    return nullptr;
}

} // namespace

TEST_CASE("Ctrl+V of a picture attaches it to the current record of every page, and Ctrl+Z takes it back")
{
    DeskWindow desk;
    int number = 0;
    for (const char *name : kPages) {
        CAPTURE(name);
        ui::RecordPage *page = go(desk, name);
        QApplication::clipboard()->setImage(screenshot(++number));
        desk.press(Qt::Key_V, Qt::ControlModifier);
        REQUIRE(until([&] { return itemsOf(page).size() == 1; }));
        const EvidenceItem item = itemsOf(page).front();
        CHECK(item.media == evidence::Media::Png);
        CHECK_FALSE(item.takenOn.isValid());
        CHECK(until([&] { return desk.says(QStringLiteral("加了 1 件佐证")); }));
        CHECK(page->findChild<ui::DetailPane *>()->currentTab() == QStringLiteral("资料"));
        // In the search field as well: a picture is no search text.
        QApplication::clipboard()->setImage(screenshot(++number));
        page->search()->setFocus();
        desk.press(Qt::Key_V, Qt::ControlModifier);
        REQUIRE(until([&] { return itemsOf(page).size() == 2; }));
        CHECK(page->search()->text().isEmpty());
        page->panel()->view()->setFocus();
        desk.press(Qt::Key_Z, Qt::ControlModifier);
        CHECK(until([&] { return itemsOf(page).size() == 1; }));
    }
}

TEST_CASE("cells that Excel copies as text and picture are rows to import, not evidence")
{
    QMimeData cells;
    cells.setText("单位全称\t标签\n示例\t一");
    cells.setImageData(screenshot(1));
    CHECK_FALSE(ui::EvidenceDesk::holdsEvidence(&cells));
    QMimeData picture;
    picture.setImageData(screenshot(1));
    CHECK(ui::EvidenceDesk::holdsEvidence(&picture));
    QMimeData web;
    web.setUrls({QUrl("https://example.invalid/a.jpg")});
    CHECK_FALSE(ui::EvidenceDesk::holdsEvidence(&web));
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile("/a.jpg")});
    CHECK(ui::EvidenceDesk::holdsEvidence(&files));
    CHECK_FALSE(ui::EvidenceDesk::holdsEvidence(nullptr));
}

TEST_CASE("files dropped on the page go to the current record, on a row to that row")
{
    DeskWindow desk;
    ui::RecordPage *page = go(desk, "activities");
    const qint64 current = currentId(page);
    drop(page,
        {filePath(desk, "签到表.pdf", "%PDF-1.4 一"), filePath(desk, "通知.ofd", "PK\x03\x04 OFD.xml"),
            filePath(desk, "空.jpg", {})},
        QPoint(5, 5));
    REQUIRE(until([&] { return page->evidence().countOf(current) == 2; }));
    CHECK(until([&] { return desk.says(QStringLiteral("1 个文件没有添加")); }));

    const ui::ListView *view = page->panel()->view();
    const QModelIndex row = view->model()->index(2, 0);
    const QPoint place = view->viewport()->mapTo(page, view->visualRect(row).center());
    const qint64 other = row.data(ui::ListModel::IdRole).toLongLong();
    REQUIRE(other != current);
    drop(page, {filePath(desk, "合影.jpg", jpeg("合影"))}, place);
    CHECK(until([&] { return page->evidence().countOf(other) == 1; }));
    CHECK(page->evidence().countOf(current) == 2);
    drop(page, {desk.path("合影.jpg")}, place);
    CHECK(until([&] { return desk.says(QStringLiteral("已经有这个文件")); }));
}

TEST_CASE("in the leaf 佐证 keys open, name and remove; the leaf stays in sight")
{
    DeskWindow desk;
    ui::RecordPage *page = go(desk, "casework");
    const qint64 id = currentId(page);
    QStringList opened;
    QObject::disconnect(&page->evidence(), &ui::EvidenceDesk::openAsked, page, nullptr);
    QObject::connect(&page->evidence(), &ui::EvidenceDesk::openAsked, [&](const QString &copy) { opened.append(copy); });
    ui::EvidenceTab *tab = openLeaf(page);
    CHECK(tab->grid()->isHidden());
    CHECK(DeskWindow::labels(tab).contains(QStringLiteral("还没有佐证")));
    EvidenceService service(desk.application().session());
    page->evidence().attach(id,
        {{.bytes = jpeg("一"), .name = "IMG_20210514_093000.jpg"}, {.bytes = "%PDF-1.4", .name = "函.pdf"},
            {.bytes = "#!/bin/sh", .name = "坏.sh"}});
    REQUIRE(until([&] { return page->evidence().countOf(id) == 3; }));
    REQUIRE(until([&] { return page->findChild<ui::DetailPane *>()->currentTab() == QStringLiteral("佐证（3）"); }));
    tab = openLeaf(page);
    REQUIRE(tab->grid()->count() == 3);
    CHECK(tab->grid()->item(0)->toolTip().contains("2021-05-14"));
    CHECK(tab->grid()->item(0)->isSelected());

    desk.press(Qt::Key_Return);
    REQUIRE(until([&] { return opened.size() == 1; }));
    CHECK(opened.front().endsWith("/IMG_20210514_093000.jpg"));
    CHECK_FALSE(QFileInfo(opened.front()).permissions() & QFile::WriteOwner);
    desk.press(Qt::Key_End);
    desk.press(Qt::Key_Return);
    CHECK(until([&] { return desk.says(QStringLiteral("程序文件不在这里打开")); }));
    CHECK(opened.size() == 1);

    desk.press(Qt::Key_Home);
    desk.press(Qt::Key_F2);
    CHECK(page->openedForm() == nullptr);
    auto *editor = tab->grid()->findChild<QLineEdit *>();
    REQUIRE(editor);
    editor->setText(QStringLiteral("会场全景"));
    QTest::keyClick(editor, Qt::Key_Return);
    REQUIRE(until([&] { return service.ofRecord({"cases", id})[0].caption == QStringLiteral("会场全景"); }));

    tab = openLeaf(page);
    REQUIRE(until([&] { return tab->grid()->count() == 3 && tab->grid()->item(0)->text() == QStringLiteral("会场全景"); }));
    desk.press(Qt::Key_Delete);
    REQUIRE(until([&] { return page->evidence().countOf(id) == 2; }));
    CHECK(desk.says(QStringLiteral("90 天内可以找回")));
    CHECK(rowCount(page) > 1); // the record itself is still there
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(until([&] { return page->evidence().countOf(id) == 3; }));
}

TEST_CASE("a photo of another event's day is offered to that event")
{
    DeskWindow desk;
    activities::ActivityService service(desk.application().session());
    const auto add = [&](const QString &name, QDate day) {
        activities::ActivityDetails details;
        details.name = name;
        details.startsOn = day;
        return service.create(details).value();
    };
    const qint64 here = add("甲会", QDate(2019, 6, 10));
    const qint64 there = add("乙会", QDate(2019, 6, 15));
    ui::RecordPage *page = go(desk, "activities");
    page->refresh();
    CHECK(page->reveal("activities", here));
    REQUIRE(until([&] { return page->panel()->view()->currentId() == here; }));
    page->evidence().attach(here,
        {{.bytes = jpeg("一"), .name = "微信图片_20190615100000.jpg"},
            {.bytes = jpeg("二"), .name = "微信图片_20190610100000.jpg"}, {.bytes = jpeg("三"), .name = "IMG_20190615_1.jpg"},
            {.bytes = "%PDF-1.4", .name = "20190615通知.pdf"}});
    REQUIRE(until([&] { return page->evidence().countOf(here) == 4; }));
    CHECK(until([&] { return desk.says(QStringLiteral("这 2 张照片像是「乙会」的（2019-06-15），改挂过去？")); }));
    QPushButton *take = buttonNamed(desk, QStringLiteral("改挂"));
    REQUIRE(take);
    QTest::keyClick(take, Qt::Key_Space);
    CHECK(until([&] { return page->evidence().countOf(there) == 2; }));
    CHECK(page->evidence().countOf(here) == 2);
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(until([&] { return page->evidence().countOf(here) == 4; }));
}
