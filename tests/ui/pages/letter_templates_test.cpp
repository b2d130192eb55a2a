#include "desk/letters/letter_template_service.h"
#include "ui/common/fields/text_field.h"
#include "ui/common/form.h"
#include "ui/pages/desk_window.h"
#include "ui/prints/letter_form.h"
#include "ui/prints/letter_template_form.h"
#include "ui/prints/letter_templates_sheet.h"
#include "ui/prints/pages_dialog.h"

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::test;

namespace {

std::vector<desk::StoredLetter> stored(DeskWindow &desk)
{
    return desk::LetterTemplateService(desk.application().session()).all();
}

ui::LetterTemplateForm *openedForm(DeskWindow &desk)
{
    REQUIRE(until([&] { return desk.window().findChild<ui::LetterTemplateForm *>() != nullptr; }));
    return desk.window().findChild<ui::LetterTemplateForm *>();
}

/// A window system gives the window back its keys after a menu or dialog; here nobody does.
void giveKeysTo(DeskWindow &desk, QWidget *widget)
{
    desk.window().activateWindow();
    settle();
    widget->setFocus();
    REQUIRE(until([&] { return widget->hasFocus(); }));
}

void put(ui::Form *form, const char *key, const QString &text)
{
    form->field(key)->setText(text);
}

} // namespace

TEST_CASE("a letter of the office is made from a carried one by keys, looked at, changed and removed with a way back")
{
    DeskWindow desk;
    auto *page = desk.go("members");
    QString made;
    auto *sheet = new ui::LetterTemplatesSheet(*page, desk.application(), {1}, [&made](const QString &name) { made = name; });
    REQUIRE(sheet->list()->hasFocus());
    CHECK(sheet->list()->count() == 2);
    CHECK_FALSE(sheet->button(QStringLiteral("删除"))->isEnabled());
    desk.press(Qt::Key_N);
    ui::LetterTemplateForm *form = openedForm(desk);
    CHECK(form->field("body")->text().contains(QStringLiteral("{{本会名称}}定于{{时间}}在{{地点}}举办")));
    put(form, "name", QStringLiteral("感谢函"));
    put(form, "questions", QStringLiteral("什么活动"));
    put(form, "body", QStringLiteral("感谢"));
    auto *body = qobject_cast<QPlainTextEdit *>(form->field("body")->editor());
    body->setFocus();
    body->moveCursor(QTextCursor::End);
    settle();
    QTest::keyClick(body, Qt::Key_I, Qt::AltModifier);
    REQUIRE(until([&] { return form->fieldMenu()->isVisible(); }));
    QTest::keyClick(form->fieldMenu(), Qt::Key_Down);
    QTest::keyClick(form->fieldMenu(), Qt::Key_Return);
    settle();
    CHECK(body->toPlainText() == QStringLiteral("感谢{{什么活动}}"));
    QTest::keyClick(body, Qt::Key_S, Qt::ControlModifier);
    REQUIRE(until([&] { return stored(desk).size() == 1; }));
    REQUIRE(until([&] { return sheet->list()->count() == 3; }));

    // Enter on it makes letters for those who were chosen; P shows its page first.
    giveKeysTo(desk, sheet->list());
    desk.press(Qt::Key_End);
    desk.press(Qt::Key_P);
    ui::PagesDialog *pages = nullptr;
    REQUIRE(until([&] { return (pages = desk.window().findChild<ui::PagesDialog *>()) != nullptr; }));
    pages->close();
    giveKeysTo(desk, sheet->list());
    desk.press(Qt::Key_F2);
    form = openedForm(desk);
    CHECK(form->field("name")->text() == QStringLiteral("感谢函"));
    put(form, "body", QStringLiteral("感谢{{什么活动"));
    CHECK_FALSE(form->save());
    CHECK(form->field("body")->shownFault().contains(QStringLiteral("第1行")));
    put(form, "body", QStringLiteral("感谢{{会员名称}}"));
    CHECK(form->save());
    REQUIRE(until([&] { return stored(desk).front().source.contains("{{member.name}}"); }));

    giveKeysTo(desk, sheet->list());
    desk.press(Qt::Key_Delete);
    REQUIRE(until([&] { return stored(desk).empty() && sheet->list()->count() == 2; }));
    CHECK(desk.says(QStringLiteral("已删除函件模板「感谢函」")));
    ui::undoOfLastChange(*page, desk.application().session())();
    REQUIRE(until([&] { return sheet->list()->count() == 3; }));
    giveKeysTo(desk, sheet->list());
    desk.press(Qt::Key_End);
    desk.press(Qt::Key_Return);
    CHECK(made == QStringLiteral("感谢函"));
}
