#include "ui/common/list/cell_text.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/pages/desk_window.h"
#include "ui/records/exports/export_columns.h"
#include "ui/records/exports/export_sheet.h"
#include "ui/records/record_page.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::test;

namespace {

ui::ExportSheet *openedExport(DeskWindow &desk, ui::ListPage *page)
{
    for (auto *button : page->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("导出"))
            button->click();
    }
    REQUIRE(until([&] { return desk.window().findChild<ui::ExportSheet *>() != nullptr; }));
    return desk.window().findChild<ui::ExportSheet *>();
}

void closeExport(DeskWindow &desk)
{
    desk.press(Qt::Key_Escape);
    REQUIRE(until([&] { return desk.window().findChild<ui::ExportSheet *>() == nullptr; }));
}

} // namespace

TEST_CASE("an export asks what for where phones are among the columns")
{
    DeskWindow desk;
    auto *members = desk.go("members");
    auto *sheet = openedExport(desk, members);
    REQUIRE(until([&] { return sheet->purpose()->hasFocus(); }));
    CHECK_FALSE(sheet->takeButton()->isEnabled());
    desk.type(QStringLiteral("寄送资料"));
    CHECK(sheet->takeButton()->isEnabled());
    CHECK(sheet->wholeButton()->isEnabled());
    closeExport(desk);
}

TEST_CASE("after an export the keys are the list's again")
{
    DeskWindow desk;
    auto *members = desk.go("members");
    auto *sheet = openedExport(desk, members);
    REQUIRE(until([&] { return sheet->purpose()->hasFocus(); }));
    desk.type(QStringLiteral("寄送资料"));
    sheet->takeButton()->setFocus();
    sheet->takeButton()->click();
    REQUIRE(until([&] { return desk.window().findChild<QFileDialog *>() != nullptr; }));
    desk.window().findChild<QFileDialog *>()->reject();
    // Of the window: the offscreen desktop does not make it active again by itself.
    CHECK(until([&] { return desk.window().focusWidget() == members->panel()->view(); }));
}

TEST_CASE("phones that the key for shared screens hides leave masked unless the user says otherwise")
{
    DeskWindow desk;
    auto *members = desk.go("members");
    auto *sheet = openedExport(desk, members);
    CHECK(sheet->masking()->isVisible());
    CHECK_FALSE(sheet->list().masksPersonal);
    closeExport(desk);
    desk.press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(ui::isPersonalHidden());
    sheet = openedExport(desk, members);
    CHECK(sheet->list().masksPersonal);
    CHECK_FALSE(sheet->purpose()->isVisible());
    CHECK(sheet->takeButton()->isEnabled());
    sheet->masking()->setFocus();
    desk.press(Qt::Key_Space);
    CHECK_FALSE(sheet->list().masksPersonal);
    CHECK(sheet->purpose()->isVisible());
    CHECK_FALSE(sheet->takeButton()->isEnabled());
    closeExport(desk);
    desk.press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK_FALSE(ui::isPersonalHidden());
    sheet = openedExport(desk, desk.go("activities"));
    CHECK(sheet->masking()->isHidden());
    closeExport(desk);
}

TEST_CASE("columns are chosen, moved and renamed by keys, kept under a name and taken again next time")
{
    DeskWindow desk;
    auto *members = desk.go("members");
    auto *sheet = openedExport(desk, members);
    const QStringList shown = sheet->list().columns;
    REQUIRE(shown.size() > 3);
    CHECK_FALSE(sheet->columns()->isVisible());
    sheet->editButton()->setFocus();
    desk.press(Qt::Key_Space);
    REQUIRE(sheet->columns()->hasFocus());
    desk.press(Qt::Key_Down, Qt::AltModifier); // the first column goes behind the second
    desk.press(Qt::Key_F2);
    REQUIRE(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    static_cast<QLineEdit *>(QApplication::focusWidget())->selectAll();
    desk.type(QStringLiteral("企业"));
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_Space); // the third stays at home
    QStringList chosen = shown;
    chosen.swapItemsAt(0, 1);
    chosen.removeAt(2);
    CHECK(sheet->list().columns == chosen);
    CHECK(sheet->list().headers.value(1) == QStringLiteral("企业"));
    CHECK(sheet->list().headers.value(0).isEmpty());
    sheet->purpose()->setText(QStringLiteral("报送主管部门"));
    sheet->ending()->setCurrentIndex(1);
    sheet->layoutName()->setFocus();
    desk.type(QStringLiteral("报科协"));
    desk.press(Qt::Key_Return);
    CHECK(desk.says(QStringLiteral("已存为版式「报科协」")));
    closeExport(desk);

    sheet = openedExport(desk, members);
    CHECK(sheet->list().columns == shown);
    sheet->layouts()->setFocus();
    desk.press(Qt::Key_Down);
    CHECK(sheet->layouts()->currentText() == QStringLiteral("报科协"));
    CHECK(sheet->list().columns == chosen);
    CHECK(sheet->list().headers.value(1) == QStringLiteral("企业"));
    CHECK(sheet->purpose()->text() == QStringLiteral("报送主管部门"));
    CHECK(sheet->ending()->currentData() == "csv");
    CHECK(sheet->takeButton()->isEnabled());
    sheet->editButton()->click();
    sheet->dropButton()->click();
    CHECK(sheet->layouts()->count() == 1);
    closeExport(desk);
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(openedExport(desk, members)->layouts()->count() == 2);
}

TEST_CASE("an export of no column is not offered")
{
    DeskWindow desk;
    auto *sheet = openedExport(desk, desk.go("activities"));
    CHECK(sheet->takeButton()->isEnabled());
    sheet->editButton()->click();
    sheet->columns()->setColumns({}, {});
    CHECK_FALSE(sheet->takeButton()->isEnabled());
    CHECK_FALSE(sheet->keepButton()->isEnabled());
    sheet->wholeButton()->setFocus();
    desk.press(Qt::Key_Space);
    CHECK(sheet->takeButton()->isEnabled());
    closeExport(desk);
}
