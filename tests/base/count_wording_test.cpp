#include "base/text/count_wording.h"

#include "base/error.h"

#include <catch2/catch.hpp>

#include <limits>

using namespace mishutai;

TEST_CASE("A count is worded where the words are true and exact otherwise", "[wording]")
{
    struct Case {
        qint64 exact;
        QString rule;
        QString text; ///< empty where the wording is refused
    };
    const Case cases[]
        = {{23, "余:10", "20余"}, {29, "余:10", "20余"}, {20, "余:10", ""}, {30, "余", ""}, {31, "余", "30余"}, {9, "余:10", ""},
            {0, "余:10", ""}, {-23, "余:10", ""}, {105, "余:100", "100余"}, {23, "多:10", "20多"}, {1234, "超过:100", "超过1200"},
            {1200, "超过:100", ""}, {1299, "超:100", "超1200"}, {28, "近:10", "近30"}, {25, "近:10", "近30"}, {24, "近:10", ""},
            {30, "近:10", ""}, {31, "近:10", ""}, {8, "近:10", "近10"}, {1250, "接近:100", "接近1300"}, {1249, "接近:100", ""},
            {21, "不足:10", "不足30"}, {30, "不足:10", ""}, {3, "不足:10", "不足10"}, {20, "至少:10", "至少20"},
            {23, "至少:10", "至少20"}, {9, "至少:10", ""}, {157, "以上:50", "150以上"}, {150, "以上:50", "150以上"},
            {33, "不少于:5", "不少于30"}, {21, "不超过:10", "不超过30"}, {30, "不超过:10", "不超过30"}, {48, "约:10", "约50"},
            {45, "约:10", "约50"}, {44, "左右:10", "40左右"}, {50, "约:10", ""}, {4, "约:10", ""}, {7, "余:1", ""},
            {7, "至少:1", "至少7"}, {std::numeric_limits<qint64>::max() / 2'000'000, "余:1000000", "4611686000000余"}};
    for (const Case &c : cases) {
        CAPTURE(c.exact, c.rule.toStdString());
        const auto rule = CountWording::parse(c.rule);
        REQUIRE(rule.has_value());
        const auto worded = wordCount(c.exact, *rule);
        CHECK((worded ? worded->text() : QString()).toStdString() == c.text.toStdString());
    }
    CHECK(wordCount(157, {Wording::OrMore, 50}, "家")->text() == "150家以上");
    CHECK(wordCount(23, {Wording::None, 10}) == std::nullopt);
}

TEST_CASE("Worded counts are true of every count", "[wording][property]")
{
    for (int w = 1; w <= static_cast<int>(Wording::Around); ++w) {
        const auto wording = static_cast<Wording>(w);
        for (qint64 exact = -1; exact <= 250; ++exact) {
            for (const qint64 step : {1, 5, 10, 100}) {
                const auto worded = wordCount(exact, {wording, step});
                if (!worded)
                    continue;
                CAPTURE(exact, step, worded->text().toStdString());
                const Decimal named = *worded->value();
                const Decimal count = Decimal::fromInteger(exact);
                REQUIRE(named > Decimal());
                REQUIRE((includesBound(wording) || named != count));
                if (worded->qualifier() == Qualifier::Above)
                    REQUIRE(named <= count);
                if (worded->qualifier() == Qualifier::Below)
                    REQUIRE(named >= count);
            }
        }
    }
}

TEST_CASE("Wording rules of templates are read or refused", "[wording]")
{
    CHECK(CountWording::parse(u"余")->step == 10);
    CHECK(CountWording::parse(u"超过:100")->wording == Wording::Exceeding);
    for (const char *text : {"", ":10", "余:", "余:0", "余:-5", "余:x", "余:1.5", "大概:10", "万元", "余:10:2", "余 :10"}) {
        CAPTURE(text);
        CHECK_FALSE(CountWording::parse(QString(text)).has_value());
    }
}
