#pragma once

#include "office/custom_fields/custom_field.h"
#include "session/permissions.h"
#include "ui/records/bulk/bulk_edit.h"
#include "ui/records/history_leaf.h"

namespace mishutai::session {
class Session;
}

namespace mishutai::ui {

class Form;

/// The group 本单位自定义 of a form: a field with the right editor for each field of the office's own that is in use. A form of a
/// file without any has no such group.
class OwnFields
{
public:
    /// A record whose fields stand in the form; no id for one that is new.
    struct Record {
        office::CustomOwner owner;
        std::optional<qint64> id;
    };

    /// Adds the fields below what the form has, filled. @param session and form outlive it
    OwnFields(Form &form, session::Session &session, const std::vector<Record> &records);

    /// Stores the fields of one owner within the form's own use case, so that one undo takes back both.
    /// @throws Error Validation with FieldErrors of the form's fields, Forbidden
    void store(office::CustomOwner owner, qint64 record, session::Operation operation) const;

private:
    Form &m_form;
    session::Session &m_session;
    std::vector<office::CustomField> m_fields;
};

/// The fields in use as columns of 批量修改. @param operation that changing a value needs
/// @param recordOf the record of a row of the list, on any thread; may throw Error
std::vector<BulkColumn> ownBulkColumns(session::Session &session, office::CustomOwner owner, session::Operation operation,
    const std::function<qint64(session::Session &session, qint64 row)> &recordOf);

/// The history of what a record has of these fields, each by its name.
std::vector<HistorySource> ownHistory(
    session::Session &session, office::CustomOwner owner, qint64 record, session::Operation toRead);

} // namespace mishutai::ui
