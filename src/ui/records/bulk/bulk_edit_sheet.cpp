#include "ui/records/bulk/bulk_edit_sheet.h"

#include "base/task_control.h"
#include "db/lists/list_query.h"
#include "ui/common/composition.h"
#include "ui/common/fields/choice_field.h"
#include "ui/common/fields/date_field.h"
#include "ui/common/guarded.h"
#include "ui/common/list/cell_text.h"
#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"
#include "ui/shell/task_dialog.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace mishutai::ui {

namespace {

constexpr int kOffered = 200;

QString clearWord()
{
    return BulkEditSheet::tr("（清空）");
}

/// A field that offers what the column holds already, or its choices; last of all to empty it.
Field *fieldFor(const db::Database &database, const db::ListDefinition &list, const db::ListColumn &column, bool mayClear)
{
    std::vector<db::Choice> known;
    if (column.type == db::ColumnType::Choice) {
        known = column.choices;
    } else {
        const db::ListDefinition only = bulkList(list, column.key);
        for (const auto &[value, count] : db::ListQuery(database, only).distinctValues(column.key, kOffered)) {
            const QString text = cellText(column, value);
            if (!text.isEmpty())
                known.push_back({text, text});
        }
    }
    if (mayClear)
        known.push_back({clearWord(), clearWord()});
    if (column.type == db::ColumnType::Choice)
        return new ChoiceField(known);
    return new ChoiceField(known, ChoiceField::Others::Allowed);
}

} // namespace

BulkEditSheet::BulkEditSheet(const db::Database &database, desk::WorkerRequest request, const db::ListDefinition &list,
    std::vector<BulkColumn> columns, std::vector<qint64> ids, Run run, QWidget *owner)
    : Overlay(owner), m_database(database), m_request(std::move(request)), m_list(list), m_columns(std::move(columns)),
      m_ids(std::move(ids)), m_run(std::move(run)), m_valuePlace(new QVBoxLayout), m_preview(new QLabel(this)),
      m_before(new QLabel(this)), m_take(new QPushButton(tr("修改"), this))
{
    barUndo();
    std::vector<db::Choice> choices;
    for (size_t i = 0; i < m_columns.size(); ++i)
        choices.push_back({QString::number(i), labelOf(m_columns[i])});
    m_column = new ChoiceField(choices, ChoiceField::Others::Refused, this);
    m_column->edit()->setAccessibleName(tr("要改的列"));
    m_column->setPlaceholder(tr("要改的列，名称或首字母"));
    auto *heading = new QLabel(tr("批量修改所选 %1 条").arg(m_ids.size()), this);
    setLook(heading, "heading");
    lay(heading);
    connect(m_column, &Field::edited, this, [this] { makeValueField(); });
    m_column->setValue("0");
    makeValueField();
    popUpCentred();
    m_column->editor()->setFocus();
    m_column->edit()->selectAll();
}

BulkEditSheet::~BulkEditSheet()
{
    stopReading();
}

void BulkEditSheet::lay(QWidget *heading)
{
    setLook(m_preview, "section");
    setLook(m_before, "muted");
    m_preview->setWordWrap(true);
    m_before->setWordWrap(true);
    setLook(m_take, "primary");
    auto *cancel = new QPushButton(tr("取消"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_take);
    auto *stack = new QVBoxLayout(this);
    stack->setContentsMargins(px(20), px(16), px(20), px(16));
    stack->setSpacing(px(10));
    stack->addWidget(heading);
    stack->addWidget(m_column);
    stack->addLayout(m_valuePlace);
    stack->addWidget(m_preview);
    stack->addWidget(m_before);
    stack->addLayout(buttons);
    setFixedWidth(px(440));
    m_column->editor()->installEventFilter(this);
    m_take->installEventFilter(this);
    connect(cancel, &QPushButton::clicked, this, [this] { dismiss(); });
    connect(m_take, &QPushButton::clicked, this, &BulkEditSheet::take);
}

QString BulkEditSheet::labelOf(const BulkColumn &column) const
{
    const db::ListColumn *shown = findColumn(m_list, column.column);
    return column.label.isEmpty() ? shown->title : column.label;
}

const BulkColumn *BulkEditSheet::chosen() const
{
    bool isChosen = false;
    const size_t place = m_column->value().toUInt(&isChosen);
    return isChosen && place < m_columns.size() ? &m_columns[place] : nullptr;
}

void BulkEditSheet::makeValueField()
{
    const BulkColumn *column = chosen();
    if (m_value) {
        m_value->hide();
        m_value->deleteLater();
        m_value = nullptr;
    }
    if (column) {
        guarded(this, [&] {
            m_value
                = fieldFor(m_database, m_list, *findColumn(m_list, column->column), column->mayClear && column->label.isEmpty());
        });
        if (m_value) {
            m_value->setParent(this);
            m_value->editor()->setAccessibleName(tr("改为"));
            if (auto *line = qobject_cast<LineField *>(m_value))
                line->setPlaceholder(tr("改为（要清空，选「（清空）」）"));
            m_valuePlace->addWidget(m_value);
            m_value->show();
            m_value->editor()->installEventFilter(this);
            connect(m_value, &Field::edited, this, &BulkEditSheet::refresh);
            setTabOrder(m_column->editor(), m_value->editor());
            setTabOrder(m_value->editor(), m_take);
        }
    }
    refresh();
}

std::optional<QString> BulkEditSheet::typedValue() const
{
    const QString value = m_value && m_value->fault().isEmpty() ? m_value->text().trimmed() : QString();
    if (value.isEmpty())
        return std::nullopt;
    return value == clearWord() ? QString() : value;
}

QString BulkEditSheet::what() const
{
    const BulkColumn *column = chosen();
    const QString value = typedValue().value_or(QString());
    return column ? tr("%1 → %2").arg(labelOf(*column), value.isEmpty() ? tr("空白") : value) : QString();
}

void BulkEditSheet::readRows()
{
    const BulkColumn *column = chosen();
    if (!column || m_rowsOf == column->column)
        return;
    stopReading();
    const QString key = column->column;
    const db::ListDefinition only = bulkList(m_list, key);
    if (m_ids.size() <= kReadAtOnce) {
        showRows(key, readBulk(m_database, only, m_ids, TaskControl::silent()));
        return;
    }
    m_reading = std::make_shared<GuiTaskControl>();
    connect(m_reading.get(), &GuiTaskControl::progressed, this,
        [this](qint64 done) { m_preview->setText(tr("正在查看所选各条：%1 / %2").arg(done).arg(m_ids.size())); });
    auto *watcher = new QFutureWatcher<std::vector<BulkRow>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, key, control = m_reading] {
        watcher->deleteLater();
        if (control->isCancelled())
            return;
        m_reading.reset();
        guarded(this, [&] { showRows(key, watcher->future().result()); });
    });
    watcher->setFuture(QtConcurrent::run([request = m_request, only, ids = m_ids, control = m_reading] {
        desk::Worker worker(request, desk::Worker::Access::Read);
        return readBulk(worker.session().database(), only, ids, *control);
    }));
}

