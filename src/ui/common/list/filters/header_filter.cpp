#include "ui/common/list/filters/header_filter.h"

#include "base/decimal.h"
#include "base/money.h"
#include "ui/common/composition.h"
#include "ui/common/list/cell_text.h"
#include "ui/common/list/list_model.h"
#include "ui/common/look/icons.h"
#include "ui/common/look/style.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace mishutai::ui {

namespace {

constexpr int kMostValues = 300;
constexpr int kValueRole = Qt::UserRole + 1;

QListWidgetItem *allItem(QListWidget *list)
{
    return list->item(0);
}

void goToFirst(QListWidget *list)
{
    for (int row = 0; row < list->count(); ++row) {
        if (!list->item(row)->isHidden()) {
            list->setCurrentRow(row);
            return;
        }
    }
}

using Values = std::vector<std::pair<QVariant, qint64>>;

/// Words that have a rank stand in it, as sorting and grouping have them; other values by how many rows have them, as they came.
Values inRankOrder(const db::ListColumn &column, Values values)
{
    if (column.type == db::ColumnType::Choice) {
        std::ranges::stable_sort(values, {}, [&column](const Values::value_type &value) {
            return std::ranges::find(column.choices, value.first.toString(), &db::Choice::value) - column.choices.begin();
        });
    }
    return values;
}

} // namespace

HeaderFilter::HeaderFilter(const ListModel &model, int column, QWidget *owner)
    : Overlay(owner), m_model(model), m_column(model.definition().columns[static_cast<size_t>(column)]), m_note(new QLabel(this))
{
    auto *stack = new QVBoxLayout(this);
    stack->setContentsMargins(px(12), px(10), px(12), px(12));
    stack->setSpacing(px(8));
    addSorts(stack);
    if (isNumber(m_column.type))
        addRange(stack);
    else if (m_column.type == db::ColumnType::Date)
        addPeriod(stack);
    else
        addValues(stack);
    setLook(m_note, "small");
    m_note->hide();
    stack->addWidget(m_note);
    addEmptiness(stack);
    addButtons(stack);
    setFixedWidth(px(290));
}

void HeaderFilter::addSorts(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    for (const bool isDescending : {false, true}) {
        auto *button
            = new QPushButton(icon(isDescending ? "chevron-down" : "chevron-up"), isDescending ? tr("降序") : tr("升序"), this);
        connect(button, &QPushButton::clicked, this, [this, isDescending] {
            Q_EMIT sortChosen(isDescending);
            dismiss();
        });
        row->addWidget(button);
    }
    column->addLayout(row);
}

bool HeaderFilter::hasText() const
{
    return m_column.type == db::ColumnType::Text || m_column.type == db::ColumnType::Code;
}

void HeaderFilter::take(const std::vector<db::ListFilter> &filters)
{
    Q_EMIT accepted(filters);
    dismiss();
}

void HeaderFilter::addValues(QVBoxLayout *column)
{
    m_search = new QLineEdit(this);
    m_search->setPlaceholderText(tr("含有的字，或拼音首字母"));
    m_search->setAccessibleName(tr("筛选%1").arg(m_column.title));
    watchComposition(m_search);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this] { narrow(); });
    column->addWidget(m_search);
    if (hasText())
        addConditions(column);
    m_values = new QListWidget(this);
    m_values->setUniformItemSizes(true);
    m_values->setMinimumHeight(px(230));
    m_values->installEventFilter(this);
    column->addWidget(m_values, 1);
    fillValues();
    connect(m_values, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        m_isTicked = true;
        const QSignalBlocker quiet(m_values);
        if (item == allItem(m_values)) {
            for (int i = 1; i < m_values->count(); ++i) {
                if (!m_values->item(i)->isHidden())
                    m_values->item(i)->setCheckState(item->checkState());
            }
        } else if (item->checkState() == Qt::Unchecked) {
            allItem(m_values)->setCheckState(Qt::Unchecked);
        }
    });
}

void HeaderFilter::fillValues()
{
    QStringList chosen;
    bool isChosen = false;
    for (const db::ListFilter &filter : m_model.state().filters) {
        if (filter.column == m_column.key && filter.condition == db::Condition::AnyOf) {
            chosen = filter.value.toStringList();
            isChosen = true;
        }
    }
    const auto add = [this](const QString &text, const QVariant &value, bool isOn) {
        auto *item = new QListWidgetItem(text, m_values);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setData(kValueRole, value);
        item->setCheckState(isOn ? Qt::Checked : Qt::Unchecked);
    };
    add(tr("（全选）"), {}, !isChosen);
    for (const auto &[value, count] : inRankOrder(m_column, m_model.query().distinctValues(m_column.key, kMostValues))) {
        const QString stored = value.toString();
        QString label = cellText(m_column, value);
        if (m_column.type == db::ColumnType::Flag)
            label = value.toLongLong() != 0 ? tr("是") : tr("否");
        else if (label.isEmpty())
            label = tr("（空白）");
        add(QString("%1　%2").arg(label).arg(count), stored, !isChosen || chosen.contains(stored));
    }
    narrow();
}

