#pragma once

#include <QFrame>
#include <QList>

class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace mishutai::ui {

/// Navigation at the left: name of the office, pages, at the bottom 设置 and the menu. ↑ ↓ move between entries; narrow windows
/// show the icons only.
class NavRail : public QFrame
{
    Q_OBJECT

public:
    explicit NavRail(QWidget *parent);

    void setOffice(const QString &name);
    /// @param atBottom 设置
    void addEntry(const QString &title, const QString &iconName, const QString &keys, bool atBottom);
    void setCurrent(int entry);
    void setCollapsed(bool isCollapsed);
    QToolButton *menuButton() const { return m_menu; }

Q_SIGNALS:
    void chosen(int entry);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void arrange();

    QLabel *m_office;
    QVBoxLayout *m_top;
    QVBoxLayout *m_bottom;
    QToolButton *m_menu;
    QScrollArea *m_scroll;
    QList<QToolButton *> m_entries;
    QString m_officeName;
    bool m_isCollapsed = false;
};

} // namespace mishutai::ui
