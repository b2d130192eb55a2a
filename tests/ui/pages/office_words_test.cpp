// The office's own word for its head wherever a level is shown.
#include "members/member_service.h"
#include "office/settings.h"
#include "ui/common/detail_pane.h"
#include "ui/common/list/filters/header_filter.h"
#include "ui/common/list/list_model.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/pages/desk_window.h"

#include <QListWidget>

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::test;

namespace {

int columnOf(const ui::ListPage *page, const QString &key)
{
    const auto &columns = page->panel()->model()->definition().columns;
    for (size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].key == key)
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace

TEST_CASE("an office with a 会长 reads 会长 in the list, its filter and the history of a level")
{
    DeskWindow desk;
    office::Settings(desk.application().session())
        .set(office::kHeadWord, office::headWords().stored(office::HeadWord::President));
    const QString file = desk.file();
    desk.close();
    desk.start(file);
    session::Session &session = desk.application().session();
    auto *page = desk.go("members");
    const MemberId member(page->panel()->view()->currentId().value());
    members::MemberService(session).changeLevel(member, members::MemberLevel::ViceChair, session.clock().today(), {});
    REQUIRE(until([&] { return cell(page, 0, "level") == QStringLiteral("副会长单位"); }));
    for (int row = 0; row < rowCount(page); ++row)
        CHECK_FALSE(cell(page, row, "level").contains(QStringLiteral("理事长")));

    page->panel()->view()->setCurrentIndex(page->panel()->model()->index(0, columnOf(page, "level")));
    desk.press(Qt::Key_Down, Qt::AltModifier);
    auto *filter = desk.window().findChild<ui::HeaderFilter *>();
    REQUIRE(filter);
    desk.type("fhz"); // 副会长
    auto *values = filter->findChild<QListWidget *>();
    QStringList inSight;
    for (int i = 0; i < values->count(); ++i) {
        if (!values->item(i)->isHidden())
            inSight.append(values->item(i)->text());
    }
    CAPTURE(inSight.join('\n').toStdString());
    CHECK(inSight.filter(QStringLiteral("副会长单位")).size() == 1);
    CHECK(inSight.filter(QStringLiteral("理事")).isEmpty());
    desk.press(Qt::Key_Return);
    REQUIRE(until([&] { return rowCount(page) < 127 && rowCount(page) > 0; }));
    for (int row = 0; row < rowCount(page); ++row)
        CHECK(cell(page, row, "level") == QStringLiteral("副会长单位"));

    page->panel()->view()->setFocus();
    for (int turns = 0; turns < 12 && page->detail()->currentTab() != QStringLiteral("历史"); ++turns)
        desk.press(Qt::Key_PageUp, Qt::ControlModifier);
    CHECK(DeskWindow::labels(page->detail()).contains(QStringLiteral("级别新增：副会长单位")));
}
