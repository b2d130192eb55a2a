#include "base/period.h"

#include "base/error.h"

#include <catch2/catch.hpp>

#include <random>

using namespace mishutai;

namespace {

struct PeriodCase {
    QString text;
    QDate from;
    QDate to;
};

std::optional<QDate> day(int y, int m, int d)
{
    return QDate(y, m, d);
}

} // namespace

TEST_CASE("Dates are read as offices type them", "[date]")
{
    struct Case {
        QString text;
        std::optional<QDate> date;
    };
    const QDate today(2021, 2, 10);
    const Case cases[] = {{"20210514", day(2021, 5, 14)}, {"2021.5.14", day(2021, 5, 14)}, {"2021-5-14", day(2021, 5, 14)},
        {"2021-05-14", day(2021, 5, 14)}, {"2021/5/14", day(2021, 5, 14)}, {"2021年5月14日", day(2021, 5, 14)},
        {"2021 年 5 月 14 日", day(2021, 5, 14)}, {"2021年5月14号", day(2021, 5, 14)}, {"2021年5月14", day(2021, 5, 14)},
        {"２０２１．５．１４", day(2021, 5, 14)}, {"2021。5。14", day(2021, 5, 14)}, {"2021—5—14", day(2021, 5, 14)},
        {" 5.14 ", day(2021, 5, 14)}, {"5-14", day(2021, 5, 14)}, {"5/14", day(2021, 5, 14)}, {"5月14日", day(2021, 5, 14)},
        {"５月１４日", day(2021, 5, 14)}, {"5月14", day(2021, 5, 14)}, {"今天", today}, {"昨天", day(2021, 2, 9)},
        {"明天", day(2021, 2, 11)}, {"前天", day(2021, 2, 8)}, {"后天", day(2021, 2, 12)}, {"月底", day(2021, 2, 28)},
        {"5月底", day(2021, 5, 31)}, {"2020年2月底", day(2020, 2, 29)}, {"年底", day(2021, 12, 31)},
        {"2022年底", day(2022, 12, 31)}, {"20200229", day(2020, 2, 29)}, {"1900-1-1", day(1900, 1, 1)},
        {"2199-12-31", day(2199, 12, 31)}};
    for (const Case &c : cases) {
        CAPTURE(c.text.toStdString());
        CHECK(parseDate(c.text, today) == c.date);
    }
}

TEST_CASE("What is no day is never guessed", "[date]")
{
    const QDate today(2021, 2, 10);
    for (const char *text :
        {"", " ", "20210230", "20210229", "2021-2-29", "2.29", "2.30", "2021-13-1", "13月1日", "2021-0-1", "2021-1-0", "2021-5",
            "2021.5", "2021", "2021年", "2021年5月", "5", "514", "2021514", "202105", "21-5-14", "2021-5/14", "2021.5-14",
            "2021-5-14-", "-2021-5-14", "2021-5-14 10:00", "1899-12-31", "2200-1-1", "0000-00-00", "5.14.", "五月十四日", "待定",
            "X", "44330", "2021-005-14", "00210514", "0月底", "13月底", "月", "5月0日", "2021年5月14日至15日", "1e3"}) {
        CAPTURE(text);
        CHECK(parseDate(QString(text), today) == std::nullopt);
    }
    CHECK(parseDate(u"2.29", QDate(2024, 1, 1)) == QDate(2024, 2, 29));
}

TEST_CASE("Days of tables that programs have written are read too", "[date]")
{
    struct Case {
        QString text;
        std::optional<QDate> date;
    };
    const QDate today(2021, 2, 10);
    const Case cases[] = {{"2021-05-14 00:00:00", day(2021, 5, 14)}, {"2021/5/14 0:00", day(2021, 5, 14)},
        {"2021-05-14T08:30:00.000", day(2021, 5, 14)}, {"2021年5月14日 10:00", day(2021, 5, 14)},
        {"２０２１/５/１４　０：００", day(2021, 5, 14)}, {"21-5-14", day(2021, 5, 14)}, {"21.05.14", day(2021, 5, 14)},
        {"44197", day(2021, 1, 1)}, {"44330.0", day(2021, 5, 14)}, {"10000", day(1927, 5, 18)}, {"2021.5.14", day(2021, 5, 14)},
        {"5.14", day(2021, 5, 14)}, {"85-3-2", {}}, {"2021-02-30 00:00:00", {}}, {"5.14 0:00", {}}, {"9999", {}}, {"73051", {}},
        {"2021.5", {}}, {"2021年5月", {}}, {"21-5/14", {}}, {"10:00", {}}, {"", {}}};
    for (const Case &c : cases) {
        CAPTURE(c.text.toStdString());
        CHECK(parseCellDate(c.text, today) == c.date);
    }
}

