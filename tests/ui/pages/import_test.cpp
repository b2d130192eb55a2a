#include "tables/workbook.h"
#include "ui/common/fields/choice_field.h"
#include "ui/pages/desk_window.h"
#include "ui/records/imports/column_match_box.h"
#include "ui/records/imports/import_preview.h"
#include "ui/records/imports/pending_changes_sheet.h"
#include "ui/records/imports/pending_sheet.h"
#include "ui/records/imports/reason_line.h"
#include "ui/records/imports/sheet_import_sheet.h"
#include "ui/records/record_page.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

#include <algorithm>

using namespace mishutai;
using namespace mishutai::test;

namespace {

const QString kList
    = QStringLiteral("示例名单\t\t\n对象\t电话\t入会日期\n示例甲公司\t\t2021-05-14\n示例乙公司\t\t2021年13月5日\n");

template <class Sheet> Sheet *opened(DeskWindow &desk)
{
    REQUIRE(until([&] { return desk.window().findChild<Sheet *>() != nullptr; }));
    return desk.window().findChild<Sheet *>();
}

ui::SheetImportSheet *pasted(DeskWindow &desk, const QString &text)
{
    QApplication::clipboard()->setText(text);
    desk.press(Qt::Key_V, Qt::ControlModifier);
    return opened<ui::SheetImportSheet>(desk);
}

} // namespace

TEST_CASE("a column that nobody knows is matched by keyboard, and the verdict follows at once")
{
    DeskWindow desk;
    auto *members = desk.go("members");
    const int before = rowCount(members);
    auto *sheet = pasted(desk, kList);
    auto *field = sheet->columns()->fieldOf(QStringLiteral("对象"));
    REQUIRE(field);
    // Not one row can be taken: Enter must not store what may be the wrong file.
    REQUIRE(until([&] { return sheet->columns()->isAncestorOf(QApplication::focusWidget()); }));
    CHECK(DeskWindow::labels(sheet).contains(QStringLiteral("2 行：0 可入库，2 行待看")));
    CHECK(DeskWindow::labels(sheet).contains(QStringLiteral("不导入的列：对象")));
    field->edit()->setFocus();
    desk.type(QStringLiteral("单位全称"));
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_Tab);
    REQUIRE(until([&] { return DeskWindow::labels(sheet).contains(QStringLiteral("2 行：1 可入库，1 行待看")); }));
    sheet->takeButton()->setFocus();
    desk.press(Qt::Key_Return);
    REQUIRE(until([&] { return rowCount(members) == before + 1; }));

    // Another time the column is known, and the row that is there changes nothing.
    auto *again = pasted(desk, kList);
    CHECK(DeskWindow::labels(again).contains(QStringLiteral("相同 1")));
    desk.press(Qt::Key_Z, Qt::ControlModifier); // takes nothing back behind the open sheet
    settle();
    CHECK(rowCount(members) == before + 1);
    desk.press(Qt::Key_Escape);
    REQUIRE(until([&] { return desk.window().findChild<ui::SheetImportSheet *>() == nullptr; }));

    // One Ctrl+Z takes back rows, waiting rows and the matched column; Ctrl+Y brings all of it again.
    auto *page = dynamic_cast<ui::RecordPage *>(members);
    REQUIRE(page);
    CHECK(page->pendingButton()->text() == QStringLiteral("待补 1 行"));
    members->focusFirst();
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(until([&] { return rowCount(members) == before; }));
    CHECK(page->pendingButton()->isHidden());
    desk.press(Qt::Key_Y, Qt::ControlModifier);
    REQUIRE(until([&] { return rowCount(members) == before + 1; }));
    CHECK_FALSE(page->pendingButton()->isHidden());
}

