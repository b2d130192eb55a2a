#include "ui/common/detail_pane.h"

#include "ui/common/guarded.h"
#include "ui/common/leaf_bar.h"
#include "ui/common/look/appearance.h"
#include "ui/common/look/icons.h"
#include "ui/common/look/style.h"
#include "ui/common/message_bar.h"
#include "ui/common/wrapped_link.h"

#include <QApplication>
#include <QClipboard>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace mishutai::ui {

namespace {

constexpr int kLeastValuePx = 40;
constexpr int kLeastCellPx = 72; ///< an amount stands in one line
constexpr qsizetype kMostStretch = 24;
constexpr int kMostCaptionPx = 108;
constexpr int kMostUnwrappedPx = 170;
constexpr qsizetype kLongRun = 24; ///< longer than a credit code or a number, as an address of the web is

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide(); // it goes with the next turn of the event loop only
            item->widget()->deleteLater();
        }
        delete item;
    }
}

/// Characters without a place where a line may break.
qsizetype longestRun(const QString &text)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar c : text) {
        run = c.isSpace() || c.script() == QChar::Script_Han ? 0 : run + 1;
        longest = std::max(longest, run);
    }
    return longest;
}

/// A caption is as wide as its text, and in two lines where it is a span of days.
void setCaptionWidth(QLabel *caption)
{
    const int needed = caption->fontMetrics().horizontalAdvance(caption->text()) + px(2);
    caption->setFixedWidth(qBound(px(72), needed, px(kMostCaptionPx)));
}

/// A title without the count that it may carry: 佐证（3） is the leaf 佐证 of the next record too.
QString nameOf(const QString &title)
{
    return title.section(u'（', 0, 0);
}

} // namespace

DetailPane::DetailPane(QWidget *parent)
    : QWidget(parent), m_tabs(new LeafBar(this)), m_title(new QLabel(this)), m_subtitle(new QLabel(this)),
      m_badges(new QHBoxLayout), m_buttonBar(new QWidget(this))
{
    setLook(m_title, "heading");
    setLook(m_subtitle, "muted");
    m_title->setWordWrap(true);
    m_subtitle->setWordWrap(true);
    for (QLabel *label : {m_title, m_subtitle})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_badges->setSpacing(px(6));
    auto *inner = new QWidget;
    m_stack = new QVBoxLayout(inner);
    m_stack->setContentsMargins(px(18), px(16), px(18), px(12));
    m_stack->setSpacing(px(6));
    m_stack->addWidget(m_title);
    m_stack->addWidget(m_subtitle);
    m_stack->addLayout(m_badges);
    m_tabs->setAccessibleName(tr("分页"));
    connect(m_tabs, &LeafBar::chosen, this, &DetailPane::showLeaf);
    m_stack->addWidget(m_tabs);
    m_stack->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    m_buttons = new QHBoxLayout(m_buttonBar);
    m_buttons->setContentsMargins(px(18), px(8), px(18), px(12));
    m_buttons->setSpacing(px(8));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll, 1);
    column->addWidget(m_buttonBar);
    clear();
}

void DetailPane::clear()
{
    m_title->clear();
    m_subtitle->clear();
    m_subtitle->hide();
    empty(m_badges);
    empty(m_buttons);
    m_buttonBar->hide();
    const QSignalBlocker quiet(m_tabs);
    m_tabs->clear();
    m_tabs->hide();
    for (const Leaf &leaf : m_leaves) {
        if (leaf.body && leaf.body != m_body) {
            leaf.body->hide();
            leaf.body->deleteLater();
        }
    }
    m_leaves.clear();
    if (m_body) {
        m_body->hide();
        m_body->deleteLater();
    }
    makeBody();
}

void DetailPane::makeBody()
{
    m_body = new QWidget(this);
    m_content = new QVBoxLayout(m_body);
    m_content->setContentsMargins(0, px(6), 0, 0);
    m_content->setSpacing(px(6));
    m_grid = nullptr;
    m_stack->insertWidget(m_stack->count() - 1, m_body);
}

