#include "base/money.h"

#include "base/error.h"

#include <catch2/catch.hpp>

#include <numeric>
#include <random>

using namespace mishutai;

namespace {

struct ParseCase {
    QString text;
    std::optional<qint64> fen;
};

std::optional<qint64> fenOf(std::optional<Money> money)
{
    return money ? std::optional(money->fen()) : std::nullopt;
}

/// Amounts of every length, so that short ones are not drowned by the range.
qint64 randomFen(std::mt19937_64 &random)
{
    qint64 bound = 1;
    for (auto digits = random() % 15; digits > 0 && bound < Money::kMaxFen / 10; --digits)
        bound *= 10;
    return std::uniform_int_distribution<qint64>(-bound * 10 + 1, bound * 10 - 1)(random);
}

} // namespace

TEST_CASE("Yuan are read exactly or not at all", "[money]")
{
    const ParseCase cases[] = {{"1234.5", 123450}, {"1,234.50", 123450}, {"¥1234", 123400}, {"￥1234", 123400},
        {"１２３４．５", 123450}, {"１，２３４", 123400}, {"-3", -300}, {"－3", -300}, {"−3", -300}, {"-¥3", -300}, {"¥-3", -300},
        {" 3 ", 300}, {"0", 0}, {"-0.00", 0}, {"007", 700}, {"0.29", 29}, {"1.1", 110}, {"1,234,567.89", 123456789},
        {"999,999,999,999.99", Money::kMaxFen}, {"-999999999999.99", -Money::kMaxFen}, {"1000000000000", std::nullopt},
        {"-1000000000000.00", std::nullopt}, {"99999999999999999999999", std::nullopt}, {"1.234", std::nullopt},
        {"1.000", std::nullopt}, {"", std::nullopt}, {" ", std::nullopt}, {"-", std::nullopt}, {"¥", std::nullopt},
        {".", std::nullopt}, {".5", std::nullopt}, {"5.", std::nullopt}, {"1..2", std::nullopt}, {"1.2.3", std::nullopt},
        {"--3", std::nullopt}, {"+3", std::nullopt}, {"3-", std::nullopt}, {"12,34", std::nullopt}, {"1234,567", std::nullopt},
        {",123", std::nullopt}, {"1,,234", std::nullopt}, {"1,234,", std::nullopt}, {"1.2,345", std::nullopt},
        {"1 234", std::nullopt}, {"1e3", std::nullopt}, {"0x10", std::nullopt}, {"12元", std::nullopt}, {"X", std::nullopt},
        {"(3)", std::nullopt}, {"¥¥3", std::nullopt}, {"3¥", std::nullopt}, {"٣", std::nullopt}, {"nan", std::nullopt}};
    for (const ParseCase &c : cases) {
        CAPTURE(c.text.toStdString());
        CHECK(fenOf(Money::parseYuan(c.text)) == c.fen);
    }
}

TEST_CASE("万元 are read exactly or not at all", "[money]")
{
    const ParseCase cases[] = {{"19.703169", 19703169}, {"11.6", 11600000}, {"０．０００００１", 1}, {"-1.39096", -1390960},
        {"99,999,999.999999", Money::kMaxFen}, {"100000000", std::nullopt}, {"1.2345678", std::nullopt}, {"", std::nullopt},
        {"11.6万", std::nullopt}};
    for (const ParseCase &c : cases) {
        CAPTURE(c.text.toStdString());
        CHECK(fenOf(Money::parseWan(c.text)) == c.fen);
    }
}

TEST_CASE("Money is written in yuan, in groups and in 万元", "[money]")
{
    struct Case {
        qint64 fen;
        QString yuan;
        QString grouped;
        QString wan;
    };
    const Case cases[] = {{19703169, "197031.69", "197,031.69", "19.703169"}, {11600000, "116000.00", "116,000.00", "11.6"},
        {0, "0.00", "0.00", "0"}, {5, "0.05", "0.05", "0.000005"}, {-73, "-0.73", "-0.73", "-0.000073"},
        {-10000000, "-100000.00", "-100,000.00", "-10"}, {99999, "999.99", "999.99", "0.099999"},
        {100000, "1000.00", "1,000.00", "0.1"}, {Money::kMaxFen, "999999999999.99", "999,999,999,999.99", "99999999.999999"}};
    for (const Case &c : cases) {
        const Money money = Money::fromFen(c.fen);
        CHECK(money.yuan() == c.yuan);
        CHECK(money.grouped() == c.grouped);
        CHECK(money.wan() == c.wan);
    }
}

