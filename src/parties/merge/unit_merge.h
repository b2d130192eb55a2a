#pragma once

#include "base/ids.h"
#include "parties/merge/merge_field.h"

namespace mishutai::session {
class Session;
}

namespace mishutai::parties {

/// Two records of one unit become one: the merged one stays in the books as a pointer, so that every reference to it, posted
/// voucher lines among them, is read as the unit that goes on (v_units.canonical_id). What other rooms hold is theirs to look
/// after: desk/merge.h does it all.
class UnitMerge
{
public:
    explicit UnitMerge(session::Session &session) : m_session(session) { }

    /// The fields that differ, in the order of a form. @throws Error NotFound, Forbidden
    std::vector<MergeField> differences(UnitId survivor, UnitId merged) const;
    /// Fields that the survivor lacks come from the merged one, as do those of `taken` (keys of differences()); names not taken
    /// become other names. Contacts, roles, qualifications, yearly figures, tags and notes are combined: where both have one and
    /// differ, the survivor's stands and the other is noted beside it. Units below the merged one come below the survivor.
    /// @throws Error Validation (one unit; the combined fields contradict), Conflict (stale, merged already), NotFound, Forbidden
    void merge(UnitId survivor, int survivorRevision, UnitId merged, int mergedRevision, const QSet<QString> &taken);

private:
    session::Session &m_session;
};

} // namespace mishutai::parties