void DetailPane::addTab(const QString &title, std::function<void(DetailPane &)> fill)
{
    if (m_leaves.empty()) {
        m_tabs->add(tr("资料"));
        m_leaves.push_back({{}, m_body, nullptr});
    }
    m_tabs->add(title);
    m_leaves.push_back({std::move(fill), nullptr, nullptr});
    m_tabs->show();
}

void DetailPane::showChosenTab()
{
    for (int leaf = 1; leaf < m_tabs->count(); ++leaf) {
        if (nameOf(m_tabs->title(leaf)) == m_chosen) {
            m_tabs->setCurrent(leaf);
            return;
        }
    }
}

void DetailPane::turnTab(int step)
{
    const int count = m_tabs->count();
    if (count > 0)
        m_tabs->setCurrent((m_tabs->current() + step + count) % count);
}

void DetailPane::showTab(int leaf)
{
    if (leaf < m_tabs->count())
        m_tabs->setCurrent(leaf);
}

QString DetailPane::currentTab() const
{
    return m_tabs->title(m_tabs->current());
}

void DetailPane::setLeafKeys(QWidget *widget)
{
    for (Leaf &leaf : m_leaves) {
        if (leaf.body == m_body)
            leaf.keys = widget;
    }
}

QWidget *DetailPane::leafKeys() const
{
    const auto shown = std::ranges::find(m_leaves, m_body, &Leaf::body);
    return shown == m_leaves.end() ? nullptr : shown->keys;
}

void DetailPane::showLeaf(int leaf)
{
    if (leaf < 0 || leaf >= static_cast<int>(m_leaves.size()))
        return;
    m_chosen = nameOf(m_tabs->title(leaf));
    Leaf &chosen = m_leaves[static_cast<size_t>(leaf)];
    if (m_body == chosen.body)
        return;
    m_body->hide();
    if (chosen.body) {
        m_body = chosen.body;
        m_body->show();
        return;
    }
    makeBody();
    chosen.body = m_body;
    const auto fill = chosen.fill;
    guarded(this, [&] { fill(*this); });
    m_body->show();
}

void DetailPane::showNothing(const QString &text)
{
    clear();
    m_subtitle->setText(text);
    m_subtitle->show();
}

void DetailPane::setTitle(const QString &title, const QString &subtitle)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

void DetailPane::addBadge(const QString &text, Tone tone)
{
    auto *badge = new QLabel(text, this);
    onThemeChange(badge, [badge, tone] {
        const QString sheet
            = QString("QLabel { background: %1; color: %2; border-radius: %3px; padding: %4px %5px; font-size: %6px; }")
                  .arg(theme().toneSoft(tone).name(), theme().tone(tone).name())
                  .arg(px(9))
                  .arg(px(1))
                  .arg(px(9))
                  .arg(px(12));
        if (badge->styleSheet() != sheet)
            badge->setStyleSheet(sheet);
    });
    if (m_badges->count() == 0)
        m_badges->addStretch();
    m_badges->insertWidget(m_badges->count() - 1, badge);
}

QLabel *DetailPane::valueLabel(const QString &value, int leastPx)
{
    auto *label = new QLabel(value.isEmpty() ? QStringLiteral("—") : value, m_body);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    // An address of the web has no place to break: it is cut rather than the whole pane pushed out of sight.
    onThemeChange(label, [label, leastPx] {
        label->setMinimumWidth(qMin(px(leastPx), label->fontMetrics().horizontalAdvance(label->text()) + px(2)));
    });
    if (longestRun(value) > kLongRun)
        label->setToolTip(value);
    if (value.isEmpty())
        setLook(label, "muted");
    return label;
}

void DetailPane::addValue(const QString &label, QWidget *value)
{
    if (!m_grid) {
        m_grid = new QGridLayout;
        m_grid->setHorizontalSpacing(px(14));
        m_grid->setVerticalSpacing(px(7));
        m_grid->setColumnStretch(1, 1);
        m_content->addLayout(m_grid);
    }
    auto *caption = new QLabel(label, m_body);
    setLook(caption, "muted");
    caption->setWordWrap(true);
    onThemeChange(caption, [caption] { setCaptionWidth(caption); });
    const int row = m_grid->rowCount();
    m_grid->addWidget(caption, row, 0, Qt::AlignTop);
    m_grid->addWidget(value, row, 1);
}

