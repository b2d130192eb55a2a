#include "base/period.h"
#include "ui/common/fields/arithmetic.h"
#include "ui/common/fields/choice_field.h"
#include "ui/common/fields/date_field.h"
#include "ui/common/fields/money_field.h"
#include "ui/common/fields/pick_field.h"
#include "ui/common/fields/quantity_field.h"
#include "ui/common/fields/text_field.h"
#include "ui/support/window.h"

#include <QLabel>

#include <QAbstractItemView>

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::ui;

namespace {

const QDate kToday(2021, 12, 31);

QString hint(const Field &field)
{
    const auto *note = field.findChild<QLabel *>();
    return note ? note->text() : QString();
}

} // namespace

TEST_CASE("dates are taken as offices type them, never guessed")
{
    struct Case {
        const char *typed;
        const char *written; ///< after leaving the field; empty when refused
    };
    const Case cases[]{{"20210514", "2021-05-14"}, {"2021.5.14", "2021-05-14"}, {"2021-5-14", "2021-05-14"},
        {"2021/5/14", "2021-05-14"}, {"2021年5月14日", "2021-05-14"}, {"5.14", "2021-05-14"}, {"5月14日", "2021-05-14"},
        {"今天", "2021-12-31"}, {"20210230", ""}, {"5.32", ""}, {"abc", ""}, {"514", ""}};
    for (const Case &one : cases) {
        INFO(one.typed);
        DateField field([] { return kToday; });
        field.setText(QString::fromUtf8(one.typed));
        CHECK(field.finish() == (*one.written != 0));
        if (*one.written) {
            CHECK(field.text() == one.written);
            CHECK(hint(field).startsWith(chineseDate(*field.date())));
        } else {
            CHECK_FALSE(field.date());
            CHECK(field.text() == QString::fromUtf8(one.typed));
            CHECK_FALSE(field.shownFault().isEmpty());
        }
    }
}

TEST_CASE("on a whole date plus, minus and page keys move it; inside a date the hyphen is text")
{
    DateField field([] { return kToday; });
    test::shown(field, 300, 80);
    QWidget *edit = field.editor();
    edit->setFocus();
    QTest::keyClicks(edit, "t");
    CHECK(field.text() == "2021-12-31");
    QTest::keyClicks(edit, "+");
    CHECK(field.text() == "2022-01-01");
    QTest::keyClicks(edit, "--");
    CHECK(field.text() == "2021-12-30");
    QTest::keyClick(edit, Qt::Key_PageUp);
    CHECK(field.text() == "2021-11-30");
    QTest::keyClick(edit, Qt::Key_Up);
    CHECK(field.text() == "2021-12-01");
    field.edit()->selectAll();
    QTest::keyClicks(edit, "2021-5-14");
    CHECK(field.text() == "2021-5-14");
    CHECK(field.date() == QDate(2021, 5, 14));
}

TEST_CASE("arithmetic in amounts is exact; a part of a fen is refused")
{
    using Fault = Sum::Fault;
    struct Case {
        const char *typed;
        qint64 fen;
        Fault fault;
    };
    const Case cases[]{{"1200*3", 360000, Fault::None}, {"=1200×3", 360000, Fault::None}, {"1,234.50", 123450, Fault::None},
        {"（800+150）/2", 47500, Fault::None}, {"100/3*3", 10000, Fault::None}, {"0.1+0.2", 30, Fault::None},
        {"-5", -500, Fault::None}, {"10-12.5", -250, Fault::None}, {"12.5万", 12500000, Fault::None},
        {"1.125*2", 225, Fault::None}, {"２*３", 600, Fault::None}, {"1.005", 0, Fault::PartOfAFen},
        {"1.250", 0, Fault::PartOfAFen}, {"100/3", 0, Fault::PartOfAFen}, {"1/0", 0, Fault::NotAnAmount},
        {"1200*", 0, Fault::NotAnAmount}, {"(1+2", 0, Fault::NotAnAmount}, {"abc", 0, Fault::NotAnAmount},
        {"1,2", 0, Fault::NotAnAmount}, {"999999999999*9", 0, Fault::TooLarge},
        {"999999999999*999999999999*999", 0, Fault::TooLarge}};
    for (const Case &one : cases) {
        INFO(one.typed);
        const Sum sum = evaluateYuan(QString::fromUtf8(one.typed));
        CHECK(sum.fault == one.fault);
        CHECK(sum.money.has_value() == (one.fault == Fault::None));
        if (sum.money)
            CHECK(sum.money->fen() == one.fen);
    }
}

