#include "base/chinese/text.h"

#include <catch2/catch.hpp>

using namespace mishutai;

TEST_CASE("Full-width characters become half-width and nothing else changes", "[text]")
{
    CHECK(toHalfWidth(u"ＡＢｃ１２．５％（甲）　￥，～！") == "ABc12.5%(甲) ¥,~!");
    CHECK(toHalfWidth(u"成都，。、“”【】…—") == "成都,。、“”【】…—");
    CHECK(toHalfWidth(u"") == "");
}

TEST_CASE("The normal form for searching folds width, case, blanks and brackets", "[text]")
{
    struct Case {
        QString text;
        QString expected;
    };
    const Case cases[] = {
        {"成都（先进） 材料", "成都(先进)材料"}, {"ＡＢＣ Ltd.\t", "abcltd."}, {"A　B\u00a0C\n", "abc"}, {"ÄÖ", "äö"}, {"", ""}};
    for (const Case &c : cases)
        CHECK(normalized(c.text).toStdString() == c.expected.toStdString());
}
