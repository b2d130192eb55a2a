#include "session/refusal.h"

#include "db/database.h"
#include "db/transaction.h"
#include "session/audit/audit_repository.h"

#include <spdlog/spdlog.h>

#include <QCoreApplication>

namespace mishutai::session {

namespace {

constexpr Role kRoles[] = {Role::Secretariat, Role::Cashier, Role::Accountant, Role::Director, Role::ReadOnly};

QString tr(const char *text)
{
    return QCoreApplication::translate("Permissions", text);
}

QString roleNames(Roles roles)
{
    QStringList names;
    for (const Role role : kRoles) {
        if (roles.intersects(role))
            names << roleName(role);
    }
    return names.isEmpty() ? tr("没有角色") : names.join(tr("、"));
}

} // namespace

Error forbidden(const User &user, Operation operation)
{
    const OperationInfo &asked = info(operation);
    if (!user.isActive)
        return Error(Error::Kind::Forbidden, tr("不能「%1」").arg(asked.label), tr("用户已停用"), tr("请换一个用户登录"));
    return Error(Error::Kind::Forbidden, tr("没有「%1」的权限").arg(asked.label), tr("当前角色：%1").arg(roleNames(user.roles)),
        tr("请由以下角色办理：%1").arg(roleNames(asked.roles)));
}

void recordRefusal(db::Database &database, const Clock &clock, const User &user, Operation operation) noexcept
{
    if (!database.isWritable())
        return;
    try {
        db::Transaction transaction(database);
        AuditEntry entry;
        entry.at = clock.now();
        entry.userId = user.id;
        entry.userName = user.name;
        entry.operation = info(operation).key;
        entry.outcome = Outcome::Refused;
        AuditRepository(database).append(entry);
        transaction.commit();
    } catch (const std::exception &error) {
        spdlog::error("refusal of operation {} by user {} not logged: {}", info(operation).key.toStdString(), user.id.value(),
            error.what());
    }
}

} // namespace mishutai::session
