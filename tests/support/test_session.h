#pragma once

#include "db/change_bus.h"
#include "session/session.h"
#include "session/users/user_service.h"
#include "support/fixed_clock.h"
#include "support/test_database.h"

namespace mishutai::test {

/// A new data file with its first user at work on it, who holds all roles; time stands still. Every room's tests may use it.
class TestSession
{
public:
    TestSession()
        : m_user(session::UserService::createFirst(m_file, m_clock, QStringLiteral("测试员"))),
          m_session(m_file, m_clock, m_user, &m_bus)
    {
    }

    session::Session &session() { return m_session; }
    operator session::Session &() { return m_session; }
    /// Somebody else at work on the same file; not in its table of users, so only the given roles count.
    session::Session sessionAs(session::Roles roles)
    {
        return session::Session(m_file, m_clock, {.id = UserId(900), .name = QStringLiteral("另一人"), .roles = roles}, &m_bus);
    }
    db::Database &database() { return m_file; }
    TestDatabase &file() { return m_file; }
    FixedClock &clock() { return m_clock; }
    db::ChangeBus &bus() { return m_bus; }

private:
    TestDatabase m_file;
    FixedClock m_clock;
    db::ChangeBus m_bus;
    session::User m_user;
    session::Session m_session;
};

} // namespace mishutai::test
