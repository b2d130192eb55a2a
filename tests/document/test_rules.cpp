#include "document/chart_scale.h"
#include "document/document.h"
#include "document/layout/break_rules.h"
#include "document/layout/title_lines.h"

#include <catch2/catch.hpp>

using namespace mishutai::document;

namespace {

/// The text with | at every place where a line may end.
std::string broken(const QString &text)
{
    const std::u32string characters = text.toStdU32String();
    const std::vector<bool> allowed = breakOpportunities(characters);
    QString shown;
    for (size_t i = 0; i < characters.size(); ++i) {
        if (allowed[i])
            shown += u'|';
        shown += QString::fromUcs4(&characters[i], 1);
    }
    return shown.toStdString();
}

} // namespace

TEST_CASE("Lines end where the rules allow", "[document]")
{
    const auto [text, expected] = GENERATE(table<QString, std::string>({
        {QStringLiteral("产业发展"), "产|业|发|展"},
        {QStringLiteral("你好，世界。"), "你|好，|世|界。"},
        {QStringLiteral("他说：“好！”走"), "他|说：|“好！”|走"},
        {QStringLiteral("《规则》（试行）等"), "《规|则》|（试|行）|等"},
        {QStringLiteral("共127家企"), "共|127家|企"},
        {QStringLiteral("约20余家企"), "约20余家|企"},
        {QStringLiteral("计20.66亿元整"), "计|20.66亿元|整"},
        {QStringLiteral("于2021年1月26日召开"), "于|2021年1月26日|召|开"},
        {QStringLiteral("在1-10月份内"), "在|1-10月份|内"},
        {QStringLiteral("升3.5个百分点左"), "升|3.5个百分点|左"},
        {QStringLiteral("占63%～68%之"), "占|63%～68%|之"},
        {QStringLiteral("第3次会"), "第3次|会"},
        {QStringLiteral("超1200余人次参"), "超|1200余人次|参"},
        {QStringLiteral("按ISO 9001认证"), "按|ISO |9001|认|证"},
        {QStringLiteral("如此……是——的"), "如|此……|是|——|的"},
        {QStringLiteral("是￥500元的"), "是|￥500元|的"},
        {QStringLiteral("网址www.example.cn的"), "网|址|www.example.cn|的"},
        {QStringLiteral("收12,345.67万元的"), "收|12,345.67万元|的"},
        {QStringLiteral("燊𬭎公司"), "燊|𬭎|公|司"},
        {QString(), ""},
    }));
    CHECK(broken(text) == expected);
}

TEST_CASE("Every closing mark may not start and every opening mark may not end a line", "[document]")
{
    for (const char32_t mark : std::u32string(U"，。、；：！？）》〉】〕」』”’％‰℃…·～,.;:!?)]%")) {
        CAPTURE(static_cast<unsigned>(mark));
        CHECK(mustNotStartLine(mark));
        CHECK_FALSE(mustNotEndLine(mark));
    }
    for (const char32_t mark : std::u32string(U"（《〈【〔「『“‘￥№([")) {
        CAPTURE(static_cast<unsigned>(mark));
        CHECK(mustNotEndLine(mark));
        CHECK_FALSE(mustNotStartLine(mark));
    }
}

TEST_CASE("Headings are numbered by level", "[document]")
{
    const auto [level, number, expected] = GENERATE(table<int, int, QString>({
        {1, 1, QStringLiteral("一、")},
        {1, 10, QStringLiteral("十、")},
        {1, 12, QStringLiteral("十二、")},
        {2, 20, QStringLiteral("（二十）")},
        {2, 105, QStringLiteral("（一百零五）")},
        {2, 110, QStringLiteral("（一百一十）")},
        {1, 1010, QStringLiteral("一千零一十、")},
        {3, 4, QStringLiteral("4．")},
        {4, 11, QStringLiteral("（11）")},
    }));
    CHECK(headingNumber(level, number) == expected);
}

TEST_CASE("A heading restarts the numbers below it", "[document]")
{
    HeadingCounter counter;
    const auto next = [&counter](int level, bool isNumbered = true) {
        Heading heading;
        heading.level = level;
        heading.isNumbered = isNumbered;
        return counter.next(heading);
    };
    CHECK(next(1) == QStringLiteral("一、"));
    CHECK(next(2) == QStringLiteral("（一）"));
    CHECK(next(3) == QStringLiteral("1．"));
    CHECK(next(2) == QStringLiteral("（二）"));
    CHECK(next(3) == QStringLiteral("1．"));
    CHECK(next(1) == QStringLiteral("二、"));
    CHECK(next(2) == QStringLiteral("（一）"));
    CHECK(next(1, false).isEmpty());
    CHECK(next(2) == QStringLiteral("（一）"));
    CHECK(next(1) == QStringLiteral("三、"));
}

TEST_CASE("Titles break by sense and in shape", "[document]")
{
    const auto fits = [](QStringView text) { return text.size() <= 20; };
    const auto [title, expected] = GENERATE(table<QString, QStringList>({
        {QStringLiteral("工作总结"), {QStringLiteral("工作总结")}},
        {QStringLiteral("示例市先进材料产业生态圈联盟2021年度工作总结"),
            {QStringLiteral("示例市先进材料产业生态圈联盟"), QStringLiteral("2021年度工作总结")}},
        {QStringLiteral("示例市新材料行业协会关于开展2022年会员企业走访工作的通知"),
            {QStringLiteral("示例市新材料行业协会"), QStringLiteral("关于开展2022年会员企业走访工作的通知")}},
    }));
    CHECK(breakTitle(title, fits) == expected);
}

TEST_CASE("However long, a title keeps its text and its lines fit", "[document]")
{
    const auto fits = [](QStringView text) { return text.size() <= 20; };
    const int length = GENERATE(1, 20, 21, 39, 40, 41, 61, 79, 95, 300);
    QString title;
    for (int i = 0; i < length; ++i)
        title += QChar(0x4E00 + i % 50);
    const QStringList lines = breakTitle(title, fits);
    CHECK(lines.join(QString()) == title);
    CHECK(lines.size() == (length + 19) / 20);
    for (const QString &line : lines)
        CHECK(line.size() <= 20);
}

TEST_CASE("A chart's axis has few round steps and holds all values and zero", "[document]")
{
    const auto [lowest, highest, low, high, step] = GENERATE(table<qint64, qint64, qint64, qint64, qint64>({
        {0, 0, 0, 1, 1},
        {0, 1, 0, 1, 1},
        {3, 127, 0, 150, 50},
        {0, 100, 0, 100, 20},
        {-30, 80, -50, 100, 50},
        {-7, -3, -8, 0, 2},
        {0, 116'000, 0, 150'000, 50'000},
        {0, 99'999'999'999'999, 0, 100'000'000'000'000, 20'000'000'000'000},
    }));
    const ChartScale scale = ChartScale::spanning(lowest, highest);
    CHECK(scale.low == low);
    CHECK(scale.high == high);
    CHECK(scale.step == step);
    CHECK(scale.ticks().size() <= 7);
    CHECK(scale.position(scale.low, 5000) == 0);
    CHECK(scale.position(scale.high, 5000) == 5000);
    CHECK(scale.position(scale.low + (scale.high - scale.low) / 2, 1) <= 1);
}
