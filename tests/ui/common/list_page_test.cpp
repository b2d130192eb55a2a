#include "ui/common/list_page.h"

#include "session/drafts.h"
#include "ui/common/list/search_field.h"
#include "ui/common/message_bar.h"
#include "ui/support/sample_page.h"
#include "ui/support/window.h"

#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::ui;

namespace {

struct Fixture {
    explicit Fixture(int count) : file(count), page(file)
    {
        test::shown(page, 1200, 740);
        page.focusFirst();
    }

    QWidget *focus() const { return QApplication::focusWidget(); }
    ListView &view() { return *page.panel()->view(); }
    QString textOf(qint64 id, const char *column)
    {
        db::Statement read(file.database(), QString("SELECT %1 AS it FROM samples WHERE id = :id").arg(column));
        read.bind(":id", id);
        return read.next() ? read.text("it") : QString();
    }
    QPushButton *messageButton(const QString &label)
    {
        for (QPushButton *button : MessageArea::of(&page).findChildren<QPushButton *>()) {
            if (button->text() == label)
                return button;
        }
        return nullptr;
    }

    test::SampleFile file;
    test::SamplePage page;
};

} // namespace

TEST_CASE("a phone is found and copied with one hotkey, four letters and one copy")
{
    Fixture f(127);
    QTest::keyClick(f.focus(), Qt::Key_F, Qt::ControlModifier);
    CHECK(f.page.search()->hasFocus());
    QTest::keyClicks(f.focus(), "jfkj");
    QTest::keyClick(f.focus(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(QApplication::clipboard()->text() == "13800000004");
}

TEST_CASE("letters typed in the list go to the search field, Down comes back")
{
    Fixture f(127);
    REQUIRE(f.view().hasFocus());
    QTest::keyClicks(f.focus(), "c");
    CHECK(f.page.search()->hasFocus());
    QTest::keyClicks(f.focus(), "d");
    CHECK(f.page.search()->text() == "cd");
    CHECK(f.page.panel()->model()->rowCount() == 13);
    QTest::keyClick(f.focus(), Qt::Key_Down);
    CHECK(f.view().hasFocus());
    QTest::keyClick(f.focus(), Qt::Key_Up);
    CHECK(f.page.search()->hasFocus());
}

TEST_CASE("nothing is searched while the input method composes")
{
    Fixture f(30);
    f.page.search()->setFocus();
    QSignalSpy asked(f.page.search(), &SearchField::searchChanged);
    test::compose(f.page.search(), "jin fa");
    QTest::keyClick(f.page.search(), Qt::Key_Return);
    CHECK(asked.isEmpty());
    CHECK(f.page.search()->hasFocus());
    test::commit(f.page.search(), QStringLiteral("金发"));
    REQUIRE(asked.size() == 1);
    CHECK(asked.first().first().toString() == QStringLiteral("金发"));
}

TEST_CASE("a record is entered and changed without the mouse")
{
    Fixture f(5);
    QTest::keyClick(f.focus(), Qt::Key_N, Qt::ControlModifier);
    REQUIRE(f.page.openedForm());
    test::commit(f.focus(), QStringLiteral("示例新会员"));
    QTest::keyClick(f.focus(), Qt::Key_Return);
    QTest::keyClicks(f.focus(), "hydw");
    QTest::keyClick(f.focus(), Qt::Key_Return);
    QTest::keyClicks(f.focus(), "t");
    QTest::keyClick(f.focus(), Qt::Key_S, Qt::ControlModifier);
    test::settle();
    CHECK_FALSE(f.page.openedForm());
    CHECK(f.textOf(6, "name") == QStringLiteral("示例新会员"));
    CHECK(f.textOf(6, "joined_on") == "2021-12-31");
    CHECK(f.view().currentId() == 6);
    CHECK(f.view().hasFocus());

    QTest::keyClick(f.focus(), Qt::Key_Return);
    REQUIRE(f.page.openedForm());
    QTest::keyClicks(f.focus(), "2");
    QTest::keyClick(f.focus(), Qt::Key_S, Qt::ControlModifier);
    test::settle();
    CHECK(f.textOf(6, "name") == "2"); // what Tab or Enter selects is overtyped
}

TEST_CASE("Ctrl+Enter saves and opens the next empty form")
{
    Fixture f(2);
    f.page.openForm(std::nullopt);
    f.page.openedForm()->field("name")->setText("A");
    f.page.openedForm()->field("level")->setText(QStringLiteral("会员单位"));
    QTest::keyClick(f.focus(), Qt::Key_Return, Qt::ControlModifier);
    test::settle();
    CHECK(f.textOf(3, "name") == "A");
    REQUIRE(f.page.openedForm());
    CHECK(f.page.openedForm()->field("name")->isEmpty());
    CHECK(f.page.openedForm()->field("name")->editor()->hasFocus());
}

TEST_CASE("a form that is left keeps a draft, offered when it is opened again")
{
    Fixture f(3);
    f.page.openForm(std::nullopt);
    QTest::keyClicks(f.focus(), "ABC");
    QTest::keyClick(f.focus(), Qt::Key_Escape);
    test::settle();
    CHECK_FALSE(f.page.openedForm());
    const std::vector<session::Draft> drafts = session::Drafts(f.file.session()).list();
    REQUIRE(drafts.size() == 1);
    CHECK(drafts.front().form == "samples");
    REQUIRE(f.messageButton(QStringLiteral("继续填写")));
    MessageArea::of(&f.page).clear();
    test::settle();

    f.page.openForm(std::nullopt);
    REQUIRE(f.page.openedForm());
    CHECK(f.page.openedForm()->field("name")->text() == "ABC");
    f.page.openedForm()->field("level")->setText(QStringLiteral("会员单位"));
    CHECK(f.page.openedForm()->save());
    CHECK(session::Drafts(f.file.session()).list().empty());
}

TEST_CASE("a draft is thrown away by the user only, not by what is typed next")
{
    Fixture f(3);
    f.page.openForm(std::nullopt);
    QTest::keyClicks(f.focus(), "ABC");
    QTest::keyClick(f.focus(), Qt::Key_Escape);
    test::settle();
    f.page.openForm(std::nullopt);
    QTest::keyClick(f.focus(), Qt::Key_Escape);
    test::settle();
    CHECK(session::Drafts(f.file.session()).list().size() == 1);

    f.page.openForm(std::nullopt);
    test::settle();
    CHECK(f.page.openedForm()->field("name")->text() == "ABC");
    QTest::keyClick(f.focus(), Qt::Key_D, Qt::AltModifier);
    test::settle();
    REQUIRE(f.page.openedForm());
    CHECK(f.page.openedForm()->field("name")->isEmpty());
    CHECK(session::Drafts(f.file.session()).list().empty());
}

TEST_CASE("choosing another record while a form is open loses nothing")
{
    Fixture f(10);
    f.view().selectId(2);
    test::settle();
    f.page.openForm(2);
    QTest::keyClicks(f.focus(), "changed");
    f.view().selectId(5);
    test::settle();
    CHECK_FALSE(f.page.openedForm());
    REQUIRE(session::Drafts(f.file.session()).list().size() == 1);
    CHECK(session::Drafts(f.file.session()).list().front().objectId == 2);
    CHECK(f.textOf(2, "name") != "changed");
}

TEST_CASE("Del removes at once with undo in sight")
{
    Fixture f(10);
    QSignalSpy undo(&f.page, &Page::undoAsked);
    f.view().selectId(4);
    f.view().setFocus();
    QTest::keyClick(f.focus(), Qt::Key_Delete);
    test::settle();
    CHECK(f.page.panel()->model()->rowCount() == 9);
    QPushButton *button = f.messageButton(QStringLiteral("撤销"));
    REQUIRE(button);
    QTest::mouseClick(button, Qt::LeftButton);
    CHECK(undo.size() == 1);
}

TEST_CASE("a record is revealed through a filter, rows behind a figure are named")
{
    Fixture f(60);
    f.page.search()->setText(QStringLiteral("没有"));
    CHECK(f.page.reveal("samples", 33));
    test::settle();
    CHECK(f.view().currentId() == 33);
    CHECK(f.page.search()->text().isEmpty());
    CHECK_FALSE(f.page.reveal("vouchers", 1));

    CHECK(f.page.showRows("samples", {1, 2, 3}, QStringLiteral("2021年新入会")));
    CHECK(f.page.panel()->model()->rowCount() == 3);
    f.page.panel()->clearFilters();
    CHECK(f.page.panel()->model()->rowCount() == 60);
}

TEST_CASE("a further leaf of the detail is filled when it is looked at and stays chosen from record to record")
{
    Fixture f(20);
    auto *pane = f.page.findChild<DetailPane *>();
    REQUIRE(pane);
    const auto shows = [&](const QString &text) {
        const auto labels = pane->findChildren<QLabel *>();
        return std::any_of(
            labels.begin(), labels.end(), [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
    };
    const QString first = f.textOf(*f.view().currentId(), "code");
    CHECK(pane->currentTab() == QStringLiteral("资料"));
    CHECK(shows(QStringLiteral("入会日期")));
    pane->turnTab(1);
    CHECK(pane->currentTab() == QStringLiteral("往来"));
    CHECK(shows("code"));
    CHECK_FALSE(shows(QStringLiteral("入会日期")));
    f.view().setFocus();
    QTest::keyClick(f.focus(), Qt::Key_Down);
    QApplication::processEvents();
    const QString second = f.textOf(*f.view().currentId(), "code");
    REQUIRE(second != first);
    CHECK(pane->currentTab() == QStringLiteral("往来"));
    pane->turnTab(1);
    CHECK(shows(QStringLiteral("入会日期")));
}
