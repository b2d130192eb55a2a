#pragma once

#include "db/lists/list_definition.h"
#include "office/custom_fields/custom_field.h"

namespace mishutai::session {
class Session;
}

namespace mishutai::office {

/// Whose fields a list shows, and its expression for the id of their records: "m.unit_id".
struct OwnColumns {
    CustomOwner owner;
    QString record;
};

/// 「本单位自定义」, the heading above these fields in forms and details.
QString ownGroup();

/// A field as a column of a list. Its key is made of the id, so that kept layouts and filters outlive another name.
/// @param record the list's expression for the id of the record
db::ListColumn columnOf(const CustomField &field, const QString &record);

/// The list with a column for each field in use, not shown at first, and with the texts of text fields searched. The list needs
/// `idFrom`, which knows `record`. Lists of a file without such fields are as they were.
db::ListDefinition withOwnColumns(
    db::ListDefinition list, const session::Session &session, const std::vector<OwnColumns> &owners);

} // namespace mishutai::office
