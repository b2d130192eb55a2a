#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <span>

namespace mishutai::session {

/// Roles of a user; a user holds a set of them (users.md: offices and roles).
enum class Role : std::uint8_t {
    Secretariat = 1, ///< 秘书处
    Cashier = 2, ///< 出纳（报账员）
    Accountant = 4, ///< 会计（本单位或代理）
    Director = 8, ///< 秘书长（负责人）
    ReadOnly = 16 ///< 只读（监事、审计、实习）
};

/// A set of roles.
class Roles
{
public:
    constexpr Roles() = default;
    constexpr Roles(Role role) : m_bits(static_cast<std::uint8_t>(role)) { }
    static constexpr Roles all() { return fromBits(31); }
    static constexpr Roles fromBits(std::uint8_t bits)
    {
        Roles roles;
        roles.m_bits = bits & 31;
        return roles;
    }
    constexpr std::uint8_t bits() const { return m_bits; }
    constexpr bool intersects(Roles other) const { return (m_bits & other.m_bits) != 0; }
    friend constexpr Roles operator|(Roles a, Roles b) { return fromBits(a.m_bits | b.m_bits); }
    constexpr bool operator==(const Roles &) const = default;

private:
    std::uint8_t m_bits = 0;
};

enum class Operation {
#define OPERATION(name, key, label, roles) name,
#include "session/operations.def"
#undef OPERATION
};

struct OperationInfo {
    Operation operation;
    QString key; ///< "member.enroll": stable, written to the audit log
    QString label; ///< "会员入会"
    Roles roles; ///< who may
};

/// The whole table, in the order of operations.def.
std::span<const OperationInfo> operations();
const OperationInfo &info(Operation operation);
std::optional<Operation> operationByKey(const QString &key);
QString roleName(Role role);
bool isAllowed(Roles roles, Operation operation);

} // namespace mishutai::session
