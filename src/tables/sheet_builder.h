#pragma once

#include "base/task_control.h"
#include "tables/sheet.h"
#include "tables/table_reader.h"

namespace mishutai::tables {

/// Takes cells in order and makes a Sheet of them, within the budget; the one place that looks at every cell's characters.
class SheetBuilder
{
public:
    SheetBuilder(const ReadBudget &budget, QString fileName, TaskControl &control);

    /// Adds a text at (row, column), both from 1; rows must not go back. Empty cells after the last text need not be added.
    /// NUL, halves of characters and other control characters are taken out with a warning, line breaks become LF.
    /// A text over the budget of a cell is cut with a warning; #N/A and its like get one. @throws Error Validation (budget of the
    /// sheet), Cancelled
    void add(int row, int column, QString text);
    void warn(int row, int column, const QString &code, const QString &message);
    /// The cell holds the error value of a formula; once a cell.
    void warnOfError(int row, int column, const QString &value);
    /// Merged cells below the header would lose their text without a word.
    void addMerged(MergedRange range);

    /// The finished sheet, without rows that hold no text. @throws Error Validation when no row does
    Sheet take(const QString &name, const QString &encoding);

    bool hasText();

private:
    void openRow(int number);
    void closeRow();
    QString cleaned(QString text, int row, int column);

    ReadBudget m_budget;
    QString m_fileName;
    TaskControl &m_control;
    Sheet m_sheet;
    int m_cells = 0;
    int m_errorRow = 0; ///< the last cell told by warnOfError
    int m_errorColumn = 0;
    size_t m_warnings = 0;
    size_t m_faults = 0;
};

} // namespace mishutai::tables
