#include "db/backup/backup.h"
#include "db/database.h"
#include "db/statement.h"
#include "parties/units/unit_service.h"
#include "session/users/user_service.h"
#include "ui/common/list/list_panel.h"
#include "ui/pages/desk_window.h"
#include "ui/program/login_page.h"
#include "ui/program/restore_sheet.h"
#include "ui/shell/first_run_page.h"
#include "ui/shell/task_dialog.h"

#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace mishutai;
using namespace mishutai::test;

namespace {

void spoil(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write("this is no data file");
}

ui::RestoreSheet *askedToRestore(DeskWindow &desk)
{
    for (QAction *action : desk.window().menu()->actions()) {
        if (action->text().startsWith(QStringLiteral("从备份恢复")))
            action->trigger();
    }
    REQUIRE(until([&] { return desk.window().findChild<ui::RestoreSheet *>() != nullptr; }));
    return desk.window().findChild<ui::RestoreSheet *>();
}

} // namespace

TEST_CASE("Ctrl+8 and Ctrl+9 open what the table of keys says: units and people")
{
    DeskWindow desk;
    desk.press(Qt::Key_8, Qt::ControlModifier);
    CHECK(desk.window().currentPage()->objectName() == "units");
    desk.press(Qt::Key_9, Qt::ControlModifier);
    CHECK(desk.window().currentPage()->objectName() == "people");
}

TEST_CASE("a second window on the same file reads only, says who has it and offers no form")
{
    DeskWindow desk;
    ui::Program second;
    second.start(desk.file());
    settle();
    REQUIRE(second.application());
    CHECK(second.application()->isReadOnly());
    CHECK(DeskWindow::labels(&second.window()).contains(QStringLiteral("只读：")));
    for (const char *name : {"members", "activities", "casework", "finance", "plan", "units", "observations"}) {
        CAPTURE(name);
        auto *page = second.window().findChild<ui::ListPage *>(name);
        REQUIRE(page);
        second.window().showPage(page);
        settle();
        CHECK(rowCount(page) > 0);
        QTest::keyClick(page, Qt::Key_N, Qt::ControlModifier);
        QTest::keyClick(page, Qt::Key_F2);
        settle();
        CHECK(page->openedForm() == nullptr);
        const int before = rowCount(page);
        QTest::keyClick(page->findChild<QWidget *>(), Qt::Key_Delete);
        CHECK(rowCount(page) == before);
    }
}

TEST_CASE("what is no data file, or is newer, is refused with its cause while the window stays usable")
{
    DeskWindow desk;
    const QString spoilt = desk.path("spoilt.mishutai");
    spoil(spoilt);
    CHECK_FALSE(desk.program().openFile(spoilt));
    settle();
    CHECK(desk.says(QStringLiteral("数据文件")));
    CHECK(desk.application().path() == desk.file());

    const QString newer = desk.path("newer.mishutai");
    {
        DeskWindow other;
        const QString source = other.file();
        other.close();
        REQUIRE(QFile::copy(source, newer));
    }
    {
        const auto database = db::Database::open(newer, db::Database::Access::Write);
        database->runScript("PRAGMA user_version = 999999;");
    }
    CHECK_FALSE(desk.program().openFile(newer));
    settle();
    CHECK(desk.says(QStringLiteral("新")));
    CHECK(desk.application().path() == desk.file());
    auto *members = desk.go("members");
    CHECK(rowCount(members) == 127);
}

TEST_CASE("a program started with a file that cannot be opened shows why and offers the first page")
{
    DeskWindow desk(DeskWindow::File::None);
    const QString spoilt = desk.path("spoilt.mishutai");
    spoil(spoilt);
    desk.close();
    desk.start(spoilt);
    CHECK(desk.says(QStringLiteral("数据文件")));
    CHECK(desk.window().isVisible());
    CHECK(desk.window().findChild<ui::FirstRunPage *>());
}

