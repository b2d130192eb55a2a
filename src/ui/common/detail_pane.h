#pragma once

#include <QWidget>

#include <functional>
#include <vector>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace mishutai::ui {

class LeafBar;

enum class Tone;

/// One record at the right of its list: name, a line below it, labelled values (each can be copied), sections, small tables and
/// buttons. Filled anew for each record. What is added first is the leaf 资料; addTab() puts further leaves beside it.
class DetailPane : public QWidget
{
    Q_OBJECT

public:
    explicit DetailPane(QWidget *parent = nullptr);

    void clear();
    void setTitle(const QString &title, const QString &subtitle = {});
    /// A word in a coloured capsule beside the subtitle.
    void addBadge(const QString &text, Tone tone);
    /// An empty value shows a faint dash.
    void addRow(const QString &label, const QString &value);
    /// A value with a copy button, for what is copied often: phone, code, account.
    void addCopyRow(const QString &label, const QString &value);
    /// A value that opens something.
    void addLinkRow(const QString &label, const QString &value, std::function<void()> open);
    void addSection(const QString &title);
    void addTable(const QStringList &headers, const QList<QStringList> &rows);
    void addWidget(QWidget *widget);
    /// In the bar below; for a leaf that is being filled, in the leaf.
    void addButton(const QString &label, const QString &iconName, std::function<void()> action, bool isPrimary = false);
    /// A further leaf, filled (by the same add… calls) when it is looked at for the first time. `fill` may throw Error.
    void addTab(const QString &title, std::function<void(DetailPane &)> fill);
    /// To be called when a record is filled in: shows the leaf that was chosen for the record before, if this one has it.
    void showChosenTab();
    /// Goes `step` leaves on, round the end.
    void turnTab(int step);
    /// Shows a leaf by its place from 0; nothing where there is none.
    void showTab(int leaf);
    QString currentTab() const;
    /// In a leaf's `fill`: the widget of the leaf that has keys of its own, the focus of those who turn to it by key.
    void setLeafKeys(QWidget *widget);
    /// Of the leaf that is shown; null where it has none.
    QWidget *leafKeys() const;
    /// What is shown while no record is chosen.
    void showNothing(const QString &text);

private:
    struct Leaf {
        std::function<void(DetailPane &)> fill;
        QWidget *body = nullptr;
        QWidget *keys = nullptr;
    };

    void makeBody();
    void showLeaf(int leaf);
    void addValue(const QString &label, QWidget *value);
    /// @param leastPx what is shorter has its own width, what is longer at least this
    QLabel *valueLabel(const QString &value, int leastPx);

    std::vector<Leaf> m_leaves; ///< empty, or 资料 and the others
    QString m_chosen; ///< title of the leaf that was chosen; stays from record to record
    LeafBar *m_tabs;
    QWidget *m_body = nullptr;
    QLabel *m_title;
    QLabel *m_subtitle;
    QHBoxLayout *m_badges;
    QGridLayout *m_grid = nullptr;
    QVBoxLayout *m_stack;
    QVBoxLayout *m_content = nullptr;
    QWidget *m_buttonBar;
    QHBoxLayout *m_buttons;
};

} // namespace mishutai::ui
