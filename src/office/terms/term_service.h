#pragma once

#include "office/terms/term.h"

namespace mishutai::session {
class Session;
}

namespace mishutai::office {

/// Terms of the council; they never overlap. @throws Error (Validation with fields | Conflict | NotFound | Forbidden | Storage)
class TermService
{
public:
    explicit TermService(session::Session &session) : m_session(session) { }

    /// By number. Needs OfficeRead.
    std::vector<Term> list() const;
    /// The term that holds on a day.
    std::optional<Term> termOn(QDate day) const;

    TermId add(const TermDetails &details);
    int update(TermId term, int revision, const TermDetails &details);
    void remove(TermId term, int revision);

private:
    TermDetails acceptable(TermDetails details, std::optional<TermId> self) const;

    session::Session &m_session;
};

} // namespace mishutai::office
