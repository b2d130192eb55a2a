#pragma once

#include "ui/common/overlay.h"

class QListWidget;

namespace mishutai::ui {

class ListView;

/// Which columns a list shows: a check list; space toggles, the list follows at once.
class ColumnChooser : public Overlay
{
    Q_OBJECT

public:
    ColumnChooser(ListView *view, QWidget *owner);
    void focusList();

private:
    ListView *m_view;
    QListWidget *m_list;
};

} // namespace mishutai::ui
