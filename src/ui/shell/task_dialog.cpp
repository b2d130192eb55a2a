#include "ui/shell/task_dialog.h"

#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace mishutai::ui {

namespace {

constexpr qint64 kTellEveryMs = 60;
constexpr int kSteps = 1000;

} // namespace

void GuiTaskControl::progress(qint64 done, qint64 total, const QString &what)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const bool isEnd = total > 0 && done >= total;
    if (!isEnd && now - m_lastTold < kTellEveryMs)
        return;
    m_lastTold = now;
    Q_EMIT progressed(done, total, what);
}

TaskDialog::TaskDialog(const QString &title, QWidget *where)
    : QFrame(where->window()), m_control(std::make_shared<GuiTaskControl>()), m_what(new QLabel(title, this)),
      m_count(new QLabel(this)), m_bar(new QProgressBar(this)), m_cancel(new QPushButton(tr("取消"), this))
{
    setLook(this, "overlay");
    setLook(m_count, "small");
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 0);
    auto *head = new QHBoxLayout;
    head->addWidget(m_what, 1);
    head->addWidget(m_cancel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(12), px(16), px(14));
    column->addLayout(head);
    column->addWidget(m_bar);
    column->addWidget(m_count);
    connect(m_control.get(), &GuiTaskControl::progressed, this, &TaskDialog::show);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_control->cancel();
        m_cancel->setEnabled(false);
        m_count->setText(tr("正在取消…"));
    });
    parentWidget()->installEventFilter(this);
    place();
    QFrame::show();
    raise();
}

TaskDialog::~TaskDialog()
{
    m_control->cancel();
    if (m_wait) {
        try {
            m_wait();
        } catch (const std::exception &) {
            // The window is closing: the work has taken back what it wrote, nobody is left to be told.
        }
    }
}

QString TaskDialog::progressText() const
{
    return m_count->text();
}

void TaskDialog::show(qint64 done, qint64 total, const QString &what)
{
    if (m_control->isCancelled())
        return;
    const QLocale locale(QLocale::Chinese, QLocale::China);
    m_bar->setRange(0, total > 0 ? kSteps : 0);
    if (total > 0) {
        m_bar->setValue(static_cast<int>(done * kSteps / total));
        m_count->setText(tr("%1　%2 / %3").arg(what, locale.toString(done), locale.toString(total)));
    } else {
        m_count->setText(done > 0 ? tr("%1　%2").arg(what, locale.toString(done)) : what);
    }
}

void TaskDialog::finish()
{
    m_wait = {};
    hide();
    deleteLater();
}

void TaskDialog::place()
{
    const QWidget *frame = parentWidget();
    const int width = qMin(px(380), frame->width() - px(24));
    resize(width, sizeHint().height());
    move(frame->width() - width - px(20), frame->height() - height() - px(44));
}

bool TaskDialog::eventFilter(QObject *object, QEvent *event)
{
    if (object == parentWidget() && event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(object, event);
}

} // namespace mishutai::ui
