#pragma once

#include "members/terms/term_change.h"
#include "ui/common/form.h"

#include <functional>

namespace mishutai::ui {

/// 换届: the new term and, post by post, who holds it: Enter keeps the name (连任), another name replaces it, an empty field ends
/// the post. One saving, one undo.
class TermChangeForm : public Form
{
    Q_OBJECT

public:
    TermChangeForm(session::Session &session, std::function<void()> done, QWidget *parent = nullptr);

private:
    void addPosts();
    void store();

    session::Session &m_session;
    members::TermChange m_change;
    std::function<void()> m_done;
};

} // namespace mishutai::ui