TEST_CASE("Every written amount reads back to itself", "[money][property]")
{
    std::mt19937_64 random(20211231);
    for (int i = 0; i < 20000; ++i) {
        const Money money = Money::fromFen(randomFen(random));
        CAPTURE(money.fen());
        REQUIRE(Money::parseYuan(money.yuan()) == money);
        REQUIRE(Money::parseYuan(money.grouped()) == money);
        REQUIRE(Money::parseWan(money.wan()) == money);
    }
}

TEST_CASE("Money outside its bounds is refused with an Error", "[money]")
{
    const Money most = Money::fromFen(Money::kMaxFen);
    const Money fen = Money::fromFen(1);
    CHECK((most - fen + fen) == most);
    CHECK((-most).fen() == -Money::kMaxFen);
    CHECK_THROWS_AS(Money::fromFen(Money::kMaxFen + 1), Error);
    CHECK_THROWS_AS(Money::fromFen(-Money::kMaxFen - 1), Error);
    CHECK_THROWS_AS(Money::fromFen(std::numeric_limits<qint64>::min()), Error);
    CHECK_THROWS_AS(most + fen, Error);
    CHECK_THROWS_AS(-most - fen, Error);
    Money sum = most;
    CHECK_THROWS_AS(sum += fen, Error);
    CHECK(sum == most);
    CHECK_THROWS_AS(sum -= -fen, Error);
    try {
        most + fen;
        FAIL("no Error");
    } catch (const Error &error) {
        CHECK(error.kind() == Error::Kind::Validation);
        CHECK_FALSE(error.remedy().isEmpty());
    }
}

TEST_CASE("Money is added, compared and negated", "[money]")
{
    Money money = Money::fromFen(300);
    money += Money::fromFen(25);
    money -= Money::fromFen(500);
    CHECK(money.fen() == -175);
    CHECK(money.isNegative());
    CHECK(Money().isZero());
    CHECK_FALSE(money.isZero());
    CHECK(Money::fromFen(-1) < Money());
}

TEST_CASE("A split sums to the whole", "[money]")
{
    struct Case {
        qint64 fen;
        std::vector<qint64> weights;
        std::vector<qint64> parts;
    };
    const Case cases[] = {{100, {1, 1, 1}, {34, 33, 33}}, {-100, {1, 1, 1}, {-34, -33, -33}}, {101, {1, 1, 1}, {34, 34, 33}},
        {100, {1, 2, 3}, {17, 33, 50}}, {5, {0, 1, 0}, {0, 5, 0}}, {0, {2, 3}, {0, 0}}, {1, {1, 1}, {1, 0}},
        {10, {0, 3, 3}, {0, 5, 5}}, {1000, {999, 1}, {999, 1}}, {7, {5}, {7}}};
    for (const Case &c : cases) {
        std::vector<qint64> parts;
        for (const Money part : Money::fromFen(c.fen).split(c.weights))
            parts.push_back(part.fen());
        CHECK(parts == c.parts);
    }
    for (const std::vector<qint64> &wrong : {std::vector<qint64>{}, {0, 0}, {1, -1}, {3, -1}})
        CHECK_THROWS_AS(Money::fromFen(1).split(wrong), Error);
}

TEST_CASE("Random splits sum to the whole and stay within a fen of the share", "[money][property]")
{
    std::mt19937_64 random(7);
    for (int i = 0; i < 2000; ++i) {
        const Money whole = Money::fromFen(randomFen(random));
        std::vector<qint64> weights(1 + random() % 9);
        for (qint64 &weight : weights)
            weight = static_cast<qint64>(random() % (i % 2 ? 10 : std::numeric_limits<qint64>::max()));
        weights[0] += 1;
        const auto parts = whole.split(weights);
        Money sum;
        for (const Money part : parts) {
            sum += part;
            REQUIRE((part.isZero() || part.isNegative() == whole.isNegative()));
        }
        REQUIRE(parts.size() == weights.size());
        REQUIRE(sum == whole);
    }
}
