#pragma once

#include "office/custom_fields/custom_field.h"
#include "office/sheets/record_sheet.h"
#include "session/permissions.h"

#include <QHash>

namespace mishutai::session {
class Session;
}

namespace mishutai::office {

/// Use cases of the fields of the office's own. The room that owns a record says which operation its values need.
class CustomFieldService
{
public:
    explicit CustomFieldService(session::Session &session) : m_session(session) { }

    /// In the order of the form. @throws Error Forbidden
    std::vector<CustomField> fields(CustomOwner owner) const;
    /// Adds the field, or changes the one of this owner and name.
    /// @throws Error Validation; Conflict when its kind changes and values stand in the way
    RowOutcome define(const CustomFieldDetails &details);
    /// @throws Error Conflict when stale or while records have a value of it
    void remove(const CustomField &field);

    /// What a record has, by the field's name, as people read it; fields without a value are left out.
    QHash<QString, QString> values(CustomOwner owner, qint64 record) const;
    /// Sets the named fields from what was typed, empty for none. @return whether anything differed
    /// @throws Error Validation (unknown field, unreadable value)
    bool set(session::Operation operation, CustomOwner owner, qint64 record, const QHash<QString, QString> &typed);

private:
    session::Session &m_session;
};

} // namespace mishutai::office
