#include "ui/common/leaf_bar.h"

#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"

#include <QResizeEvent>
#include <QToolButton>

namespace mishutai::ui {

LeafBar::LeafBar(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void LeafBar::add(const QString &title)
{
    auto *button = new QToolButton(this);
    setLook(button, "leaf");
    button->setText(title);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setFocusPolicy(Qt::NoFocus);
    button->setToolTip(tr("Ctrl+PgUp、Ctrl+PgDn 换页签"));
    const int leaf = count();
    button->setChecked(leaf == m_current);
    connect(button, &QToolButton::clicked, this, [this, leaf] { setCurrent(leaf); });
    m_buttons.push_back(button);
    button->show();
    place(width(), /*isDry=*/false);
    updateGeometry();
}

void LeafBar::clear()
{
    for (QToolButton *button : m_buttons) {
        button->hide();
        button->deleteLater();
    }
    m_buttons.clear();
    m_current = 0;
    updateGeometry();
}

QString LeafBar::title(int leaf) const
{
    return leaf >= 0 && leaf < count() ? m_buttons[static_cast<size_t>(leaf)]->text() : QString();
}

void LeafBar::setCurrent(int leaf)
{
    if (leaf < 0 || leaf >= count())
        return;
    m_buttons[static_cast<size_t>(leaf)]->setChecked(true);
    if (leaf == m_current)
        return;
    m_current = leaf;
    Q_EMIT chosen(leaf);
}

QSize LeafBar::sizeHint() const
{
    const int hint = width() > 0 ? width() : px(280);
    return {hint, heightForWidth(hint)};
}

void LeafBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place(event->size().width(), /*isDry=*/false);
    if (height() != heightForWidth(width()))
        updateGeometry();
}

int LeafBar::place(int width, bool isDry) const
{
    QPoint at;
    int lineHeight = 0;
    for (QToolButton *button : m_buttons) {
        const QSize size = button->sizeHint();
        if (at.x() > 0 && at.x() + size.width() > width)
            at = {0, at.y() + lineHeight};
        if (!isDry)
            button->setGeometry({at, size});
        at.rx() += size.width();
        lineHeight = size.height();
    }
    return at.y() + lineHeight;
}

} // namespace mishutai::ui
