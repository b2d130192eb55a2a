#include "ui/common/card.h"

#include "ui/common/look/icons.h"
#include "ui/common/look/style.h"
#include "ui/common/message_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace mishutai::ui {

FigureCard::FigureCard(QWidget *parent)
    : QFrame(parent), m_label(new QLabel(this)), m_figure(new QLabel(this)), m_remark(new QLabel(this))
{
    setLook(this, "card");
    setLook(m_label, "muted");
    setLook(m_figure, "figure");
    setLook(m_remark, "small");
    m_remark->setWordWrap(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("打开这个数字后面的记录"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(12), px(16), px(12));
    column->setSpacing(px(2));
    column->addWidget(m_label);
    column->addWidget(m_figure);
    column->addWidget(m_remark);
    column->addStretch();
}

void FigureCard::setFigure(const QString &label, const QString &figure, const QString &remark)
{
    m_label->setText(label);
    m_figure->setText(figure);
    m_remark->setText(remark);
    setAccessibleName(QString("%1 %2").arg(label, figure));
    setAccessibleDescription(remark);
}

void FigureCard::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        Q_EMIT clicked();
}

void FigureCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        Q_EMIT clicked();
    else
        QFrame::keyPressEvent(event);
}

bool FigureCard::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::Enter:
    case QEvent::Leave:
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        showState();
        break;
    default:
        break;
    }
    return QFrame::event(event);
}

void FigureCard::showState()
{
    const bool isMarked = underMouse() || hasFocus();
    setLook(this, isMarked ? "cardMarked" : "card");
}

SentenceCard::SentenceCard(QWidget *parent) : QFrame(parent), m_sentence(new QLabel(this))
{
    setLook(this, "card");
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *button = new QPushButton(icon("copy"), tr("复制"), this);
    button->setToolTip(tr("复制这句话，可直接发微信"));
    connect(button, &QPushButton::clicked, this, &SentenceCard::copy);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(px(16), px(10), px(12), px(10));
    row->setSpacing(px(12));
    row->addWidget(m_sentence, 1);
    row->addWidget(button, 0, Qt::AlignVCenter);
}

void SentenceCard::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    setVisible(!sentence.isEmpty());
}

void SentenceCard::copy()
{
    QApplication::clipboard()->setText(m_sentence->text());
    MessageArea::of(this).done(tr("已复制"));
}

} // namespace mishutai::ui
