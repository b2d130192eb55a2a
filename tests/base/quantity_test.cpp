#include "base/quantity.h"

#include "base/error.h"

#include <catch2/catch.hpp>

using namespace mishutai;

namespace {

Quantity quantity(const char *text)
{
    const auto parsed = Quantity::parse(QString(text));
    INFO(text);
    REQUIRE(parsed.has_value());
    return *parsed;
}

const Qualifier kAll[] = {Qualifier::Exact, Qualifier::Above, Qualifier::Below, Qualifier::About, Qualifier::Unknown};

} // namespace

TEST_CASE("Figures of reports are read with qualifier, word and unit and written back", "[quantity]")
{
    struct Case {
        QString text;
        QString value; ///< empty for X
        Qualifier qualifier;
        Wording wording;
        QString unit;
    };
    const Case cases[] = {{"127家", "127", Qualifier::Exact, Wording::None, "家"},
        {"20余次", "20", Qualifier::Above, Wording::Yu, "次"}, {"30余个", "30", Qualifier::Above, Wording::Yu, "个"},
        {"130余件次", "130", Qualifier::Above, Wording::Yu, "件次"},
        {"5500余万元", "5500", Qualifier::Above, Wording::Yu, "万元"},
        {"77.51余亿元", "77.51", Qualifier::Above, Wording::Yu, "亿元"}, {"20多家", "20", Qualifier::Above, Wording::Duo, "家"},
        {"超过1200人", "1200", Qualifier::Above, Wording::Exceeding, "人"}, {"超30%", "30", Qualifier::Above, Wording::Over, "%"},
        {"150家以上", "150", Qualifier::Above, Wording::OrMore, "家"},
        {"至少10家", "10", Qualifier::Above, Wording::AtLeast, "家"},
        {"不少于3次", "3", Qualifier::Above, Wording::NotLess, "次"}, {"近6倍", "6", Qualifier::Below, Wording::Nearly, "倍"},
        {"接近100亩", "100", Qualifier::Below, Wording::CloseTo, "亩"},
        {"不足3户", "3", Qualifier::Below, Wording::ShortOf, "户"}, {"不超过5%", "5", Qualifier::Below, Wording::NotMore, "%"},
        {"约50家", "50", Qualifier::About, Wording::About, "家"}, {"30%左右", "30", Qualifier::About, Wording::Around, "%"},
        {"X家", "", Qualifier::Unknown, Wording::None, "家"}, {"X%", "", Qualifier::Unknown, Wording::None, "%"},
        {"X个以上", "", Qualifier::Unknown, Wording::OrMore, "个"}, {"超X%", "", Qualifier::Unknown, Wording::Over, "%"},
        {"X余个", "", Qualifier::Unknown, Wording::Yu, "个"}, {"X", "", Qualifier::Unknown, Wording::None, ""},
        {"0家", "0", Qualifier::Exact, Wording::None, "家"}, {"-3.2%", "-3.2", Qualifier::Exact, Wording::None, "%"},
        {"12.5", "12.5", Qualifier::Exact, Wording::None, ""}, {"1.2万人", "1.2", Qualifier::Exact, Wording::None, "万人"},
        {"近3万家", "3", Qualifier::Below, Wording::Nearly, "万家"},
        {"0.5元/亩", "0.5", Qualifier::Exact, Wording::None, "元/亩"}, {"20余", "20", Qualifier::Above, Wording::Yu, ""}};
    for (const Case &c : cases) {
        CAPTURE(c.text.toStdString());
        const auto parsed = Quantity::parse(c.text);
        REQUIRE(parsed.has_value());
        CHECK((parsed->value() ? parsed->value()->text() : QString()) == c.value);
        CHECK(parsed->qualifier() == c.qualifier);
        CHECK(parsed->wording() == c.wording);
        CHECK(parsed->unit() == c.unit);
        CHECK(parsed->text().toStdString() == c.text.toStdString());
        CHECK(Quantity::parse(parsed->text()) == parsed);
    }
}

TEST_CASE("Other spellings of a figure come to the same form", "[quantity]")
{
    struct Case {
        QString text;
        QString written;
    };
    const Case cases[] = {{"２０余次", "20余次"}, {" 20 余 次 ", "20余次"}, {"1,200人", "1200人"}, {"XX个", "X个"},
        {"Ｘ％", "X%"}, {"3万余人", "30000余人"}, {"1.2亿多元", "120000000多元"}, {"约 50 家", "约50家"}, {"3.50%", "3.5%"},
        {"３０％左右", "30%左右"}, {"1.2亿余", "1.2余亿"}};
    for (const Case &c : cases) {
        CAPTURE(c.text.toStdString());
        const auto parsed = Quantity::parse(c.text);
        REQUIRE(parsed.has_value());
        CHECK(parsed->text().toStdString() == c.written.toStdString());
    }
}

