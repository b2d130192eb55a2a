#pragma once

#include "desk/worker.h"
#include "ui/common/overlay.h"
#include "ui/records/bulk/bulk_edit.h"

#include <memory>
#include <optional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace mishutai::ui {

class ChoiceField;
class Field;
class GuiTaskControl;

/// 批量修改: which column, which value, and before anything is done what it would do: 「将修改 37 条：服务专员 → 张三」. Enter
/// goes on, and changes on the button. An empty value changes nothing: 「（清空）」 is chosen. What thousands of records hold now
/// is read in another thread; 取消 ends that too.
class BulkEditSheet : public Overlay
{
    Q_OBJECT

public:
    using Run = std::function<void(const BulkColumn &column, const BulkPlan &plan, const QString &what)>;

    /// @param run does it, after the sheet has gone
    BulkEditSheet(const db::Database &database, desk::WorkerRequest request, const db::ListDefinition &list,
        std::vector<BulkColumn> columns, std::vector<qint64> ids, Run run, QWidget *owner);
    ~BulkEditSheet() override;

    /// More records than this are read in another thread.
    static constexpr size_t kReadAtOnce = 300;

    ChoiceField *columnField() const { return m_column; }
    Field *valueField() const { return m_value; }
    QString preview() const;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    const BulkColumn *chosen() const;
    QString labelOf(const BulkColumn &column) const;
    void lay(QWidget *heading);
    void makeValueField();
    /// Reads what the chosen column holds, unless that is known.
    void readRows();
    void stopReading();
    /// What the records hold is known: counts, and goes on where the user waits.
    void showRows(const QString &column, std::vector<BulkRow> rows);
    /// Nothing until something was typed or 「（清空）」 chosen.
    std::optional<QString> typedValue() const;
    QString previewText(bool isReading) const;
    void refresh();
    void take();
    QString what() const;

    const db::Database &m_database;
    const desk::WorkerRequest m_request;
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
    std::optional<QString> m_rowsOf; ///< column of which m_rows are
    std::vector<BulkRow> m_rows;
    std::shared_ptr<GuiTaskControl> m_reading; ///< of the read that goes on
    bool m_isAwaited = false; ///< Enter on the value while it was still being counted
    BulkPlan m_plan;
};

} // namespace mishutai::ui