TEST_CASE("two columns of one title are matched apart by keyboard, and are known the next time")
{
    const QString list = QStringLiteral("单位全称\t备用\t备用\n示例辛公司\t固态电池\t示例产业园\n");
    DeskWindow desk;
    auto *members = desk.go("members");
    const int before = rowCount(members);
    auto *sheet = pasted(desk, list);
    REQUIRE(sheet->columns()->fieldOf(QStringLiteral("备用"), 2));
    const auto match = [&](int ordinal, const QString &title) {
        sheet->columns()->fieldOf(QStringLiteral("备用"), ordinal)->edit()->setFocus();
        desk.type(title);
        desk.press(Qt::Key_Return);
        desk.press(Qt::Key_Tab);
    };
    match(1, QStringLiteral("细分领域"));
    match(2, QStringLiteral("所属功能区"));
    REQUIRE(until([&] { return !DeskWindow::labels(sheet).contains(QStringLiteral("不导入的列")); }));
    sheet->takeButton()->setFocus();
    desk.press(Qt::Key_Return);
    REQUIRE(until([&] { return rowCount(members) == before + 1; }));
    auto *again = pasted(desk, list);
    CHECK(DeskWindow::labels(again).contains(QStringLiteral("相同 1")));
    CHECK(again->columns()->fieldOf(QStringLiteral("备用"), 1)->value() == QStringLiteral("field"));
    CHECK(again->columns()->fieldOf(QStringLiteral("备用"), 2)->value() == QStringLiteral("zone"));
}

TEST_CASE("another worksheet of a workbook is taken by keyboard")
{
    DeskWindow desk;
    auto *members = desk.go("members");
    const int before = rowCount(members);
    const QTemporaryDir folder;
    QFile file(folder.filePath("book.xlsx"));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(workbook_test::bookOfTwo({{"单位全称"}, {"示例庚公司"}, {"示例辛公司"}}, {{"单位全称"}, {"示例壬公司"}}));
    file.close();
    ui::SheetImportSheet::importFile(*members, desk.application(), QStringLiteral("members"), file.fileName());
    auto *sheet = opened<ui::SheetImportSheet>(desk);
    REQUIRE(until([&] { return sheet->takeButton()->hasFocus(); }));
    CHECK(DeskWindow::labels(sheet).contains(QStringLiteral("2 行：2 可入库")));
    CHECK(sheet->worksheetBox()->isVisible());
    CHECK(sheet->worksheetBox()->currentText() == QStringLiteral("会员"));
    desk.press(Qt::Key_W, Qt::AltModifier);
    CHECK(sheet->worksheetBox()->hasFocus());
    const QPointer<ui::SheetImportSheet> first = sheet;
    desk.press(Qt::Key_Down);
    REQUIRE(until([&] { return first.isNull(); }));
    sheet = opened<ui::SheetImportSheet>(desk);
    REQUIRE(until([&] { return sheet->worksheetBox()->hasFocus(); }));
    CHECK(sheet->worksheetBox()->currentText() == QStringLiteral("明细"));
    CHECK(DeskWindow::labels(sheet).contains(QStringLiteral("1 行：1 可入库")));
    sheet->takeButton()->setFocus();
    desk.press(Qt::Key_Return);
    REQUIRE(until([&] { return rowCount(members) == before + 1; }));
    // Pasted text and files of one table have nothing to choose.
    CHECK(pasted(desk, kList)->worksheetBox()->isHidden());
}

TEST_CASE("a title that can only mean one column is guessed, says so, and can be refused")
{
    DeskWindow desk;
    desk.go("members");
    auto *sheet = pasted(desk, QStringLiteral("加盟企业的名称\t入会日期\n示例甲公司\t2021-05-14\n"));
    REQUIRE(until([&] { return sheet->takeButton()->hasFocus(); }));
    auto *field = sheet->columns()->fieldOf(QStringLiteral("加盟企业的名称"));
    REQUIRE(field);
    CHECK(field->value() == "unitName");
    CHECK(DeskWindow::labels(sheet).contains(QStringLiteral("1 行：1 可入库，0 行待看")));
    CHECK(DeskWindow::labels(sheet).contains(QStringLiteral("猜的")));
    field->edit()->setFocus();
    field->edit()->selectAll();
    desk.press(Qt::Key_Backspace);
    desk.press(Qt::Key_Tab);
    REQUIRE(until([&] { return DeskWindow::labels(sheet).contains(QStringLiteral("1 行：0 可入库，1 行待看")); }));
    CHECK_FALSE(DeskWindow::labels(sheet).contains(QStringLiteral("猜的")));
    CHECK(field->text().isEmpty());
}

