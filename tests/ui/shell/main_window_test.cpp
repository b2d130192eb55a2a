#include "ui/shell/main_window.h"

#include "ui/common/list/cell_text.h"
#include "ui/common/list/search_field.h"
#include "ui/common/message_bar.h"
#include "ui/shell/first_run_page.h"
#include "ui/shell/go_to.h"
#include "ui/shell/keys_sheet.h"
#include "ui/shell/task_dialog.h"
#include "ui/support/sample_page.h"
#include "ui/support/window.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>

#include <catch2/catch.hpp>

#include <condition_variable>
#include <mutex>

using namespace mishutai;
using namespace mishutai::ui;

namespace {

class PlainPage : public Page
{
public:
    explicit PlainPage(QString title) : m_title(std::move(title)) { }
    QString title() const override { return m_title; }
    QString iconName() const override { return "report"; }
    QString helpText() const override { return QStringLiteral("这一页的说明"); }
    void refresh() override { ++refreshes; }
    int refreshes = 0;

private:
    QString m_title;
};

struct Fixture {
    Fixture() : file(30), appearance(settings), window(appearance)
    {
        board = new PlainPage(QStringLiteral("工作台"));
        members = new test::SamplePage(file);
        window.addPage(board);
        window.addPage(members);
        window.addPage(new PlainPage(QStringLiteral("设置")), MainWindow::Place::Bottom);
        window.setOffice(QStringLiteral("示例联盟"));
        test::shown(window);
    }

    test::SampleFile file;
    QSettings settings;
    Appearance appearance;
    MainWindow window;
    PlainPage *board;
    test::SamplePage *members;
};

} // namespace

TEST_CASE("pages change by Ctrl and their number")
{
    Fixture f;
    CHECK(f.window.currentPage() == f.board);
    QTest::keyClick(&f.window, Qt::Key_2, Qt::ControlModifier);
    CHECK(f.window.currentPage() == f.members);
    CHECK(f.members->panel()->view()->hasFocus());
    QTest::keyClick(&f.window, Qt::Key_1, Qt::ControlModifier);
    CHECK(f.window.currentPage() == f.board);
    CHECK(f.board->refreshes == 1);
}

TEST_CASE("Ctrl+K finds pages, records and commands")
{
    Fixture f;
    qint64 opened = 0;
    f.window.setSearch([&](const QString &typed) {
        std::vector<GoToHit> hits;
        if (typed == "jfkj")
            hits.push_back({QStringLiteral("示例金发科技"), QStringLiteral("会员"), "members", [&opened] { opened = 7; }});
        return hits;
    });
    QTest::keyClick(&f.window, Qt::Key_K, Qt::ControlModifier);
    auto *sheet = f.window.findChild<GoTo *>();
    REQUIRE(sheet);
    REQUIRE(sheet->edit()->hasFocus());
    QTest::keyClicks(sheet->edit(), "jfkj");
    QTest::keyClick(sheet->edit(), Qt::Key_Return);
    test::settle();
    CHECK(opened == 7);
    CHECK_FALSE(f.window.findChild<GoTo *>());

    QTest::keyClick(&f.window, Qt::Key_K, Qt::ControlModifier);
    sheet = f.window.findChild<GoTo *>();
    REQUIRE(sheet);
    QTest::keyClicks(sheet->edit(), "hy");
    QTest::keyClick(sheet->edit(), Qt::Key_Return);
    test::settle();
    CHECK(f.window.currentPage() == f.members);

    bool isTriggered = false;
    f.window.menu()->addAction(QStringLiteral("立即备份"), [&isTriggered] { isTriggered = true; });
    QTest::keyClick(&f.window, Qt::Key_K, Qt::ControlModifier);
    sheet = f.window.findChild<GoTo *>();
    REQUIRE(sheet);
    QTest::keyClicks(sheet->edit(), "ljbf");
    QTest::keyClick(sheet->edit(), Qt::Key_Return);
    CHECK(isTriggered);
}

TEST_CASE("Ctrl+K opens before its lists are read, and Enter waits for what is still to come")
{
    Fixture f;
    qint64 opened = 0;
    int toRead = 0;
    f.window.setSearch(
        [&](const QString &typed) {
            std::vector<GoToHit> hits;
            if (typed == "hy" && toRead == 0)
                hits.push_back({QStringLiteral("会员研讨"), QStringLiteral("活动"), "members", [&opened] { opened = 7; }});
            return hits;
        },
        [&] { return --toRead > 0; });
    toRead = 40;
    QTest::keyClick(&f.window, Qt::Key_K, Qt::ControlModifier);
    auto *sheet = f.window.findChild<GoTo *>();
    REQUIRE(sheet);
    CHECK(toRead >= 30);
    QTest::keyClicks(sheet->edit(), "hyyt");
    sheet->edit()->setText("hy");
    QTest::keyClick(sheet->edit(), Qt::Key_Return);
    // Not read to the end: nothing is taken yet.
    if (toRead > 0)
        CHECK(f.window.findChild<GoTo *>());
    REQUIRE(QTest::qWaitFor([&] { return f.window.findChild<GoTo *>() == nullptr; }));
    CHECK(toRead == 0);
}

