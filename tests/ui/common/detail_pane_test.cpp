#include "ui/common/detail_pane.h"

#include "ui/common/leaf_bar.h"
#include "ui/common/wrapped_link.h"
#include "ui/support/window.h"

#include <QLabel>
#include <QScrollArea>

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::ui;

namespace {

const QString kLongName = QStringLiteral("四川省成都市示例区示例产业园高性能碳纤维复合材料研究开发与检验检测股份有限公司分公司");
const QString kSite
    = QStringLiteral("https://www.example.cn/a/very/long/address/without/any/place/to/break/index.html?page=1234567890");

} // namespace

TEST_CASE("a record with long rows stays within its pane: it wraps, and nothing is out of sight at the right")
{
    DetailPane pane;
    test::shown(pane, 340, 700);
    pane.setTitle(kLongName, kLongName);
    for (const char *leaf : {"联系人", "资质与年度", "一企一档", "级别职务", "佐证", "历史"})
        pane.addTab(QString::fromUtf8(leaf), [](DetailPane &) {});
    pane.addRow(QStringLiteral("网站"), kSite);
    pane.addCopyRow(QStringLiteral("注册地址"), kLongName + kLongName);
    pane.addLinkRow(QStringLiteral("2021-05-14 至 2021-08-01"), kLongName + kLongName, [] {});
    pane.addTable({QStringLiteral("名称"), QStringLiteral("日期"), QStringLiteral("网站")}, {{kLongName, "2021-05-14", kSite}});
    test::settle();
    const auto *scroll = pane.findChild<QScrollArea *>();
    REQUIRE(scroll);
    CHECK(scroll->widget()->width() <= scroll->viewport()->width());
    const auto *link = pane.findChild<WrappedLink *>();
    REQUIRE(link);
    CHECK(link->text() == kLongName + kLongName);
    CHECK(link->height() >= 2 * link->fontMetrics().height());
    CHECK(link->mapTo(&pane, QPoint(link->width(), 0)).x() <= pane.width());
    // Both days of a span are in sight.
    for (const QLabel *label : pane.findChildren<QLabel *>()) {
        if (label->text().contains(QStringLiteral(" 至 "))) {
            const QRect needed = label->fontMetrics().boundingRect(
                QRect(0, 0, label->width(), 1000), Qt::TextWordWrap | Qt::AlignLeft, label->text());
            CHECK(needed.width() <= label->width());
            CHECK(needed.height() <= label->height());
        }
    }
}
