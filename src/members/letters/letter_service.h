#pragma once

#include "members/letters/letter.h"

#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::members {

/// The log of letters made for members.
class LetterService
{
public:
    explicit LetterService(session::Session &session) : m_session(session) { }

    /// Notes one letter for each of the members, made now by this user: one use case, one audit row.
    /// @throws Error Validation, NotFound (a member is gone), Forbidden, Storage
    void record(const std::vector<MemberId> &members, const QString &templateName, const QString &title, LetterFile file);
    /// An entry of a data set. @return whether it was not there yet. @throws as record()
    bool put(const LetterDetails &details);
    /// The latest first. @throws Error Forbidden
    std::vector<Letter> ofMember(MemberId member) const;

private:
    session::Session &m_session;
};

} // namespace mishutai::members
