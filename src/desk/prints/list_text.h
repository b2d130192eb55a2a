#pragma once

#include "db/lists/list_definition.h"

namespace mishutai::desk {

/// A cell as the list shows it: money grouped "19,703.00", the label of a choice, 是 for a flag, ISO dates, codes untouched.
QString cellText(const db::ListColumn &column, const QVariant &value);

bool isNumber(db::ColumnType type);

/// "138****5678": what remains of a personal value for those who may not see it.
QString masked(const QString &text);

} // namespace mishutai::desk
