#pragma once

#include "desk/letters/letter_template_repository.h"
#include "office/sheets/record_sheet.h"

namespace mishutai::session {
class Session;
}

namespace mishutai::desk {

/// Use cases of the letters that an office keeps in its data file. Each can be undone.
class LetterTemplateService
{
public:
    explicit LetterTemplateService(session::Session &session) : m_session(session) { }

    std::vector<StoredLetter> all() const; ///< by name. @throws Error Forbidden
    /// @throws Error NotFound, Forbidden
    StoredLetter get(qint64 id) const;
    /// Keeps a new letter under its label. @throws Error Validation (a fault in it; a name that is taken), Forbidden
    qint64 add(const QString &source);
    /// @throws Error as add; Conflict when stale
    void update(qint64 id, int revision, const QString &source);
    /// @throws Error Conflict when stale, Forbidden
    void remove(qint64 id, int revision);
    /// Adds the letter of that name or changes it: a row of a data set. @throws Error as add
    office::RowOutcome put(const QString &name, const QString &source);

private:
    session::Session &m_session;
};

} // namespace mishutai::desk