TEST_CASE("an amount shows its capitals and 万元 while it is typed and is written in full afterwards")
{
    struct Case {
        const char *typed;
        const char *hint;
        const char *written;
    };
    const Case cases[]{{"100000", "壹拾万元整　10万元", "100,000.00"},
        {"1409.5", "壹仟肆佰零玖元伍角整　0.14095万元", "1,409.50"}, {"6007.14", "陆仟零柒元壹角肆分　0.600714万元", "6,007.14"},
        {"325.04", "叁佰贰拾伍元零肆分　0.032504万元", "325.04"}, {"1200*3", "= 3,600.00　叁仟陆佰元整　0.36万元", "3,600.00"}};
    for (const Case &one : cases) {
        INFO(one.typed);
        MoneyField field;
        field.setText(QString::fromUtf8(one.typed));
        CHECK(hint(field) == QString::fromUtf8(one.hint));
        CHECK(field.finish());
        CHECK(field.text() == one.written);
    }
    MoneyField field;
    field.setText("1.005");
    CHECK_FALSE(field.finish());
    CHECK(field.text() == "1.005");
    CHECK_FALSE(field.money());
    CHECK(field.shownFault().contains(QStringLiteral("两位小数")));
    field.setMoney(Money::fromFen(-1234567));
    CHECK(field.text() == "-12,345.67");
    CHECK(field.money() == Money::fromFen(-1234567));
}

TEST_CASE("figures keep their words, X is unknown and never 0")
{
    QuantityField field(QStringLiteral("家"));
    field.setText("127");
    REQUIRE(field.quantity());
    CHECK(field.quantity()->text() == QStringLiteral("127家"));
    field.setText(QStringLiteral("20余"));
    REQUIRE(field.quantity());
    CHECK(field.quantity()->qualifier() == Qualifier::Above);
    CHECK(field.finish());
    CHECK(field.text() == QStringLiteral("20余家"));
    field.setText("X");
    REQUIRE(field.quantity());
    CHECK_FALSE(field.quantity()->value());
    CHECK(hint(field).contains(QStringLiteral("不当作 0")));
    field.setText(QStringLiteral("很多"));
    CHECK_FALSE(field.finish());
    QuantityField amount(QStringLiteral("万元"));
    amount.setText(QStringLiteral("约1.2亿"));
    CHECK(amount.finish());
    CHECK(amount.text() == QStringLiteral("约12000万元"));
    amount.setText(QStringLiteral("120人"));
    CHECK_FALSE(amount.finish());
}

TEST_CASE("a choice is found by initials and Enter; other words are refused unless allowed")
{
    const std::vector<db::Choice> choices{{"council", QStringLiteral("理事单位")}, {"vice", QStringLiteral("副理事长单位")},
        {"member", QStringLiteral("会员单位")}};
    ChoiceField field(choices);
    test::shown(field, 300, 300);
    field.editor()->setFocus();
    QTest::keyClicks(field.editor(), "hydw");
    REQUIRE(field.popup()->isOpen());
    CHECK(field.popup()->count() == 1);
    CHECK(field.finish());
    CHECK(field.value() == "member");
    CHECK(field.text() == QStringLiteral("会员单位"));

    field.setText({});
    QTest::keyClick(field.editor(), Qt::Key_Down);
    CHECK(field.popup()->count() == 3);
    QTest::keyClick(field.editor(), Qt::Key_Down);
    CHECK(field.finish());
    CHECK(field.value() == "vice");

    // The one whose initials were typed in full stands before those that hold them.
    ChoiceField levels({{"standing", QStringLiteral("常务理事单位")}, {"chair", QStringLiteral("理事长单位")},
        {"council", QStringLiteral("理事单位")}});
    test::shown(levels, 300, 300);
    levels.editor()->setFocus();
    QTest::keyClicks(levels.editor(), "lsdw");
    REQUIRE(levels.popup()->isOpen());
    CHECK(levels.finish());
    CHECK(levels.value() == "council");

    field.setText(QStringLiteral("没有的"));
    CHECK_FALSE(field.finish());
    CHECK(field.value().isEmpty());
    CHECK(field.dropOpen() == false);

    ChoiceField open(choices, ChoiceField::Others::Allowed);
    open.setText(QStringLiteral("顾问单位"));
    CHECK(open.finish());
    CHECK(open.value() == QStringLiteral("顾问单位"));
}

