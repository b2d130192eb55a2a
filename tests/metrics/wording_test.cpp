#include "base/error.h"
#include "metrics/wording.h"

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::metrics;

namespace {

MetricValue count(qint64 raw, const QString &unit = "家")
{
    return {.kind = ValueKind::Count, .raw = raw, .unit = unit};
}

MetricValue money(qint64 fen)
{
    return {.kind = ValueKind::Money, .raw = fen, .unit = "元"};
}

MetricValue decimal(qint64 micro, Qualifier qualifier = Qualifier::Exact, const QString &wording = {}, const QString &unit = "人")
{
    return {.kind = ValueKind::Decimal, .raw = micro, .qualifier = qualifier, .wording = wording, .unit = unit};
}

} // namespace

TEST_CASE("figures are written as the format says")
{
    struct Case {
        MetricValue value;
        QString format;
        QString text;
    };
    const Case cases[] = {
        {count(127), "", "127家"},
        {count(127), "无单位", "127"},
        {count(23, "次"), "余:10", "20余次"},
        {count(20, "次"), "余:10", "20次"},
        {count(7, "次"), "余:10", "7次"},
        {count(12, "项次"), "超过:10", "超过10项次"},
        {count(10, "项次"), "超过:10", "10项次"},
        {count(10, "家"), "至少:10", "至少10家"},
        {count(3, "次"), "一二三|无单位", "三"},
        {count(-5, "家"), "绝对值", "5家"},
        {money(19703169), "万元", "19.703169万元"},
        {money(11600000), "万元", "11.6万元"},
        {money(19703169), "元", "197,031.69元"},
        {money(19703169), "", "197,031.69元"},
        {money(19703169), "元|无单位", "197,031.69"},
        {money(-28173246), "万元|绝对值", "28.173246万元"},
        {money(-28173246), "万元", "-28.173246万元"},
        {money(5'000'000'000'000), "亿元", "500亿元"},
        {money(73), "大写", "柒角叁分"},
        {decimal(1'200'000'000, Qualifier::Above, "超过"), "", "超过1200人"},
        {decimal(1'200'000'000, Qualifier::Above, "超过"), "超过:100", "超过1200人"},
        {decimal(150'000'000, Qualifier::Above, {}, "家"), "超过:10", "超过150家"},
        {decimal(0, Qualifier::Unknown, {}, "家"), "", "X家"},
        {decimal(308'000), "百分比:1", "30.8%"},
        {decimal(588'740, Qualifier::Exact, {}, ""), "百分比:1", "58.9%"},
    };
    for (const Case &each : cases) {
        INFO(each.format.toStdString() << " → " << each.text.toStdString());
        CHECK(word(each.value, each.format) == each.text);
    }
}

TEST_CASE("an unknown format is refused and the known ones are named")
{
    for (const QString &format : {QString("千元"), QString("余"), QString("百分比:1|坏"), QString("余:0")}) {
        INFO(format.toStdString());
        if (format == "余") {
            CHECK(word(count(23, "次"), format) == "20余次");
            continue;
        }
        try {
            word(decimal(308'000), format);
            FAIL("accepted");
        } catch (const Error &error) {
            CHECK(error.kind() == Error::Kind::Validation);
            CHECK(error.remedy().contains("万元"));
        }
    }
}

TEST_CASE("a share cannot be asked of a count")
{
    CHECK_THROWS_AS(word(count(3), "百分比:1"), Error);
}
