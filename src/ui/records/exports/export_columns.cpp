#include "ui/records/exports/export_columns.h"

#include "ui/common/look/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QSignalBlocker>

#include <algorithm>

namespace mishutai::ui {

namespace {

enum Place { Column, Header };

} // namespace

ExportColumns::ExportColumns(const db::ListDefinition &definition, QWidget *parent)
    : QTableWidget(0, 2, parent), m_definition(definition)
{
    setHorizontalHeaderLabels({tr("列"), tr("导出的表头")});
    verticalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    setColumnWidth(Column, px(190));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setAccessibleName(tr("导出的列"));
    setToolTip(tr("空格勾选，Alt+↑ Alt+↓ 换位置，F2 或直接打字改表头"));
    setMinimumSize(px(420), px(240));
    connect(this, &QTableWidget::itemChanged, this, &ExportColumns::changed);
}

void ExportColumns::addColumn(const QString &key, const QString &header, bool isTicked)
{
    const auto column = std::ranges::find(m_definition.columns, key, &db::ListColumn::key);
    if (column == m_definition.columns.end())
        return;
    const int row = rowCount();
    insertRow(row);
    auto *tick = new QTableWidgetItem(column->title);
    tick->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    tick->setCheckState(isTicked ? Qt::Checked : Qt::Unchecked);
    tick->setData(Qt::UserRole, key);
    setItem(row, Column, tick);
    setItem(row, Header, new QTableWidgetItem(header.isEmpty() ? column->title : header));
}

void ExportColumns::setColumns(const QStringList &columns, const QStringList &headers)
{
    {
        const QSignalBlocker quiet(this);
        setRowCount(0);
        for (qsizetype i = 0; i < columns.size(); ++i)
            addColumn(columns[i], headers.value(i), /*isTicked=*/true);
        for (const db::ListColumn &column : m_definition.columns) {
            if (!columns.contains(column.key))
                addColumn(column.key, {}, /*isTicked=*/false);
        }
        setCurrentCell(0, Header);
    }
    Q_EMIT changed();
}

QStringList ExportColumns::columns() const
{
    QStringList keys;
    for (int row = 0; row < rowCount(); ++row) {
        if (item(row, Column)->checkState() == Qt::Checked)
            keys << item(row, Column)->data(Qt::UserRole).toString();
    }
    return keys;
}

QStringList ExportColumns::headers() const
{
    QStringList headers;
    for (int row = 0; row < rowCount(); ++row) {
        if (item(row, Column)->checkState() != Qt::Checked)
            continue;
        const QString header = item(row, Header)->text().trimmed();
        headers << (header == item(row, Column)->text() ? QString() : header);
    }
    return headers;
}

void ExportColumns::moveRow(int row, int by)
{
    const int to = row + by;
    if (row < 0 || to < 0 || to >= rowCount())
        return;
    {
        const QSignalBlocker quiet(this);
        for (const int place : {Column, Header}) {
            QTableWidgetItem *mine = takeItem(row, place);
            setItem(row, place, takeItem(to, place));
            setItem(to, place, mine);
        }
        setCurrentCell(to, currentColumn());
    }
    viewport()->update();
    Q_EMIT changed();
}

void ExportColumns::keyPressEvent(QKeyEvent *event)
{
    const bool moves = event->modifiers() & Qt::AltModifier;
    if (moves && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        moveRow(currentRow(), event->key() == Qt::Key_Up ? -1 : 1);
    } else if (event->key() == Qt::Key_Space && currentRow() >= 0) {
        QTableWidgetItem *tick = item(currentRow(), Column);
        tick->setCheckState(tick->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
    } else {
        QTableWidget::keyPressEvent(event);
    }
}

} // namespace mishutai::ui
