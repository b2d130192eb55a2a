#include "ui/prints/letter_template_form.h"

#include "desk/letters/letter_maker.h"
#include "desk/letters/letter_template.h"
#include "desk/letters/letter_template_service.h"
#include "ui/common/fields/text_field.h"
#include "ui/common/guarded.h"
#include "ui/common/look/theme.h"
#include "ui/prints/pages_dialog.h"
#include "ui/records/form_values.h"

#include <QApplication>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

namespace mishutai::ui {

LetterTemplateForm::LetterTemplateForm(
    desk::Application &application, const QString &source, std::optional<Stored> stored, QWidget *parent)
    : Form(stored ? tr("修改函件模板") : tr("新建函件模板"), parent), m_application(application), m_before(source),
      m_stored(stored), m_menu(new QMenu(this))
{
    setSavesAndAdds(false);
    setMinimumSize(px(660), px(560));
    auto *offer = addHeadButton(tr("插入字段(&I)"), tr("把会员名称、本会名称这样的字段放到光标处，Alt+I"), [this] {
        fillMenu();
        m_menu->popup(QCursor::pos());
    });
    offer->setFocusPolicy(Qt::NoFocus);
    addHeadButton(tr("预览(&P)"), tr("看看排出来的样子，Alt+P"), [this] { guarded(this, [this] { preview(); }); });
    addFields();
    fill();
    setSave([this] { store(); });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && isAncestorOf(now) && (qobject_cast<QLineEdit *>(now) || qobject_cast<QPlainTextEdit *>(now)))
            m_lastEditor = now;
    });
}

void LetterTemplateForm::addFields()
{
    constexpr int kQuestionLines = 3;
    constexpr int kBodyLines = 11;
    add("name", tr("名称"), new TextField, Need::Required)->setPlaceholder(tr("菜单里怎么叫，如：感谢函"));
    add("title", tr("标题"), new TextField, Need::Required);
    add("addressee", tr("称呼"), new TextField);
    auto *questions = add("questions", tr("发函时要填的"), new LongTextField(kQuestionLines));
    questions->setTakesEnter(true);
    questions->setToolTip(tr("一行一项，如：会议名称。可以不填的，后面写（可不填）"));
    auto *body = add("body", tr("正文"), new LongTextField(kBodyLines), Need::Required);
    body->setTakesEnter(true);
    body->setToolTip(tr("一行一段。[[ ]] 里的字段没有内容时，整句不出现"));
    add("signer", tr("落款"), new TextField);
}

void LetterTemplateForm::fill()
{
    const desk::LetterText text = desk::letterTextOf(m_application.session(), m_before);
    field("name")->setText(m_stored ? text.name : QString());
    field("title")->setText(text.title);
    field("addressee")->setText(text.addressee);
    field("questions")->setText(text.questions.join('\n'));
    field("body")->setText(text.body);
    field("signer")->setText(text.signer);
    markUnchanged();
}

void LetterTemplateForm::fillMenu()
{
    m_menu->clear();
    const auto offer = [this](const QString &label) { m_menu->addAction(label, this, [this, label] { insert(label); }); };
    for (const QString &question : textOf(*this, "questions").split('\n', Qt::SkipEmptyParts))
        offer(question.trimmed().remove(tr("（可不填）")));
    m_menu->addSeparator();
    for (const desk::LetterFieldName &known : desk::letterFieldNames(m_application.session()))
        offer(known.label);
}

void LetterTemplateForm::insert(const QString &label)
{
    const QString field = "{{" + label + "}}";
    if (auto *line = qobject_cast<QLineEdit *>(m_lastEditor))
        line->insert(field);
    else if (auto *text = qobject_cast<QPlainTextEdit *>(m_lastEditor))
        text->insertPlainText(field);
    if (m_lastEditor)
        m_lastEditor->setFocus();
}

QString LetterTemplateForm::source() const
{
    const desk::LetterText text{textOf(*this, "name"), textOf(*this, "title"), textOf(*this, "addressee"),
        textOf(*this, "signer"), textOf(*this, "questions").split('\n', Qt::SkipEmptyParts), field("body")->text()};
    return desk::letterSourceOf(m_application.session(), text, m_before);
}

void LetterTemplateForm::preview()
{
    QString shown;
    try {
        shown = source();
    } catch (const Error &fault) {
        if (fault.fields().empty())
            throw;
        showFaults(fault.fields());
        return;
    }
    const reports::Template letter = desk::parseLetter(m_application.session(), shown, textOf(*this, "name"));
    showLetter(m_application, letter, {}, this);
}

void LetterTemplateForm::store()
{
    desk::LetterTemplateService service(m_application.session());
    if (m_stored)
        service.update(m_stored->id, m_stored->revision, source());
    else
        service.add(source());
}

void showLetter(desk::Application &application, const reports::Template &letter, std::optional<MemberId> member, QWidget *where)
{
    const document::Document shown = desk::letterPreview(application.session(), application.metrics(), letter, member);
    new PagesDialog(std::make_shared<const document::PagedDocument>(desk::letterPages({shown}, TaskControl::silent())), where);
}

} // namespace mishutai::ui
