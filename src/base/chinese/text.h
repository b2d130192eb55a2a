#pragma once

#include <QString>
#include <QStringView>

namespace mishutai {

/// Full-width letters, digits, punctuation and the ideographic space as their ASCII twins; ￥ becomes ¥. Nothing else
/// changes, and the length stays.
QString toHalfWidth(QStringView text);

/// The form in which texts are compared by a search: half-width, case folded, without any blank; （）becomes ().
QString normalized(QStringView text);

} // namespace mishutai
