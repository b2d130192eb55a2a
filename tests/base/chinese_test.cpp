#include "base/chinese/credit_code.h"
#include "base/chinese/numerals.h"
#include "base/chinese/phone.h"

#include <catch2/catch.hpp>

using namespace mishutai;

TEST_CASE("Numbers are written in words", "[numerals]")
{
    struct Case {
        int number;
        QString text;
    };
    const Case cases[] = {{0, "零"}, {1, "一"}, {10, "十"}, {11, "十一"}, {20, "二十"}, {21, "二十一"}, {100, "一百"},
        {101, "一百零一"}, {105, "一百零五"}, {110, "一百一十"}, {115, "一百一十五"}, {1000, "一千"}, {1001, "一千零一"},
        {1010, "一千零一十"}, {1100, "一千一百"}, {2021, "二千零二十一"}, {9999, "九千九百九十九"}};
    for (const Case &c : cases)
        CHECK(chineseNumber(c.number).toStdString() == c.text.toStdString());
    for (int number = 0; number <= 9999; ++number)
        REQUIRE(parseChineseNumber(chineseNumber(number)) == number);
}

TEST_CASE("Words of numbers are read or refused", "[numerals]")
{
    // 一百一 and 一千一 are colloquial for 110 and 1100: never a guess.
    CHECK(parseChineseNumber(u"一十一") == 11);
    CHECK(parseChineseNumber(u"两百") == 200);
    CHECK(parseChineseNumber(u"两千零二") == 2002);
    CHECK(parseChineseNumber(u"一百〇五") == 105);
    CHECK(parseChineseNumber(u" 十 ") == 10);
    for (const char *text : {"", "一百五零", "百", "一百一", "二二", "一万", "十十", "零一", "一千一", "11", "一百零", "第一",
             "一零", "九千九百九十九九"}) {
        CAPTURE(text);
        CHECK(parseChineseNumber(QString(text)) == std::nullopt);
    }
}

TEST_CASE("Ordinals and heading numbers", "[numerals]")
{
    CHECK(chineseOrdinal(1, "届") == "第一届");
    CHECK(chineseOrdinal(12, "次") == "第十二次");
    CHECK(headingNumber(1, 3) == "三、");
    CHECK(headingNumber(2, 11) == "（十一）");
    CHECK(headingNumber(3, 2) == "2．");
    CHECK(headingNumber(4, 10) == "（10）");
}

TEST_CASE("Credit codes are checked by GB 32100-2015", "[credit-code]")
{
    CHECK(isCreditCode(u"91350100M000100Y43"));
    for (const char *code : {"91350100M000100Y4Z", "91350100M000100Y44", "91350100m000100y43", "91350100M000100Y4",
             "91350100M000100Y433", "", "91350100M0001O0Y43", "19350100M000100Y43", "９1350100M000100Y43"}) {
        CAPTURE(code);
        CHECK_FALSE(isCreditCode(QString(code)));
    }
    CHECK(normalizedCreditCode(u" 9135 0100-m000 100y43　") == "91350100M000100Y43");
    CHECK(creditCodeCheckDigit(u"91350100M000100Y4") == QChar(u'3'));
    CHECK(creditCodeCheckDigit(u"91350100M000100YI") == std::nullopt);
    CHECK(creditCodeCheckDigit(u"9135") == std::nullopt);
}

TEST_CASE("Any single wrong character and any swap of neighbours is found", "[credit-code][property]")
{
    const QString characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    for (int serial = 0; serial < 40; ++serial) {
        const auto code = completedCreditCode(QString("5151010%1MJ%2A").arg(serial % 10).arg(serial * 7919, 6, 10, QChar('0')));
        REQUIRE(code.has_value());
        REQUIRE(isCreditCode(*code));
        for (qsizetype at = 0; at < code->size(); ++at) {
            for (const QChar c : characters) {
                QString wrong = *code;
                wrong[at] = c;
                REQUIRE(isCreditCode(wrong) == (wrong == *code));
            }
            if (at > 0 && at < 17 && code->at(at) != code->at(at - 1)) {
                QString swapped = *code;
                std::swap(swapped[at], swapped[at - 1]);
                REQUIRE_FALSE(isCreditCode(swapped));
            }
        }
    }
}

