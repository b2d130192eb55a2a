#pragma once

#include "tables/sheet_builder.h"

namespace mishutai::tables {

/// Whether the first characters are those of a web page, or of the XML that Excel 2003 wrote: what banks and bureaus name .xls.
bool isWebPage(QStringView text);
bool isXmlWorkbook(QStringView text);

/// The table of a web page that holds most cells with a text, as browsers would show it: rowspan and colspan give merged ranges,
/// missing end tags, entities, comments and scripts are borne. Every cell is text, so codes keep their zeros.
/// @throws Error Validation (no table, over the budget), Cancelled
Sheet readWebPage(
    const QString &text, const QString &encoding, const QString &fileName, const ReadBudget &budget, TaskControl &control);

/// The first worksheet with a text of an "XML spreadsheet 2003". @throws Error Validation (damaged, over the budget), Cancelled
Sheet readXmlWorkbook(
    const QString &text, const QString &encoding, const QString &fileName, const ReadBudget &budget, TaskControl &control);

} // namespace mishutai::tables
