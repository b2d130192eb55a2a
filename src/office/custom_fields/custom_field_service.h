#pragma once

#include "office/custom_fields/custom_field.h"
#include "office/sheets/record_sheet.h"

namespace mishutai::session {
class Session;
class Work;
} // namespace mishutai::session

namespace mishutai::office {

/// Use cases of the fields of the office's own: what they are called, what they hold, in which order, which are in use.
class CustomFieldService
{
public:
    /// @param taken names that columns of every data file bear; two columns of a sheet cannot be called alike
    explicit CustomFieldService(session::Session &session, QStringList taken = {}) : m_session(session), m_taken(std::move(taken))
    {
    }

    /// In the order of the form. @throws Error Forbidden
    std::vector<CustomField> fields(CustomOwner owner) const; ///< in use
    std::vector<CustomField> allFields() const; ///< of both owners, the retired too
    CustomField get(qint64 id) const; ///< @throws Error NotFound
    /// How many records have a value of the field.
    qsizetype useOf(qint64 id) const;

    /// @throws Error Validation; Conflict when the name is taken
    qint64 add(const CustomFieldDetails &details);
    /// @return whether anything differed
    /// @throws Error Validation; Conflict when stale, the name is taken, or values stand against another kind, owner or fewer
    ///         choices
    bool update(qint64 id, int revision, const CustomFieldDetails &details);
    /// Adds the field, or changes the one of this owner and name. @throws as add() and update()
    RowOutcome define(const CustomFieldDetails &details);
    /// Changes places with the field before (−1) or after (1) it; nothing at the end. @return whether it moved
    bool move(qint64 id, int step);
    /// @throws Error Conflict when stale or while records have a value of it
    void remove(const CustomField &field);

private:
    CustomFieldDetails checked(const CustomFieldDetails &details, const std::vector<CustomField> &known, qint64 self) const;
    void requireFits(const CustomField &stored, const CustomFieldDetails &details) const;

    session::Session &m_session;
    QStringList m_taken;
};

} // namespace mishutai::office
