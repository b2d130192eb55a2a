#include "ui/common/list/list_header.h"

#include "ui/common/look/icons.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

namespace mishutai::ui {

ListHeader::ListHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsMovable(true);
    setSectionsClickable(true);
    setHighlightSections(false);
    setMouseTracking(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setTextElideMode(Qt::ElideRight);
    setAccessibleName(tr("表头"));
}

void ListHeader::showSorts(const std::vector<db::ListSort> &sorts, const db::ListDefinition &definition)
{
    m_sorts.clear();
    for (const db::ListSort &sort : sorts) {
        for (size_t i = 0; i < definition.columns.size(); ++i) {
            if (definition.columns[i].key == sort.column)
                m_sorts.push_back({static_cast<int>(i), sort.isDescending});
        }
    }
    viewport()->update();
    Q_EMIT marksChanged();
}

void ListHeader::showFiltered(const QSet<int> &sections)
{
    m_filtered = sections;
    viewport()->update();
    Q_EMIT marksChanged();
}

void ListHeader::copyMarks(const ListHeader &other)
{
    m_sorts = other.m_sorts;
    m_filtered = other.m_filtered;
    viewport()->update();
}

QSize ListHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), px(34)};
}

void ListHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Theme &colours = theme();
    painter->save();
    painter->fillRect(rect, section == m_hovered ? colours.hover : colours.card);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.border);
    QRect area = rect.adjusted(px(10), 0, -px(10), -1);
    const int edge = px(14);
    const bool isFiltered = m_filtered.contains(section);
    if (isFiltered || section == m_hovered) {
        const QColor ink = isFiltered ? colours.accent : colours.faint;
        painter->drawPixmap(funnel(section).topLeft(), iconPixmap("filter", ink, edge, devicePixelRatioF()));
        area.setRight(funnel(section).left() - px(2));
    }
    for (size_t i = 0; i < m_sorts.size(); ++i) {
        if (m_sorts[i].section != section)
            continue;
        const QString name = m_sorts[i].isDescending ? "chevron-down" : "chevron-up";
        painter->drawPixmap(
            area.right() - edge + 1, rect.center().y() - edge / 2, iconPixmap(name, colours.accent, edge, devicePixelRatioF()));
        area.setRight(area.right() - edge - px(1));
        if (m_sorts.size() > 1)
            area.setRight(paintRank(*painter, area.right(), static_cast<int>(i) + 1) - px(2));
    }
    const QString title = model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
    const auto alignment = model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).value<Qt::Alignment>();
    painter->setFont(font());
    painter->setPen(isFiltered ? colours.accent : colours.muted);
    painter->drawText(area, static_cast<int>(alignment) | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(title, Qt::ElideRight, area.width()));
    painter->restore();
}

int ListHeader::paintRank(QPainter &painter, int right, int rank) const
{
    const int edge = px(14);
    const QRect disc(right - edge + 1, (height() - edge) / 2, edge, edge);
    QFont small = font();
    small.setPixelSize(px(10));
    small.setBold(true);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().accent);
    painter.drawEllipse(disc);
    painter.setFont(small);
    painter.setPen(theme().card);
    painter.drawText(disc, Qt::AlignCenter, QString::number(rank));
    return disc.left();
}

QRect ListHeader::funnel(int section) const
{
    const int edge = px(14);
    const int right = sectionViewportPosition(section) + sectionSize(section) - px(8);
    return {right - edge, (height() - edge) / 2, edge, edge};
}

bool ListHeader::isOnFunnel(const QPoint &position, int section) const
{
    return section >= 0 && funnel(section).adjusted(-px(3), -px(8), px(3), px(8)).contains(position);
}

void ListHeader::mousePressEvent(QMouseEvent *event)
{
    m_pressedAt = event->pos();
    QHeaderView::mousePressEvent(event);
}

void ListHeader::mouseReleaseEvent(QMouseEvent *event)
{
    QHeaderView::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || cursor().shape() == Qt::SplitHCursor)
        return;
    // Farther than a click, it was a move of the section.
    if ((event->pos() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance())
        return;
    const int section = logicalIndexAt(event->pos());
    if (section < 0)
        return;
    if (isOnFunnel(event->pos(), section))
        Q_EMIT filterAsked(section);
    else
        Q_EMIT sortAsked(section, event->modifiers().testFlag(Qt::ShiftModifier));
}

void ListHeader::mouseMoveEvent(QMouseEvent *event)
{
    const int hovered = logicalIndexAt(event->pos());
    if (hovered != m_hovered) {
        m_hovered = hovered;
        viewport()->update();
    }
    QHeaderView::mouseMoveEvent(event);
}

void ListHeader::leaveEvent(QEvent *event)
{
    m_hovered = -1;
    viewport()->update();
    QHeaderView::leaveEvent(event);
}

} // namespace mishutai::ui
