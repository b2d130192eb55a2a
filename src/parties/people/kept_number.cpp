#include "parties/people/kept_number.h"

#include "parties/field_rules.h"
#include "parties/merge/merge_field.h"

#include <QCoreApplication>

namespace mishutai::parties {

void keepNumber(PersonDetails &details, const QString &given)
{
    const QString number = tidiedPhone(given);
    if (number.isEmpty() || number == details.phone || number == details.otherPhone || details.notes.contains(number))
        return;
    if (details.phone.isEmpty())
        details.phone = number;
    else if (details.otherPhone.isEmpty())
        details.otherPhone = number;
    else
        details.notes = joinedLines(details.notes, QCoreApplication::translate("Parties", "另有电话：%1").arg(number));
}

} // namespace mishutai::parties
