#pragma once

#include <QTableView>

#include <vector>

namespace mishutai::ui {

class ListHeader;
class ListView;

/// The columns of a list up to the one that names the record once more, over its left edge while the list is scrolled sideways:
/// the name stays in sight. Where there is little room, or the name was moved far to the right, it is the name alone. It shares
/// model, selection and delegate with the list and never takes the focus.
class FrozenColumn : public QTableView
{
    Q_OBJECT

public:
    explicit FrozenColumn(ListView *view);

    /// After the list has its model.
    void follow();
    /// Place, width, row height and visibility as the list has them now.
    void arrange();
    /// Width that it covers; 0 while it is hidden.
    int coveredWidth() const { return isVisible() ? width() : 0; }
    bool holds(int column) const { return !isColumnHidden(column); }

private:
    std::vector<int> columns() const;

    ListView *m_view;
    ListHeader *m_header;
};

} // namespace mishutai::ui
