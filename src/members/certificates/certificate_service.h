#pragma once

#include "members/member.h"

#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::members {

/// Numbers of 会员证书: given once, kept with the member.
class CertificateService
{
public:
    explicit CertificateService(session::Session &session) : m_session(session) { }

    /// The members with a certificate number each, in the order given: who has none gets the next of the year, 「2021-0007」.
    /// One use case; without a new number nothing is written and reading is enough.
    /// @throws Error Validation (a member who is not in force: applying, suspended or left), NotFound, Forbidden, Storage
    std::vector<Member> certified(const std::vector<MemberId> &members, int year);

private:
    session::Session &m_session;
};

} // namespace mishutai::members
