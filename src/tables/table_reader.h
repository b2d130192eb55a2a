#pragma once

#include "base/task_control.h"
#include "tables/office_converter.h"
#include "tables/sheet.h"

#include <QByteArray>
#include <QStringList>

#include <utility>

namespace mishutai::tables {

/// What a file may cost to read. A file over a budget is refused before it is expanded.
struct ReadBudget {
    qint64 fileBytes = 50'000'000; ///< the file itself; a CSV is never larger
    qint64 entryBytes = 50'000'000; ///< one part of a workbook, expanded
    qint64 totalBytes = 200'000'000; ///< all parts of a workbook, expanded
    int entries = 2'000; ///< parts of a workbook
    int ratio = 200; ///< expanded : packed, for parts over 1 MB; small honest parts may pass it
    int cells = 1'000'000; ///< cells with a text
    int cellChars = 32'767; ///< characters in a cell, as in Excel
    int rows = 1'048'576;
    int columns = 16'384;
};

/// Reads one sheet: CSV in any encoding, XLSX, the web pages and XML that are named .xls, text from the clipboard; .xls and .ods
/// through an office suite where one is installed. What a file is, is told from its content, never from its name. Stateless, any
/// thread.
class TableReader
{
public:
    explicit TableReader(ReadBudget budget = {}, OfficeConverter converter = OfficeConverter());

    /// @param sheetName empty: the first visible worksheet that holds a text
    /// @throws Error Io (cannot be read), Validation (no table, damaged, over the budget, no such worksheet; with file, row and
    ///         column where known), Cancelled
    Sheet readFile(const QString &path, const QString &sheetName = {}, TaskControl &control = TaskControl::silent()) const;

    /// As readFile; `fileName` is for messages only.
    Sheet readBytes(const QByteArray &bytes, const QString &fileName, const QString &sheetName = {},
        TaskControl &control = TaskControl::silent()) const;

    /// What Excel, WPS and a browser put on the clipboard: cells between tabs, a cell with line breaks in quotes.
    /// Text without tabs is read as CSV. @throws Error Validation
    Sheet readPasted(const QString &text) const;

    /// As readFile, with the names of the worksheets that could be read in its place: in the order of their tabs, hidden ones
    /// left out; none for files that hold one table without a name.
    std::pair<Sheet, QStringList> readWithNames(
        const QString &path, const QString &sheetName = {}, TaskControl &control = TaskControl::silent()) const;

private:
    Sheet read(const QByteArray &bytes, const QString &fileName, const QString &sheetName, QStringList &names,
        TaskControl &control) const;

    ReadBudget m_budget;
    OfficeConverter m_converter;
};

} // namespace mishutai::tables