TEST_CASE("Texts that are no figure are refused", "[quantity]")
{
    for (const char *text : {"", " ", "家", "余家", "约", "约20余家", "超过20家以上", "20余家左右", "20余多家", "20家余",
             "X万余元", "1-2家", "20 30家", "5家，3家", "5X", "20次。", "12,34人", "1.2345678亩", "99999999999999家",
             "999999999亿余元", "二十家", "10:30", "（5）", "5家（预计）", "以上", "一二三四五六七八九十一二三", "+5%"}) {
        CAPTURE(text);
        CHECK(Quantity::parse(QString(text)) == std::nullopt);
    }
}

TEST_CASE("万 and 亿 are reckoned into the unit of a field and never dropped", "[quantity]")
{
    struct Case {
        QString text;
        QString unit;
        QString written; ///< empty: refused
    };
    const Case cases[] = {{"约1.2亿", "万元", "约12000万元"}, {"约1.2", "万元", "约1.2万元"}, {"1.2亿元", "元", "120000000元"},
        {"3000万", "元", "30000000元"}, {"1.2亿余", "万元", "12000余万元"}, {"1.2亿余元", "万元", "12000余万元"},
        {"1.2亿左右", "万元", "12000万元左右"}, {"3千万元", "万元", "3000万元"}, {"1.5万亿元", "亿元", "15000亿元"},
        {"1234.5元", "万元", "0.12345万元"}, {"1.2万", "万元", "1.2万元"}, {"120人", "", "120"}, {"1.2万人", "", "12000"},
        {"3万余", "人", "30000余人"}, {"50名", "人", "50人"}, {"1.2万亩", "万亩", "1.2万亩"}, {"5千瓦", "千瓦", "5千瓦"},
        {"5千瓦", "", "5"}, {"X亿", "万元", "X万元"}, {"120人", "万元", ""}, {"5000元", "家", ""}, {"1.2亿美元", "万元", ""},
        {"0.001元", "亿元", ""}, {"900000万亿", "元", ""}, {"1亿亿亿", "元", ""}};
    for (const Case &c : cases) {
        CAPTURE(c.text.toStdString(), c.unit.toStdString());
        const auto parsed = Quantity::parse(c.text);
        REQUIRE(parsed.has_value());
        const auto converted = parsed->in(c.unit);
        CHECK((converted ? converted->text() : QString()).toStdString() == c.written.toStdString());
    }
}

TEST_CASE("Sums follow the folding table, pair by pair", "[quantity]")
{
    constexpr Qualifier E = Qualifier::Exact, A = Qualifier::Above, B = Qualifier::Below, C = Qualifier::About,
                        X = Qualifier::Unknown;
    //                                    exact above below about unknown
    const Qualifier expected[5][5] = {{E, A, B, C, X}, {A, A, C, C, X}, {B, C, B, C, X}, {C, C, C, C, X}, {X, X, X, X, X}};
    const Qualifier difference[5][5] = {{E, B, A, C, X}, {A, C, A, C, X}, {B, B, C, C, X}, {C, C, C, C, X}, {X, X, X, X, X}};
    for (size_t i = 0; i < 5; ++i) {
        for (size_t j = 0; j < 5; ++j) {
            CAPTURE(i, j);
            const Quantity a = Quantity::bounded(Decimal::fromInteger(30), kAll[i], "家");
            const Quantity b = Quantity::bounded(Decimal::fromInteger(10), kAll[j], "家");
            const Quantity sum = a + b;
            CHECK(sum.qualifier() == expected[i][j]);
            CHECK((a - b).qualifier() == difference[i][j]);
            CHECK(sum.unit() == "家");
            if (expected[i][j] == X)
                CHECK(sum.value() == std::nullopt);
            else
                CHECK(sum.value() == Decimal::fromInteger(40));
        }
    }
}