TEST_CASE("Periods are read from text", "[period]")
{
    const PeriodCase cases[] = {{"2021", {2021, 1, 1}, {2021, 12, 31}}, {"2021年", {2021, 1, 1}, {2021, 12, 31}},
        {"2021年度", {2021, 1, 1}, {2021, 12, 31}}, {"2021-05", {2021, 5, 1}, {2021, 5, 31}},
        {"2021-5", {2021, 5, 1}, {2021, 5, 31}}, {"2021.5", {2021, 5, 1}, {2021, 5, 31}}, {"202105", {2021, 5, 1}, {2021, 5, 31}},
        {"2021年5月", {2021, 5, 1}, {2021, 5, 31}}, {"２０２１年２月", {2021, 2, 1}, {2021, 2, 28}},
        {"2020年2月份", {2020, 2, 1}, {2020, 2, 29}}, {"2021Q2", {2021, 4, 1}, {2021, 6, 30}},
        {"2021-q4", {2021, 10, 1}, {2021, 12, 31}}, {"2021年二季度", {2021, 4, 1}, {2021, 6, 30}},
        {"2021年第3季度", {2021, 7, 1}, {2021, 9, 30}}, {"2021年上半年", {2021, 1, 1}, {2021, 6, 30}},
        {"2021年下半年", {2021, 7, 1}, {2021, 12, 31}}, {"2021年1-10月", {2021, 1, 1}, {2021, 10, 31}},
        {"2021年1—10月", {2021, 1, 1}, {2021, 10, 31}}, {"2021年3月至5月", {2021, 3, 1}, {2021, 5, 31}},
        {"2021年3～5月份", {2021, 3, 1}, {2021, 5, 31}}, {"2021-01-01..2021-03-15", {2021, 1, 1}, {2021, 3, 15}},
        {"2020-11..2021-02", {2020, 11, 1}, {2021, 2, 28}}, {"2020..2021", {2020, 1, 1}, {2021, 12, 31}},
        {"2021年1月1日至3月15日", {2021, 1, 1}, {2021, 3, 15}}, {"2021年1月1日-3月15日", {2021, 1, 1}, {2021, 3, 15}},
        {"2021年1月1日至15日", {2021, 1, 1}, {2021, 1, 15}}, {"2020年11月至2021年2月", {2020, 11, 1}, {2021, 2, 28}},
        {"20210514", {2021, 5, 14}, {2021, 5, 14}}, {"2021年5月14日", {2021, 5, 14}, {2021, 5, 14}}};
    for (const PeriodCase &c : cases) {
        CAPTURE(c.text.toStdString());
        CHECK(Period::parse(c.text) == Period::range(c.from, c.to));
    }
}

TEST_CASE("What is no period is refused", "[period]")
{
    for (const char *text : {"", "21", "2021-13", "2021年13月", "2021Q5", "2021年五季度", "2021年10-1月", "2021年0-3月", "5月",
             "5.14", "2021-03-15..2021-01-01", "2021..", "..2021", "2021-02-30", "2021-01-01..2021-02-30", "去年", "2021年1-13月",
             "1899", "20211", "2021年至", "2021-01-01..2021-02-01..2021-03-01", "2021年X月"}) {
        CAPTURE(text);
        CHECK(Period::parse(QString(text)) == std::nullopt);
    }
}