void HeaderFilter::narrow()
{
    if (!m_values)
        return;
    const bool listsHits = !m_condition || m_condition->currentIndex() == 0;
    m_values->setEnabled(listsHits);
    for (int i = 1; i < m_values->count(); ++i) {
        QListWidgetItem *item = m_values->item(i);
        item->setHidden(listsHits && !matchesTyped(item->text().section(QStringLiteral("　"), 0, 0), m_search->text()));
    }
}

void HeaderFilter::addRange(QVBoxLayout *column)
{
    m_from = new QLineEdit(this);
    m_to = new QLineEdit(this);
    m_from->setPlaceholderText(tr("从（不小于）"));
    m_to->setPlaceholderText(tr("到（不大于）"));
    m_search = m_from;
    for (const db::ListFilter &filter : m_model.state().filters) {
        if (filter.column != m_column.key)
            continue;
        if (filter.condition != db::Condition::AtMost && filter.condition != db::Condition::AtLeast)
            continue;
        const QString text = clipboardText(m_column, filter.value);
        (filter.condition == db::Condition::AtMost ? m_to : m_from)->setText(text);
    }
    for (QLineEdit *edit : {m_from, m_to}) {
        edit->installEventFilter(this);
        column->addWidget(edit);
    }
}

void HeaderFilter::addButtons(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    auto *clear = new QPushButton(tr("不筛选"), this);
    auto *apply = new QPushButton(tr("筛选"), this);
    setLook(apply, "primary");
    connect(clear, &QPushButton::clicked, this, [this] { take({}); });
    connect(apply, &QPushButton::clicked, this, &HeaderFilter::accept);
    row->addWidget(clear);
    row->addStretch();
    row->addWidget(apply);
    column->addLayout(row);
}

void HeaderFilter::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

std::vector<db::ListFilter> HeaderFilter::valueFilters() const
{
    const QString typed = m_search->text().trimmed();
    if (m_condition && m_condition->currentIndex() > 0) {
        if (typed.isEmpty())
            return {};
        return {{m_column.key, static_cast<db::Condition>(m_condition->currentData().toInt()), typed}};
    }
    QStringList shown;
    QStringList ticked;
    bool containsTyped = false;
    for (int i = 1; i < m_values->count(); ++i) {
        const QListWidgetItem *item = m_values->item(i);
        const QString value = item->data(kValueRole).toString();
        if (!item->isHidden()) {
            shown << value;
            containsTyped |= value.contains(typed, Qt::CaseInsensitive);
            if (item->checkState() == Qt::Checked)
                ticked << value;
        }
    }
    const bool isPlainSearch
        = hasText() && !typed.isEmpty() && (!m_isTicked || ticked == shown) && (containsTyped || shown.isEmpty());
    if (isPlainSearch)
        return {{m_column.key, db::Condition::Contains, typed}};
    const bool takesAll = typed.isEmpty() && ticked.size() == m_values->count() - 1;
    if (takesAll)
        return {};
    const QStringList wanted = m_isTicked || typed.isEmpty() ? ticked : shown;
    if (m_column.type == db::ColumnType::Flag && wanted.size() == 1)
        return {{m_column.key, db::Condition::Equals, wanted.first().toLongLong()}};
    return {{m_column.key, db::Condition::AnyOf, wanted}};
}

std::optional<qint64> HeaderFilter::number(const QString &text) const
{
    switch (m_column.type) {
    case db::ColumnType::Money: {
        const auto money = Money::parseYuan(text);
        return money ? std::optional(money->fen()) : std::nullopt;
    }
    case db::ColumnType::Decimal: {
        const auto decimal = Decimal::parse(text);
        return decimal ? std::optional(decimal->micro()) : std::nullopt;
    }
    default: {
        bool isNumberText = false;
        const qint64 value = text.trimmed().toLongLong(&isNumberText);
        return isNumberText ? std::optional(value) : std::nullopt;
    }
    }
}

std::optional<std::vector<db::ListFilter>> HeaderFilter::rangeFilters() const
{
    std::vector<db::ListFilter> filters;
    for (const QLineEdit *edit : {m_from, m_to}) {
        if (edit->text().trimmed().isEmpty())
            continue;
        const auto value = number(edit->text());
        if (!value)
            return std::nullopt;
        filters.push_back({m_column.key, edit == m_from ? db::Condition::AtLeast : db::Condition::AtMost, QVariant(*value)});
    }
    return filters;
}

std::optional<std::vector<db::ListFilter>> HeaderFilter::filters() const
{
    if (m_values)
        return valueFilters();
    return m_from ? rangeFilters() : periodFilters();
}

void HeaderFilter::accept()
{
    const auto wanted = filters();
    if (!wanted) {
        m_note->setText(m_from ? tr("请填数字，例如 1200 或 1,200.50") : tr("请填日期或期间，例如 2021年5月、本季度"));
        setLook(m_note, "error");
        m_note->show();
        return;
    }
    take(*wanted);
}

bool HeaderFilter::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && object != parentWidget()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (isComposing(qobject_cast<QWidget *>(object)))
            return false;
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            accept();
            return true;
        }
        QListWidget *list = m_values ? m_values : m_periods;
        if (key->key() == Qt::Key_Down && object == m_search && list) {
            list->setFocus();
            goToFirst(list);
            return true;
        }
        return false;
    }
    return Overlay::eventFilter(object, event);
}

} // namespace mishutai::ui
