#include "ui/prints/letter_form.h"

#include "ui/common/fields/text_field.h"
#include "ui/records/form_values.h"

namespace mishutai::ui {

namespace {

const std::vector<std::pair<LetterTarget, QString>> &targets()
{
    static const std::vector<std::pair<LetterTarget, QString>> all{{LetterTarget::WordEach, "word-each"},
        {LetterTarget::WordInOne, "word-one"}, {LetterTarget::PdfEach, "pdf-each"}, {LetterTarget::PdfInOne, "pdf-one"},
        {LetterTarget::Preview, "preview"}};
    return all;
}

std::vector<db::Choice> targetChoices()
{
    return {{"word-each", LetterForm::tr("Word，每家一个文件")}, {"word-one", LetterForm::tr("Word，合成一个文件")},
        {"pdf-each", LetterForm::tr("PDF，每家一个文件")}, {"pdf-one", LetterForm::tr("PDF，合成一个文件")},
        {"preview", LetterForm::tr("先看一看（不记入往来函件）")}};
}

} // namespace

LetterForm::LetterForm(
    session::Session &session, reports::Template letter, std::vector<MemberId> members, Make make, QWidget *parent)
    : Form(tr("%1（%2家）").arg(letter.label).arg(members.size()), parent), m_session(session), m_letter(std::move(letter)),
      m_members(std::move(members))
{
    setSavesAndAdds(false);
    setSaveLabel(tr("生成"));
    for (const reports::Question &question : m_letter.questions)
        add(question.key, question.label, new TextField, question.isOptional ? Need::Optional : Need::Required);
    auto *date = add("letterDate", tr("落款日期"), dateField(session), Need::Required);
    date->setDate(session.clock().today());
    auto *target = add("letterTarget", tr("做成"), new ChoiceField(targetChoices()), Need::Required);
    target->setValue("word-each");
    setSave([this, make = std::move(make)] { give(make); });
    markUnchanged();
}

void LetterForm::give(const Make &make)
{
    desk::LetterRequest request{m_letter, m_members, dateOf(*this, "letterDate"), {}};
    for (const reports::Question &question : m_letter.questions)
        request.answers.insert(question.key, textOf(*this, question.key));
    const QString chosen = as<ChoiceField>(*this, "letterTarget")->value();
    for (const auto &[target, key] : targets())
        if (key == chosen)
            make(request, target);
}

} // namespace mishutai::ui
