#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace mishutai::ui {

/// What an empty view says instead of nothing: a picture, one line, why, and the next step.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void say(const QString &iconName, const QString &line, const QString &hint = {});
    /// At most two buttons; replaces those before.
    void setActions(
        const QString &first, std::function<void()> onFirst, const QString &second = {}, std::function<void()> onSecond = {});

private:
    QLabel *m_picture;
    QLabel *m_line;
    QLabel *m_hint;
    QPushButton *m_first;
    QPushButton *m_second;
    std::function<void()> m_onFirst;
    std::function<void()> m_onSecond;
    QString m_iconName;
};

} // namespace mishutai::ui
