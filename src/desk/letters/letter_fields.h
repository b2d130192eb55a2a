#pragma once

#include "base/ids.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace mishutai::session {
class Session;
}
namespace mishutai::office {
struct OfficeDetails;
}

namespace mishutai::desk {

/// What a letter may say of its member, "member.name" …, in a fixed order, then the office's own fields of members and units by
/// their names: "member.融资阶段".
QStringList memberFieldNames(session::Session &session);

/// The fields of one member; a value that is not known is empty. Dates as 2021年3月1日.
/// @throws Error NotFound, Forbidden
QHash<QString, QString> memberFields(session::Session &session, MemberId member);

/// What a letter may say of the office: name, short_name, addressee, signer, contact, phone, address.
QHash<QString, QString> officeFields(const office::OfficeDetails &office);

} // namespace mishutai::desk
