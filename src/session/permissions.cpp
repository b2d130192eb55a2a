#include "session/permissions.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::session {

namespace {

constexpr Roles S = Role::Secretariat;
constexpr Roles C = Role::Cashier;
constexpr Roles A = Role::Accountant;
constexpr Roles D = Role::Director;
constexpr Roles R = Role::ReadOnly;

QString translated(const char *text)
{
    return QCoreApplication::translate("Permissions", text);
}

const std::vector<OperationInfo> &table()
{
    static const std::vector<OperationInfo> kTable{
#define OPERATION(name, key, label, roles) {Operation::name, QStringLiteral(key), translated(label), roles},
#include "session/operations.def"
#undef OPERATION
    };
    return kTable;
}

} // namespace

std::span<const OperationInfo> operations()
{
    return table();
}

const OperationInfo &info(Operation operation)
{
    return table()[static_cast<std::size_t>(operation)];
}

std::optional<Operation> operationByKey(const QString &key)
{
    const auto found = std::ranges::find(table(), key, &OperationInfo::key);
    return found == table().end() ? std::nullopt : std::optional(found->operation);
}

QString roleName(Role role)
{
    switch (role) {
    case Role::Secretariat:
        return translated("秘书处");
    case Role::Cashier:
        return translated("出纳（报账员）");
    case Role::Accountant:
        return translated("会计");
    case Role::Director:
        return translated("秘书长（负责人）");
    case Role::ReadOnly:
        return translated("只读");
    }
    return {};
}

bool isAllowed(Roles roles, Operation operation)
{
    return roles.intersects(info(operation).roles);
}

} // namespace mishutai::session
