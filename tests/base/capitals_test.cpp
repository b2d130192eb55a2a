#include "base/chinese/capitals.h"

#include <catch2/catch.hpp>

#include <random>

using namespace mishutai;

namespace {

struct CapitalsCase {
    qint64 fen;
    QString text;
};

} // namespace

TEST_CASE("Capitals follow the accounting rule", "[capitals]")
{
    const CapitalsCase cases[] = {{19703169, "壹拾玖万柒仟零叁拾壹元陆角玖分"}, {47876415, "肆拾柒万捌仟柒佰陆拾肆元壹角伍分"},
        {26783150, "贰拾陆万柒仟捌佰叁拾壹元伍角整"}, {1390096, "壹万叁仟玖佰元玖角陆分"}, {11600000, "壹拾壹万陆仟元整"},
        {73, "柒角叁分"}, {1640902, "壹万陆仟肆佰零玖元零贰分"}, {32504, "叁佰贰拾伍元零肆分"},
        {10010001, "壹拾万零壹佰元零壹分"}, {10000000, "壹拾万元整"}, {140950, "壹仟肆佰零玖元伍角整"},
        {600714, "陆仟零柒元壹角肆分"}, {5410638, "伍万肆仟壹佰零陆元叁角捌分"}, {0, "零元整"}, {4, "肆分"}, {50, "伍角整"},
        {100, "壹元整"}, {101, "壹元零壹分"}, {1000, "壹拾元整"}, {1001, "壹拾元零壹分"}, {1010, "壹拾元壹角整"},
        {100000000, "壹佰万元整"}, {10000000000, "壹亿元整"}, {10000000100, "壹亿零壹元整"}, {10000200000, "壹亿零贰仟元整"},
        {10001000000, "壹亿零壹万元整"}, {20300000, "贰拾万叁仟元整"}, {1000000000000, "壹佰亿元整"},
        {100000010000, "壹拾亿零壹佰元整"}, {10100000000, "壹亿零壹佰万元整"},
        {Money::kMaxFen, "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"}, {-1390096, "负壹万叁仟玖佰元玖角陆分"}};
    for (const CapitalsCase &c : cases) {
        CAPTURE(c.fen);
        CHECK(Money::fromFen(c.fen).capitals().toStdString() == c.text.toStdString());
        CHECK(parseCapitals(c.text) == Money::fromFen(c.fen));
    }
}

TEST_CASE("Capitals as others write them are read too", "[capitals]")
{
    const CapitalsCase cases[] = {{1390096, "人民币壹万叁仟玖佰元零玖角陆分"}, {10700053, "壹拾万零柒仟元伍角叁分"},
        {10700053, "壹拾万柒仟元零伍角叁分"}, {100, "壹圆正"}, {0, "零元整"}, {-100, "人民币负壹元整"}};
    for (const CapitalsCase &c : cases) {
        CAPTURE(c.text.toStdString());
        CHECK(parseCapitals(c.text) == Money::fromFen(c.fen));
    }
}

TEST_CASE("Texts against the rule are no amounts", "[capitals]")
{
    for (const char *text : {"", "元", "整", "壹", "壹元", "壹佰伍元整", "拾元整", "壹元壹角", "壹元壹分整", "壹元壹分",
             "壹仟零零壹元整", "壹佰零元整", "壹亿壹元整", "负零元整", "壹元整元", "一元整", "壹元整 ok", "叁伍元整",
             "壹角壹元整", "壹万亿元整", "人民币", "零角整", "壹元零壹角整零"}) {
        CAPTURE(text);
        CHECK(parseCapitals(QString(text)) == std::nullopt);
    }
}

TEST_CASE("No two amounts share their capitals", "[capitals][property]")
{
    std::mt19937_64 random(52);
    for (qint64 fen = 0; fen < 3000; ++fen)
        REQUIRE(parseCapitals(Money::fromFen(fen).capitals()) == Money::fromFen(fen));
    for (int i = 0; i < 20000; ++i) {
        qint64 fen = 0; // many zeros, since these are where the rule is hard
        for (int digit = 0; digit < 14; ++digit)
            fen = fen * 10 + (random() % 3 ? 0 : static_cast<qint64>(random() % 10));
        const Money money = Money::fromFen(i % 2 ? fen : -fen);
        CAPTURE(money.fen());
        REQUIRE(parseCapitals(money.capitals()) == money);
    }
}
