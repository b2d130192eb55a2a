#pragma once

#include "base/task_control.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <set>
#include <vector>

namespace mishutai::tables {

enum class ColumnKind {
    Text, ///< codes and phones too: a spreadsheet keeps their zeros
    Number, ///< exact decimal text, "1234.50"; what is no number, or has over 15 digits, is written as text
    Date ///< ISO text, "2021-05-03"; what is no date is written as text
};

struct OutColumn {
    QString title;
    ColumnKind kind = ColumnKind::Text;
    int decimals = 2; ///< of a Number as a spreadsheet shows it
};

/// A table to be written; every row has one text for each column.
struct Table {
    QString name; ///< of the worksheet
    std::vector<OutColumn> columns;
    std::vector<QStringList> rows;
    std::set<std::pair<int, int>> marked{}; ///< row and column from 0 of cells that an .xlsx shows in colour
};

struct CsvOptions {
    bool hasBom = false; ///< Excel takes a CSV without one for GBK
    bool hasCrLf = false;
    bool neutralisesFormulas = false; ///< a leading apostrophe before texts that a spreadsheet would calculate
    /// Files of a data set: UTF-8, LF, the texts as they are; the same rows give the same bytes.
    static CsvOptions dataSet() { return {}; }
    /// Files that people open in Excel or WPS.
    static CsvOptions forPeople() { return {true, true, true}; }
};

/// Writes tables. A file is replaced as a whole or not at all. Stateless, any thread.
class TableWriter
{
public:
    /// RFC 4180; quotes only where needed; line breaks inside cells are LF.
    static QByteArray csv(const Table &table, CsvOptions options);
    /// A workbook of one sheet: header bold, frozen and with a filter.
    /// @throws Error Validation (a cell over 32,767 characters, too many rows or columns), Io, Cancelled
    static QByteArray xlsx(const Table &table, TaskControl &control = TaskControl::silent());

    /// csv() for people or xlsx(), chosen by the ending .csv or .xlsx, written durably.
    /// @throws Error Usage (another ending), Io, Validation, Cancelled; the old file is then untouched
    static void writeFile(const QString &path, const Table &table, TaskControl &control = TaskControl::silent());
};

/// The text with an apostrophe before it if a spreadsheet would calculate it: first character = + - @ or their full-width forms,
/// tab or line break, also after spaces. Negative numbers stay as they are; +86… is a phone and no number. (OWASP, "CSV
/// injection")
QString neutralised(const QString &text);
/// The text without the apostrophe that neutralised() put before it, so that an export comes back as it was.
QString unneutralised(const QString &text);

} // namespace mishutai::tables
