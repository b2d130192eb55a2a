#include "desk/own_fields/taken_names.h"

#include "members/member_list.h"
#include "members/member_sheet.h"
#include "parties/units/unit_list.h"
#include "parties/units/unit_sheet.h"

namespace mishutai::desk {

QStringList takenFieldNames()
{
    QStringList names;
    const auto addSheet = [&names](const office::RecordSheet &sheet) {
        for (const office::SheetColumn &column : sheet.columns())
            names << column.title << column.aliases;
    };
    addSheet(members::MemberSheet());
    addSheet(parties::UnitSheet());
    for (const db::ListDefinition *list : {&members::memberList(), &parties::unitList()}) {
        for (const db::ListColumn &column : list->columns)
            names << column.title;
    }
    names.removeDuplicates();
    return names;
}

} // namespace mishutai::desk
