#include "ui/members/member_bulk.h"

#include "base/error.h"
#include "members/member_service.h"
#include "session/session.h"
#include "ui/parties/unit_bulk.h"
#include "ui/records/own_fields.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace mishutai::ui {

namespace {

BulkColumn column(const QString &key, std::function<void(members::MemberDetails &, const QString &)> change)
{
    return {key, {}, {}, [change = std::move(change)](session::Session &session, qint64 id, const QString &text) {
                members::MemberService service(session);
                const members::Member member = service.get(MemberId(id));
                members::MemberDetails details = member.details;
                change(details, text);
                service.update(member.id, member.revision, details);
            }};
}

/// The levels before today are history and stay.
void changeLevel(session::Session &session, qint64 id, const QString &text)
{
    const auto level = members::memberLevels().parse(text);
    if (!level)
        throw Error(Error::Kind::Validation, QCoreApplication::translate("MemberBulk", "请选择级别"));
    members::MemberService(session).changeLevel(MemberId(id), *level, session.clock().today(), {});
}

UnitId unitOfMember(session::Session &session, qint64 id)
{
    const members::Member member = members::MemberService(session).get(MemberId(id));
    if (!member.unit)
        throw Error(Error::Kind::Validation, QCoreApplication::translate("MemberBulk", "个人会员没有单位资料"),
            QCoreApplication::translate("MemberBulk", "所选的会员里有个人会员「%1」").arg(member.details.code),
            QCoreApplication::translate("MemberBulk", "请只选单位会员再改"));
    return *member.unit;
}

} // namespace

std::vector<BulkColumn> ownMemberBulkColumns(session::Session &session)
{
    using office::CustomOwner;
    std::vector<BulkColumn> columns = ownBulkColumns(
        session, CustomOwner::Member, session::Operation::MemberEdit, [](session::Session &, qint64 id) { return id; });
    std::ranges::move(ownBulkColumns(session, CustomOwner::Unit, session::Operation::UnitEdit,
                          [](session::Session &at, qint64 id) { return unitOfMember(at, id).value(); }),
        std::back_inserter(columns));
    return columns;
}

std::vector<BulkColumn> memberBulkColumns()
{
    using members::MemberDetails;
    std::vector<BulkColumn> columns{
        column("serviceOfficer", [](MemberDetails &d, const QString &text) { d.serviceOfficer = text; }),
        column("referrer", [](MemberDetails &d, const QString &text) { d.referrer = text; }),
        {"level", QCoreApplication::translate("MemberBulk", "级别（自今天起）"), {}, changeLevel, /*mayClear=*/false}};
    const auto ofUnits = unitBulkColumns(unitOfMember);
    columns.insert(columns.end(), ofUnits.begin(), ofUnits.end());
    return columns;
}

} // namespace mishutai::ui
