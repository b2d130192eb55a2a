#pragma once

#include "base/task_control.h"

#include <QStringList>

namespace mishutai::session {
class Session;
}

namespace mishutai::members {

/// The derived table member_spans, which triggers keep and every count of members as of a day reads: whether it still says what
/// members and member_levels say, and making it anew.
class MemberSpans
{
public:
    explicit MemberSpans(session::Session &session) : m_session(session) { }

    /// Codes of members whose spans differ from their records, sorted. @throws Error Storage
    static QStringList differing(const session::Session &session);
    /// Makes the spans of those members anew. @return how many members
    /// @throws Error Forbidden, Storage
    int rebuild();

private:
    session::Session &m_session;
};

} // namespace mishutai::members
