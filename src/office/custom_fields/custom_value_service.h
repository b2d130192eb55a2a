#pragma once

#include "office/custom_fields/custom_field.h"
#include "session/permissions.h"

#include <QHash>

namespace mishutai::session {
class Session;
class Work;
} // namespace mishutai::session

namespace mishutai::office {

/// A row that holds, or held, a record's value of a field.
struct CustomValueRow {
    qint64 id;
    CustomField field;
};

/// What records have of the fields of the office's own. The room that owns a record says which operation its values need.
class CustomValueService
{
public:
    explicit CustomValueService(session::Session &session) : m_session(session) { }

    /// What a record has, by the field's name, as people read it; fields without a value are left out. Of retired fields too.
    QHash<QString, QString> values(CustomOwner owner, qint64 record) const;
    /// Its rows in the order of the form, of emptied values too: their history is that of the record.
    std::vector<CustomValueRow> rows(CustomOwner owner, qint64 record) const;
    /// Sets the named fields from what was typed, empty for none. @return whether anything differed
    /// @throws Error Validation (unknown field; what cannot be read, a FieldError each, named by customKey()), Forbidden
    bool set(session::Operation operation, CustomOwner owner, qint64 record, const QHash<QString, QString> &typed);
    /// Takes along what a record that goes has. Part of the caller's use case.
    static void removeOf(session::Work &work, CustomOwner owner, qint64 record);
    /// Gives what one of two merged records has to the other, where that has nothing. Part of the caller's use case.
    /// @return 「融资阶段A轮」 for what gave way
    static QStringList moveOf(session::Work &work, CustomOwner owner, qint64 from, qint64 to);

private:
    session::Session &m_session;
};

} // namespace mishutai::office
