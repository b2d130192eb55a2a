#include "ui/common/list/list_delegate.h"

#include "ui/common/list/cell_text.h"
#include "ui/common/list/found_note.h"
#include "ui/common/list/list_model.h"
#include "ui/common/look/icons.h"
#include "ui/common/look/theme.h"

#include <QPainter>

namespace mishutai::ui {

void ListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &colours = theme();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (index.data(ListModel::GroupRole).isValid()) {
        paintGroup(painter, option, index);
        return;
    }
    painter->save();
    const QColor ground = isSelected ? colours.accentSoft : index.row() == m_hoveredRow ? colours.hover : colours.card;
    painter->fillRect(option.rect, ground);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colours.border);

    QRect area = option.rect.adjusted(px(10), 0, -px(10), -1);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QVariant toneValue = index.data(ListModel::ToneRole);
    const auto alignment = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
    QColor ink = colours.text;
    if (toneValue.isValid() && !text.isEmpty()) {
        const auto tone = static_cast<Tone>(toneValue.toInt());
        ink = colours.tone(tone);
        const int dot = px(8);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink);
        painter->drawEllipse(QRect(area.left(), area.center().y() - dot / 2 + 1, dot, dot));
        area.setLeft(area.left() + dot + px(7));
    } else if (alignment.testFlag(Qt::AlignRight) && text.startsWith('-')) {
        ink = colours.bad;
    }
    painter->setFont(option.font);
    const auto *model = qobject_cast<const ListModel *>(index.model());
    const bool isSearched = model && model->definition().columns[static_cast<size_t>(index.column())].isSearched;
    if (!m_words.empty() && model && index.column() == nameColumn(model->definition()))
        area = paintNote(painter, area, index);
    painter->setFont(option.font);
    painter->setPen(ink);
    paintText(painter, area, text, alignment, isSearched);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(colours.accent, 1));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
    }
    painter->restore();
}

void ListDelegate::paintGroup(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &colours = theme();
    const auto &model = *qobject_cast<const ListModel *>(index.model());
    const size_t group = *model.groupAt(index.row());
    painter->save();
    painter->setClipRect(option.rect);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, isSelected ? colours.accentSoft : colours.hover);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colours.border);
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    painter->setFont(bold);
    if (const auto total = model.groups().groups()[group].totals[static_cast<size_t>(index.column())]) {
        painter->setPen(*total < 0 ? colours.bad : colours.text);
        painter->drawText(option.rect.adjusted(px(10), 0, -px(10), -1),
            static_cast<int>(index.data(Qt::TextAlignmentRole).value<Qt::Alignment>()) | Qt::TextSingleLine,
            index.data(Qt::DisplayRole).toString());
    } else {
        // From the left edge of the list, wherever it is scrolled to: this cell shows what falls into it.
        const int edge = px(14);
        painter->drawPixmap(px(8), option.rect.center().y() - edge / 2,
            iconPixmap(model.groups().isFolded(group) ? "chevron-right" : "chevron-down", colours.muted, edge,
                painter->device()->devicePixelRatioF()));
        painter->setPen(colours.text);
        painter->drawText(QRect(px(8) + edge + px(5), option.rect.top(), px(1200), option.rect.height() - 1),
            Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, index.data(ListModel::GroupRole).toString());
    }
    painter->restore();
}

void ListDelegate::setSearchText(const QString &text)
{
    m_words = typedWords(text);
}

QRect ListDelegate::paintNote(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const QString note = foundNote(*qobject_cast<const ListModel *>(index.model()), index.row(), m_words, m_isInSight);
    if (note.isEmpty())
        return rect;
    QFont small = painter->font();
    small.setPixelSize(px(11));
    painter->setFont(small);
    const QFontMetrics metrics = painter->fontMetrics();
    const QString shown = metrics.elidedText(note, Qt::ElideRight, rect.width() / 2);
    const int width = metrics.horizontalAdvance(shown);
    painter->setPen(theme().muted);
    painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    return rect.adjusted(0, 0, -width - px(8), 0);
}

void ListDelegate::paintText(
    QPainter *painter, const QRect &rect, const QString &text, Qt::Alignment alignment, bool isSearched) const
{
    const QFontMetrics metrics = painter->fontMetrics();
    const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
    if (isSearched) {
        for (const TypedWord &word : m_words) {
            const auto hit = word.in(text);
            if (!hit)
                continue;
            const int left = rect.left() + metrics.horizontalAdvance(text.left(hit->start));
            const QRect mark(left, rect.center().y() - metrics.height() / 2 + 1,
                metrics.horizontalAdvance(text.mid(hit->start, hit->length)), metrics.height());
            painter->fillRect(mark.intersected(rect), theme().warningSoft);
        }
    }
    painter->drawText(rect, static_cast<int>(alignment) | Qt::TextSingleLine, shown);
}

QSize ListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(option.font);
    const int dot = index.data(ListModel::ToneRole).isValid() ? px(15) : 0;
    return {metrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()) + px(22) + dot, px(36)};
}

} // namespace mishutai::ui
