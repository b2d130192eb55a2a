#include "base/chinese/pinyin.h"

#include "base/chinese/pinyin_table.h"

#include <QFile>

#include <catch2/catch.hpp>

#include <thread>

using namespace mishutai;

namespace {

quint32 letters(const char *text)
{
    quint32 mask = 0;
    for (; *text; ++text)
        mask |= quint32{1} << (*text - 'a');
    return mask;
}

bool matchesByInitials(const QString &name, const QString &query)
{
    return matchesInitials(pinyinKey(name).masks, query);
}

struct MatchCase {
    QString name;
    QString query;
    bool expected;
};

} // namespace

TEST_CASE("The pinyin table holds every character of its source and stays small", "[pinyin]")
{
    CHECK(PinyinTable::instance().characterCount() == 41497);
    QFile table(":/resources/pinyin/pinyin.txt");
    REQUIRE(table.open(QIODevice::ReadOnly));
    CHECK(table.size() <= 450 * 1024);
    CHECK(QFile::exists(":/resources/pinyin/LICENSE"));
}

TEST_CASE("Masks hold the initials of every reading", "[pinyin]")
{
    struct Case {
        char32_t character;
        const char *initials;
    };
    const Case cases[] = {{U'都', "d"}, {U'重', "cz"}, {U'长', "zc"}, {U'行', "xh"}, {U'厦', "sx"}, {U'会', "hk"}, {U'仇', "cq"},
        {U'乐', "ly"}, {U'〇', "lyx"}, {U'嗯', "n"}, {U'吕', "l"}, {U'𠀀', "h"}, {U'，', ""}, {U'a', ""},
        // readings that the list of 2013 no longer has would find names that nobody meant; living ones stay
        {U'能', "n"}, {U'市', "s"}, {U'厂', "c"}, {U'晟', "cs"}, {U'六', "l"}, {char32_t{0x10FFFF}, ""}};
    for (const Case &c : cases) {
        CAPTURE(QString::fromUcs4(&c.character, 1).toStdString());
        CHECK(initialsMask(c.character) == letters(c.initials));
    }
    CHECK(initialsMask(QChar(u'重')) == letters("cz"));
}

TEST_CASE("Initials and full pinyin take the most usual reading", "[pinyin]")
{
    struct Case {
        QString text;
        QString initials;
        QString full;
    };
    const Case cases[] = {{"成都先进材料", "cdxjcl", "chengdouxianjincailiao"}, {"北京", "bj", "beijing"},
        {"ABC科技3厂", "abckj3c", "abckeji3chang"}, {"Ａ１ 绿色", "a1ls", "a1lvse"}, {"", "", ""}, {"（，。）", "", ""},
        {"女娲略", "nwl", "nvwalve"}};
    for (const Case &c : cases) {
        CAPTURE(c.text.toStdString());
        CHECK(pinyinInitials(c.text) == c.initials);
        CHECK(pinyinFull(c.text) == c.full);
    }
}

TEST_CASE("Initials find a name by any reading", "[pinyin]")
{
    const MatchCase cases[] = {{"成都先进材料产业生态圈联盟", "cdxjcl", true}, {"成都先进材料产业生态圈联盟", "xjcl", true},
        {"成都先进材料产业生态圈联盟", "cdcl", false}, {"重庆银行", "cqyh", true}, {"重庆银行", "zqyx", true},
        {"长沙厦门", "csxm", true}, {"长沙厦门", "zssm", true}, {"成都（先进）材料", "cdxj", true}, {"3M中国", "3mzg", true},
        {"3M中国", "1mzg", false}, {"1M中国", "3mzg", false}, {"中车A1厂", "zca1", true}, {"中国", "zgr", false},
        {"中国", "", false}, {"", "z", false}, {"中国", "中", false}, {"中国", "ZG", false}};
    for (const MatchCase &c : cases) {
        CAPTURE(c.name.toStdString(), c.query.toStdString());
        CHECK(matchesByInitials(c.name, c.query) == c.expected);
    }
}

TEST_CASE("A matcher takes initials, full pinyin by any reading and mixtures", "[pinyin]")
{
    const MatchCase cases[] = {{"成都", "chengdu", true}, {"成都", "chengdou", true}, {"成都", "chengd", true},
        {"成都", "chengda", false}, {"成都", "chdu", true}, {"成都", "cdu", true}, {"成都", "du", true}, {"成都", "engdu", false},
        {"成都先进材料", "chengduxj", true}, {"成都先进材料", "CDXJ", true}, {"成都先进材料", "cheng du", true},
        {"成都先进材料", "dcl", false}, {"会计", "kuaiji", true}, {"会计", "huiji", true}, {"绿地", "lvdi", true},
        {"绿地", "ludi", true}, {"吕", "lv", true}, {"路", "lv", false}, {"西安", "xian", true}, {"先", "xian", true},
        {"ABC科技", "abckeji", true}, {"ABC科技", "bkeji", false}, {"Ａ３科技", "a3keji", true}, {"成都3厂", "du3c", true},
        {"成都3厂", "du1c", false}, {"成都（先进）", "duxian", true}, {"成都", "成都", false}, {"成都", "cheng,du", false},
        {"成都", "", false}, {"", "a", false}};
    for (const MatchCase &c : cases) {
        CAPTURE(c.name.toStdString(), c.query.toStdString());
        CHECK(PinyinMatcher(c.query).matches(c.name) == c.expected);
    }
    CHECK_FALSE(PinyinMatcher(QString(64, 'a')).isPinyin());
    CHECK(PinyinMatcher(QString(63, 'a')).isPinyin());
    CHECK(PinyinMatcher(QString(63, 'a')).matches(QString(80, u'阿')));
}

TEST_CASE("Whatever initials find, the matcher finds too", "[pinyin]")
{
    const QString name = "重庆长沙厦门银行会计3部";
    const PinyinKey key = pinyinKey(name);
    REQUIRE(key.masks.size() == static_cast<size_t>(name.size()));
    for (char a = 'a'; a <= 'z'; ++a) {
        for (char b = 'a'; b <= 'z'; ++b) {
            const QString query = QString(QChar(a)) + QChar(b);
            CAPTURE(query.toStdString());
            if (matchesInitials(key.masks, query))
                CHECK(PinyinMatcher(query).matches(key));
        }
    }
}

TEST_CASE("The table answers several threads at once", "[pinyin]")
{
    std::vector<QString> answers(8);
    std::vector<std::jthread> threads;
    for (QString &answer : answers)
        threads.emplace_back([&answer] { answer = pinyinFull(u"北京"); });
    threads.clear();
    for (const QString &answer : answers)
        CHECK(answer == "beijing");
}
