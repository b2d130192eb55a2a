#include "office/custom_fields/own_details.h"

#include "office/custom_fields/custom_field_repository.h"
#include "session/session.h"

namespace mishutai::office {

OwnDetails::OwnDetails(const session::Session &session) : m_session(session)
{
    session.require(session::Operation::OfficeRead);
    for (const CustomField &field : CustomFieldRepository(session.database()).fields()) {
        if (!field.details.isRetired)
            (field.details.owner == CustomOwner::Member ? m_ofMembers : m_ofUnits).push_back(field);
    }
}

std::vector<CustomField> OwnDetails::fields(const QString &objectType) const
{
    if (objectType == u"units")
        return m_ofUnits;
    std::vector<CustomField> all;
    if (objectType == u"members") {
        all = m_ofMembers;
        all.insert(all.end(), m_ofUnits.begin(), m_ofUnits.end());
    }
    return all;
}

QHash<QString, QString> OwnDetails::of(const QString &objectType, qint64 id) const
{
    QHash<QString, QString> texts;
    const std::vector<CustomField> known = fields(objectType);
    if (known.empty())
        return texts;
    const QHash<qint64, QString> stored = CustomFieldRepository(m_session.database()).details(objectType, id);
    for (const CustomField &field : known)
        texts.insert(field.details.name, shownValue(field.details, stored.value(field.id)));
    return texts;
}

} // namespace mishutai::office
