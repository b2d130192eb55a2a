#pragma once

#include "desk/list_export.h"

#include <QTableWidget>

namespace mishutai::ui {

/// The columns of a list for an export: ticked ones go, in the order of the rows, under the header written beside them. By keys:
/// space ticks, Alt+↑ and Alt+↓ move a column, F2 or typing changes its header.
class ExportColumns : public QTableWidget
{
    Q_OBJECT

public:
    explicit ExportColumns(const db::ListDefinition &definition, QWidget *parent = nullptr);

    /// Ticks these in their order, the others follow unticked. @param headers beside columns, as in desk::ListExport
    void setColumns(const QStringList &columns, const QStringList &headers);
    QStringList columns() const; ///< those ticked
    QStringList headers() const; ///< beside columns(); empty where the list's own stands

Q_SIGNALS:
    void changed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addColumn(const QString &key, const QString &header, bool isTicked);
    void moveRow(int row, int by);

    const db::ListDefinition &m_definition;
};

} // namespace mishutai::ui
