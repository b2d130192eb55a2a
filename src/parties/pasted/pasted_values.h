#pragma once

#include "base/money.h"
#include "parties/units/unit.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>

namespace mishutai::parties {

// Values in texts that somebody sent; texts are half-width.

/// Pictures (emoji) and what joins them become blanks: what they say is said by what follows them.
QString withoutPictures(const QString &text);
/// 「500.5万元人民币」, 「壹仟万元整」
std::optional<Money> capitalOf(const QString &value);
/// Invalid where there is none.
QDate dateOf(const QString &value);
/// Every telephone number in the text, taken out of it, in stored form.
QStringList phonesIn(QString &text);
/// What the 类型 of a licence says of who owns the unit; nothing where it does not say.
std::optional<Ownership> ownershipOf(const QString &licenceType);
/// What the 类型 of a licence says of the kind of unit.
std::optional<UnitKind> unitKindOf(const QString &licenceType);

} // namespace mishutai::parties
