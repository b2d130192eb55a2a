#include "base/decimal.h"

#include "base/error.h"
#include "base/rounding.h"

#include <catch2/catch.hpp>

#include <limits>
#include <random>

using namespace mishutai;

namespace {

constexpr qint64 kMost = std::numeric_limits<qint64>::max();
constexpr qint64 kLeast = std::numeric_limits<qint64>::min();

Decimal decimal(const char *text)
{
    return Decimal::parse(QString(text)).value();
}

} // namespace

TEST_CASE("Decimals are read exactly or not at all", "[decimal]")
{
    struct Case {
        QString text;
        std::optional<qint64> micro;
    };
    const Case cases[] = {{"30.8", 30800000}, {"-1,234.5", -1234500000}, {"１２", 12000000}, {"0.000001", 1},
        {"0.0000001", std::nullopt}, {"9223372036854.775807", kMost}, {"9223372036854.775808", std::nullopt}, {"", std::nullopt},
        {"12,34", std::nullopt}, {"X", std::nullopt}, {"1e3", std::nullopt}, {"30%", std::nullopt}, {"-0", 0}};
    for (const Case &c : cases) {
        CAPTURE(c.text.toStdString());
        const auto number = Decimal::parse(c.text);
        CHECK((number ? std::optional(number->micro()) : std::nullopt) == c.micro);
    }
}

TEST_CASE("Decimals are written without superfluous zeros", "[decimal]")
{
    struct Case {
        qint64 micro;
        QString text;
    };
    const Case cases[] = {{30800000, "30.8"}, {0, "0"}, {1, "0.000001"}, {-1500000, "-1.5"}, {100000000, "100"},
        {kMost, "9223372036854.775807"}, {kLeast, "-9223372036854.775808"}};
    for (const Case &c : cases)
        CHECK(Decimal::fromMicro(c.micro).text() == c.text);
    std::mt19937_64 random(3);
    for (int i = 0; i < 5000; ++i) {
        const Decimal number = Decimal::fromMicro(static_cast<qint64>(random() >> (random() % 64)) - (i % 2 ? 1 : 0));
        if (number.micro() != kLeast)
            REQUIRE(Decimal::parse(number.text()) == number);
    }
}

TEST_CASE("There is one rounding rule: halves away from zero", "[decimal]")
{
    struct Case {
        qint64 numerator;
        qint64 denominator;
        qint64 rounded;
    };
    const Case cases[] = {{5, 2, 3}, {-5, 2, -3}, {5, -2, -3}, {-5, -2, 3}, {4, 3, 1}, {2, 4, 1}, {1, 3, 0}, {-1, 3, 0},
        {7, 7, 1}, {kMost, 1, kMost}, {kLeast, 1, kLeast}, {kMost, kMost, 1}, {0, 5, 0}};
    for (const Case &c : cases)
        CHECK(narrowed(roundHalfUp(c.numerator, c.denominator)) == c.rounded);
    CHECK_THROWS_AS(narrowed(Wide{kMost} + 1), Error);
    CHECK_THROWS_AS(narrowed(Wide{kLeast} - 1), Error);
}

TEST_CASE("Decimals are rounded half up to any place", "[decimal]")
{
    struct Case {
        const char *number;
        int decimals;
        QString rounded;
        QString grouped; ///< empty where the place is left of the point
    };
    const Case cases[] = {{"4.05", 1, "4.1", "4.1"}, {"4.04", 1, "4", "4.0"}, {"-4.05", 1, "-4.1", "-4.1"},
        {"1234567.895", 2, "1234567.9", "1,234,567.90"}, {"0.5", 0, "1", "1"}, {"-0.4", 0, "0", "0"}, {"1250", -2, "1300", ""},
        {"49", -2, "0", ""}, {"0.000001", 6, "0.000001", "0.000001"}};
    for (const Case &c : cases) {
        CAPTURE(c.number);
        CHECK(decimal(c.number).roundedHalfUp(c.decimals).text() == c.rounded);
        if (!c.grouped.isEmpty())
            CHECK(decimal(c.number).grouped(c.decimals) == c.grouped);
    }
    CHECK_THROWS_AS(Decimal::fromMicro(kMost).roundedHalfUp(0), Error);
}

