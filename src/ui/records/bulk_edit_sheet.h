#pragma once

#include "ui/common/overlay.h"
#include "ui/records/bulk_edit.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace mishutai::ui {

class ChoiceField;
class Field;

/// 批量修改: which column, which value, and before anything is done what it would do: 「将修改 37 条：服务专员 → 张三」. Enter
/// goes on, and changes on the button.
class BulkEditSheet : public Overlay
{
    Q_OBJECT

public:
    using Run = std::function<void(const BulkColumn &column, const BulkPlan &plan, const QString &what)>;

    /// @param run does it, after the sheet has gone
    BulkEditSheet(const db::Database &database, const db::ListDefinition &list, std::vector<BulkColumn> columns,
        std::vector<qint64> ids, Run run, QWidget *owner);

    ChoiceField *columnField() const { return m_column; }
    Field *valueField() const { return m_value; }
    QString preview() const;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    const BulkColumn *chosen() const;
    QString labelOf(const BulkColumn &column) const;
    void makeValueField();
    void refresh();
    void take();
    QString what() const;

    const db::Database &m_database;
    const db::ListDefinition &m_list;
    std::vector<BulkColumn> m_columns;
    std::vector<qint64> m_ids;
    Run m_run;
    ChoiceField *m_column;
    Field *m_value = nullptr;
    QVBoxLayout *m_valuePlace;
    QLabel *m_preview;
    QLabel *m_before;
    QPushButton *m_take;
    BulkPlan m_plan;
};

} // namespace mishutai::ui
