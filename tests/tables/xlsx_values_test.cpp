#include "tables/xlsx/xlsx_values.h"

#include <catch2/catch.hpp>

using namespace mishutai::tables;

TEST_CASE("Numbers of a workbook are shown with at most 15 digits and no exponent", "[tables][xlsx]")
{
    const std::vector<std::pair<QString, QString>> cases{
        {"0", "0"},
        {"-0", "0"},
        {"1234.5", "1234.5"},
        {"007", "7"},
        {"1.50", "1.5"},
        {"-12.25", "-12.25"},
        {"+3", "3"},
        {"0.30000000000000004", "0.3"},
        {"12345.670000000002", "12345.67"},
        {"12345.669999999999", "12345.67"},
        {"0.99999999999999999", "1"},
        {"999999999999999.9", "1000000000000000"},
        {"1E3", "1000"},
        {"1.5E-3", "0.0015"},
        {"9.1510100000000006E+17", "915101000000000000"},
        {"1e-7", "0.0000001"},
        {"197031.69", "197031.69"},
        {".5", "0.5"},
        {"5.", "5"},
    };
    for (const auto &[written, shown] : cases) {
        INFO(written.toStdString());
        const std::optional<WrittenNumber> number = parseNumber(written);
        REQUIRE(number);
        CHECK(plainText(*number) == shown);
    }
    for (const QString text : {"", "-", ".", "abc", "1,5", "1e", "1e999", "0x10", "1 2", "NaN", "INF", "1e1.5"}) {
        INFO(text.toStdString());
        CHECK_FALSE(parseNumber(text));
    }
}

TEST_CASE("Number formats tell dates from numbers", "[tables][xlsx]")
{
    using Kind = NumberStyle::Kind;
    const NumberStyle number{};
    const NumberStyle date{Kind::Moment, true, false};
    const NumberStyle month{Kind::Moment, true, false, /*isMonth=*/true};
    const NumberStyle time{Kind::Moment, false, true};
    const NumberStyle both{Kind::Moment, true, true};
    const NumberStyle duration{Kind::Duration, false, true};
    const NumberStyle percent{Kind::Percent, false, false};
    const std::vector<std::pair<QString, NumberStyle>> codes{
        {"yyyy\"年\"m\"月\"d\"日\"", date},
        {"[$-804]yyyy/m/d", date},
        {"yyyy-mm-dd hh:mm", both},
        {"h:mm;@", time},
        {"m\"月\"", date},
        {"yyyy\"年\"m\"月\"", month},
        {"mmm-yy", month},
        {"[h]:mm", duration},
        {"[mm]:ss", duration},
        {"0.00%", percent},
        {"0.00\"元\"", number},
        {"#,##0.00_);[Red](#,##0.00)", number},
        {"General", number},
        {"\"day\" 0", number},
        {"0\\d", number},
        {"[$¥-804]#,##0.00", number},
        {"@", number},
        {"0.0E+00", number},
        {"[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", date},
        {"aaaa", date},
        {"0;\"yd\"", number},
        {"[Red]0.00", number},
        {"上午/下午h\"时\"mm\"分\"", time},
    };
    for (const auto &[code, style] : codes) {
        INFO(code.toStdString());
        CHECK(styleOfCode(code) == style);
    }
    const std::vector<std::pair<int, NumberStyle>> ids{{0, number}, {2, number}, {4, number}, {9, percent}, {10, percent},
        {13, number}, {14, date}, {17, month}, {18, time}, {21, time}, {22, both}, {27, month}, {31, date}, {32, time},
        {36, month}, {37, number}, {44, number}, {45, time}, {46, duration}, {47, time}, {49, number}, {50, month}, {57, month},
        {58, date}, {59, number}};
    for (const auto &[id, style] : ids) {
        INFO(id);
        CHECK(builtInStyle(id) == style);
    }
}

TEST_CASE("Serial numbers become dates and times", "[tables][xlsx]")
{
    using Kind = NumberStyle::Kind;
    struct SerialCase {
        const char *number;
        NumberStyle style;
        bool is1904;
        const char *shown;
    };
    const NumberStyle date{Kind::Moment, true, false};
    const NumberStyle month{Kind::Moment, true, false, /*isMonth=*/true};
    const NumberStyle time{Kind::Moment, false, true};
    const NumberStyle both{Kind::Moment, true, true};
    const NumberStyle duration{Kind::Duration, false, true};
    const std::vector<SerialCase> cases{
        {"44319", date, false, "2021-05-03"},
        {"44319.999", date, false, "2021-05-03"},
        {"44317", month, false, "2021-05"},
        {"44319", month, false, "2021-05-03"},
        {"1", date, false, "1900-01-01"},
        {"59", date, false, "1900-02-28"},
        {"60", date, false, "60"},
        {"61", date, false, "1900-03-01"},
        {"-1", date, false, "-1"},
        {"2958465", date, false, "9999-12-31"},
        {"2958466", date, false, "2958466"},
        {"0", date, true, "1904-01-01"},
        {"42857", date, true, "2021-05-03"},
        {"44319", both, false, "2021-05-03"},
        {"44319.5", both, false, "2021-05-03 12:00"},
        {"44319.395833333336", both, false, "2021-05-03 09:30"},
        {"44319.999999999", both, false, "2021-05-04"},
        {"0.395833333333333", time, false, "09:30"},
        {"0.00001157407407", time, false, "00:00:01"},
        {"0", time, false, "00:00"},
        {"44319.25", time, false, "06:00"},
        {"1.5", duration, false, "36:00"},
        {"0.25", both, false, "06:00"},
        {"0.153", {Kind::Percent, false, false}, false, "15.3%"},
        {"0", {Kind::Percent, false, false}, false, "0%"},
        {"1", {Kind::Percent, false, false}, false, "100%"},
    };
    for (const SerialCase &c : cases) {
        INFO(c.number << " " << c.shown);
        CHECK(shownNumber(*parseNumber(QString(c.number)), c.style, c.is1904) == QString(c.shown));
    }
}

TEST_CASE("References and escapes of a workbook", "[tables][xlsx]")
{
    CHECK(parseReference(u"A1")->column == 1);
    CHECK(parseReference(u"BC12")->column == 55);
    CHECK(parseReference(u"BC12")->row == 12);
    CHECK(parseReference(u"XFD1048576")->column == 16'384);
    for (const QString text : {"", "1", "a1", "A-5", "A0", "ABCDEF1", "A1x", "ZZZZZZ4000000000"})
        CHECK_FALSE(parseReference(text));
    CHECK(unescaped("a_x000D_b") == "a\rb");
    CHECK(unescaped("_x005F_x0041_") == "_x0041_");
    CHECK(unescaped("_xyz_ _x12") == "_xyz_ _x12");
    CHECK(escaped("_x0041_") == "_x005F_x0041_");
    for (const QString text : {"", "_x0041_", "_x0041_x0042_", "_x005F_x0041_", "__x0041_", "_x_x0041_", "a_xb"}) {
        INFO(text.toStdString());
        CHECK(unescaped(escaped(text)) == text);
    }
}