TEST_CASE("undo names what it takes back and offers it again")
{
    Fixture f;
    int undone = 0;
    int redone = 0;
    QString label = QStringLiteral("会员入会");
    f.window.setUndo({[&] { return label; }, [] { return QStringLiteral("会员入会"); }, [&] { ++undone; }, [&] { ++redone; }});
    QTest::keyClick(&f.window, Qt::Key_Z, Qt::ControlModifier);
    CHECK(undone == 1);
    MessageArea &area = MessageArea::of(f.board);
    REQUIRE(area.bars().size() == 1);
    CHECK(area.bars().first()->text() == QStringLiteral("已撤销：会员入会"));
    QTest::keyClick(&f.window, Qt::Key_Y, Qt::ControlModifier);
    CHECK(redone == 1);
    label.clear();
    QTest::keyClick(&f.window, Qt::Key_Z, Qt::ControlModifier);
    CHECK(undone == 1);
    CHECK(area.bars().last()->text() == QStringLiteral("没有可撤销的操作"));

    Q_EMIT f.window.menu()->aboutToShow();
    CHECK(f.window.menu()->actions().first()->isEnabled() == false);
    label = QStringLiteral("修改会员");
    Q_EMIT f.window.menu()->aboutToShow();
    CHECK(f.window.menu()->actions().first()->text() == QStringLiteral("撤销：修改会员\tCtrl+Z"));
}

