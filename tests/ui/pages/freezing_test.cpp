#include "casework/cases/case_service.h"
#include "finance/vouchers/voucher_service.h"
#include "ui/common/form.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/pages/desk_window.h"
#include "ui/records/form_sheet.h"

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::test;

TEST_CASE("an entry is posted by key, is frozen then, and is reversed by key")
{
    DeskWindow desk(DeskWindow::File::None);
    desk.type(QStringLiteral("示例产业联盟"));
    desk.press(Qt::Key_Return);
    REQUIRE(until([&] { return desk.program().application() != nullptr; }));
    auto *finance = desk.go("finance");
    desk.press(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(finance->openedForm());
    REQUIRE(finance->openedForm()->field("category")->editor()->hasFocus());
    desk.type(QStringLiteral("办公"));
    desk.press(Qt::Key_Return);
    desk.type("12.34");
    desk.press(Qt::Key_S, Qt::ControlModifier);
    INFO(formText(finance));
    REQUIRE(finance->openedForm() == nullptr);
    const VoucherId id(*finance->panel()->view()->currentId());
    const finance::VoucherService vouchers(desk.application().session());
    CHECK_FALSE(vouchers.voucher(id)->isPosted());
    desk.press(Qt::Key_J, Qt::ControlModifier);
    CHECK(vouchers.voucher(id)->isPosted());
    CHECK(desk.says(QStringLiteral("从现在起只能冲销")));

    desk.press(Qt::Key_F2);
    CHECK(finance->openedForm() == nullptr);
    CHECK(desk.says(QStringLiteral("请先冲销")));
    const int before = rowCount(finance);
    desk.press(Qt::Key_Delete);
    CHECK(rowCount(finance) == before);

    finance->panel()->view()->setFocus();
    desk.press(Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
    auto *sheet = desk.window().findChild<ui::FormSheet *>();
    REQUIRE(sheet);
    desk.type(QStringLiteral("金额记错"));
    desk.press(Qt::Key_Return);
    INFO(DeskWindow::labels(&desk.window()).toStdString());
    CHECK_FALSE(desk.window().findChild<ui::FormSheet *>());
    CHECK(vouchers.voucher(id)->reversedBy.has_value());
}

TEST_CASE("a case is closed by keys, with a result")
{
    DeskWindow desk;
    auto *cases = desk.go("casework");
    desk.press(Qt::Key_N, Qt::ControlModifier);
    REQUIRE(cases->openedForm());
    desk.type(QStringLiteral("示例待办事项"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    REQUIRE(cases->openedForm() == nullptr);
    const CaseId id(*cases->panel()->view()->currentId());
    desk.press(Qt::Key_J, Qt::ControlModifier);
    REQUIRE(desk.window().findChild<ui::FormSheet *>());
    desk.type(QStringLiteral("已答复"));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    CHECK_FALSE(desk.window().findChild<ui::FormSheet *>());
    const casework::Case closed = casework::CaseService(desk.application().session()).get(id);
    CHECK(casework::isClosed(closed.state.status));
    CHECK(closed.details.result == QStringLiteral("已答复"));
    cases->panel()->view()->setFocus();
    desk.press(Qt::Key_J, Qt::ControlModifier);
    CHECK_FALSE(desk.window().findChild<ui::FormSheet *>());
    CHECK(desk.says(QStringLiteral("已经办结")));
}
