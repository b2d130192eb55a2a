#include "ui/common/list/filters/filter_chips.h"

#include "ui/common/list/cell_text.h"
#include "ui/common/list/list_model.h"
#include "ui/common/look/icons.h"
#include "ui/common/look/style.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace mishutai::ui {

FilterChips::FilterChips(QWidget *parent) : QWidget(parent), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(px(8), px(4), px(8), px(6));
    m_row->setSpacing(px(6));
    hide();
}

void FilterChips::setState(const db::ListDefinition &definition, const ListState &state)
{
    while (QLayoutItem *item = m_row->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    if (state.only)
        add(tr("只看：%1").arg(state.onlyLabel), {});
    for (const db::ListColumn &column : definition.columns) {
        std::vector<db::ListFilter> filters;
        for (const db::ListFilter &filter : state.filters) {
            if (filter.column == column.key)
                filters.push_back(filter);
        }
        if (!filters.empty())
            add(filterText(column, filters), column.key);
    }
    const bool hasChips = m_row->count() > 0;
    if (hasChips) {
        auto *clear = new QPushButton(tr("清除筛选"), this);
        setLook(clear, "link");
        connect(clear, &QPushButton::clicked, this, &FilterChips::cleared);
        m_row->addWidget(clear);
        m_row->addStretch();
    }
    setVisible(hasChips);
}

QStringList FilterChips::texts() const
{
    QStringList texts;
    for (int i = 0; i < m_row->count(); ++i) {
        const auto *chip = qobject_cast<QPushButton *>(m_row->itemAt(i)->widget());
        if (chip && chip->property("look") == "chip")
            texts << chip->text();
    }
    return texts;
}

void FilterChips::add(const QString &text, const QString &column)
{
    auto *chip = new QPushButton(text, this);
    setLook(chip, "chip");
    chip->setIcon(icon("close", Tone::Accent));
    chip->setIconSize(QSize(px(13), px(13)));
    chip->setLayoutDirection(Qt::RightToLeft);
    chip->setToolTip(tr("取消这个条件"));
    chip->setMaximumWidth(px(360));
    connect(chip, &QPushButton::clicked, this, [this, column] { Q_EMIT removed(column); });
    m_row->addWidget(chip);
}

} // namespace mishutai::ui