TEST_CASE("a shared screen hides phones by one key")
{
    Fixture f;
    f.window.showPage(f.members);
    const QModelIndex phone = f.members->panel()->model()->index(0, 4);
    CHECK(phone.data().toString() == "13800000000");
    QTest::keyClick(&f.window, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(f.members->panel()->model()->index(0, 4).data().toString() == "138****0000");
    QTest::keyClick(&f.window, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK_FALSE(isPersonalHidden());
}

TEST_CASE("F1 explains the page, Escape closes it")
{
    Fixture f;
    QTest::keyClick(&f.window, Qt::Key_F1);
    auto *sheet = f.window.findChild<KeysSheet *>();
    REQUIRE(sheet);
    const QList<QLabel *> labels = sheet->findChildren<QLabel *>();
    CHECK(std::any_of(
        labels.begin(), labels.end(), [](const QLabel *label) { return label->text() == QStringLiteral("这一页的说明"); }));
    QTest::keyClick(sheet, Qt::Key_Escape);
    test::settle();
    CHECK_FALSE(f.window.findChild<KeysSheet *>());
}

TEST_CASE("a record of another page is revealed there; rows without a page are told")
{
    Fixture f;
    Q_EMIT f.board->revealAsked("samples", 12);
    test::settle();
    CHECK(f.window.currentPage() == f.members);
    CHECK(f.members->panel()->view()->currentId() == 12);
    Q_EMIT f.board->rowsAsked("samples", {4, 5}, QStringLiteral("新入会"));
    CHECK(f.members->panel()->model()->rowCount() == 2);
    Q_EMIT f.board->rowsAsked("unknown", {4}, QString());
    CHECK(MessageArea::of(f.members).bars().size() == 1);
}

TEST_CASE("the status line and the banner say how things stand")
{
    Fixture f;
    auto *line = f.window.findChild<StatusLine *>();
    REQUIRE(line);
    const QDateTime at(QDate(2021, 12, 30), QTime(10, 42));
    f.window.setStatus({at, at.addSecs(-120), "/data/a.mishutai", QStringLiteral("单人模式"), false});
    CHECK(line->text() == QStringLiteral("已保存 12月30日 10:42 · 已备份 12月30日 10:40 · 位置 /data/a.mishutai"));
    f.window.setStatus({{}, {}, {}, {}, true});
    CHECK(line->text() == QStringLiteral("只读 · 还没有备份"));
    bool isPressed = false;
    f.window.setBanner(QStringLiteral("只读：示例甲正在使用"), QStringLiteral("再试一次"), [&isPressed] { isPressed = true; });
    for (QPushButton *button : f.window.findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("再试一次"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    CHECK(isPressed);
}

TEST_CASE("first run asks for a name and a kind, and Enter starts")
{
    FirstRunPage page;
    test::shown(page, 900, 650);
    QSignalSpy started(&page, &FirstRunPage::startAsked);
    auto *name = page.findChild<QLineEdit *>();
    name->setFocus();
    QTest::keyClick(name, Qt::Key_Return);
    CHECK(started.isEmpty());
    test::compose(name, "lian");
    QTest::keyClick(name, Qt::Key_Return);
    CHECK(started.isEmpty());
    test::commit(name, QStringLiteral("示例联盟"));
    QTest::keyClick(name, Qt::Key_Return);
    REQUIRE(started.size() == 1);
    CHECK(started.first().at(0).toString() == QStringLiteral("示例联盟"));
    CHECK(page.kind() == office::OfficeKind::Alliance);
    CHECK(started.first().at(2).value<FirstList>().from == FirstList::From::None);
}

TEST_CASE("rows pasted on the first run's page are a list, in the name's field too, and wait for the name")
{
    FirstRunPage page;
    test::shown(page, 900, 650);
    QSignalSpy started(&page, &FirstRunPage::startAsked);
    const QString rows = QStringLiteral("单位名称\t入会日期\n示例甲公司\t2021-05-14\n");
    auto *name = page.findChild<QLineEdit *>();
    name->setFocus();
    QApplication::clipboard()->setText(rows);
    QTest::keyClick(name, Qt::Key_V, Qt::ControlModifier);
    CHECK(name->text().isEmpty());
    CHECK(started.isEmpty());
    test::commit(name, QStringLiteral("示例联盟"));
    QTest::keyClick(name, Qt::Key_Return);
    REQUIRE(started.size() == 1);
    const auto list = started.first().at(2).value<FirstList>();
    CHECK(list.from == FirstList::From::Pasted);
    CHECK(list.text == rows);

    // With a name it starts at once, from wherever the keyboard is.
    auto *kind = page.findChildren<QRadioButton *>().last();
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_V, Qt::ControlModifier);
    CHECK(started.size() == 2);
    // A name that was copied is a name.
    QApplication::clipboard()->setText(QStringLiteral("示例协会"));
    name->clear();
    name->setFocus();
    QTest::keyClick(name, Qt::Key_V, Qt::ControlModifier);
    CHECK(name->text() == QStringLiteral("示例协会"));
    CHECK(started.size() == 2);
}

TEST_CASE("long work runs beside the window, tells how far it is and gives its result")
{
    QWidget window;
    test::shown(window, 800, 500);
    int result = 0;
    std::mutex mutex;
    std::condition_variable told;
    bool mayEnd = false;
    TaskDialog *dialog = runTask(
        &window, QStringLiteral("正在导入"),
        [&](TaskControl &control) {
            control.progress(1250, 5000, QStringLiteral("第1批"));
            std::unique_lock lock(mutex);
            told.wait(lock, [&] { return mayEnd; });
            return 42;
        },
        [&](int value) { result = value; });
    REQUIRE(QTest::qWaitFor([dialog] { return !dialog->progressText().isEmpty(); }));
    CHECK(dialog->progressText() == QStringLiteral("第1批　1,250 / 5,000"));
    {
        const std::lock_guard lock(mutex);
        mayEnd = true;
    }
    told.notify_one();
    REQUIRE(QTest::qWaitFor([&] { return result != 0; }));
    CHECK(result == 42);
}

TEST_CASE("cancelled work writes nothing and says so; a failed one shows its error")
{
    QWidget window;
    test::shown(window, 800, 500);
    bool isDone = false;
    TaskDialog *dialog = runTask(
        &window, QStringLiteral("正在导出"),
        [](TaskControl &control) {
            while (true)
                control.throwIfCancelled();
        },
        [&isDone] { isDone = true; });
    auto *cancel = dialog->findChild<QPushButton *>();
    REQUIRE(cancel);
    QTest::mouseClick(cancel, Qt::LeftButton);
    MessageArea &area = MessageArea::of(&window);
    REQUIRE(QTest::qWaitFor([&area] { return !area.bars().isEmpty(); }));
    CHECK_FALSE(isDone);
    CHECK(area.bars().first()->kind() == MessageBar::Kind::Plain);

    runTask(
        &window, QStringLiteral("正在导出"),
        [](TaskControl &) -> int { throw Error(Error::Kind::Io, QStringLiteral("没有导出")); },
        [&isDone](int) { isDone = true; });
    REQUIRE(QTest::qWaitFor([&area] { return area.bars().last()->kind() == MessageBar::Kind::Bad; }));
    CHECK_FALSE(isDone);
    CHECK(area.bars().size() == 1);
}

TEST_CASE("撤销 of a message takes back its own change, whatever was done since")
{
    Fixture f;
    int last = 0;
    qint64 one = 0;
    UndoHooks hooks;
    hooks.undo = [&] { ++last; };
    hooks.undoLabel = [] { return QStringLiteral("修改会员"); };
    hooks.undoBatch = [&](qint64 batch) {
        one = batch;
        return QStringLiteral("会员入会");
    };
    f.window.setUndo(hooks);
    Q_EMIT f.board->undoAsked(7);
    CHECK(one == 7);
    CHECK(last == 0);
    CHECK(MessageArea::of(f.board).bars().last()->text() == QStringLiteral("已撤销：会员入会"));
    Q_EMIT f.board->undoAsked();
    CHECK(last == 1);
}

TEST_CASE("the window comes to rest while a message is in sight")
{
    Fixture f;
    MessageArea::of(f.board).offer(QStringLiteral("已删除 1 条"), QStringLiteral("撤销"), [] {});
    constexpr int kRounds = 300;
    int round = 0;
    while (round < kRounds && QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents))
        ++round;
    CHECK(round < kRounds);
    CHECK(MessageArea::of(f.board).bars().first()->isVisible());
}
