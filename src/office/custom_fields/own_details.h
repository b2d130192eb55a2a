#pragma once

#include "office/custom_fields/custom_field.h"

#include <QHash>

namespace mishutai::session {
class Session;
}

namespace mishutai::office {

/// What a text may say of units and members by the names of the office's own fields in use: a member has those of its unit too.
class OwnDetails
{
public:
    /// @param session outlives it
    explicit OwnDetails(const session::Session &session);

    /// Of an object type of lists and metrics ("members"), in the order of the form; none for other types.
    std::vector<CustomField> fields(const QString &objectType) const;
    /// Every field by its name; empty where the record has none.
    QHash<QString, QString> of(const QString &objectType, qint64 id) const; ///< as people read it

private:
    const session::Session &m_session;
    std::vector<CustomField> m_ofMembers;
    std::vector<CustomField> m_ofUnits;
};

} // namespace mishutai::office
