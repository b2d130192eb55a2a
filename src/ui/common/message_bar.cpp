#include "ui/common/message_bar.h"

#include "ui/common/look/icons.h"
#include "ui/common/look/style.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace mishutai::ui {

namespace {

constexpr int kShortMs = 5000;
constexpr int kUndoMs = 12000;
constexpr int kMostBars = 4;

const char *look(MessageBar::Kind kind)
{
    return kind == MessageBar::Kind::Good ? "messageGood" : kind == MessageBar::Kind::Bad ? "messageBad" : "messagePlain";
}

/// The first line bold, all further ones in one below it; a message of one line in up to two.
struct Lines {
    QString html;
    bool isCut;
};

Lines twoLines(const QString &text, const QFont &font, int width)
{
    const QFontMetrics metrics(font);
    const qsizetype end = text.indexOf('\n');
    QString first = end < 0 ? text : text.left(end);
    QString second = end < 0 ? QString() : text.mid(end + 1).replace('\n', QStringLiteral("　"));
    QFont bold = font;
    bold.setBold(end >= 0);
    const QFontMetrics firstMetrics(bold);
    if (end < 0) {
        qsizetype fits = first.size();
        while (fits > 1 && metrics.horizontalAdvance(first.left(fits)) > width)
            --fits;
        second = first.mid(fits);
        first.truncate(fits);
    }
    const QString shownFirst = firstMetrics.elidedText(first, Qt::ElideRight, width);
    const QString shownSecond = metrics.elidedText(second, Qt::ElideRight, width);
    QString html = end < 0 ? shownFirst.toHtmlEscaped() : QString("<b>%1</b>").arg(shownFirst.toHtmlEscaped());
    if (!second.isEmpty())
        html += "<br>" + shownSecond.toHtmlEscaped();
    return {html, shownFirst != first || shownSecond != second};
}

QString wholeText(const QString &text)
{
    const qsizetype end = text.indexOf('\n');
    if (end < 0)
        return text.toHtmlEscaped();
    const QString rest = text.mid(end + 1).toHtmlEscaped().replace('\n', "<br>");
    return QString("<b>%1</b><br>%2").arg(text.left(end).toHtmlEscaped(), rest);
}

} // namespace

MessageBar::MessageBar(Kind kind, const QString &text, QWidget *parent) : QFrame(parent), m_kind(kind), m_text(new QLabel(this))
{
    setLook(this, look(kind));
    auto *sign = new QLabel(this);
    const Tone tone = kind == Kind::Good ? Tone::Good : kind == Kind::Bad ? Tone::Bad : Tone::Accent;
    const QString name = kind == Kind::Good ? "check" : kind == Kind::Bad ? "warning" : "info";
    sign->setPixmap(iconPixmap(name, theme().tone(tone), px(18), devicePixelRatioF()));
    m_text->setTextFormat(Qt::RichText);
    m_text->setText(wholeText(text));
    m_text->installEventFilter(this);
    // The bar gives the width, never the text.
    m_text->setMinimumWidth(1);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setAccessibleName(text);
    auto *close = new QToolButton(this);
    setLook(close, "quiet");
    close->setIcon(icon("close"));
    close->setToolTip(tr("关闭"));
    close->setAccessibleName(tr("关闭消息"));
    connect(close, &QToolButton::clicked, this, &MessageBar::closed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(px(12), px(6), px(6), px(6));
    row->setSpacing(px(10));
    row->addWidget(sign, 0, Qt::AlignVCenter);
    row->addWidget(m_text, 1);
    row->addWidget(close, 0, Qt::AlignVCenter);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &MessageBar::closed);
    if (kind != Kind::Bad)
        return;
    addButton(
        tr("全文"),
        [this] {
            m_isWhole = true;
            showText();
        },
        /*closes=*/false);
    m_more = findChild<QPushButton *>();
    m_more->hide();
}

void MessageBar::showText()
{
    m_shownWidth = m_text->width();
    const Lines lines = twoLines(text(), m_text->font(), m_text->width());
    m_text->setWordWrap(m_isWhole);
    m_text->setText(m_isWhole ? wholeText(text()) : lines.html);
    m_text->setToolTip(lines.isCut && !m_isWhole ? text() : QString());
    if (m_more)
        m_more->setVisible(lines.isCut && !m_isWhole);
    updateGeometry();
}

QString MessageBar::text() const
{
    return accessibleName();
}

void MessageBar::addButton(const QString &label, std::function<void()> action, bool closes)
{
    auto *button = new QPushButton(label, this);
    setLook(button, "link");
    connect(button, &QPushButton::clicked, this, [this, action = std::move(action), closes] {
        if (closes)
            Q_EMIT closed();
        action();
    });
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->insertWidget(row->count() - 1, button, 0, Qt::AlignVCenter);
}

void MessageBar::closeAfter(int milliseconds)
{
    m_timer.start(milliseconds);
}

void MessageBar::enterEvent(QEnterEvent *event)
{
    m_timer.stop();
    QFrame::enterEvent(event);
}

