#include "session/session.h"

namespace mishutai::session {

Session::Session(db::Database &database, const Clock &clock, User user, db::ChangeBus *bus)
    : m_database(database)
    , m_clock(clock)
    , m_user(std::move(user))
    , m_bus(bus)
{
}

} // namespace mishutai::session
