#pragma once

#include "tables/sheet.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace mishutai::tables {

/// A column that an import knows.
struct ColumnSpec {
    QString key; ///< "creditCode"
    QString title; ///< "统一社会信用代码"
    QStringList aliases; ///< other headers that mean it, "信用代码"
    bool required = false;
    QString example;
};

/// A header that no ColumnSpec knows.
struct UnknownColumn {
    int column = 0; ///< from 0
    QString title; ///< as the file has it; empty where cells stand under no header
    QString nearest; ///< the known title that it would be guessed to be, else the one most like it; empty when none is
    bool operator==(const UnknownColumn &) const = default;
};

/// A row below the header that is no record.
struct SkippedRow {
    int number = 0; ///< as a spreadsheet shows it
    QString reason; ///< Chinese: 合计, 重复的表头, 表尾说明
    bool operator==(const SkippedRow &) const = default;
};

/// Where the table stands in its sheet, and which column is what.
struct HeaderMatch {
    int headerRow = 0; ///< number of the (lower) header row as a spreadsheet shows it
    QHash<QString, int> columns; ///< key → column from 0
    QSet<int> guessed; ///< columns that were taken though their title is not known, for people to look at
    std::vector<UnknownColumn> unknown;
    QStringList missing; ///< titles of required columns that the sheet lacks
    std::vector<size_t> records; ///< indexes into Sheet::rows of the rows that hold a record
    std::vector<SkippedRow> skipped;
    std::vector<SheetWarning> warnings; ///< "merged": records that take their text from the first of merged cells
    QHash<std::pair<int, int>, QString> merged; ///< row number, column from 0 → the text of the first of cells merged downwards
    QStringList titles; ///< of the header, by column
    /// Text of a record's cell, trimmed; empty where the sheet lacks the column.
    QString text(const Row &row, const QString &key) const { return text(row, columns.value(key, -1)); }
    QString text(const Row &row, int column) const
    {
        const QString own = row.text(column).trimmed();
        return own.isEmpty() && !merged.isEmpty() ? merged.value({row.number, column}).trimmed() : own;
    }
};

enum class HeaderMode {
    Strict, ///< an unknown or missing column, or two columns with one meaning, is an Error
    SkipUnknown, ///< unknown columns are listed and passed over; the others are as in Strict
    Lenient ///< they are guessed where a title can mean only one, else listed, for a page on which columns are matched by hand
};

/// Finds the header of a sheet as people keep them: a title above, blank rows, a header of two rows with merged groups, a column
/// 序号, a row 合计 and notes below. Titles are compared without spaces, width of letters, case, asterisks and （必填）; a unit
/// in brackets counts, so 金额（万元） is never taken for 金额（元）. A total is told by its word in one of the first two cells
/// with a text, notes by how they begin.
/// @param fileName for messages
/// A title of several columns is the first of them that no other title has taken.
/// @throws Error Validation, not in Lenient mode, with the place of the column and the known title most like it
/// @param chosen what a person said of titles before, columnKey() → key of a column, or empty for "not imported"; it goes before
/// the
///        guess
HeaderMatch matchHeader(const Sheet &sheet, const std::vector<ColumnSpec> &specs, HeaderMode mode = HeaderMode::Strict,
    const QString &fileName = {}, const QHash<QString, QString> &chosen = {});

/// Title of the column of reasons in a sheet of refused rows; an import passes it over.
QString reasonTitle();

/// Letters of a title that carry its meaning: half-width, folded, without blanks, asterisks and （必填）.
QString titleKey(const QString &title);

} // namespace mishutai::tables
