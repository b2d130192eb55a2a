#pragma once

#include <QWidget>

#include <functional>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace mishutai::ui {

enum class Tone;

/// One record at the right of its list: name, a line below it, labelled values (each can be copied), sections, small tables and
/// buttons. Filled anew for each record.
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
    void addButton(const QString &label, const QString &iconName, std::function<void()> action, bool isPrimary = false);
    /// What is shown while no record is chosen.
    void showNothing(const QString &text);

private:
    void addValue(const QString &label, QWidget *value);
    QLabel *valueLabel(const QString &value);

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