TEST_CASE("A wrong credit code is told what is wrong", "[credit-code]")
{
    struct Case {
        QString code;
        QString part; ///< of the fault; empty for a valid code
    };
    const Case cases[] = {{"91350100M000100Y43", ""}, {" 91350100m000100y43 ", ""}, {"91350100M000100Y4", "现在是17位"},
        {"91350100M000100Y4Z", "第18位不能是“Z”，可能是“2”"}, {"9135O100M000100Y43", "第5位不能是“O”，可能是“0”"},
        {"91350100M000100Y44", "校验位不符"}, {"91350100M*00100Y43", "第10位不能是“*”"}, {"", "现在是0位"}};
    for (const Case &c : cases) {
        CAPTURE(c.code.toStdString());
        const auto fault = creditCodeFault(c.code);
        CHECK(fault.has_value() == !c.part.isEmpty());
        if (fault)
            CHECK_THAT(fault->toStdString(), Catch::Contains(c.part.toStdString()));
    }
}

TEST_CASE("Telephone numbers come to one form or are refused", "[phone]")
{
    struct Case {
        QString typed;
        QString stored;
        QString masked;
        QString tail;
    };
    const Case cases[] = {{"13800005678", "13800005678", "138****5678", "5678"},
        {"138 0000 5678", "13800005678", "138****5678", "5678"}, {"138-0000-5678", "13800005678", "138****5678", "5678"},
        {"+86 13800005678", "13800005678", "138****5678", "5678"}, {"008613800005678", "13800005678", "138****5678", "5678"},
        {"１３８００００５６７８", "13800005678", "138****5678", "5678"},
        {"028-85550123", "028-85550123", "028-****0123", "0123"}, {"（028）8555 0123", "028-85550123", "028-****0123", "0123"},
        {"02885550123", "028-85550123", "028-****0123", "0123"}, {"0838-5550123", "0838-5550123", "0838-****0123", "0123"},
        {"010-65550123转801", "010-65550123-801", "010-****0123", "0123"},
        {"028-85550123 分机 12", "028-85550123-12", "028-****0123", "0123"}, {"85550123", "85550123", "****0123", "0123"},
        {"8555012", "8555012", "****5012", "5012"}, {"85550123-801", "85550123-801", "****0123", "0123"},
        {"4008001234", "400-800-1234", "****1234", "1234"}, {"+86-028-85550123", "028-85550123", "028-****0123", "0123"}};
    for (const Case &c : cases) {
        CAPTURE(c.typed.toStdString());
        const auto stored = normalizedPhone(c.typed);
        REQUIRE(stored.has_value());
        CHECK(stored->toStdString() == c.stored.toStdString());
        CHECK(normalizedPhone(*stored) == stored);
        CHECK(maskedPhone(*stored).toStdString() == c.masked.toStdString());
        CHECK(phoneTail(*stored) == c.tail);
        CHECK(isMobilePhone(*stored) == c.stored.startsWith('1'));
    }
    for (const char *text : {"", "1380000567", "138000056789", "12800005678", "110", "028-1555012", "abc",
             "13800005678/13900005678", "138****5678", "X"}) {
        CAPTURE(text);
        CHECK(normalizedPhone(QString(text)) == std::nullopt);
    }
}

TEST_CASE("Two telephone numbers of one cell are told apart, and only two", "[phone]")
{
    for (const char *text : {"13811112222、13811113333", "１３８１１１１２２２２，13811113333", "13811112222/13811113333",
             "138 1111 2222;138-1111-3333", "13811112222\n13811113333", "13811112222 13811113333", "13811112222或13811113333"}) {
        CAPTURE(text);
        CHECK(twoPhones(QString(text)) == std::pair(QString("13811112222"), QString("13811113333")));
    }
    CHECK(twoPhones(u"028-85550123、13811112222")->first == "028-85550123");
    for (const char *text : {"13811112222", "138 1111 2222", "028 85550123", "85550123-801", "028-85550123/24", "",
             "13811112222、13811113333、13811114444", "13811112222、张三"}) {
        CAPTURE(text);
        CHECK(twoPhones(QString(text)) == std::nullopt);
    }
}

TEST_CASE("Masks never show a short or unusual text in full", "[phone]")
{
    CHECK(maskedPhone(u"") == "****");
    CHECK(maskedPhone(u"123456") == "****");
    CHECK(phoneTail(u"12") == "12");
    CHECK(phoneTail(u"13800005678", 6) == "005678");
}
