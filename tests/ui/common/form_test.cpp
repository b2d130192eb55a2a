#include "ui/common/form.h"

#include "ui/common/fields/date_field.h"
#include "ui/common/fields/money_field.h"
#include "ui/common/fields/text_field.h"
#include "ui/common/message_bar.h"
#include "ui/support/window.h"

#include <QPlainTextEdit>
#include <QSignalSpy>

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::ui;

namespace {

struct Fixture {
    Fixture() : form("新增")
    {
        name = form.add("name", QStringLiteral("名称"), new TextField, Form::Need::Required);
        date = form.add("date", QStringLiteral("日期"), new DateField([] { return QDate(2021, 12, 31); }));
        amount = form.add("amount", QStringLiteral("金额"), new MoneyField);
        remark = form.add("remark", QStringLiteral("备注"), new LongTextField);
        last = form.add("last", QStringLiteral("经办"), new TextField);
        form.setSave([this] {
            ++saves;
            if (toThrow)
                throw *toThrow;
        });
        test::shown(form, 480, 600);
        form.focusFirst();
    }
    ~Fixture() { form.disconnect(); }

    static void enter() { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); }

    Form form;
    TextField *name;
    DateField *date;
    MoneyField *amount;
    LongTextField *remark;
    TextField *last;
    int saves = 0;
    std::optional<Error> toThrow;
};

} // namespace

TEST_CASE("Enter goes from field to field and saves after the last")
{
    Fixture f;
    QSignalSpy saved(&f.form, &Form::saved);
    CHECK(f.name->editor()->hasFocus());
    QTest::keyClicks(f.name->editor(), "ABC");
    f.enter();
    CHECK(f.date->editor()->hasFocus());
    QTest::keyClicks(f.date->editor(), "5.14");
    f.enter();
    CHECK(f.date->text() == "2021-05-14");
    CHECK(f.amount->editor()->hasFocus());
    QTest::keyClicks(f.amount->editor(), "1200*3");
    f.enter();
    CHECK(f.amount->text() == "3,600.00");
    CHECK(f.remark->editor()->hasFocus());
    QTest::keyClicks(f.remark->editor(), "a");
    f.enter(); // no line break, though the text may have several lines
    CHECK(f.last->editor()->hasFocus());
    CHECK(f.remark->text() == "a");
    CHECK(f.saves == 0);
    f.enter();
    CHECK(f.saves == 1);
    REQUIRE(saved.size() == 1);
    CHECK_FALSE(saved.first().first().toBool());
    CHECK_FALSE(f.form.isChanged());
}

TEST_CASE("Shift+Enter begins a line in text of several lines; where paragraphs are written Enter does")
{
    Fixture f;
    f.remark->editor()->setFocus();
    QTest::keyClicks(f.remark->editor(), "a");
    QTest::keyClick(f.remark->editor(), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(f.remark->editor(), "b");
    CHECK(f.remark->editor()->hasFocus());
    CHECK(f.remark->text() == "a\nb");
    f.remark->setTakesEnter(true);
    f.enter();
    CHECK(f.remark->editor()->hasFocus());
    CHECK(f.remark->text() == "a\nb\n");
    QTest::keyClick(f.remark->editor(), Qt::Key_Tab);
    CHECK(f.last->editor()->hasFocus());
    CHECK(f.saves == 0);
}

TEST_CASE("Enter belongs to the input method while it composes")
{
    Fixture f;
    QWidget *editor = f.name->editor();
    test::compose(editor, "cheng du");
    QTest::keyClick(editor, Qt::Key_Return);
    CHECK(editor->hasFocus());
    QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(editor, Qt::Key_Escape);
    CHECK(f.saves == 0);
    CHECK(editor->hasFocus());
    test::commit(editor, QStringLiteral("成都"));
    CHECK(f.name->text() == QStringLiteral("成都"));
    QTest::keyClick(editor, Qt::Key_Return);
    CHECK(f.date->editor()->hasFocus());
}

TEST_CASE("a field that holds nonsense keeps the focus and says why")
{
    Fixture f;
    f.date->editor()->setFocus();
    QTest::keyClicks(f.date->editor(), "514x");
    f.enter();
    CHECK(f.date->editor()->hasFocus());
    CHECK(f.date->shownFault().contains(QStringLiteral("不是一个日期")));
    QTest::keyClick(f.date->editor(), Qt::Key_Backspace);
    CHECK(f.date->shownFault().isEmpty());
}

TEST_CASE("required fields and faults of the service are shown under their fields")
{
    Fixture f;
    QTest::keyClick(f.name->editor(), Qt::Key_S, Qt::ControlModifier);
    CHECK(f.saves == 0);
    CHECK(f.name->shownFault() == QStringLiteral("请填写名称"));
    CHECK(f.name->editor()->property("state").toByteArray() == "error");

    f.toThrow = Error(Error::Kind::Validation, QStringLiteral("还不能保存"));
    f.toThrow->withFields({{"last", "format", QStringLiteral("经办人不在名单里")}});
    QTest::keyClicks(f.name->editor(), "A");
    QTest::keyClick(f.name->editor(), Qt::Key_S, Qt::ControlModifier);
    CHECK(f.saves == 1);
    CHECK(f.last->shownFault() == QStringLiteral("经办人不在名单里"));
    CHECK(f.last->editor()->hasFocus());
    CHECK(MessageArea::of(&f.form).bars().isEmpty());

    f.toThrow = Error(Error::Kind::Conflict, QStringLiteral("没有保存"), QStringLiteral("别人刚改过"));
    CHECK_FALSE(f.form.save());
    REQUIRE(MessageArea::of(&f.form).bars().size() == 1);
    CHECK(MessageArea::of(&f.form).bars().first()->kind() == MessageBar::Kind::Bad);
    CHECK(f.form.isChanged());
}

TEST_CASE("Ctrl+Enter saves and asks for a new form, once")
{
    Fixture f;
    QSignalSpy saved(&f.form, &Form::saved);
    QTest::keyClicks(f.name->editor(), "A");
    QTest::keyClick(f.name->editor(), Qt::Key_Return, Qt::ControlModifier);
    CHECK(f.saves == 1);
    REQUIRE(saved.size() == 1);
    CHECK(saved.first().first().toBool());
}

TEST_CASE("Escape leaves without loss: the draft brings everything back")
{
    Fixture f;
    QSignalSpy left(&f.form, &Form::left);
    QTest::keyClicks(f.name->editor(), "A");
    f.amount->setText("12");
    f.remark->setText(QStringLiteral("两行\n备注"));
    QTest::keyClick(f.name->editor(), Qt::Key_Escape);
    CHECK(left.size() == 1);
    CHECK(f.form.isChanged());

    Fixture other;
    other.form.restoreDraft(f.form.draft());
    CHECK(other.name->text() == "A");
    CHECK(other.amount->text() == "12");
    CHECK(other.remark->text() == QStringLiteral("两行\n备注"));
    CHECK(other.date->isEmpty());
    CHECK(other.form.isChanged());
}
