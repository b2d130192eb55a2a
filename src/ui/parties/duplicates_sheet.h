#pragma once

#include "parties/duplicates/distinct_pair.h"
#include "ui/common/overlay.h"

#include <functional>
#include <vector>

class QLabel;
class QPushButton;
class QTableWidget;

namespace mishutai::desk {
class Application;
}

namespace mishutai::ui {

/// Two records that may be one, in words.
struct DuplicateRow {
    qint64 first;
    qint64 second;
    QString firstText;
    QString secondText;
    QString reason;
};

/// What the sheet asks of its page.
struct DuplicateActions {
    std::function<void(qint64 first, qint64 second)> compare; ///< side by side, over the sheet
    std::function<void(const QString &done)> told; ///< a mark was set or taken off: says so, with its undo
};

/// 疑似重复: the pairs found, the surest first. Enter opens the two side by side, Del marks them as 不是重复; F6 turns to the
/// marked pairs and back, where Del takes a mark off. The sheet stays open until Escape.
class DuplicatesSheet : public Overlay
{
    Q_OBJECT

public:
    DuplicatesSheet(QWidget *owner, desk::Application &application, parties::PartyKind kind, std::vector<DuplicateRow> rows,
        DuplicateActions actions);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void build();
    void fill();
    void turn();
    /// Sets the mark of the current pair, or takes it off where marked pairs are shown.
    void mark();
    void compareCurrent();
    std::vector<DuplicateRow> found() const;
    std::vector<DuplicateRow> marked() const;

    desk::Application &m_application;
    parties::PartyKind m_kind;
    std::vector<DuplicateRow> m_rows; ///< found, and those whose mark was taken off here
    std::vector<parties::DistinctPair> m_marks;
    std::vector<DuplicateRow> m_shown;
    DuplicateActions m_actions;
    bool m_showsMarked = false;
    QLabel *m_headline;
    QLabel *m_hint;
    QTableWidget *m_table;
    QPushButton *m_mark;
    QPushButton *m_turn;
};

} // namespace mishutai::ui
