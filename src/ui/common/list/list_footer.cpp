#include "ui/common/list/list_footer.h"

#include "ui/common/guarded.h"
#include "ui/common/list/cell_text.h"
#include "ui/common/list/list_header.h"
#include "ui/common/list/list_view.h"
#include "ui/common/look/style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
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

void TotalsRow::sumOfAll(const QString &label)
{
    if (!m_ofAll) {
        const ListModel &model = *m_view->listModel();
        const bool isWhole = !model.state().only && !db::SearchIndex::isQuery(model.state().search);
        m_ofAll = isWhole ? model.query().totalsOfAll() : model.query().totals(model.ids());
    }
    m_label = label;
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
                amountText(what, QVariant(*m_totals[place]), m_view->listModel()->amountUnit()));
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
    : QWidget(parent), m_view(view), m_totals(new TotalsRow(view, this)), m_count(new QLabel(this)), m_place(new QLabel(this)),
      m_unit(new QPushButton(this))
{
    setLook(m_count, "small");
    setLook(m_place, "small");
    setLook(m_unit, "link");
    m_unit->setToolTip(tr("换成元或万元（Ctrl+Shift+W）"));
    m_unit->setFocusPolicy(Qt::NoFocus);
    connect(m_unit, &QPushButton::clicked, this, &ListFooter::switchUnit);
    if (QSettings().value(unitKey()).toBool())
        view->listModel()->setAmountUnit(AmountUnit::TenThousand);
    m_count->setAccessibleName(tr("行数"));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(px(12), px(3), px(12), px(4));
    line->addWidget(m_count);
    auto *views = new QPushButton(tr("视图"), this);
    setLook(views, "link");
    views->setToolTip(tr("选用或存下筛选、列和排序（Alt+V）"));
    views->setFocusPolicy(Qt::NoFocus);
    connect(views, &QPushButton::clicked, this, &ListFooter::viewsAsked);
    line->addStretch();
    line->addWidget(views);
    line->addSpacing(px(10));
    line->addWidget(m_unit);
    line->addSpacing(px(10));
    line->addWidget(m_place);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_totals);
    column->addLayout(line);
    connect(view->listModel(), &ListModel::loaded, this, &ListFooter::refresh);
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ListFooter::refreshSelection);
    connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ListFooter::refreshPlace);
    connect(view, &ListView::columnsChanged, this, [this] {
        m_unit->setVisible(showsAmounts());
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
    m_unit->setVisible(showsAmounts());
    m_unit->setText(m_view->listModel()->amountUnit() == AmountUnit::Yuan ? tr("单位：元") : tr("单位：万元"));
    refreshSelection();
}

bool ListFooter::showsAmounts() const
{
    const auto &columns = m_view->listModel()->definition().columns;
    const std::vector<int> shown = m_view->shownColumns();
    return std::any_of(shown.begin(), shown.end(),
        [&](int column) { return columns[static_cast<size_t>(column)].type == db::ColumnType::Money; });
}

void ListFooter::switchUnit()
{
    ListModel &model = *m_view->listModel();
    if (!showsAmounts())
        return;
    model.setAmountUnit(model.amountUnit() == AmountUnit::Yuan ? AmountUnit::TenThousand : AmountUnit::Yuan);
    QSettings().setValue(unitKey(), model.amountUnit() == AmountUnit::TenThousand);
    refresh();
}

QString ListFooter::unitKey() const
{
    return QString("lists/%1/inTenThousands").arg(m_view->listModel()->definition().key);
}

void ListFooter::refreshPlace()
{
    const int row = m_view->currentIndex().row();
    const ListModel &model = *m_view->listModel();
    const auto place = row >= 0 && row < model.rowCount() ? model.placeOf(row) : std::nullopt;
    m_place->setText(place ? tr("第 %1 条").arg(*place + 1) : QString());
}

void ListFooter::refreshSelection()
{
    const ListModel &model = *m_view->listModel();
    const std::vector<qint64> selected = m_view->selectedIds();
    const bool isSum = selected.size() > 1;
    const auto found = static_cast<qsizetype>(model.ids().size());
    QString count
        = model.state().isFiltered() ? tr("%1 条中的 %2 条").arg(model.allCount()).arg(found) : tr("共 %1 条").arg(found);
    if (isSum)
        count += tr("，已选 %1 条").arg(selected.size());
    m_count->setText(count);
    refreshPlace();
    const bool isTotalled = m_totals->hasTotals() && found > 0;
    m_totals->setVisible(isTotalled);
    if (!isTotalled)
        return;
    guarded(this, [&] {
        if (isSum && static_cast<qsizetype>(selected.size()) < found)
            m_totals->sumOf(selected);
        else
            m_totals->sumOfAll(isSum ? tr("所选合计") : tr("合计"));
    });
}

} // namespace mishutai::ui
