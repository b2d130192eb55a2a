#include "ui/records/imports/import_preview.h"

#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"
#include "ui/records/imports/reason_line.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace mishutai::ui {

using Filter = ImportPreviewModel::Filter;

ImportPreview::ImportPreview(std::shared_ptr<tables::Sheet> sheet, QWidget *parent)
    : QWidget(parent), m_model(new ImportPreviewModel(std::move(sheet), this)), m_table(new QTableView(this)),
      m_reason(new ReasonLine(this)), m_head(new QHBoxLayout)
{
    makeChips();
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(px(26));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setMinimumSize(px(460), px(240));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_head);
    column->addWidget(m_table, 1);
    column->addWidget(m_reason);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ImportPreview::markChip);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ImportPreview::tellReason);
}

void ImportPreview::makeChips()
{
    for (const Filter filter : {Filter::All, Filter::Faulty, Filter::Warned, Filter::Added, Filter::Changed}) {
        auto *chip = new QPushButton(this);
        setLook(chip, "chip");
        chip->setCheckable(true);
        // What is marked is what the table shows: a click on the marked one changes neither.
        connect(chip, &QPushButton::clicked, this, [this, filter] { m_model->setFilter(filter); });
        m_chips.emplace(filter, chip);
        m_head->addWidget(chip);
    }
    m_head->addStretch();
}

/// Room for the reason and some columns of the sheet, where the window has it.
QSize ImportPreview::sizeHint() const
{
    return {px(780), px(430)};
}

void ImportPreview::addToHead(QWidget *widget)
{
    m_head->addWidget(widget);
}

void ImportPreview::show(const office::ImportResult &verdict)
{
    m_model->setResult(verdict);
    static const std::map<Filter, QString> texts{{Filter::All, tr("全部 %1")}, {Filter::Faulty, tr("待看 %1")},
        {Filter::Warned, tr("有提醒 %1")}, {Filter::Added, tr("新增 %1")}, {Filter::Changed, tr("有变化 %1")}};
    for (const auto &[filter, chip] : m_chips) {
        const int count = m_model->count(filter);
        chip->setText(texts.at(filter).arg(count));
        chip->setEnabled(filter == Filter::All || count > 0);
    }
    m_chips.at(Filter::Warned)->setVisible(m_model->count(Filter::Warned) > 0);
    const bool hasReasons = m_model->count(Filter::Faulty) + m_model->count(Filter::Warned) > 0;
    m_table->setColumnWidth(0, px(48));
    m_table->setColumnWidth(1, px(72));
    m_table->setColumnWidth(2, hasReasons ? px(300) : px(90));
    m_reason->setVisible(hasReasons);
}

void ImportPreview::markChip()
{
    for (const auto &[filter, chip] : m_chips)
        chip->setChecked(filter == m_model->filter());
    if (m_model->rowCount() > 0)
        m_table->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate); // its colours stay
    tellReason();
}

void ImportPreview::tellReason()
{
    const QModelIndex row = m_table->currentIndex();
    m_reason->tell(tr("第%1行").arg(m_model->index(row.row(), 0).data().toString()),
        row.isValid() ? m_model->reasonAt(row.row()) : QString());
}

} // namespace mishutai::ui
