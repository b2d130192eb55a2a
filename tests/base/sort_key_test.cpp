#include "base/chinese/sort_key.h"

#include <catch2/catch.hpp>

#include <QStringList>

#include <algorithm>

using namespace mishutai;

TEST_CASE("names stand as a dictionary has them")
{
    const QStringList wanted{QStringLiteral("（示例）一号"), QStringLiteral("3号厂"), QStringLiteral("ａbc"),
        QStringLiteral("ABD"), QStringLiteral("Z"), QStringLiteral("é"), QStringLiteral("阿坝"), QStringLiteral("北京"),
        QStringLiteral("长沙"), QStringLiteral("城北"), QStringLiteral("成都甲"), QStringLiteral("成都乙"),
        QStringLiteral("重庆"), QStringLiteral("都江堰"), QStringLiteral("厦门"), QStringLiteral("曾甲"), QStringLiteral("重工")};
    QStringList sorted = wanted;
    std::ranges::reverse(sorted);
    std::ranges::sort(sorted, {}, [](const QString &text) { return pinyinSortKey(text.toUtf8()); });
    CHECK(sorted.join(' ').toStdString() == wanted.join(' ').toStdString());
}

TEST_CASE("texts that differ never have one sort key, and none is too long or broken")
{
    const QByteArray name = QString(40, QChar(u'成')).toUtf8();
    CHECK(pinyinSortKey({}).isEmpty());
    CHECK(pinyinSortKey("abc") != pinyinSortKey("ABC"));
    CHECK(pinyinSortKey(name) < pinyinSortKey(name + "a"));
    CHECK(pinyinSortKey(name).size() < 400);
    CHECK(pinyinSortKey("\xE6\x88") != pinyinSortKey("\xE6"));
}
