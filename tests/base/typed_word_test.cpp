#include "base/chinese/typed_word.h"

#include <catch2/catch.hpp>

using namespace mishutai;

TEST_CASE("what was typed is marked in the text as people read it", "[typed]")
{
    struct Row {
        QString text;
        QString typed;
        QString marked; ///< empty: not found
    };
    const Row rows[]{{"成都炭素有限责任公司", "炭素", "炭素"}, {"成都炭素有限责任公司", "cdts", "成都炭素"},
        {"成都炭素有限责任公司", "tsyx", "炭素有限"}, {"成都炭素有限责任公司", "chengdut", "成都炭"},
        {"重庆银行（长沙）分行", "yhcs", "银行（长沙"}, {"重庆银行（长沙）分行", "(长沙)", "（长沙）"},
        {"示例 ＡＢＣ科技", "abckj", "ＡＢＣ科技"}, {"示例 ＡＢＣ 科技", "abc科", "ＡＢＣ 科"}, {"M-0017", "m-00", "M-00"},
        {"13800005678", "5678", "5678"}, {"13800005678", "138-0000", "1380000"}, {"028-8555 0123", "85550123", "8555 0123"},
        {"028-85550123", "0288555", "028-8555"}, {"𠮷野科技", "科技", "科技"}, {"𠮷野科技", "kj", "科技"},
        {"成都炭素", "长沙", {}}, {"成都炭素", "x", {}}, {"M-0017", "cd", {}}, {"", "a", {}}, {"2021年会", "2021", "2021"}};
    for (const Row &row : rows) {
        CAPTURE(row.text.toStdString(), row.typed.toStdString());
        const auto found = TypedWord(row.typed).in(row.text);
        CHECK(found.has_value() == !row.marked.isEmpty());
        if (found)
            CHECK(row.text.mid(found->start, found->length) == row.marked);
    }
}

TEST_CASE("a search is split at blanks of any kind", "[typed]")
{
    const std::vector<TypedWord> words = typedWords("  成都　5678\tCD ");
    REQUIRE(words.size() == 3);
    CHECK(words[0].normal() == "成都");
    CHECK(words[1].digits() == "5678");
    CHECK_FALSE(words[1].isPinyin());
    CHECK(words[2].isPinyin());
    CHECK(typedWords(" 　\t").empty());
}
