#include "ui/board/board_page.h"
#include "ui/common/card.h"
#include "ui/common/detail_pane.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/common/page_preview.h"
#include "ui/pages/desk_window.h"
#include "ui/records/imports/sheet_import_sheet.h"
#include "ui/reports/report_page.h"
#include "ui/shell/first_run_page.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::test;

namespace {

/// As WPS puts it on the clipboard: title row, 序号, an empty row, three rows that cannot be taken, 合计.
QString memberList(int good)
{
    QStringList lines{QStringLiteral("示例联盟会员名单\t\t\t\t"), QStringLiteral("序号\t单位名称\t联系人\t联系电话\t入会日期")};
    const auto add = [&](const QString &name, const QString &phone, const QString &joined) {
        lines.append(QStringLiteral("%1\t%2\t示例甲\t%3\t%4").arg(lines.size() - 1).arg(name, phone, joined));
    };
    add(QStringLiteral("金发科技"), "13800000001", "2021.3.5");
    for (int i = 1; i < good; ++i)
        add(QStringLiteral("示例材料%1有限公司").arg(i), QString("138%1").arg(i, 8, 10, QChar('0')), "2021-05-14");
    lines.insert(4, "\t\t\t\t");
    add(QStringLiteral("示例坏日期有限公司"), "13900000001", QStringLiteral("2021年13月5日"));
    add(QStringLiteral("示例坏电话有限公司"), QStringLiteral("请查收"), "2021-05-14");
    add(QString(), "13900000003", "2021-05-14");
    lines.append(QStringLiteral("合计\t%1家\t\t\t").arg(good + 3));
    return lines.join('\n') + '\n';
}

} // namespace

TEST_CASE("the first five minutes of a new office")
{
    DeskWindow desk(DeskWindow::File::None);
    REQUIRE(desk.window().findChild<ui::FirstRunPage *>());
    desk.type(QStringLiteral("示例产业联盟"));
    desk.press(Qt::Key_Return);
    REQUIRE(until([&] { return desk.program().application() != nullptr; }));
    CHECK(QFile::exists(desk.application().path()));
    CHECK(desk.window().currentPage()->objectName() == "board");

    auto *members = desk.go("members");
    QApplication::clipboard()->setText(memberList(24));
    desk.press(Qt::Key_V, Qt::ControlModifier);
    REQUIRE(until([&] { return desk.window().findChild<ui::SheetImportSheet *>() != nullptr; }));
    auto *sheet = desk.window().findChild<ui::SheetImportSheet *>();
    CHECK(DeskWindow::labels(sheet).contains(QStringLiteral("27 行：24 可入库，3 行待看")));
    REQUIRE(until([&] { return sheet->takeButton()->hasFocus(); }));
    desk.press(Qt::Key_Return);
    REQUIRE(until([&] { return rowCount(members) == 24; }));
    CHECK(desk.says(QStringLiteral("新增 24")));
    CHECK(desk.says(QStringLiteral("待补 3")));

    members->focusFirst();
    desk.type("jfkj");
    desk.press(Qt::Key_Return);
    CHECK(rowCount(members) == 1);
    CHECK(cell(members, 0, "name") == QStringLiteral("金发科技"));
    desk.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(QApplication::clipboard()->text() == "13800000001");

    desk.press(Qt::Key_1, Qt::ControlModifier);
    CHECK(DeskWindow::labels(desk.window().findChild<ui::SentenceCard *>()).contains(QStringLiteral("会员24家")));
    desk.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(QApplication::clipboard()->text().contains(QStringLiteral("会员24家")));

    desk.press(Qt::Key_7, Qt::ControlModifier);
    auto *report = desk.page<ui::ReportPage>();
    const bool isMade = until([&] { return report->pages() != nullptr; });
    INFO(DeskWindow::labels(&desk.window()).toStdString());
    REQUIRE(isMade);
    CHECK(report->preview()->view()->pageCount() >= 1);
    QStringList headings;
    for (const auto &entry : report->pages()->outline)
        headings.append(entry.text);
    CHECK_FALSE(headings.join('\n').contains(QStringLiteral("存在的问题")));

    CHECK(DeskWindow::labels(&desk.window()).contains(QStringLiteral("已保存")));
    CHECK(desk.window().close());
    CHECK(QApplication::activeModalWidget() == nullptr);
}