void MessageBar::leaveEvent(QEvent *event)
{
    if (m_timer.interval() > 0)
        m_timer.start();
    QFrame::leaveEvent(event);
}

void MessageBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QFrame::keyPressEvent(event);
}

bool MessageBar::eventFilter(QObject *object, QEvent *event)
{
    // Buttons that come and go leave the text another width.
    if (object == m_text && event->type() == QEvent::Resize && m_text->width() != m_shownWidth)
        showText();
    return QFrame::eventFilter(object, event);
}

MessageArea::MessageArea(QWidget *host) : QWidget(host), m_stack(new QVBoxLayout(this))
{
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->setSpacing(px(6));
    host->installEventFilter(this);
    hide();
}

MessageArea &MessageArea::of(QWidget *where)
{
    for (QWidget *host = where; host; host = host->parentWidget()) {
        if (auto *area = host->findChild<MessageArea *>(QString(), Qt::FindDirectChildrenOnly))
            return *area;
        if (host->isWindow())
            break;
    }
    return *new MessageArea(where->window());
}

void MessageArea::closeOvercome()
{
    for (MessageBar *bar : bars()) {
        if (bar->isOverWhenSaved())
            Q_EMIT bar->closed();
    }
}

void MessageArea::saved(const QString &text)
{
    closeOvercome();
    MessageBar *bar = add(MessageBar::Kind::Good, text);
    bar->setPassing(true);
    bar->closeAfter(kShortMs);
}

void MessageArea::done(const QString &text, std::function<void()> undo)
{
    if (undo) {
        offer(text, tr("撤销"), std::move(undo));
        return;
    }
    MessageBar *bar = add(MessageBar::Kind::Plain, text);
    bar->setPassing(true);
    bar->closeAfter(kShortMs);
}

void MessageArea::offer(const QString &text, const QString &label, std::function<void()> action)
{
    // An older 撤销 is not lost: Ctrl+Z takes back one change after the other.
    for (MessageBar *bar : bars()) {
        if (bar->kind() == MessageBar::Kind::Plain)
            Q_EMIT bar->closed();
    }
    MessageBar *bar = add(MessageBar::Kind::Plain, text);
    bar->addButton(label, std::move(action), /*closes=*/true);
    bar->closeAfter(kUndoMs);
}

void MessageArea::failed(const Error &error)
{
    const QString text = error.text();
    const QString problem = text.section('\n', 0, 0);
    for (MessageBar *bar : bars()) {
        // The same fault twice is one message: the newest, which may have another cause.
        if (bar->kind() == MessageBar::Kind::Bad && bar->text().section('\n', 0, 0) == problem)
            Q_EMIT bar->closed();
    }
    MessageBar *bar = add(MessageBar::Kind::Bad, text);
    // What was typed or lacking is over once something could be saved; a disk that is full is not.
    if (error.kind() == Error::Kind::Validation || error.kind() == Error::Kind::Conflict)
        bar->setOverWhenSaved();
    bar->addButton(
        tr("复制详情"), [text] { QApplication::clipboard()->setText(text); }, /*closes=*/false);
}

void MessageArea::clear()
{
    for (MessageBar *bar : bars())
        Q_EMIT bar->closed();
}

QList<MessageBar *> MessageArea::bars() const
{
    QList<MessageBar *> bars;
    for (int i = 0; i < m_stack->count(); ++i)
        bars << static_cast<MessageBar *>(m_stack->itemAt(i)->widget());
    return bars;
}

MessageBar *MessageArea::add(MessageBar::Kind kind, const QString &text)
{
    for (MessageBar *bar : bars()) {
        if (bar->isPassing())
            Q_EMIT bar->closed();
    }
    // Room is made by what is no error first.
    const QList<MessageBar *> present = bars();
    if (present.size() >= kMostBars) {
        const auto other = std::ranges::find_if(present, [](MessageBar *bar) { return bar->kind() != MessageBar::Kind::Bad; });
        Q_EMIT(other == present.end() ? present.first() : *other)->closed();
    }
    auto *bar = new MessageBar(kind, text, this);
    m_stack->addWidget(bar);
    bar->show();
    connect(bar, &MessageBar::closed, this, [this, bar] {
        m_stack->removeWidget(bar);
        bar->hide();
        bar->deleteLater();
        place();
    });
    place();
    return bar;
}

void MessageArea::place()
{
    const QWidget *host = parentWidget();
    setVisible(m_stack->count() > 0);
    // At the left, over the list: the form and its buttons at the right stay free.
    const int width = qMin(host->width() - px(32), qBound(px(320), host->width() * 6 / 10, px(600)));
    const int height = m_stack->hasHeightForWidth() ? m_stack->heightForWidth(width) : m_stack->sizeHint().height();
    setGeometry(px(16), host->height() - height - px(14), width, height);
    raise();
}

bool MessageArea::event(QEvent *event)
{
    const bool isHandled = QWidget::event(event);
    // Its own requests only: the host asks for its layout whenever this changes, so answering the host would never end.
    if (event->type() == QEvent::LayoutRequest)
        place();
    return isHandled;
}

bool MessageArea::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(object, event);
}

} // namespace mishutai::ui