TEST_CASE("a sheet of many columns scrolls, and Enter walks through those that nothing was found for")
{
    QStringList titles{QStringLiteral("单位全称")};
    QStringList cells{QStringLiteral("示例壬公司")};
    for (int i = 1; i <= 20; ++i) {
        titles << QStringLiteral("无名的列%1").arg(i);
        cells << QStringLiteral("第%1格的文字，比一格能放下的还要长出很多").arg(i);
    }
    DeskWindow desk;
    auto *members = desk.go("members");
    const int before = rowCount(members);
    auto *sheet = pasted(desk, titles.join(u'\t') + u'\n' + cells.join(u'\t') + u'\n');
    CHECK(DeskWindow::labels(sheet).contains(QStringLiteral("21 列：没对上 20")));
    auto *box = sheet->columns();
    CHECK(box->widget()->width() <= box->viewport()->width());
    const auto isInSight = [&](int column) {
        auto *field = box->fieldOf(QStringLiteral("无名的列%1").arg(column));
        const QRect place(field->mapTo(box->viewport(), QPoint()), field->size());
        return field->edit()->hasFocus() && box->viewport()->rect().contains(place);
    };
    box->fieldOf(titles.first())->edit()->setFocus();
    for (int column = 1; column <= 20; ++column) {
        desk.press(Qt::Key_Return);
        CHECK(until([&] { return isInSight(column); }));
    }
    // What is typed into the last one is found in a list that the scroll area does not cut, and counts.
    desk.type(QStringLiteral("简称"));
    const ui::SuggestPopup *popup = box->fieldOf(titles.last())->popup();
    CHECK(popup->isOpen());
    CHECK(popup->parentWidget() == &desk.window());
    desk.press(Qt::Key_Return);
    REQUIRE(until([&] { return DeskWindow::labels(sheet).contains(QStringLiteral("21 列：没对上 19")); }));
    CHECK(box->fieldOf(titles.last())->value() == "shortName");
    CHECK(until([&] { return isInSight(1); }));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(until([&] { return rowCount(members) == before + 1; }));
}

TEST_CASE("Enter ends on the button when every column is matched")
{
    DeskWindow desk;
    desk.go("members");
    auto *sheet = pasted(desk, kList);
    sheet->columns()->fieldOf(QStringLiteral("对象"))->edit()->setFocus();
    desk.type(QStringLiteral("单位全称"));
    desk.press(Qt::Key_Return);
    REQUIRE(until([&] { return sheet->takeButton()->hasFocus(); }));
    CHECK(DeskWindow::labels(sheet).contains(QStringLiteral("3 列：都已对上")));
}

TEST_CASE("which rows the preview shows is marked, and the whole reason stands below")
{
    using Filter = ui::ImportPreviewModel::Filter;
    DeskWindow desk;
    auto *members = desk.go("members");
    auto *sheet = pasted(desk, QString(kList).replace(QStringLiteral("对象"), QStringLiteral("单位名称")));
    auto *preview = sheet->previewPane();
    const auto isMarkedAlone = [&](Filter filter) {
        return std::ranges::all_of(std::vector{Filter::All, Filter::Faulty, Filter::Added, Filter::Changed},
            [&](Filter each) { return preview->chip(each)->isChecked() == (each == filter); });
    };
    CHECK(isMarkedAlone(Filter::Faulty));
    const QString whole = preview->model()->reasonAt(0);
    CHECK(whole.contains(QStringLiteral("2021年13月5日")));
    CHECK(preview->reasonLine()->text() == QStringLiteral("第4行：") + whole);
    preview->chip(Filter::Added)->click();
    CHECK(isMarkedAlone(Filter::Added));
    CHECK(preview->model()->rowCount() == 1);
    preview->chip(Filter::Added)->click();
    CHECK(isMarkedAlone(Filter::Added));
    CHECK(preview->reasonLine()->text().isEmpty());

    desk.press(Qt::Key_Return, Qt::ControlModifier);
    auto *page = dynamic_cast<ui::RecordPage *>(members);
    REQUIRE(until([&] { return !page->pendingButton()->isHidden(); }));
    page->pendingButton()->click();
    CHECK(opened<ui::PendingSheet>(desk)->reasonLine()->text() == QStringLiteral("第4行：") + whole);
}

