#include "ui/common/list/views/column_chooser.h"

#include "ui/common/list/list_view.h"
#include "ui/common/look/style.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace mishutai::ui {

ColumnChooser::ColumnChooser(ListView *view, QWidget *owner) : Overlay(owner), m_view(view), m_list(new QListWidget(this))
{
    auto *title = new QLabel(tr("显示的列"), this);
    setLook(title, "section");
    auto *defaults = new QPushButton(tr("恢复默认"), this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(12), px(10), px(12), px(12));
    column->addWidget(title);
    column->addWidget(m_list, 1);
    column->addWidget(defaults);
    const std::vector<db::ListColumn> &columns = view->listModel()->definition().columns;
    for (size_t i = 0; i < columns.size(); ++i) {
        auto *item = new QListWidgetItem(columns[i].title, m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(view->isColumnHidden(static_cast<int>(i)) ? Qt::Unchecked : Qt::Checked);
    }
    constexpr int kMostShown = 12;
    const int rows = qMin<int>(kMostShown, static_cast<int>(columns.size()));
    m_list->setFixedSize(px(220), rows * (m_list->sizeHintForRow(0) + 1) + px(6));
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        const int place = m_list->row(item);
        m_view->setColumnShown(place, item->checkState() == Qt::Checked);
        // The last column cannot be hidden; the check mark says so.
        item->setCheckState(m_view->isColumnHidden(place) ? Qt::Unchecked : Qt::Checked);
    });
    connect(defaults, &QPushButton::clicked, this, [this] {
        m_view->restoreDefaults();
        dismiss();
    });
}

void ColumnChooser::focusList()
{
    m_list->setFocus();
    m_list->setCurrentRow(0);
}

} // namespace mishutai::ui