TEST_CASE("a file with a password asks for it, and says when it is wrong")
{
    DeskWindow desk;
    const QString file = desk.file();
    session::Session &session = desk.application().session();
    session::UserService(session).changeOwnPassword(QString(), QStringLiteral("right-horse-7"));
    desk.close();
    desk.start(file);
    auto *login = desk.window().findChild<ui::LoginPage *>();
    REQUIRE(login);
    CHECK(desk.program().application() == nullptr);
    auto *password = login->findChild<QLineEdit *>();
    REQUIRE(password);
    REQUIRE(password->hasFocus());
    desk.type("wrong-horse-7");
    desk.press(Qt::Key_Return);
    REQUIRE(until([&] { return desk.says(QStringLiteral("密码")); }));
    CHECK(desk.program().application() == nullptr);
    password = desk.window().findChild<ui::LoginPage *>()->findChild<QLineEdit *>();
    password->selectAll();
    desk.type("right-horse-7");
    desk.press(Qt::Key_Return);
    REQUIRE(until([&] { return desk.program().application() != nullptr; }));
    CHECK(rowCount(desk.go("members")) == 127);
}

TEST_CASE("a backup is brought back in another thread, with a sheet that says so, and the file is open again")
{
    DeskWindow desk;
    desk.application().backUp("test");
    const QString backup = db::listBackups(desk.file()).front().path;
    parties::UnitDetails details;
    details.name = QStringLiteral("示例恢复后没有的单位");
    parties::UnitService(desk.application().session()).create(details);
    auto *sheet = askedToRestore(desk);
    REQUIRE(sheet->list()->count() == 1);
    CHECK(sheet->list()->item(0)->text().contains(QStringLiteral("会员127")));
    CHECK(sheet->question().isEmpty());
    REQUIRE(until([&] { return sheet->list()->hasFocus(); }));
    desk.press(Qt::Key_Return);
    CHECK(sheet->question().contains(QStringLiteral("那以后登记的都不在里面")));
    CHECK(desk.program().application() != nullptr);
    desk.press(Qt::Key_Return);
    REQUIRE(until([&] { return desk.window().findChild<ui::TaskDialog *>() != nullptr; }));
    CHECK(desk.program().application() == nullptr);
    CHECK(DeskWindow::labels(&desk.window()).contains(QStringLiteral("正在从备份恢复")));
    REQUIRE(QTest::qWaitFor([&] { return desk.program().application() != nullptr; }, 60'000));
    settle();
    CHECK(parties::UnitService(desk.application().session()).findByName(details.name).empty());
    CHECK(desk.says(QStringLiteral("已恢复。原来的文件保留在")));
    CHECK(rowCount(desk.go("members")) == 127);
}

TEST_CASE("a backup that cannot be used leaves the file as it was, and open")
{
    DeskWindow desk;
    const QString spoilt = desk.path("spoilt.mishutai");
    spoil(spoilt);
    auto *sheet = askedToRestore(desk);
    CHECK_THROWS_AS(sheet->choose(desk.file()), Error);
    CHECK(sheet->question().isEmpty());
    desk.press(Qt::Key_O);
    REQUIRE(until([&] { return desk.window().findChild<QFileDialog *>() != nullptr; }));
    Q_EMIT desk.window().findChild<QFileDialog *>()->fileSelected(spoilt);
    desk.window().findChild<QFileDialog *>()->reject();
    REQUIRE(until([&] { return sheet->question().contains(QStringLiteral("spoilt.mishutai")); }));
    const auto buttons = sheet->findChildren<QPushButton *>();
    (*std::ranges::find(buttons, QStringLiteral("恢复"), &QPushButton::text))->click();
    REQUIRE(until([&] { return desk.program().application() == nullptr; }));
    REQUIRE(QTest::qWaitFor([&] { return desk.program().application() != nullptr; }, 60'000));
    settle();
    const auto bars = desk.window().findChildren<ui::MessageBar *>();
    CHECK(std::ranges::any_of(bars, [](const ui::MessageBar *bar) { return bar->kind() == ui::MessageBar::Kind::Bad; }));
    CHECK(rowCount(desk.go("members")) == 127);
}

TEST_CASE("a window that opens with a file in a new home leaves its place to the desktop")
{
    DeskWindow desk;
    CHECK_FALSE(desk.window().testAttribute(Qt::WA_Moved));
}
