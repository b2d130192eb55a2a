#pragma once

#include <QtGlobal>

#include <compare>
#include <functional>

namespace mishutai {

/// Row identity of one kind of record. There is no "invalid id": absence is std::optional<Id>.
template <class Tag> class Id
{
public:
    explicit constexpr Id(qint64 value) : m_value(value) { }
    constexpr qint64 value() const { return m_value; }
    constexpr auto operator<=>(const Id &) const = default;

private:
    qint64 m_value;
};

using UserId = Id<struct UserTag>;
using BatchId = Id<struct BatchTag>;
using UnitId = Id<struct UnitTag>;
using PersonId = Id<struct PersonTag>;
using ContactId = Id<struct ContactTag>;
using UnitRoleId = Id<struct UnitRoleTag>;
using UnitQualificationId = Id<struct UnitQualificationTag>;
using UnitYearId = Id<struct UnitYearTag>;
using MemberId = Id<struct MemberTag>;
using MemberPostId = Id<struct MemberPostTag>;
using ActivityId = Id<struct ActivityTag>;
using CaseId = Id<struct CaseTag>;
using AccountId = Id<struct AccountTag>;
using CategoryId = Id<struct CategoryTag>;
using FundId = Id<struct FundTag>;
using PeriodId = Id<struct PeriodTag>;
using VoucherId = Id<struct VoucherTag>;
using VoucherLineId = Id<struct VoucherLineTag>;
using IndicatorId = Id<struct IndicatorTag>;
using PlanItemId = Id<struct PlanItemTag>;
using DraftId = Id<struct DraftTag>;
using TermId = Id<struct TermTag>;
using HolidayId = Id<struct HolidayTag>;
using EvidenceFileId = Id<struct EvidenceFileTag>;
using EvidenceLinkId = Id<struct EvidenceLinkTag>;

} // namespace mishutai

template <class Tag> struct std::hash<mishutai::Id<Tag>> {
    std::size_t operator()(const mishutai::Id<Tag> &id) const noexcept { return std::hash<qint64>()(id.value()); }
};
