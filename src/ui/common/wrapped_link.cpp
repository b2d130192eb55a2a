#include "ui/common/wrapped_link.h"

#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"

#include <QPainter>

namespace mishutai::ui {

namespace {

constexpr int kLeastWidthPx = 60;
constexpr int kFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap | Qt::TextWrapAnywhere;

} // namespace

WrappedLink::WrappedLink(const QString &text, QWidget *parent) : QPushButton(text, parent)
{
    setLook(this, "link");
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QRect WrappedLink::textRect(int width) const
{
    return fontMetrics().boundingRect(QRect(0, 0, qMax(1, width), QWIDGETSIZE_MAX), kFlags, text());
}

int WrappedLink::heightForWidth(int width) const
{
    return textRect(width).height() + px(4);
}

QSize WrappedLink::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + px(2), fontMetrics().height() + px(4)};
}

QSize WrappedLink::minimumSizeHint() const
{
    return {qMin(px(kLeastWidthPx), sizeHint().width()), fontMetrics().height() + px(4)};
}

void WrappedLink::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont drawn = font();
    drawn.setUnderline(underMouse() || hasFocus());
    painter.setFont(drawn);
    painter.setPen(isEnabled() ? theme().accent : theme().muted);
    painter.drawText(rect().adjusted(0, px(2), 0, 0), kFlags, text());
}

} // namespace mishutai::ui
