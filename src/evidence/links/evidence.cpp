#include "evidence/links/evidence.h"

#include "base/error.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::evidence {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Evidence", text);
}

} // namespace

const std::vector<RecordKind> &recordKinds()
{
    using session::Operation;
    static const std::vector<RecordKind> kinds{{"members", tr("会员"), Operation::MemberRead},
        {"units", tr("单位"), Operation::PartyRead}, {"people", tr("人员"), Operation::PartyRead},
        {"activities", tr("活动"), Operation::ActivityRead}, {"cases", tr("服务台账"), Operation::CaseRead},
        {"vouchers", tr("凭证"), Operation::FinanceRead}, {"plan_items", tr("年度目标"), Operation::PlanRead},
        {"observations", tr("指标"), Operation::PlanRead}};
    return kinds;
}

RecordRef canonical(const RecordRef &record)
{
    RecordRef one = record;
    if (one.objectType == "entries")
        one.objectType = "vouchers";
    kindOf(one);
    return one;
}

const RecordKind &kindOf(const RecordRef &record)
{
    const auto kind = std::ranges::find(recordKinds(), record.objectType, &RecordKind::objectType);
    if (kind == recordKinds().end())
        throw Error(Error::Kind::Usage, tr("这类记录不能添加佐证"), record.objectType);
    return *kind;
}

} // namespace mishutai::evidence