TEST_CASE("Per cent are written from ratios", "[decimal]")
{
    struct Case {
        qint64 a;
        qint64 b;
        int decimals;
        QString text;
    };
    const Case cases[] = {{8, 26, 1, "30.8%"}, {8, 38, 0, "21%"}, {1, 5, 2, "20%"}, {1, 3, 2, "33.33%"}, {2, 3, 2, "66.67%"},
        {-1, 8, 1, "-12.5%"}, {1, 8, 0, "13%"}, {3, 2, 0, "150%"}, {0, 7, 1, "0%"}, {1, 3, 4, "33.3333%"}};
    for (const Case &c : cases)
        CHECK(ratio(c.a, c.b)->percentText(c.decimals) == c.text);
}

TEST_CASE("Ratios use 128 bits and nothing divides by zero", "[decimal]")
{
    CHECK(ratio(kMost, kMost)->text() == "1");
    CHECK(ratio(kLeast, kMost)->text() == "-1");
    CHECK(ratio(Money::fromFen(Money::kMaxFen), Money::fromFen(30))->text() == "3333333333333.3");
    CHECK(ratio(decimal("1"), decimal("3"))->text() == "0.333333");
    CHECK(ratio(1, 0) == std::nullopt);
    CHECK(ratio(decimal("1"), Decimal()) == std::nullopt);
    CHECK_THROWS_AS(ratio(kMost, 1), Error);
}

TEST_CASE("Arithmetic is exact and refuses to overflow", "[decimal]")
{
    CHECK((decimal("0.1") + decimal("0.2")).text() == "0.3");
    CHECK((decimal("0.1") - decimal("0.3")).text() == "-0.2");
    CHECK((decimal("1.5") * decimal("-2.5")).text() == "-3.75");
    CHECK((decimal("0.000001") * decimal("0.5")).text() == "0.000001");
    CHECK((-decimal("7")).text() == "-7");
    CHECK(decimal("1.000000").isInteger());
    CHECK_FALSE(decimal("1.5").isInteger());
    CHECK(Decimal().isZero());
    CHECK(decimal("-1") < decimal("0.5"));
    const Decimal most = Decimal::fromMicro(kMost);
    const Decimal least = Decimal::fromMicro(kLeast);
    CHECK_THROWS_AS(most + Decimal::fromMicro(1), Error);
    CHECK_THROWS_AS(least - Decimal::fromMicro(1), Error);
    CHECK_THROWS_AS(-least, Error);
    CHECK_THROWS_AS(most * decimal("2"), Error);
    CHECK_THROWS_AS(Decimal::fromInteger(kMost), Error);
    CHECK(Decimal::fromInteger(-42).text() == "-42");
}

TEST_CASE("Money becomes a decimal and back without loss", "[decimal]")
{
    std::mt19937_64 random(11);
    for (int i = 0; i < 2000; ++i) {
        const Money money = Money::fromFen(static_cast<qint64>(random() % (2 * Money::kMaxFen)) - Money::kMaxFen);
        REQUIRE(moneyFromYuan(inYuan(money)) == money);
        REQUIRE(moneyFromWan(inWan(money)) == money);
        REQUIRE(inWan(money).text() == money.wan());
    }
    CHECK(inYuan(Money::fromFen(19703169)).grouped(0) == "197,032");
    CHECK(inWan(Money::fromFen(19703169)).roundedHalfUp(2).text() == "19.7");
    CHECK(moneyFromYuan(decimal("0.005")) == std::nullopt);
    CHECK_THROWS_AS(moneyFromYuan(decimal("1000000000000")), Error);
    CHECK_THROWS_AS(moneyFromWan(decimal("100000000")), Error);
}
