#include "ui/members/member_bulk.h"

#include "base/error.h"
#include "members/member_service.h"
#include "session/session.h"
#include "ui/parties/unit_bulk.h"

#include <QCoreApplication>

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

} // namespace

std::vector<BulkColumn> memberBulkColumns()
{
    using members::MemberDetails;
    std::vector<BulkColumn> columns{
        column("serviceOfficer", [](MemberDetails &d, const QString &text) { d.serviceOfficer = text; }),
        column("referrer", [](MemberDetails &d, const QString &text) { d.referrer = text; }),
        {"level", QCoreApplication::translate("MemberBulk", "级别（自今天起）"), {}, changeLevel}};
    const auto ofUnits = unitBulkColumns([](session::Session &session, qint64 id) {
        const members::Member member = members::MemberService(session).get(MemberId(id));
        if (!member.unit)
            throw Error(Error::Kind::Validation, QCoreApplication::translate("MemberBulk", "个人会员没有单位资料"),
                QCoreApplication::translate("MemberBulk", "所选的会员里有个人会员「%1」").arg(member.details.code),
                QCoreApplication::translate("MemberBulk", "请只选单位会员再改"));
        return *member.unit;
    });
    columns.insert(columns.end(), ofUnits.begin(), ofUnits.end());
    return columns;
}

} // namespace mishutai::ui
