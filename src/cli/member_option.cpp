#include "cli/member_option.h"

#include "base/error.h"
#include "base/period.h"
#include "base/text/date_text.h"
#include "members/member_service.h"

#include <QCoreApplication>

namespace mishutai::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

} // namespace

std::vector<MemberId> membersOption(const Arguments &arguments, session::Session &session)
{
    const members::MemberService service(session);
    std::vector<MemberId> ids;
    for (const QString &code : arguments.value("members").split(',', Qt::SkipEmptyParts)) {
        const std::optional<members::Member> member = service.findByCode(code.trimmed());
        if (!member)
            throw Error(
                Error::Kind::NotFound, tr("没有编号为「%1」的会员").arg(code.trimmed()), {}, tr("编号见会员列表，用逗号隔开"));
        ids.push_back(member->id);
    }
    if (ids.empty())
        throw Error(Error::Kind::Usage, tr("请用 --members 指定会员"), {}, tr("例如 --members 会员-0001,会员-0002"));
    return ids;
}

QDate dayOption(const Arguments &arguments, const QString &name, QDate otherwise, QDate today)
{
    const QString text = arguments.value(name);
    if (text.isEmpty())
        return otherwise;
    if (const auto date = parseDate(text, today))
        return *date;
    throw Error(Error::Kind::Usage, tr("--%1「%2」读不懂").arg(name, text), {}, tr("可写 2022-01-26、20220126、2022年1月26日"));
}

} // namespace mishutai::cli
