#pragma once

#include "base/chinese/typed_word.h"

#include <QStyledItemDelegate>

#include <functional>

namespace mishutai::ui {

/// Paints a row of a list: white, a line below, soft accent when selected, a dot before words with a tone, red for negative
/// amounts; colours of words survive the selection, which a style sheet does not allow. What the search found is marked; where it
/// stands in no column in sight, the name says in a few grey words what it was: 「电话尾号 0001」.
class ListDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setHoveredRow(int row) { m_hoveredRow = row; }
    void setSearchText(const QString &text);
    /// Whether a column can be read without scrolling.
    void setInSight(std::function<bool(int column)> isInSight) { m_isInSight = std::move(isInSight); }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    /// Label and sums of a group; the label runs on through the columns that have no sum.
    void paintGroup(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintText(QPainter *painter, const QRect &rect, const QString &text, Qt::Alignment alignment, bool isSearched) const;
    /// Paints the note at the right end. @return the room that is left
    QRect paintNote(QPainter *painter, const QRect &rect, const QModelIndex &index) const;

    int m_hoveredRow = -1;
    std::vector<TypedWord> m_words;
    std::function<bool(int)> m_isInSight;
};

} // namespace mishutai::ui
