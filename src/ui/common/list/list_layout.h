#pragma once

#include "db/lists/list_definition.h"

#include <QStringList>

#include <vector>

class QHeaderView;
class QMimeData;

namespace mishutai::ui {

class ListModel;

/// Columns in the order shown as "key:width:shown|hidden", widths at the base font.
QStringList layoutText(const QHeaderView &header, const db::ListDefinition &definition, const std::vector<double> &widths);
/// Brings a kept layout back; columns that are unknown are passed over, new ones stay where the definition has them.
void applyLayout(
    const QStringList &layout, QHeaderView &header, const db::ListDefinition &definition, std::vector<double> &widths);

/// Keys of the columns that a kept layout shows, in its order.
QStringList shownInLayout(const QStringList &layout);

/// Sorts as "key:asc" and "key:desc".
QStringList sortsText(const std::vector<db::ListSort> &sorts);
std::vector<db::ListSort> parseSorts(const QStringList &texts, const db::ListDefinition &definition);

/// Filters as JSON; what names an unknown column or condition is passed over when it is read.
QString filtersText(const std::vector<db::ListFilter> &filters);
std::vector<db::ListFilter> parseFilters(const QString &text, const db::ListDefinition &definition);

/// Rows with a header line for the clipboard: tab-separated text and an HTML table whose codes Excel and WPS keep as text.
QMimeData *tableData(const ListModel &model, const std::vector<int> &rows, const std::vector<int> &columns);

} // namespace mishutai::ui
