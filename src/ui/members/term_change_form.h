#pragma once

#include "members/terms/term_change.h"
#include "ui/common/form.h"

#include <functional>

namespace mishutai::ui {

/// 换届: the new term and, post by post, who holds it: Enter keeps the name (连任), another name replaces it, an empty field ends
/// the post. Below it posts that nobody held before: person, post, unit; a further line is there as soon as the last one has a
/// name. One saving, one undo.
class TermChangeForm : public Form
{
    Q_OBJECT

public:
    /// @param done after saving, with what became of the posts in a line: 「第2届：连任26人」
    TermChangeForm(session::Session &session, std::function<void(const QString &said)> done, QWidget *parent = nullptr);

protected:
    void makeFieldsOf(const QStringList &keys) override;

private:
    void addPosts();
    void addNewPost();
    members::NewPost newPost(int line) const;
    QString said(const members::TermChange &change) const;
    void store();

    session::Session &m_session;
    members::TermChange m_change;
    int m_newPosts = 0; ///< lines for them
    std::function<void(const QString &said)> m_done;
};

} // namespace mishutai::ui