TEST_CASE("Folded figures keep a word that is true of them", "[quantity]")
{
    struct Case {
        const char *a;
        const char *b;
        QString sum;
        QString difference;
    };
    const Case cases[] = {{"20余次", "30余次", "50余次", "约-10次"}, {"20余次", "5次", "超过25次", "超过15次"},
        {"20余次", "10次", "30余次", "10余次"}, {"至少10家", "超过20家", "至少30家", "约-10家"},
        {"近6倍", "1倍", "近7倍", "近5倍"}, {"近6倍", "不足3倍", "不足9倍", "约3倍"},
        {"不超过6家", "近3家", "不超过9家", "约3家"}, {"20家", "至少3家", "至少23家", "不超过17家"},
        {"20家", "超过3家", "超过23家", "不足17家"}, {"20家", "近3家", "近23家", "超过17家"},
        {"20家", "不超过3家", "不超过23家", "至少17家"}, {"约50家", "20余家", "约70家", "约30家"},
        {"30%左右", "5%", "35%左右", "25%左右"}, {"X家", "20余家", "X家", "X家"},
        {"150家以上", "50家以上", "200家以上", "约100家"}, {"1家", "2家", "3家", "-1家"}};
    for (const Case &c : cases) {
        CAPTURE(c.a, c.b);
        CHECK((quantity(c.a) + quantity(c.b)).text().toStdString() == c.sum.toStdString());
        CHECK((quantity(c.a) - quantity(c.b)).text().toStdString() == c.difference.toStdString());
    }
    CHECK_THROWS_AS(quantity("1家") + quantity("1人"), Error);
    CHECK_THROWS_AS(quantity("1家") - quantity("1"), Error);
}

TEST_CASE("A ratio of inexact figures is 约, of an X is X", "[quantity]")
{
    for (const Qualifier a : kAll) {
        for (const Qualifier b : kAll) {
            const auto quotient
                = ratio(Quantity::bounded(Decimal::fromInteger(1), a), Quantity::bounded(Decimal::fromInteger(4), b), "倍");
            REQUIRE(quotient.has_value());
            const bool isUnknown = a == Qualifier::Unknown || b == Qualifier::Unknown;
            const bool isExact = a == Qualifier::Exact && b == Qualifier::Exact;
            CHECK(quotient->text() == (isUnknown ? "X倍" : isExact ? "0.25倍" : "约0.25倍"));
        }
    }
    CHECK(ratio(quantity("1"), quantity("0")) == std::nullopt);
}

TEST_CASE("A column keeps X, empty figures and the known part apart", "[quantity]")
{
    const std::optional<Quantity> column[]
        = {quantity("20余家"), std::nullopt, quantity("X家"), quantity("10家"), quantity("X家")};
    const QuantitySum all = sum(column);
    CHECK(all.total->text() == "X家");
    CHECK(all.known->text() == "30余家");
    CHECK(all.filled == 4);
    CHECK(all.unknown == 2);
    CHECK(all.all == 5);
    const QuantitySum some = sum(std::span(column).first(2));
    CHECK(some.total == some.known);
    CHECK(some.total->text() == "20余家");
    const QuantitySum empty = sum(std::span(column).subspan(1, 1));
    CHECK(empty.total == std::nullopt);
    CHECK(empty.filled == 0);
    const QuantitySum unknown = sum(std::span(column).subspan(2, 1));
    CHECK(unknown.total->qualifier() == Qualifier::Unknown);
    CHECK(unknown.known == std::nullopt);
    CHECK(sum({}).all == 0);
}

TEST_CASE("X never becomes a number", "[quantity]")
{
    CHECK(Quantity::bounded(Decimal::fromInteger(7), Qualifier::Unknown, "家") == Quantity::unknown("家"));
    CHECK(Quantity::unknown("家").value() == std::nullopt);
    CHECK(Quantity::unknown("家").text() == "X家");
    CHECK((Quantity::unknown() - Quantity::unknown()).value() == std::nullopt);
    CHECK_FALSE(Quantity::unknown("家") == Quantity::exact(Decimal(), "家"));
}

TEST_CASE("The data file's words for qualifiers and wordings are stable", "[quantity]")
{
    struct Case {
        Qualifier qualifier;
        const char *name;
        const char *plainest;
    };
    const Case cases[] = {{Qualifier::Exact, "exact", ""}, {Qualifier::Above, "above", "至少"},
        {Qualifier::Below, "below", "不足"}, {Qualifier::About, "about", "约"}, {Qualifier::Unknown, "unknown", ""}};
    for (const Case &c : cases) {
        CHECK(qualifierName(c.qualifier) == c.name);
        CHECK(qualifierFromName(QString(c.name)) == c.qualifier);
        CHECK(wordingText(plainWording(c.qualifier)) == c.plainest);
    }
    CHECK(qualifierFromName(u"Exact") == std::nullopt);
    CHECK(wordingFromText(u"大概") == std::nullopt);
    for (int i = 0; i <= static_cast<int>(Wording::Around); ++i) {
        const auto wording = static_cast<Wording>(i);
        CHECK(wordingFromText(wordingText(wording)) == wording);
        const Quantity worded = Quantity::worded(Decimal::fromInteger(20), wording, "家");
        CHECK(Quantity::parse(worded.text()) == worded);
        CHECK(worded.qualifier() == qualifierOf(wording));
    }
}
