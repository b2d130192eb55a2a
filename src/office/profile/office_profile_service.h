#pragma once

#include "office/profile/office_profile.h"

namespace mishutai::session {
class Session;
}

namespace mishutai::office {

/// Who keeps this data file. @throws Error (Validation with fields | Conflict | Forbidden | Storage)
class OfficeProfileService
{
public:
    explicit OfficeProfileService(session::Session &session) : m_session(session) { }

    /// Nothing in a file that has not passed its first run. Needs OfficeRead.
    std::optional<OfficeProfile> find() const;
    /// @throws Error NotFound without a profile
    OfficeProfile profile() const;

    /// First run. @throws Error Conflict when there is a profile
    void create(const OfficeDetails &details);
    /// @return the new revision
    int update(int revision, const OfficeDetails &details);

private:
    session::Session &m_session;
};

} // namespace mishutai::office
