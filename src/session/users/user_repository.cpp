#include "session/users/user_repository.h"

#include "db/database.h"
#include "db/statement.h"
#include "session/instant.h"
#include "session/work.h"

namespace mishutai::session {

namespace {

#define SELECT_USER                                                                                                              \
    "SELECT u.id, u.revision, u.name, u.roles, u.is_active, p.user_id AS password_of "                                           \
    "FROM users AS u LEFT JOIN user_passwords AS p ON p.user_id = u.id "

UserRecord userFrom(const db::Statement &row)
{
    return {.user = {.id = row.id<UserId>("id"),
                .name = row.text("name"),
                .roles = Roles::fromBits(static_cast<std::uint8_t>(row.integer("roles"))),
                .hasPassword = !row.isNull("password_of"),
                .isActive = row.flag("is_active")},
        .revision = static_cast<int>(row.integer("revision"))};
}

} // namespace

std::vector<UserRecord> UserRepository::all() const
{
    db::Statement statement(m_database, SELECT_USER "ORDER BY u.name");
    std::vector<UserRecord> users;
    while (statement.next())
        users.push_back(userFrom(statement));
    return users;
}

std::optional<UserRecord> UserRepository::find(UserId user) const
{
    db::Statement statement(m_database, SELECT_USER "WHERE u.id = :id");
    statement.bind(":id", user);
    return statement.next() ? std::optional(userFrom(statement)) : std::nullopt;
}

std::optional<UserRecord> UserRepository::findByName(const QString &name) const
{
    db::Statement statement(m_database, SELECT_USER "WHERE u.name = :name");
    statement.bind(":name", name);
    return statement.next() ? std::optional(userFrom(statement)) : std::nullopt;
}

int UserRepository::countActive(Role role) const
{
    db::Statement statement(m_database, "SELECT count(*) AS how_many FROM users WHERE is_active = 1 AND (roles & :role) <> 0");
    statement.bind(":role", int(Roles(role).bits()));
    statement.next();
    return static_cast<int>(statement.integer("how_many"));
}

UserId UserRepository::insert(Work &work, const QString &name, Roles roles) const
{
    return UserId(work.insert("users", {{"name", name}, {"roles", int(roles.bits())}, {"is_active", true}}));
}

void UserRepository::update(Work &work, const UserRecord &user) const
{
    work.update("users", user.user.id.value(), user.revision,
        {{"name", user.user.name}, {"roles", int(user.user.roles.bits())}, {"is_active", user.user.isActive}});
}

std::optional<PasswordState> UserRepository::password(UserId user) const
{
    db::Statement statement(
        m_database, "SELECT hash, failed_attempts, last_failed_at FROM user_passwords WHERE user_id = :user_id");
    statement.bind(":user_id", user);
    if (!statement.next())
        return std::nullopt;
    return PasswordState{statement.text("hash"), static_cast<int>(statement.integer("failed_attempts")),
        instantFromText(statement.text("last_failed_at"))};
}

void UserRepository::setPassword(UserId user, const QString &hash, const QDateTime &at) const
{
    db::Statement(m_database,
        "INSERT INTO user_passwords (user_id, hash, failed_attempts, last_failed_at, changed_at) "
        "VALUES (:user_id, :hash, 0, NULL, :changed_at) ON CONFLICT (user_id) DO UPDATE SET hash = excluded.hash, "
        "failed_attempts = 0, last_failed_at = NULL, changed_at = excluded.changed_at")
        .bind(":user_id", user)
        .bind(":hash", hash)
        .bind(":changed_at", instantText(at))
        .execute();
}

void UserRepository::removePassword(UserId user) const
{
    db::Statement(m_database, "DELETE FROM user_passwords WHERE user_id = :user_id").bind(":user_id", user).execute();
}

void UserRepository::countFailure(UserId user, const QDateTime &at) const
{
    db::Statement(m_database,
        "UPDATE user_passwords SET failed_attempts = failed_attempts + 1, last_failed_at = :at WHERE user_id = :user_id")
        .bind(":user_id", user)
        .bind(":at", instantText(at))
        .execute();
}

void UserRepository::moveFailure(UserId user, const QDateTime &at) const
{
    db::Statement(m_database, "UPDATE user_passwords SET last_failed_at = :at WHERE user_id = :user_id")
        .bind(":user_id", user)
        .bind(":at", instantText(at))
        .execute();
}

void UserRepository::clearFailures(UserId user) const
{
    db::Statement(m_database, "UPDATE user_passwords SET failed_attempts = 0, last_failed_at = NULL WHERE user_id = :user_id")
        .bind(":user_id", user)
        .execute();
}

} // namespace mishutai::session
