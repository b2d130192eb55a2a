#include "ui/shell/status_line.h"

#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>

namespace mishutai::ui {

namespace {

QString when(const QDateTime &instant)
{
    const QDateTime local = instant.toLocalTime();
    return local.date() == QDate::currentDate() ? local.toString("HH:mm") : local.toString("M月d日 HH:mm");
}

} // namespace

StatusLine::StatusLine(QWidget *parent) : QFrame(parent), m_state(new QLabel(this)), m_user(new QLabel(this))
{
    setLook(this, "bar");
    setLook(m_state, "small");
    setLook(m_user, "small");
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(px(16), px(3), px(16), px(4));
    row->addWidget(m_state, 1);
    row->addWidget(m_user);
}

void StatusLine::setStatus(const WindowStatus &status)
{
    m_status = status;
    m_user->setText(status.user);
    setAccessibleName(text());
    m_state->setToolTip(QDir::toNativeSeparators(status.location));
    elide();
}

QString StatusLine::text() const
{
    QStringList parts;
    if (m_status.isReadOnly)
        parts << tr("只读");
    else
        parts << (m_status.savedAt.isValid() ? tr("已保存 %1").arg(when(m_status.savedAt)) : tr("没有未保存的内容"));
    parts << (m_status.backedUpAt.isValid() ? tr("已备份 %1").arg(when(m_status.backedUpAt)) : tr("还没有备份"));
    if (!m_status.location.isEmpty())
        parts << tr("位置 %1").arg(QDir::toNativeSeparators(m_status.location));
    return parts.join(QStringLiteral(" · "));
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    elide();
}

void StatusLine::elide()
{
    m_state->setText(m_state->fontMetrics().elidedText(text(), Qt::ElideMiddle, qMax(px(80), m_state->width())));
}

} // namespace mishutai::ui
