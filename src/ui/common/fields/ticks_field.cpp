#include "ui/common/fields/ticks_field.h"

#include "ui/common/look/appearance.h"
#include "ui/common/look/theme.h"

#include <QListWidget>

#include <algorithm>

namespace mishutai::ui {

namespace {

constexpr int kItemWidth = 112;
constexpr int kItemHeight = 26;
constexpr int kTickRoom = 56; ///< beside the word
constexpr int kRoom = 4;

} // namespace

TicksField::TicksField(const QStringList &words, QWidget *parent) : Field(parent), m_list(new QListWidget(this))
{
    m_list->setFlow(QListView::LeftToRight);
    m_list->setWrapping(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setUniformItemSizes(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTabKeyNavigation(false);
    for (const QString &word : words)
        addWord(word);
    onThemeChange(m_list, [this] { fit(); });
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
    setEditor(m_list);
    connect(m_list, &QListWidget::itemChanged, this, [this] { noteEdit(); });
}

void TicksField::addWord(const QString &word)
{
    auto *item = new QListWidgetItem(word);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(Qt::Unchecked);
    m_list->addItem(item);
    fit();
}

void TicksField::resizeEvent(QResizeEvent *event)
{
    Field::resizeEvent(event);
    fit();
}

void TicksField::fit()
{
    int width = px(kItemWidth);
    for (int i = 0; i < m_list->count(); ++i)
        width = std::max(width, m_list->fontMetrics().horizontalAdvance(m_list->item(i)->text()) + px(kTickRoom));
    const QSignalBlocker quiet(m_list); // a size is no edit
    for (int i = 0; i < m_list->count(); ++i)
        m_list->item(i)->setSizeHint(QSize(width, px(kItemHeight)));
    const int frame = 2 * m_list->frameWidth();
    const int columns = std::max(1, (m_list->width() - frame) / width);
    const int lines = (m_list->count() + columns - 1) / columns;
    m_list->setFixedHeight(std::max(1, lines) * px(kItemHeight) + frame + px(kRoom));
}

QStringList TicksField::ticked() const
{
    QStringList words;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->checkState() == Qt::Checked)
            words.append(m_list->item(i)->text());
    }
    return words;
}

void TicksField::setTicked(const QStringList &words)
{
    const QSignalBlocker quiet(m_list);
    for (const QString &word : words) {
        if (m_list->findItems(word, Qt::MatchExactly).isEmpty())
            addWord(word);
    }
    for (int i = 0; i < m_list->count(); ++i)
        m_list->item(i)->setCheckState(words.contains(m_list->item(i)->text()) ? Qt::Checked : Qt::Unchecked);
    m_list->viewport()->update();
    showFault({});
}

QString TicksField::text() const
{
    return ticked().join(u'；');
}

void TicksField::setText(const QString &text)
{
    setTicked(text.split(u'；', Qt::SkipEmptyParts));
}

} // namespace mishutai::ui