void DetailPane::addRow(const QString &label, const QString &value)
{
    addValue(label, valueLabel(value, kLeastValuePx));
}

void DetailPane::addCopyRow(const QString &label, const QString &value)
{
    if (value.isEmpty()) {
        addRow(label, value);
        return;
    }
    auto *line = new QWidget(m_body);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(4));
    QLabel *text = valueLabel(value, kLeastValuePx);
    // What is short stands beside its button; an address wraps.
    text->setWordWrap(text->fontMetrics().horizontalAdvance(value) > px(kMostUnwrappedPx));
    auto *copy = new QToolButton(line);
    setLook(copy, "mini");
    copy->setIcon(icon("copy"));
    copy->setIconSize(QSize(px(15), px(15)));
    copy->setToolTip(tr("复制%1").arg(label));
    copy->setAccessibleName(copy->toolTip());
    onThemeChange(copy, [copy] { copy->setFixedSize(px(26), px(20)); });
    connect(copy, &QToolButton::clicked, this, [this, label, value] {
        QApplication::clipboard()->setText(value);
        MessageArea::of(this).done(tr("已复制%1").arg(label));
    });
    row->addWidget(text, text->wordWrap() ? 1 : 0);
    row->addWidget(copy, 0, Qt::AlignTop);
    if (!text->wordWrap())
        row->addStretch();
    addValue(label, line);
}

void DetailPane::addLinkRow(const QString &label, const QString &value, std::function<void()> open)
{
    auto *link = new WrappedLink(value, m_body);
    connect(link, &QPushButton::clicked, this, std::move(open));
    addValue(label, link);
}

void DetailPane::addSection(const QString &title)
{
    auto *label = new QLabel(title, m_body);
    setLook(label, "section");
    label->setContentsMargins(0, px(10), 0, 0);
    m_content->addWidget(label);
    m_grid = nullptr;
}

void DetailPane::addTable(const QStringList &headers, const QList<QStringList> &rows)
{
    auto *table = new QWidget(m_body);
    auto *grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(5));
    for (int column = 0; column < headers.size(); ++column) {
        auto *head = new QLabel(headers[column], table);
        setLook(head, "small");
        grid->addWidget(head, 0, column);
        qsizetype longest = headers[column].size();
        for (int row = 0; row < rows.size(); ++row) {
            QLabel *cell = valueLabel(rows[row].value(column), kLeastCellPx);
            grid->addWidget(cell, row + 1, column, Qt::AlignTop);
            longest = std::max(longest, cell->text().size());
        }
        // The room goes to those who have something to say.
        grid->setColumnStretch(column, static_cast<int>(std::min(longest, kMostStretch)));
    }
    m_content->addWidget(table);
    m_grid = nullptr;
}

void DetailPane::addWidget(QWidget *widget)
{
    m_content->addWidget(widget);
    m_grid = nullptr;
}

void DetailPane::addButton(const QString &label, const QString &iconName, std::function<void()> action, bool isPrimary)
{
    // The bar below stays the same whatever leaf is looked at.
    const bool isOfLeaf = !m_leaves.empty() && m_body != m_leaves.front().body;
    auto *button = new QPushButton(label, isOfLeaf ? m_body : m_buttonBar);
    if (!iconName.isEmpty())
        button->setIcon(isPrimary ? iconOnAccent(iconName) : icon(iconName));
    if (isPrimary)
        setLook(button, "primary");
    connect(button, &QPushButton::clicked, this, std::move(action));
    if (isOfLeaf) {
        m_content->addWidget(button, 0, Qt::AlignLeft);
        m_grid = nullptr;
        return;
    }
    if (m_buttons->count() == 0)
        m_buttons->addStretch();
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    m_buttonBar->show();
}

} // namespace mishutai::ui
