#include "ui/common/list/list_footer.h"

#include "ui/common/guarded.h"
#include "ui/common/list/cell_text.h"
#include "ui/common/list/list_header.h"
#include "ui/common/list/list_view.h"
#include "ui/common/style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace mishutai::ui {

TotalsRow::TotalsRow(ListView *view, QWidget *parent) : QWidget(parent), m_view(view)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(view, &ListView::columnsChanged, this, qOverload<>(&QWidget::update));
    connect(view->horizontalScrollBar(), &QScrollBar::valueChanged, this, qOverload<>(&QWidget::update));
}

bool TotalsRow::hasTotals() const
{
    const auto &columns = m_view->listModel()->definition().columns;
    const std::vector<int> shown = m_view->shownColumns();
    return std::any_of(shown.begin(), shown.end(), [&](int column) { return columns[static_cast<size_t>(column)].isTotalled; });
}

void TotalsRow::sumOf(const std::vector<qint64> &ids)
{
    m_label = tr("所选合计");
    m_totals = m_view->listModel()->query().totals(ids);
    update();
}

void TotalsRow::sumOfAll()
{
    if (!m_ofAll) {
        const ListModel &model = *m_view->listModel();
        const bool isWhole = !model.state().only && !db::SearchIndex::isQuery(model.state().search);
        m_ofAll = isWhole ? model.query().totalsOfAll() : model.query().totals(model.ids());
    }
    m_label = tr("合计");
    m_totals = *m_ofAll;
    update();
}

QSize TotalsRow::sizeHint() const
{
    return {px(100), px(32)};
}

void TotalsRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme().hover);
    painter.fillRect(QRect(0, 0, width(), 1), theme().border);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    // Scrolled sideways, the label stays at the left as the names do.
    const bool isScrolled = m_view->horizontalScrollBar()->value() > 0;
    bool isLabelled = isScrolled;
    for (const int column : m_view->shownColumns()) {
        const auto place = static_cast<size_t>(column);
        const db::ListColumn &what = m_view->listModel()->definition().columns[place];
        const int left = m_view->header()->sectionViewportPosition(column);
        const QRect area(left + px(10), 0, m_view->header()->sectionSize(column) - px(20), height());
        if (place < m_totals.size() && m_totals[place]) {
            painter.setPen(*m_totals[place] < 0 ? theme().bad : theme().text);
            painter.drawText(area, static_cast<int>(cellAlignment(what.type)) | Qt::TextSingleLine | Qt::TextDontClip,
                totalText(what, *m_totals[place]));
        } else if (!isLabelled) {
            painter.setPen(theme().muted);
            painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, m_label);
            isLabelled = true;
        }
    }
    if (isScrolled) {
        painter.fillRect(QRect(0, 1, px(90), height()), theme().hover);
        painter.setPen(theme().muted);
        painter.drawText(QRect(px(10), 0, px(80), height()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, m_label);
    }
}

ListFooter::ListFooter(ListView *view, QWidget *parent)
    : QWidget(parent), m_view(view), m_totals(new TotalsRow(view, this)), m_count(new QLabel(this)), m_selected(new QLabel(this))
{
    setLook(m_count, "small");
    setLook(m_selected, "small");
    m_count->setAccessibleName(tr("行数"));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(px(12), px(3), px(12), px(4));
    line->addWidget(m_count);
    line->addStretch();
    line->addWidget(m_selected);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_totals);
    column->addLayout(line);
    connect(view->listModel(), &ListModel::loaded, this, &ListFooter::refresh);
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ListFooter::refreshSelection);
    connect(view, &ListView::columnsChanged, this, [this] {
        if (m_totals->hasTotals() == m_totals->isHidden())
            refreshSelection();
    });
    refresh();
}

QString ListFooter::countText() const
{
    return m_count->text();
}

void ListFooter::refresh()
{
    m_totals->forget();
    const ListModel &model = *m_view->listModel();
    const qsizetype found = model.rowCount();
    if (model.state().isFiltered())
        m_count->setText(tr("在 %1 条中找到 %2 条").arg(model.allCount()).arg(found));
    else
        m_count->setText(tr("共 %1 条").arg(found));
    refreshSelection();
}

void ListFooter::refreshSelection()
{
    const std::vector<qint64> selected = m_view->selectedIds();
    const bool isSum = selected.size() > 1;
    m_selected->setText(isSum ? tr("已选 %1 行").arg(selected.size()) : QString());
    const bool isTotalled = m_totals->hasTotals() && m_view->listModel()->rowCount() > 0;
    m_totals->setVisible(isTotalled);
    if (!isTotalled)
        return;
    guarded(this, [&] {
        if (isSum)
            m_totals->sumOf(selected);
        else
            m_totals->sumOfAll();
    });
}

} // namespace mishutai::ui
