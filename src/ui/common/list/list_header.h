#pragma once

#include "db/lists/list_definition.h"

#include <QHeaderView>
#include <QSet>

namespace mishutai::ui {

/// Header of a list: titles aligned as their cells, arrow of the sorted columns and their rank
/// where there are several, a funnel on filtered columns and under
/// the pointer. A click sorts (again: descending, then not), Shift adds a column, a click on the funnel opens the filter.
class ListHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit ListHeader(QWidget *parent);

    void showSorts(const std::vector<db::ListSort> &sorts, const db::ListDefinition &definition);
    void showFiltered(const QSet<int> &sections);
    /// Arrows and funnels as another header of the same list shows them.
    void copyMarks(const ListHeader &other);
    QSize sizeHint() const override;

Q_SIGNALS:
    void sortAsked(int section, bool adds);
    void filterAsked(int section);
    void marksChanged();

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    bool isOnFunnel(const QPoint &position, int section) const;
    QRect funnel(int section) const;
    /// The number of a sort in a disc. @return its left edge
    int paintRank(QPainter &painter, int right, int rank) const;

    struct Sorted {
        int section;
        bool isDescending;
    };
    std::vector<Sorted> m_sorts;
    QSet<int> m_filtered;
    int m_hovered = -1;
    QPoint m_pressedAt;
};

} // namespace mishutai::ui
