#pragma once

#include "ui/records/imports/import_preview_model.h"

#include <QWidget>

#include <map>

class QHBoxLayout;
class QPushButton;
class QTableView;

namespace mishutai::ui {

class ReasonLine;

/// What an import would do to each row: chips that choose which rows are shown, the table, and below it the whole reason of the
/// row under the cursor.
class ImportPreview : public QWidget
{
    Q_OBJECT

public:
    ImportPreview(std::shared_ptr<tables::Sheet> sheet, QWidget *parent);

    void show(const office::ImportResult &verdict);
    QSize sizeHint() const override;
    /// Stands at the right of the chips.
    void addToHead(QWidget *widget);
    ImportPreviewModel *model() const { return m_model; }
    QTableView *table() const { return m_table; }
    /// The marked one says which rows are in sight.
    QPushButton *chip(ImportPreviewModel::Filter filter) const { return m_chips.at(filter); }
    ReasonLine *reasonLine() const { return m_reason; }

private:
    void makeChips();
    void markChip();
    void tellReason();

    ImportPreviewModel *m_model;
    QTableView *m_table;
    ReasonLine *m_reason;
    QHBoxLayout *m_head;
    std::map<ImportPreviewModel::Filter, QPushButton *> m_chips;
};

} // namespace mishutai::ui
