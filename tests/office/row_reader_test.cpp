#include "office/sheets/row_reader.h"

#include <catch2/catch.hpp>

#include <functional>

using namespace mishutai;
using namespace mishutai::office;

namespace {

enum class Colour { Red, Green };

const ChoiceTable<Colour> &colours()
{
    static const ChoiceTable<Colour> table("Office", {{Colour::Red, "RED", "红", "红色/朱红"}, {Colour::Green, "GREEN", "绿"}});
    return table;
}

const QDate kToday(2021, 6, 1);

SheetRow cell(const QString &text)
{
    return {3, {{"x", text}}};
}

} // namespace

TEST_CASE("a choice is read by label, other word or stored word", "[office]")
{
    struct Case {
        QString text;
        std::optional<Colour> value;
    };
    const Case each = GENERATE(Case{"红", Colour::Red}, Case{"朱红", Colour::Red}, Case{"green", Colour::Green},
        Case{"蓝", std::nullopt}, Case{"", std::nullopt});
    CHECK(colours().parse(each.text) == each.value);
    CHECK(colours().labels() == "红/绿");
    CHECK(colours().choices().size() == 2);
    CHECK(colours().fromStored("RED") == Colour::Red);
    CHECK_FALSE(colours().fromStored("红"));
}

TEST_CASE("cells are read into fields or told as faults", "[office]")
{
    struct Case {
        QString text;
        std::function<QString(RowReader &)> read; ///< the field afterwards
        QString result;
        QString fault; ///< part of the message; empty: none
    };
    const auto date = [](RowReader &cells) {
        QDate value(2000, 1, 1);
        cells.date("x", value);
        return isoText(value);
    };
    const auto integer = [](RowReader &cells) {
        std::optional<int> value = 7;
        cells.integer("x", value);
        return integerText(value);
    };
    const auto flag = [](RowReader &cells) {
        std::optional<bool> value;
        cells.flag("x", value);
        return flagText(value);
    };
    const auto yuan = [](RowReader &cells) {
        std::optional<Money> value;
        cells.yuan("x", value);
        return yuanText(value);
    };
    const auto wan = [](RowReader &cells) {
        std::optional<Money> value;
        cells.wan("x", value);
        return wanText(value);
    };
    const auto choice = [](RowReader &cells) {
        Colour value = Colour::Green;
        cells.choice("x", colours(), value);
        return colours().label(value);
    };
    const auto list = [](RowReader &cells) {
        QStringList value{"旧"};
        cells.list("x", value);
        return listText(value);
    };
    const std::vector<Case> cases{
        {"2021.5.14", date, "2021-05-14", {}},
        {"", date, "", {}},
        {"2021-02-30", date, "2000-01-01", "不是日期"},
        {"2021-05-14 00:00:00", date, "2021-05-14", {}},
        {"44197", date, "2021-01-01", {}},
        {"2021.3", date, "2000-01-01", "只知道月份的，请写成2021-03-01"},
        {"2021年5月", date, "2000-01-01", "只知道月份的，请写成2021-05-01"},
        {"2021/2", date, "2000-01-01", "只知道月份的，请写成2021-02-01"},
        {" １２ ", integer, "12", {}},
        {"", integer, "", {}},
        {"12.5", integer, "7", "不是整数"},
        {"１２０人", integer, "120", {}},
        {"1.2万人", integer, "12000", {}},
        {"2021年", integer, "2021", {}},
        {"约120", integer, "7", "不是整数"},
        {"12%", integer, "7", "不是整数"},
        {"99999亿", integer, "7", "不是整数"},
        {"√", flag, "是", {}},
        {"否", flag, "否", {}},
        {"也许", flag, "", "看不出是或否"},
        {"1,234.5", yuan, "1234.50", {}},
        {"1.234", yuan, "", "金额"},
        {"19.703169", wan, "19.703169", {}},
        {"二十", wan, "", "万元"},
        {"500万元", wan, "500", {}},
        {"1.2亿", wan, "12000", {}},
        {"伍佰万元整", wan, "500", {}},
        {"1.2亿美元", wan, "", "万元"},
        {"3000万", yuan, "30000000.00", {}},
        {"红色", choice, "红", {}},
        {"", choice, "绿", {}},
        {"蓝", choice, "绿", "红/绿"},
        {"甲；乙;\n甲 ", list, "甲；乙", {}},
        {"", list, "", {}},
    };
    for (const Case &each : cases) {
        INFO(each.text.toStdString());
        const SheetRow row = cell(each.text);
        RowReader cells(row, kToday);
        CHECK(each.read(cells) == each.result);
        REQUIRE(cells.errors().size() == (each.fault.isEmpty() ? 0u : 1u));
        if (!each.fault.isEmpty()) {
            CHECK(cells.errors().front().field == "x");
            CHECK(cells.errors().front().message.contains(each.fault));
            CHECK_THROWS_AS(cells.throwIfFaulty(), Error);
        }
    }
}

TEST_CASE("a column that the sheet lacks leaves its field alone", "[office]")
{
    const SheetRow row{3, {}};
    RowReader cells(row, kToday);
    QString text = "留";
    QDate day = kToday;
    bool flag = true;
    cells.text("x", text);
    cells.date("x", day);
    cells.flag("x", flag);
    cells.throwIfFaulty();
    CHECK(text == "留");
    CHECK(day == kToday);
    CHECK(flag);
}