TEST_CASE("rows that should be looked at are yellow, counted and taken")
{
    using Filter = ui::ImportPreviewModel::Filter;
    DeskWindow desk;
    auto *members = desk.go("members");
    const int before = rowCount(members);
    auto *sheet = pasted(desk, QStringLiteral("单位名称\t入会时间\n示例甲公司\t2021.5\n示例乙公司\t2021-05-14\n"));
    auto *preview = sheet->previewPane();
    CHECK(DeskWindow::labels(sheet).contains(QStringLiteral("有提醒 1")));
    CHECK(preview->chip(Filter::Warned)->isChecked());
    CHECK(preview->model()->rowCount() == 1);
    CHECK(preview->model()->index(0, 1).data().toString() == QStringLiteral("新增"));
    CHECK(preview->model()->index(0, 4).data(Qt::BackgroundRole).isValid());
    CHECK_FALSE(preview->model()->index(0, 3).data(Qt::BackgroundRole).isValid());
    CHECK(preview->reasonLine()->text().contains(QStringLiteral("只写到月份")));
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(until([&] { return rowCount(members) == before + 2; }));
    CHECK(desk.says(QStringLiteral("已导入：新增 2，修改 0，待补 0，有提醒 1")));
}

TEST_CASE("a row that waits is mended in place and goes")
{
    DeskWindow desk;
    auto *members = desk.go("members");
    const int before = rowCount(members);
    auto *sheet = pasted(desk, QString(kList).replace(QStringLiteral("对象"), QStringLiteral("单位名称")));
    REQUIRE(until([&] { return sheet->takeButton()->hasFocus(); }));
    desk.press(Qt::Key_Return);
    REQUIRE(until([&] { return rowCount(members) == before + 1; }));
    auto *page = dynamic_cast<ui::RecordPage *>(members);
    REQUIRE(until([&] { return !page->pendingButton()->isHidden(); }));
    page->pendingButton()->click();
    auto *pending = opened<ui::PendingSheet>(desk);
    CHECK(DeskWindow::labels(pending).contains(QStringLiteral("待补 1 行")));
    CHECK(pending->table()->hasFocus());
    // The cursor stands in the wrong cell: typing replaces it.
    CHECK(pending->table()->currentItem()->text() == QStringLiteral("2021年13月5日"));
    desk.type("2021-06-05");
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(until([&] { return rowCount(members) == before + 2; }));
    CHECK(desk.says(QStringLiteral("已入库 1 行")));
    CHECK(page->pendingButton()->isHidden());
}

TEST_CASE("a unit much like one that is there waits, unless it is said to be new")
{
    DeskWindow desk;
    auto *members = desk.go("members");
    const int before = rowCount(members);
    const QString list
        = QStringLiteral("单位全称\t入会日期\n示例丁机械有限公司\t2021-05-14\n示例丁机械股份有限公司\t2021-05-14\n");
    auto *sheet = pasted(desk, list);
    REQUIRE(until([&] { return sheet->takeButton()->hasFocus(); }));
    CHECK(DeskWindow::labels(sheet).contains(QStringLiteral("2 行：1 可入库，1 行待看")));
    CHECK(DeskWindow::labels(sheet).contains(QStringLiteral("疑似重复 1")));
    desk.press(Qt::Key_H, Qt::AltModifier);
    REQUIRE(until([&] { return DeskWindow::labels(sheet).contains(QStringLiteral("2 行：2 可入库，0 行待看")); }));
    CHECK(sheet->holdsAlikeBox()->isVisible());
    desk.press(Qt::Key_H, Qt::AltModifier);
    REQUIRE(until([&] { return DeskWindow::labels(sheet).contains(QStringLiteral("1 行待看")); }));
    sheet->takeButton()->setFocus();
    desk.press(Qt::Key_Return);
    REQUIRE(until([&] { return rowCount(members) == before + 1; }));
    CHECK(dynamic_cast<ui::RecordPage *>(members)->pendingButton()->text() == QStringLiteral("待补 1 行"));
}

