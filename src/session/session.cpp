#include "session/session.h"

#include "session/refusal.h"
#include "session/work.h"

namespace mishutai::session {

Session::Session(db::Database &database, const Clock &clock, User user, db::ChangeBus *bus)
    : m_database(database), m_clock(clock), m_user(std::move(user)), m_bus(bus)
{
}

void Session::require(Operation operation) const
{
    if (m_user.isActive && may(operation))
        return;
    // Inside a Work the entry would go with the business transaction if that is undone, so it waits for its end.
    if (m_outermost)
        m_outermost->addRefusal(operation);
    else
        recordRefusal(m_database, m_clock, m_user, operation);
    throw forbidden(m_user, operation);
}

} // namespace mishutai::session