TEST_CASE("a list pasted on the first run's page is checked as soon as the office has a name")
{
    DeskWindow desk(DeskWindow::File::None);
    QApplication::clipboard()->setText(memberList(4));
    desk.press(Qt::Key_V, Qt::ControlModifier);
    CHECK(DeskWindow::labels(desk.window().findChild<ui::FirstRunPage *>()).contains(QStringLiteral("已收下粘贴的")));
    desk.type(QStringLiteral("示例产业联盟"));
    desk.press(Qt::Key_Return);
    REQUIRE(until([&] { return desk.window().findChild<ui::SheetImportSheet *>() != nullptr; }));
    CHECK(desk.window().currentPage()->objectName() == "members");
    auto *sheet = desk.window().findChild<ui::SheetImportSheet *>();
    CHECK(DeskWindow::labels(sheet).contains(QStringLiteral("7 行：4 可入库，3 行待看")));
}

TEST_CASE("the word of the first list for the head of the office is on the screen at once")
{
    DeskWindow desk(DeskWindow::File::None);
    desk.type(QStringLiteral("示例产业联盟"));
    QApplication::clipboard()->setText(
        QStringLiteral("单位名称\t级别\t入会日期\n示例甲公司\t会长单位\t2021-05-14\n示例乙公司\t副会长单位\t2021-05-14\n"));
    desk.press(Qt::Key_V, Qt::ControlModifier);
    REQUIRE(until([&] { return desk.window().findChild<ui::SheetImportSheet *>() != nullptr; }));
    auto *sheet = desk.window().findChild<ui::SheetImportSheet *>();
    REQUIRE(until([&] { return sheet->takeButton()->hasFocus(); }));
    desk.press(Qt::Key_Return);
    auto *members = desk.go("members");
    REQUIRE(until([&] { return rowCount(members) == 2; }));
    CHECK(until([&] { return cell(members, 0, "level") == QStringLiteral("会长单位"); }));
    CHECK(cell(members, 1, "level") == QStringLiteral("副会长单位"));
    CHECK(until([&] { return DeskWindow::labels(members->detail()).contains(QStringLiteral("会长单位")); }));
}

TEST_CASE("a list pasted on the board of an empty office is the members'")
{
    DeskWindow desk(DeskWindow::File::None);
    desk.type(QStringLiteral("示例产业联盟"));
    desk.press(Qt::Key_Return);
    REQUIRE(until([&] { return desk.program().application() != nullptr; }));
    REQUIRE(desk.window().currentPage()->objectName() == "board");
    QApplication::clipboard()->setText(memberList(4));
    desk.press(Qt::Key_V, Qt::ControlModifier);
    REQUIRE(until([&] { return desk.window().findChild<ui::SheetImportSheet *>() != nullptr; }));
    auto *sheet = desk.window().findChild<ui::SheetImportSheet *>();
    REQUIRE(until([&] { return sheet->takeButton()->hasFocus(); }));
    desk.press(Qt::Key_Return);
    auto *members = desk.go("members");
    REQUIRE(until([&] { return rowCount(members) == 4; }));
    // Where something is registered already it might be any list.
    desk.press(Qt::Key_1, Qt::ControlModifier);
    desk.press(Qt::Key_V, Qt::ControlModifier);
    CHECK(desk.says(QStringLiteral("剪贴板里是表格")));
    CHECK(desk.window().findChild<ui::SheetImportSheet *>() == nullptr);
}
