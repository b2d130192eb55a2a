#pragma once

#include "members/membership_merge.h"
#include "parties/merge/merge_field.h"
#include "ui/common/overlay.h"

#include <functional>

class QLabel;
class QPushButton;
class QTableWidget;

namespace mishutai::ui {

/// What a merge asks: two records side by side, the left one goes on.
struct MergeQuestion {
    QString left; ///< name and code of the record that goes on
    QString right;
    QString note; ///< what else is combined, below the table
    std::vector<parties::MergeField> rows; ///< each is chosen left or right; left to begin with
    QString warning; ///< why the two may not be one; above the note, empty for no doubt
    std::function<void(const QSet<QString> &right)> merge; ///< with the keys of rows chosen right; may throw Error
};

/// Adds the rows that choose between two open memberships, where there are two.
/// @param word what the office calls its head
void askMemberships(MergeQuestion &question, const std::vector<members::Member> &open, office::HeadWord word);
/// What the answers mean; nothing where nothing was asked.
std::optional<members::MembershipChoice> chosenMembership(const std::vector<members::Member> &open, const QSet<QString> &right);

/// Two records side by side. Up and down go through the fields, ← and → choose a side, F6 lets the other record go on, Ctrl+Enter
/// merges. Escape leaves everything as it is.
class MergeSheet : public Overlay
{
    Q_OBJECT

public:
    using Ask = std::function<MergeQuestion(bool isSwapped)>;
    /// Shows the sheet. @param ask may throw Error @param merged after the merge
    MergeSheet(QWidget *owner, Ask ask, std::function<void()> merged);

    QSet<QString> chosenRight() const;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void build();
    void load();
    void choose(int row, bool isRight);
    void swap();
    void merge();

    Ask m_ask;
    std::function<void()> m_merged;
    MergeQuestion m_question;
    std::vector<bool> m_isRight;
    bool m_isSwapped = false;
    QTableWidget *m_table;
    QLabel *m_headline;
    QLabel *m_warning;
    QLabel *m_note;
    QPushButton *m_merge = nullptr;
};

} // namespace mishutai::ui