TEST_CASE("Periods are written as offices write them", "[period]")
{
    struct Case {
        Period period;
        QString text;
    };
    const Case cases[]
        = {{Period::year(2021), "2021年"}, {Period::month(2021, 5), "2021年5月"}, {Period::quarter(2021, 2), "2021年二季度"},
            {Period::quarter(2021, 4), "2021年四季度"}, {Period::monthsUpTo(2021, 10), "2021年1—10月"},
            {Period::monthsUpTo(2021, 12), "2021年"}, {Period::monthsUpTo(2021, 1), "2021年1月"},
            {Period::monthsUpTo(2021, 3), "2021年一季度"}, {Period::range({2021, 3, 1}, {2021, 5, 31}), "2021年3—5月"},
            {Period::range({2021, 1, 1}, {2021, 3, 15}), "2021年1月1日至3月15日"},
            {Period::range({2020, 12, 1}, {2021, 1, 31}), "2020年12月1日至2021年1月31日"},
            {Period::range({2021, 5, 14}, {2021, 5, 14}), "2021年5月14日"}};
    for (const Case &c : cases) {
        CHECK(c.period.chinese().toStdString() == c.text.toStdString());
        CHECK(Period::parse(c.period.chinese()) == c.period);
    }
}

TEST_CASE("Every period reads back from its Chinese text", "[period][property]")
{
    std::mt19937 random(5);
    for (int i = 0; i < 3000; ++i) {
        const QDate from = QDate(2019, 1, 1).addDays(static_cast<qint64>(random() % 1200));
        QDate to = from.addDays(static_cast<qint64>(random() % 500));
        const bool wholeMonths = i % 2 == 0;
        const Period period = wholeMonths
            ? Period::range(QDate(from.year(), from.month(), 1), QDate(to.year(), to.month(), to.daysInMonth()))
            : Period::range(from, to);
        CAPTURE(period.chinese().toStdString());
        REQUIRE(Period::parse(period.chinese()) == period);
        const QDate date = period.to();
        REQUIRE(parseDate(chineseDate(date), from) == date);
        REQUIRE(parseDate(date.toString("yyyyMMdd"), from) == date);
    }
}

TEST_CASE("Impossible periods are refused with an Error", "[period]")
{
    CHECK_THROWS_AS(Period::range(QDate(2021, 5, 2), QDate(2021, 5, 1)), Error);
    CHECK_THROWS_AS(Period::range(QDate(), QDate(2021, 5, 1)), Error);
    CHECK_THROWS_AS(Period::month(2021, 13), Error);
    CHECK_THROWS_AS(Period::month(2021, 0), Error);
    CHECK_THROWS_AS(Period::quarter(2021, 5), Error);
    CHECK_THROWS_AS(Period::quarter(2021, 0), Error);
    CHECK_THROWS_AS(Period::monthsUpTo(2021, 13), Error);
}

TEST_CASE("Periods know what they contain and when they fill a year", "[period]")
{
    const Period may = Period::month(2021, 5);
    CHECK(may.contains(QDate(2021, 5, 1)));
    CHECK(may.contains(QDate(2021, 5, 31)));
    CHECK_FALSE(may.contains(QDate(2021, 6, 1)));
    CHECK_FALSE(may.contains(QDate(2021, 4, 30)));
    CHECK(Period::year(2020).isFullYear());
    CHECK_FALSE(may.isFullYear());
    CHECK_FALSE(Period::range(QDate(2020, 1, 1), QDate(2021, 12, 31)).isFullYear());
}

TEST_CASE("The same period of another year keeps whole months whole", "[period]")
{
    struct Case {
        Period period;
        int years;
        Period expected;
    };
    const Case cases[] = {{Period::year(2021), -1, Period::year(2020)}, {Period::month(2021, 2), -1, Period::month(2020, 2)},
        {Period::month(2020, 2), 1, Period::month(2021, 2)}, {Period::monthsUpTo(2020, 2), -1, Period::monthsUpTo(2019, 2)},
        {Period::range({2020, 2, 29}, {2020, 2, 29}), 1, Period::range({2021, 2, 28}, {2021, 2, 28})},
        {Period::range({2021, 1, 5}, {2021, 2, 28}), -1, Period::range({2020, 1, 5}, {2020, 2, 28})},
        {Period::quarter(2021, 3), 0, Period::quarter(2021, 3)}};
    for (const Case &c : cases)
        CHECK(c.period.shiftedYears(c.years).chinese().toStdString() == c.expected.chinese().toStdString());
}