TEST_CASE("an import that is cancelled before it begins leaves no trace")
{
    DeskWindow desk;
    auto *members = desk.go("members");
    const int before = rowCount(members);
    auto *sheet = pasted(desk, QString(kList).replace(QStringLiteral("对象"), QStringLiteral("单位名称")));
    using Filter = ui::ImportPreviewModel::Filter;
    CHECK(sheet->preview()->count(Filter::All) == 2);
    CHECK(sheet->preview()->rowCount() == 1);
    sheet->preview()->setFilter(Filter::All);
    CHECK(sheet->preview()->index(0, 1).data().toString() == QStringLiteral("新增"));
    CHECK(sheet->preview()->index(1, 1).data().toString() == QStringLiteral("有误"));
    CHECK(sheet->preview()->index(1, 5).data(Qt::BackgroundRole).isValid());
    desk.press(Qt::Key_Escape);
    REQUIRE(until([&] { return desk.window().findChild<ui::SheetImportSheet *>() == nullptr; }));
    CHECK(rowCount(members) == before);
    CHECK(dynamic_cast<ui::RecordPage *>(members)->pendingButton()->isHidden());
}

TEST_CASE("a double waits until it is seen what it would change, and Delete empties a waiting cell")
{
    DeskWindow desk;
    auto *members = desk.go("members");
    const int before = rowCount(members);
    auto *sheet = pasted(desk,
        QStringLiteral("单位全称\t级别\t入会日期\n示例双星公司\t副会长单位\t2020/11/3\n示例双星公司\t会员单位\t2021年1月\n"
                       "示例丙公司\t\t2021年13月5日\n"));
    REQUIRE(until([&] { return sheet->takeButton()->hasFocus(); }));
    desk.press(Qt::Key_Return);
    REQUIRE(until([&] { return rowCount(members) == before + 1; }));
    auto *page = dynamic_cast<ui::RecordPage *>(members);
    REQUIRE(until([&] { return !page->pendingButton()->isHidden(); }));
    page->pendingButton()->click();
    auto *pending = opened<ui::PendingSheet>(desk);
    auto *table = pending->table();
    REQUIRE(table->rowCount() == 2);
    CHECK(pending->changeButton()->isVisible());

    // Enter walks from one wrong cell to the next, Delete empties, and what was changed is red no more.
    CHECK(table->currentRow() == 0);
    desk.press(Qt::Key_Return);
    CHECK(table->currentRow() == 1);
    CHECK(table->currentItem()->background().style() != Qt::NoBrush);
    desk.press(Qt::Key_Delete);
    CHECK(table->currentItem()->text().isEmpty());
    CHECK(table->currentItem()->background().style() == Qt::NoBrush);
    desk.type("2021-06-05");
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(until([&] { return rowCount(members) == before + 2; }));
    CHECK(desk.says(QStringLiteral("已入库 1 行，还有 1 行待补")));

    REQUIRE(table->rowCount() == 1);
    table->setCurrentCell(0, 2);
    pending->changeButton()->click();
    auto *changes = opened<ui::PendingChangesSheet>(desk);
    QStringList lines;
    for (int row = 0; row < changes->table()->rowCount(); ++row)
        lines << changes->table()->item(row, 2)->text() + QStringLiteral("→") + changes->table()->item(row, 3)->text();
    CHECK(lines.join(u'|') == QStringLiteral("副理事长单位→会员单位"));
    REQUIRE(until([&] { return changes->agreeButton()->hasFocus(); }));
    desk.press(Qt::Key_Return);
    REQUIRE(until([&] { return page->pendingButton()->isHidden(); }));
    CHECK(rowCount(members) == before + 2);
}
