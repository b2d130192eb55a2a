#pragma once

#include <QString>

#include <vector>

namespace mishutai::tables {

/// One row as its file has it. Cells count from 0 here, from 1 in messages.
struct Row {
    int number = 0; ///< as a spreadsheet shows it, from 1; a blank line counts, a line break inside quotes does not
    std::vector<QString> cells;
    /// Text of a cell; empty where the row is shorter.
    QString text(int column) const
    {
        return column >= 0 && column < static_cast<int>(cells.size()) ? cells[static_cast<size_t>(column)] : QString();
    }
    bool operator==(const Row &) const = default;
};

/// A thing in a readable sheet that a person should look at before it is taken over.
struct SheetWarning {
    int row = 0; ///< from 1; 0 = the whole sheet
    int column = 0; ///< from 1; 0 = the whole row
    /// "digits" (over 15 digits, already rounded in the file), "error" (of a formula: #N/A), "unreadable" (characters lost) and
    /// "long" (over the budget of a cell, cut): faults, for which an import refuses the row; "formula" (a formula without a
    /// result), "control", "bidi" (the order of characters deceives), "sheets" (other worksheets were not read), "merged" (cells
    /// without their text)
    QString code;
    QString message;
    bool isFault() const { return code == u"digits" || code == u"error" || code == u"unreadable" || code == u"long"; }
    bool operator==(const SheetWarning &) const = default;
};

/// A range of merged cells; only its first cell has a text. Rows and columns from 1, inclusive.
struct MergedRange {
    int firstRow = 0;
    int firstColumn = 0;
    int lastRow = 0;
    int lastColumn = 0;
    bool operator==(const MergedRange &) const = default;
};

/// A table as texts. Rows without any text are left out; the numbers of the others tell where they stood.
struct Sheet {
    QString name; ///< of the worksheet; empty for CSV and pasted text
    std::vector<Row> rows;
    QString encoding; ///< "UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "XLSX", "clipboard"
    std::vector<SheetWarning> warnings;
    std::vector<MergedRange> merged;
};

} // namespace mishutai::tables
