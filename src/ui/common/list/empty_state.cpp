#include "ui/common/list/empty_state.h"

#include "ui/common/look/appearance.h"
#include "ui/common/look/icons.h"
#include "ui/common/look/style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace mishutai::ui {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent), m_picture(new QLabel(this)), m_line(new QLabel(this)), m_hint(new QLabel(this)),
      m_first(new QPushButton(this)), m_second(new QPushButton(this))
{
    setLook(m_line, "heading");
    setLook(m_hint, "muted");
    setLook(m_first, "primary");
    for (QLabel *label : {m_picture, m_line, m_hint})
        label->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    connect(m_first, &QPushButton::clicked, this, [this] { m_onFirst(); });
    connect(m_second, &QPushButton::clicked, this, [this] { m_onSecond(); });
    m_first->hide();
    m_second->hide();

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_first);
    buttons->addWidget(m_second);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(m_picture);
    column->addSpacing(px(8));
    column->addWidget(m_line);
    column->addWidget(m_hint);
    column->addSpacing(px(14));
    column->addLayout(buttons);
    column->addStretch(3);
    onThemeChange(this, [this] {
        if (!m_iconName.isEmpty())
            m_picture->setPixmap(iconPixmap(m_iconName, theme().faint, px(44), devicePixelRatioF()));
    });
}

void EmptyState::say(const QString &iconName, const QString &line, const QString &hint)
{
    m_iconName = iconName;
    m_picture->setPixmap(iconPixmap(iconName, theme().faint, px(44), devicePixelRatioF()));
    m_line->setText(line);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void EmptyState::setActions(
    const QString &first, std::function<void()> onFirst, const QString &second, std::function<void()> onSecond)
{
    m_onFirst = std::move(onFirst);
    m_onSecond = std::move(onSecond);
    m_first->setText(first);
    m_first->setVisible(m_onFirst != nullptr && !first.isEmpty());
    m_second->setText(second);
    m_second->setVisible(m_onSecond != nullptr && !second.isEmpty());
}

} // namespace mishutai::ui
