#pragma once

#include "base/error.h"
#include "office/sheets/choice_table.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <vector>

namespace mishutai::office {

/// Whose field it is.
enum class CustomOwner { Unit, Member };
enum class CustomKind { Text, Number, Money, Date, Choice, YesNo };

const ChoiceTable<CustomOwner> &customOwners();
const ChoiceTable<CustomKind> &customKinds();

/// A field of the office's own. Key: owner, name.
struct CustomFieldDetails {
    CustomOwner owner = CustomOwner::Member;
    QString name;
    CustomKind kind = CustomKind::Text;
    QStringList choices{}; ///< of a Choice
    int place = 0; ///< order on the form; 0: last
    bool isRetired = false; ///< keeps its values, but no form and no list shows it
    bool operator==(const CustomFieldDetails &) const = default;
};

struct CustomField {
    qint64 id;
    int revision;
    CustomFieldDetails details;
};

/// Name and choices without blanks around and without doubles; brackets of the name as Chinese sheets write them.
CustomFieldDetails tidied(CustomFieldDetails details);
/// Empty when acceptable. Expects tidied details; asks nothing of the data file.
std::vector<FieldError> validate(const CustomFieldDetails &details);

/// The FieldError::field of a value, and its key in forms and sheets: "custom.融资阶段".
QString customKey(const QString &name);

/// What a person typed, as it is stored; empty for nothing. Numbers may have separators, amounts are in 元, days may lack the
/// year.
/// @throws Error (Validation) with the field's name in the message
QString storedValue(const CustomFieldDetails &field, const QString &typed, QDate today);
/// A stored value as people read it.
QString shownValue(const CustomFieldDetails &field, const QString &stored);

} // namespace mishutai::office
