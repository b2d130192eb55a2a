#pragma once

#include "base/ids.h"
#include "parties/merge/merge_field.h"

namespace mishutai::session {
class Session;
}

namespace mishutai::parties {

/// Two records of one person become one, as UnitMerge does for units.
class PersonMerge
{
public:
    explicit PersonMerge(session::Session &session) : m_session(session) { }

    /// @throws Error NotFound, Forbidden
    std::vector<MergeField> differences(PersonId survivor, PersonId merged) const;
    /// A number that is neither of the survivor's two goes to the notes. @throws as UnitMerge::merge()
    void merge(PersonId survivor, int survivorRevision, PersonId merged, int mergedRevision, const QSet<QString> &taken);

private:
    session::Session &m_session;
};

} // namespace mishutai::parties
