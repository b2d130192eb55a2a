#pragma once

#include "desk/application.h"
#include "desk/letters/letter_maker.h"
#include "ui/common/form.h"

namespace mishutai::ui {

/// How letters leave the program.
enum class LetterTarget { Preview, WordEach, PdfEach, WordInOne, PdfInOne };

/// What a letter's template asks, its date and how it is to be made. Saved, it gives the request to `make`.
class LetterForm : public Form
{
    Q_OBJECT

public:
    using Make = std::function<void(const desk::LetterRequest &request, LetterTarget target)>;

    LetterForm(
        session::Session &session, reports::Template letter, std::vector<MemberId> members, Make make, QWidget *parent = nullptr);

private:
    void give(const Make &make);

    session::Session &m_session;
    reports::Template m_letter;
    std::vector<MemberId> m_members;
};

} // namespace mishutai::ui
