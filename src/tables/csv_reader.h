#pragma once

#include "tables/sheet_builder.h"

namespace mishutai::tables {

/// The separator of a CSV text, told from its first lines: comma, semicolon or tab; comma when there is none.
char sniffSeparator(QStringView text);

/// Reads CSV (RFC 4180; line ends LF, CRLF or CR; a first line "sep=;" as Excel understands it).
/// @throws Error Validation: an unclosed quote or text after a closing quote, with the row and column where the quote opened
Sheet readCsv(
    const QString &text, const QString &encoding, const QString &fileName, const ReadBudget &budget, TaskControl &control);

/// Reads what a spreadsheet puts on the clipboard. A quote counts only when it opens a cell and its partner ends one, since
/// Excel quotes cells with line breaks and leaves 5" as it is.
Sheet readTabbed(const QString &text, const ReadBudget &budget);

} // namespace mishutai::tables