TEST_CASE("another record is picked by initials, or made with what was typed")
{
    test::SampleFile file(70);
    PickField field(file.session(), test::sampleDefinition());
    test::shown(field, 400, 400);
    field.editor()->setFocus();
    QTest::keyClicks(field.editor(), "cdxj");
    REQUIRE(field.popup()->isOpen());
    REQUIRE(field.popup()->current());
    CHECK(field.popup()->current()->text.contains(QStringLiteral("成都先进")));
    CHECK(field.finish());
    REQUIRE(field.id());
    const auto picked = field.id();
    const QString name = field.text();

    PickField again(file.session(), test::sampleDefinition());
    again.setId(picked);
    CHECK(again.text() == name);

    QTest::keyClicks(field.editor(), "x");
    CHECK_FALSE(field.id());
    field.dropOpen();
    CHECK_FALSE(field.finish());

    field.setCreate([&file](const QString &typed) {
        db::Statement insert(
            file.database(), "INSERT INTO samples (name, code, level, due_fen, paid) VALUES (:n, 'N', 'member', 0, 'no')");
        insert.bind(":n", typed).execute();
        return std::optional(insert.insertedId());
    });
    field.setText({});
    test::commit(field.editor(), QStringLiteral("全新单位"));
    REQUIRE(field.popup()->isOpen());
    REQUIRE(field.popup()->current());
    CHECK(field.popup()->current()->isNew);
    CHECK(field.finish());
    CHECK(field.id() == 71);
    CHECK(field.text() == QStringLiteral("全新单位"));
}

TEST_CASE("two of one name are told apart by a line below the name, which has the whole width")
{
    test::SampleFile file(70);
    PickField field(file.session(), test::sampleDefinition());
    field.setNote([](const db::ListRow &row) { return QStringLiteral("第 %1 行").arg(row.id); });
    test::shown(field, 400, 400);
    field.editor()->setFocus();
    QTest::keyClicks(field.editor(), "cdxj");
    REQUIRE(field.popup()->isOpen());
    for (const Suggestion &offer : field.popup()->offers())
        CHECK(offer.note == QStringLiteral("第 %1 行").arg(offer.value.toLongLong()));
    auto *view = field.popup()->findChild<QAbstractItemView *>();
    REQUIRE(view);
    CHECK(view->sizeHintForIndex(view->model()->index(0, 0)).height() >= 2 * QFontMetrics(view->font()).height());
}

TEST_CASE("credit codes and phones are checked while typed and written in one form")
{
    CreditCodeField code;
    code.setText("91510100");
    CHECK(hint(code) == QStringLiteral("还差 10 位"));
    code.setText("91510100MA6CXXXX0K");
    CHECK_FALSE(code.finish());
    CHECK_FALSE(code.shownFault().isEmpty());

    struct Case {
        const char *typed;
        const char *written; ///< empty when refused
    };
    const Case cases[]{{"138 0000 5678", "13800005678"}, {"+86 13800005678", "13800005678"}, {"（028）85550123", "028-85550123"},
        {"1380000567", ""}, {"abc", ""}};
    for (const Case &one : cases) {
        INFO(one.typed);
        PhoneField phone;
        phone.setText(QString::fromUtf8(one.typed));
        CHECK(phone.finish() == (*one.written != 0));
        if (*one.written)
            CHECK(phone.text() == one.written);
    }
}
