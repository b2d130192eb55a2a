#include "ui/common/list/filters/header_filter.h"

#include "base/period.h"
#include "ui/common/list/cell_text.h"
#include "ui/common/list/filters/ready_period.h"
#include "ui/common/list/list_model.h"
#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace mishutai::ui {

void HeaderFilter::addEmptiness(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    const std::pair<QString, db::Condition> choices[]{
        {tr("空着"), db::Condition::IsEmpty}, {tr("已填"), db::Condition::IsNotEmpty}};
    for (const auto &[label, condition] : choices) {
        auto *button = new QPushButton(label, this);
        button->setToolTip(tr("只看%1%2的").arg(m_column.title, label));
        connect(button, &QPushButton::clicked, this, [this, one = condition] { take({{m_column.key, one, {}}}); });
        row->addWidget(button);
    }
    column->addLayout(row);
}

void HeaderFilter::addConditions(QVBoxLayout *column)
{
    m_condition = new QComboBox(this);
    m_condition->setAccessibleName(tr("条件"));
    const std::pair<QString, db::Condition> conditions[]{{tr("含有"), db::Condition::Contains},
        {tr("不含"), db::Condition::NotContains}, {tr("开头是"), db::Condition::StartsWith}, {tr("就是"), db::Condition::Equals},
        {tr("不是"), db::Condition::Differs}};
    for (const auto &[label, condition] : conditions)
        m_condition->addItem(label, static_cast<int>(condition));
    for (const db::ListFilter &filter : m_model.state().filters) {
        const int place = filter.column == m_column.key ? m_condition->findData(static_cast<int>(filter.condition)) : -1;
        if (place < 0)
            continue;
        m_condition->setCurrentIndex(place);
        m_search->setText(filter.value.toString());
    }
    m_condition->installEventFilter(this);
    connect(m_condition, &QComboBox::currentIndexChanged, this, [this] { narrow(); });
    column->addWidget(m_condition);
}

void HeaderFilter::addPeriod(QVBoxLayout *column)
{
    m_search = new QLineEdit(this);
    m_search->setPlaceholderText(tr("2021、2021年5月、2021Q2、2021年1-10月、20210514"));
    m_search->setAccessibleName(tr("%1的期间").arg(m_column.title));
    m_search->installEventFilter(this);
    QDate from;
    QDate to;
    for (const db::ListFilter &filter : m_model.state().filters) {
        if (filter.column == m_column.key && filter.value.typeId() == QMetaType::QDate)
            (filter.condition == db::Condition::AtMost ? to : from) = filter.value.toDate();
    }
    if (from.isValid() && to.isValid())
        m_search->setText(from.toString(Qt::ISODate) + ".." + to.toString(Qt::ISODate));
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        const auto period = Period::parse(text);
        narrowPeriods();
        m_note->setVisible(period.has_value());
        m_note->setText(period ? period->chinese() : QString());
    });
    column->addWidget(m_search);
    addReadyPeriods(column);
}

void HeaderFilter::addReadyPeriods(QVBoxLayout *column)
{
    m_periods = new QListWidget(this);
    m_periods->setAccessibleName(tr("常用期间"));
    m_periods->installEventFilter(this);
    for (const ReadyPeriod &period : readyPeriods()) {
        auto *item = new QListWidgetItem(period.label, m_periods);
        item->setData(Qt::UserRole, period.key);
    }
    for (const db::ListFilter &filter : m_model.state().filters) {
        if (filter.column == m_column.key && filter.condition == db::Condition::InPeriod)
            m_search->setText(readyPeriodLabel(filter.value.toString()));
    }
    m_periods->setFixedHeight(m_periods->count() * (m_periods->sizeHintForRow(0) + 1) + px(6));
    connect(m_periods, &QListWidget::itemClicked, this, &HeaderFilter::accept);
    column->addWidget(m_periods);
    narrowPeriods();
}

void HeaderFilter::narrowPeriods()
{
    if (!m_periods)
        return;
    QListWidgetItem *first = nullptr;
    for (int i = 0; i < m_periods->count(); ++i) {
        QListWidgetItem *item = m_periods->item(i);
        item->setHidden(!matchesTyped(item->text(), m_search->text()));
        if (!first && !item->isHidden())
            first = item;
    }
    // A ready-made one is taken once its name was typed or the list was gone into.
    m_periods->setCurrentItem(m_search->text().trimmed().isEmpty() ? nullptr : first);
}

std::optional<std::vector<db::ListFilter>> HeaderFilter::periodFilters() const
{
    const auto period = Period::parse(m_search->text());
    const QListWidgetItem *ready = m_periods->currentItem();
    if (!period && ready)
        return std::vector<db::ListFilter>{{m_column.key, db::Condition::InPeriod, ready->data(Qt::UserRole)}};
    if (m_search->text().trimmed().isEmpty())
        return std::vector<db::ListFilter>();
    if (!period)
        return std::nullopt;
    return std::vector<db::ListFilter>{
        {m_column.key, db::Condition::AtLeast, period->from()}, {m_column.key, db::Condition::AtMost, period->to()}};
}

} // namespace mishutai::ui
