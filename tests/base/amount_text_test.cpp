#include "base/text/amount_text.h"

#include <catch2/catch.hpp>

using namespace mishutai;

TEST_CASE("Amounts of cells say their own unit or take the column's", "[money]")
{
    struct Case {
        QString text;
        QString inYuan; ///< empty: refused
        QString inWan; ///< in 万元
    };
    const Case cases[] = {{"500", "500.00", "500"}, {"500万元", "5000000.00", "500"}, {"５００万元", "5000000.00", "500"},
        {"500万", "5000000.00", "500"}, {"1.2亿", "120000000.00", "12000"}, {"1,200.5 万元", "12005000.00", "1200.5"},
        {"人民币500万元整", "5000000.00", "500"}, {"500万人民币", "5000000.00", "500"}, {"¥3000元", "3000.00", "0.3"},
        {"伍佰万元整", "5000000.00", "500"}, {"伍佰万元", "5000000.00", "500"}, {"人民币伍佰万圆整", "5000000.00", "500"},
        {"3千万元", "30000000.00", "3000"}, {"-3万元", "-30000.00", "-3"}, {"约500万元", "", ""}, {"500万美元", "", ""},
        {"120人", "", ""}, {"1.234元", "", ""}, {"1.234", "", "1.234"}, {"99999999亿元", "", ""}, {"X万元", "", ""},
        {"元", "", ""}, {"", "", ""}};
    for (const Case &c : cases) {
        CAPTURE(c.text.toStdString());
        const auto yuan = parseAmountInYuan(c.text);
        const auto wan = parseAmountInWan(c.text);
        CHECK((yuan ? yuan->yuan() : QString()).toStdString() == c.inYuan.toStdString());
        CHECK((wan ? wan->wan() : QString()).toStdString() == c.inWan.toStdString());
    }
}
