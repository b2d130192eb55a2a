#pragma once

#include "db/lists/list_definition.h"
#include "desk/prints/list_text.h"

#include <Qt>

namespace mishutai::ui {

enum class AmountUnit;

// What a list says on the screen it says on paper too.
using desk::cellText;
using desk::isNumber;
using desk::masked;

/// The same with amounts in a unit: 「1.97」 for 19,703.00 元 in 万元.
QString amountText(const db::ListColumn &column, const QVariant &value, AmountUnit unit);
/// The title, which tells the unit when it is not yuan: 「欠缴（万元）」.
QString amountTitle(const db::ListColumn &column, AmountUnit unit);

/// A cell as it goes to the clipboard: as shown, but amounts without separators, so that sheets take them as numbers.
QString clipboardText(const db::ListColumn &column, const QVariant &value);

Qt::Alignment cellAlignment(db::ColumnType type);
bool isNegative(db::ColumnType type, const QVariant &value);

/// Whether the key for shared screens (Ctrl+Shift+H) hides personal data now. GUI thread.
bool isPersonalHidden();
void setPersonalHidden(bool isHidden);

/// A condition as a sentence for its chip: 「类别 是 理事单位、会员单位」.
QString filterText(const db::ListColumn &column, const std::vector<db::ListFilter> &filters);

/// Whether what was typed means this text: contained in it, or its pinyin or initials. Empty input matches all.
bool matchesTyped(const QString &text, const QString &typed);

/// Whether the definition's column names the record: the first searched text. Its index; 0 when there is none.
int nameColumn(const db::ListDefinition &definition);

const db::ListColumn *findColumn(const db::ListDefinition &definition, const QString &key);

} // namespace mishutai::ui
