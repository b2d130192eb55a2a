#include "session/users/authentication.h"

#include "base/error.h"
#include "db/database.h"
#include "db/transaction.h"
#include "session/refusal.h"
#include "session/users/user_repository.h"
#include "session/work.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::session {

namespace {

constexpr int kFreeFailures = 3;
constexpr std::chrono::seconds kFirstWait{60};
constexpr std::chrono::seconds kLaterWait{150};

QString tr(const char *text)
{
    return QCoreApplication::translate("Authentication", text);
}

Error wrong()
{
    return Error(Error::Kind::Forbidden, tr("不能登录"), tr("用户名或密码不对，或用户已停用"), tr("请核对后再试"));
}

/// Seconds still to wait. A clock that was put back starts the wait anew instead of shortening it.
std::chrono::seconds remainingWait(const PasswordState &state, const QDateTime &now)
{
    const std::chrono::seconds wait = waitAfterFailures(state.failedAttempts);
    if (!state.lastFailedAt.isValid())
        return std::chrono::seconds(0);
    const std::chrono::seconds passed(std::max<qint64>(0, state.lastFailedAt.secsTo(now)));
    return std::max(std::chrono::seconds(0), wait - passed);
}

void requireWaited(db::Database &database, const PasswordState &state, UserId user, const QDateTime &now)
{
    const std::chrono::seconds wait = remainingWait(state, now);
    if (wait.count() == 0)
        return;
    if (state.lastFailedAt > now && database.isWritable()) {
        db::Transaction transaction(database);
        UserRepository(database).moveFailure(user, now);
        transaction.commit();
    }
    throw Error(Error::Kind::Forbidden, tr("密码连续输错，暂时不能再试"), tr("已输错%1次").arg(state.failedAttempts),
        tr("请等%1秒后再试").arg(wait.count()));
}

void countFailure(db::Database &database, UserId user, const QDateTime &now)
{
    if (!database.isWritable())
        return;
    db::Transaction transaction(database);
    UserRepository(database).countFailure(user, now);
    transaction.commit();
}

} // namespace

std::chrono::seconds waitAfterFailures(int failures)
{
    if (failures < kFreeFailures)
        return std::chrono::seconds(0);
    return failures == kFreeFailures ? kFirstWait : kLaterWait;
}

void requirePassword(db::Database &database, const Clock &clock, const User &user, const QString &password)
{
    const UserRepository users(database);
    const std::optional<PasswordState> state = users.password(user.id);
    if (!state) {
        if (password.isEmpty())
            return;
        recordRefusal(database, clock, user, Operation::UserLogin);
        throw wrong();
    }
    requireWaited(database, *state, user.id, clock.now());
    countFailure(database, user.id, clock.now());
    if (!verifyPassword(state->hash, password)) {
        recordRefusal(database, clock, user, Operation::UserLogin);
        throw wrong();
    }
    if (database.isWritable()) {
        db::Transaction transaction(database);
        users.clearFailures(user.id);
        transaction.commit();
    }
}

User authenticate(db::Database &database, const Clock &clock, const QString &name, const QString &password, PasswordCost cost)
{
    const UserRepository users(database);
    const std::optional<UserRecord> record = users.findByName(name.trimmed());
    if (!record)
        throw wrong();
    const User &user = record->user;
    if (!user.isActive) {
        recordRefusal(database, clock, user, Operation::UserLogin);
        throw wrong();
    }
    requirePassword(database, clock, user, password);
    if (!database.isWritable())
        return user;

    Session session(database, clock, user);
    Work work(session, Operation::UserLogin);
    work.setSubject("user", user.id.value());
    const std::optional<PasswordState> state = users.password(user.id);
    if (state && needsRehash(state->hash, cost))
        users.setPassword(user.id, hashPassword(password, cost), clock.now());
    work.commit();
    return user;
}

std::vector<User> activeUsers(const db::Database &database)
{
    std::vector<User> active;
    for (const UserRecord &record : UserRepository(database).all()) {
        if (record.user.isActive)
            active.push_back(record.user);
    }
    return active;
}

std::optional<User> onlyUserWithoutPassword(const db::Database &database)
{
    std::optional<User> found;
    for (const User &user : activeUsers(database)) {
        if (user.hasPassword)
            continue;
        if (found)
            return std::nullopt;
        found = user;
    }
    return found;
}

} // namespace mishutai::session
