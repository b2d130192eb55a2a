#include "ui/shell/nav_rail.h"

#include "ui/common/look/appearance.h"
#include "ui/common/look/icons.h"
#include "ui/common/look/style.h"

#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace mishutai::ui {

NavRail::NavRail(QWidget *parent)
    : QFrame(parent), m_office(new QLabel(this)), m_top(new QVBoxLayout), m_bottom(new QVBoxLayout),
      m_menu(new QToolButton(this)), m_scroll(new QScrollArea(this))
{
    setLook(this, "rail");
    setAccessibleName(tr("导航"));
    setLook(m_office, "heading");
    m_office->setWordWrap(true);
    m_menu->setText("  " + tr("更多"));
    m_menu->setIcon(icon("more"));
    m_menu->setToolTip(tr("菜单（Alt+M）"));
    m_menu->setShortcut(Qt::ALT | Qt::Key_M);
    m_menu->setPopupMode(QToolButton::InstantPopup);
    setLook(m_menu, "nav");
    m_menu->installEventFilter(this);
    auto *entries = new QWidget;
    auto *list = new QVBoxLayout(entries);
    list->setContentsMargins(0, 0, 0, 0);
    list->addLayout(m_top);
    list->addStretch();
    list->addLayout(m_bottom);
    // Many entries in large type must not make the window higher than the screen.
    m_scroll->setWidget(entries);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    entries->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_office);
    column->addSpacing(px(10));
    column->addWidget(m_scroll, 1);
    column->addWidget(m_menu);
    for (QVBoxLayout *part : {m_top, m_bottom})
        part->setSpacing(px(3));
    onThemeChange(this, [this] { arrange(); });
}

void NavRail::setOffice(const QString &name)
{
    m_officeName = name;
    arrange();
}

void NavRail::addEntry(const QString &title, const QString &iconName, const QString &keys, bool atBottom)
{
    auto *entry = new QToolButton(this);
    setLook(entry, "nav");
    entry->setText("  " + title); // the style leaves no more than 4 px after a picture
    entry->setIcon(icon(iconName));
    entry->setCheckable(true);
    entry->setAutoExclusive(false);
    entry->setToolTip(keys.isEmpty() ? title : QString("%1（%2）").arg(title, keys));
    entry->setAccessibleName(title);
    entry->installEventFilter(this);
    const int place = static_cast<int>(m_entries.size());
    connect(entry, &QToolButton::clicked, this, [this, place] { Q_EMIT chosen(place); });
    (atBottom ? m_bottom : m_top)->addWidget(entry);
    m_entries << entry;
    arrange();
}

void NavRail::setCurrent(int entry)
{
    for (int i = 0; i < m_entries.size(); ++i)
        m_entries[i]->setChecked(i == entry);
    if (entry >= 0 && entry < m_entries.size())
        m_scroll->ensureWidgetVisible(m_entries[entry], 0, 0);
}

void NavRail::setCollapsed(bool isCollapsed)
{
    if (isCollapsed == m_isCollapsed)
        return;
    m_isCollapsed = isCollapsed;
    arrange();
}

void NavRail::arrange()
{
    setFixedWidth(m_isCollapsed ? px(60) : px(164));
    layout()->setContentsMargins(px(10), px(14), px(10), px(10));
    m_office->setText(m_officeName);
    m_office->setContentsMargins(px(8), 0, 0, 0);
    m_office->setVisible(!m_isCollapsed && !m_officeName.isEmpty());
    for (QToolButton *button : m_entries + QList<QToolButton *>{m_menu}) {
        button->setToolButtonStyle(m_isCollapsed ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
        button->setIconSize(QSize(px(19), px(19)));
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
}

bool NavRail::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const QList<QToolButton *> all = m_entries + QList<QToolButton *>{m_menu};
            const qsizetype place = all.indexOf(static_cast<QToolButton *>(object)) + (key == Qt::Key_Down ? 1 : -1);
            all[qBound<qsizetype>(0, place, all.size() - 1)]->setFocus(Qt::TabFocusReason);
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Right) {
            static_cast<QToolButton *>(object)->click();
            return true;
        }
    }
    return QFrame::eventFilter(object, event);
}

} // namespace mishutai::ui
