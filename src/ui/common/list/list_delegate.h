#pragma once

#include <QStyledItemDelegate>

namespace mishutai::ui {

/// Paints a row of a list: white, a line below, soft accent when selected, a dot before words with a tone, red for negative
/// amounts; colours of words survive the selection, which a style sheet does not allow.
class ListDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setHoveredRow(int row) { m_hoveredRow = row; }
    void setSearchText(const QString &text) { m_searchText = text; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintText(QPainter *painter, const QRect &rect, const QString &text, Qt::Alignment alignment) const;

    int m_hoveredRow = -1;
    QString m_searchText;
};

} // namespace mishutai::ui
