#pragma once

#include "db/list_definition.h"
#include "desk/prints/list_text.h"

#include <Qt>

namespace mishutai::ui {

// What a list says on the screen it says on paper too.
using desk::cellText;
using desk::isNumber;
using desk::masked;

/// A cell as it goes to the clipboard: as shown, but amounts without separators, so that sheets take them as numbers.
QString clipboardText(const db::ListColumn &column, const QVariant &value);

/// Sum of a totalled column: fen, millionths or a count, as the column's type says.
QString totalText(const db::ListColumn &column, qint64 total);

Qt::Alignment cellAlignment(db::ColumnType type);
bool isNegative(db::ColumnType type, const QVariant &value);

/// Whether the key for shared screens (Ctrl+Shift+H) hides personal data now. GUI thread.
bool isPersonalHidden();
void setPersonalHidden(bool isHidden);

/// A condition as a sentence for its chip: 「类别 是 理事单位、会员单位」.
QString filterText(const db::ListColumn &column, const std::vector<db::ListFilter> &filters);

/// Whether what was typed means this text: contained in it, or its pinyin or initials. Empty input matches all.
bool matchesTyped(const QString &text, const QString &typed);

const db::ListColumn *findColumn(const db::ListDefinition &definition, const QString &key);

} // namespace mishutai::ui
