#pragma once

#include <QTableView>

namespace mishutai::ui {

class ListHeader;
class ListView;

/// The first column of a list once more, over its left edge while the list is scrolled sideways: the name stays in sight.
/// It shares model, selection and delegate with the list and never takes the focus.
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

private:
    ListView *m_view;
    ListHeader *m_header;
};

} // namespace mishutai::ui