void BulkEditSheet::stopReading()
{
    if (m_reading)
        m_reading->cancel();
    m_reading.reset();
    m_isAwaited = false;
}

void BulkEditSheet::showRows(const QString &column, std::vector<BulkRow> rows)
{
    m_rowsOf = column;
    m_rows = std::move(rows);
    if (!m_isAwaited)
        return refresh();
    m_isAwaited = false;
    refresh();
    m_take->setFocus();
}

QString BulkEditSheet::previewText(bool isReading) const
{
    if (isReading)
        return tr("正在查看所选 %1 条…").arg(m_ids.size());
    if (!typedValue())
        return tr("请填写改成什么");
    return m_plan.steps.empty() ? tr("没有要改的：所选各条已是这样")
                                : tr("将修改 %1 条：%2").arg(m_plan.steps.size()).arg(what());
}

void BulkEditSheet::refresh()
{
    const BulkColumn *column = chosen();
    m_plan = {};
    guarded(this, [&] { readRows(); });
    const bool isKnown = column && m_rowsOf == column->column;
    if (isKnown)
        m_plan = planBulk(m_rows, *column, typedValue().value_or(QString()));
    if (!typedValue())
        m_plan.steps.clear();
    m_preview->setText(previewText(column && !isKnown));
    QStringList before;
    constexpr size_t kNamed = 5;
    for (size_t i = 0; i < std::min(kNamed, m_plan.before.size()); ++i)
        before << tr("%1 %2 条")
                      .arg(m_plan.before[i].first.isEmpty() ? tr("空白") : m_plan.before[i].first)
                      .arg(m_plan.before[i].second);
    if (m_plan.before.size() > kNamed)
        before << tr("等 %1 种").arg(m_plan.before.size());
    m_before->setText(before.isEmpty() ? QString() : tr("现在：%1").arg(before.join(QStringLiteral("，"))));
    m_take->setEnabled(!m_plan.steps.empty());
    adjustSize();
}

QString BulkEditSheet::preview() const
{
    return m_preview->text();
}

void BulkEditSheet::take()
{
    if (!m_take->isEnabled() || !chosen())
        return;
    const BulkColumn column = *chosen();
    const BulkPlan plan = m_plan;
    const QString text = what();
    const Run run = m_run;
    QWidget *window = parentWidget();
    dismiss();
    guarded(window, [&] { run(column, plan, text); });
}

bool BulkEditSheet::eventFilter(QObject *object, QEvent *event)
{
    auto *editor = qobject_cast<QWidget *>(object);
    const bool isKey = event->type() == QEvent::KeyPress && editor && !isComposing(editor);
    const auto *key = isKey ? static_cast<QKeyEvent *>(event) : nullptr;
    if (key && key->key() == Qt::Key_Escape && (m_column->dropOpen() || (m_value && m_value->dropOpen())))
        return true;
    if (!key || (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter))
        return Overlay::eventFilter(object, event);
    if (object == m_column->editor()) {
        if (m_column->finish() && m_value)
            m_value->editor()->setFocus();
        return true;
    }
    if (m_value && object == m_value->editor()) {
        if (m_value->finish()) {
            refresh();
            m_isAwaited = m_reading != nullptr;
            m_take->setFocus();
        }
        return true;
    }
    if (object == m_take) {
        take();
        return true;
    }
    return Overlay::eventFilter(object, event);
}

} // namespace mishutai::ui
