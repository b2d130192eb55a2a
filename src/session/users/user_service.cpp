#include "session/users/user_service.h"

#include "base/error.h"
#include "session/users/authentication.h"
#include "session/work.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::session {

namespace {

constexpr qsizetype kMaxNameLength = 40;

QString tr(const char *text)
{
    return QCoreApplication::translate("UserService", text);
}

Error invalid(const QString &field, const QString &code, const QString &message)
{
    return Error(Error::Kind::Validation, tr("用户资料有误"), {}, tr("请改正后再保存")).withFields({{field, code, message}});
}

QString acceptableName(const QString &name)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        throw invalid("name", "required", tr("请填写用户名"));
    if (trimmed.size() > kMaxNameLength)
        throw invalid("name", "length", tr("用户名不能超过%1个字").arg(kMaxNameLength));
    return trimmed;
}

QString nameFreeFor(const UserRepository &users, const QString &name, std::optional<UserId> owner)
{
    const QString acceptable = acceptableName(name);
    const auto holder = users.findByName(acceptable);
    if (holder && holder->user.id != owner)
        throw Error(Error::Kind::Conflict, tr("已有用户「%1」").arg(acceptable), {}, tr("请换一个用户名"))
            .withFields({{"name", "duplicate", tr("用户名已被使用")}});
    return acceptable;
}

void requireRoles(Roles roles)
{
    if (roles == Roles())
        throw invalid("roles", "required", tr("请至少选一个角色"));
}

} // namespace

UserService::UserService(Session &session, PasswordCost cost) : m_session(session), m_users(session.database()), m_cost(cost) { }

User UserService::createFirst(db::Database &database, const Clock &clock, const QString &name)
{
    const UserRepository users(database);
    User user{.id = UserId(1), .name = acceptableName(name), .roles = Roles::all()};
    Session session(database, clock, user);
    Work work(session, Operation::UserAdmin);
    if (!users.all().empty())
        throw Error(Error::Kind::Conflict, tr("数据文件已有用户"), {}, tr("请用已有用户登录"));
    user.id = users.insert(work, user.name, user.roles);
    work.setSubject("user", user.id.value());
    work.commit();
    return user;
}

std::vector<UserRecord> UserService::list() const
{
    m_session.require(Operation::OfficeRead);
    return m_users.all();
}

bool UserService::isSingleUser() const
{
    const std::vector<UserRecord> users = m_users.all();
    return std::ranges::count_if(users, [](const UserRecord &record) { return record.user.isActive; }) == 1;
}

UserId UserService::add(const QString &name, Roles roles)
{
    Work work(m_session, Operation::UserAdmin);
    requireRoles(roles);
    const UserId user = m_users.insert(work, nameFreeFor(m_users, name, std::nullopt), roles);
    work.setSubject("user", user.value());
    work.commit();
    return user;
}

void UserService::rename(UserId user, int revision, const QString &name)
{
    Work work(m_session, Operation::UserAdmin);
    work.setSubject("user", user.value());
    UserRecord record = require(user);
    record.revision = revision;
    record.user.name = nameFreeFor(m_users, name, user);
    m_users.update(work, record);
    work.commit();
}

void UserService::setRoles(UserId user, int revision, Roles roles)
{
    Work work(m_session, Operation::UserAdmin);
    work.setSubject("user", user.value());
    requireRoles(roles);
    UserRecord record = require(user);
    if (user == m_session.user().id && !isSingleUser() && !(roles == record.user.roles))
        throw Error(Error::Kind::Conflict, tr("不能修改自己的角色"), tr("有两个以上用户时，角色由另一位秘书长调整"),
            tr("请由另一位秘书长（负责人）修改"));
    record.revision = revision;
    record.user.roles = roles;
    requireDirectorRemains(record);
    m_users.update(work, record);
    work.commit();
}

void UserService::setActive(UserId user, int revision, bool isActive)
{
    Work work(m_session, Operation::UserAdmin);
    work.setSubject("user", user.value());
    UserRecord record = require(user);
    record.revision = revision;
    record.user.isActive = isActive;
    requireDirectorRemains(record);
    if (user == m_session.user().id && !isActive)
        throw Error(Error::Kind::Conflict, tr("不能停用自己"), {}, tr("请由另一位秘书长（负责人）停用"));
    m_users.update(work, record);
    work.commit();
}

void UserService::resetPassword(UserId user, const QString &password)
{
    Work work(m_session, Operation::UserAdmin);
    work.setSubject("user", user.value());
    require(user);
    storePassword(user, password);
    work.commit();
}

void UserService::changeOwnPassword(const QString &oldPassword, const QString &newPassword)
{
    m_session.require(Operation::UserPassword);
    requirePassword(m_session.database(), m_session.clock(), m_session.user(), oldPassword);
    Work work(m_session, Operation::UserPassword);
    work.setSubject("user", m_session.user().id.value());
    storePassword(m_session.user().id, newPassword);
    work.commit();
}

UserRecord UserService::require(UserId user) const
{
    auto record = m_users.find(user);
    if (!record)
        throw Error(Error::Kind::NotFound, tr("没有这个用户"), {}, tr("请刷新用户列表"));
    return *std::move(record);
}

void UserService::requireDirectorRemains(const UserRecord &changed) const
{
    const UserRecord current = require(changed.user.id);
    const auto directs = [](const User &user) { return user.isActive && user.roles.intersects(Role::Director); };
    if (directs(current.user) && !directs(changed.user) && m_users.countActive(Role::Director) == 1)
        throw Error(Error::Kind::Conflict, tr("至少要保留一位秘书长（负责人）"), tr("这是最后一位在用的秘书长"),
            tr("请先把秘书长角色交给另一位用户"));
}

void UserService::storePassword(UserId user, const QString &password)
{
    if (password.isEmpty()) {
        m_users.removePassword(user);
        return;
    }
    if (password.size() < kMinPasswordLength)
        throw invalid("password", "length", tr("密码至少%1位").arg(kMinPasswordLength));
    m_users.setPassword(user, hashPassword(password, m_cost), m_session.clock().now());
}

} // namespace mishutai::session
