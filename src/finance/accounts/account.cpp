#include "finance/accounts/account.h"

#include <algorithm>

namespace mishutai::finance {

template <> const office::ChoiceTable<AccountKind> &terms<AccountKind>()
{
    static const office::ChoiceTable<AccountKind> table("Finance",
        {
            {AccountKind::Asset, "ASSET", "资产"},
            {AccountKind::Liability, "LIABILITY", "负债"},
            {AccountKind::NetAsset, "NET_ASSET", "净资产"},
            {AccountKind::Income, "INCOME", "收入"},
            {AccountKind::Expense, "EXPENSE", "费用"},
        });
    return table;
}

template <> const office::ChoiceTable<Side> &terms<Side>()
{
    static const office::ChoiceTable<Side> table("Finance", {{Side::Debit, "D", "借"}, {Side::Credit, "C", "贷"}});
    return table;
}

template <> const office::ChoiceTable<Restriction> &terms<Restriction>()
{
    static const office::ChoiceTable<Restriction> table("Finance",
        {
            {Restriction::None, "NA", "不适用"},
            {Restriction::Unrestricted, "U", "非限定性"},
            {Restriction::Restricted, "R", "限定性"},
        });
    return table;
}

template <> const office::ChoiceTable<AccountRole> &terms<AccountRole>()
{
    static const office::ChoiceTable<AccountRole> table("Finance",
        {
            {AccountRole::Cash, "CASH", "货币资金"},
            {AccountRole::Receivable, "RECEIVABLE", "应收账款"},
            {AccountRole::OtherReceivable, "OTHER_RECV", "其他应收款"},
            {AccountRole::Prepaid, "PREPAID", "预付账款"},
            {AccountRole::Allowance, "ALLOWANCE", "坏账准备"},
            {AccountRole::DeferredExpense, "DEFERRED_EXP", "待摊费用"},
            {AccountRole::FixedAsset, "FIXED", "固定资产"},
            {AccountRole::Depreciation, "ACC_DEPR", "累计折旧"},
            {AccountRole::Intangible, "INTANGIBLE", "无形资产"},
            {AccountRole::AgencyAsset, "AGENCY_A", "受托代理资产"},
            {AccountRole::AgencyLiability, "AGENCY_L", "受托代理负债"},
            {AccountRole::Payable, "PAYABLE", "应付账款"},
            {AccountRole::Advance, "ADVANCE", "预收账款"},
            {AccountRole::WagesPayable, "WAGES_PAY", "应付工资"},
            {AccountRole::TaxPayable, "TAX_PAY", "应交税金"},
            {AccountRole::OtherPayable, "OTHER_PAY", "其他应付款"},
            {AccountRole::Accrued, "ACCRUED", "预提费用"},
            {AccountRole::UnrestrictedNetAssets, "NA_U", "非限定性净资产"},
            {AccountRole::RestrictedNetAssets, "NA_R", "限定性净资产"},
            {AccountRole::Donation, "INC_DONATION", "捐赠收入"},
            {AccountRole::Dues, "INC_DUES", "会费收入"},
            {AccountRole::Service, "INC_SERVICE", "提供服务收入"},
            {AccountRole::Subsidy, "INC_SUBSIDY", "政府补助收入"},
            {AccountRole::OtherIncome, "INC_OTHER", "其他收入"},
            {AccountRole::Program, "EXP_PROGRAM", "业务活动成本"},
            {AccountRole::Administration, "EXP_ADMIN", "管理费用"},
            {AccountRole::Wages, "EXP_ADMIN_WAGE", "管理费用—人员工资"},
            {AccountRole::Fundraising, "EXP_FUNDRAISING", "筹资费用"},
            {AccountRole::OtherExpense, "EXP_OTHER", "其他费用"},
            {AccountRole::Tax, "EXP_TAX", "税费"},
        });
    return table;
}

std::vector<FieldError> validate(const AccountDetails &details)
{
    std::vector<FieldError> faults;
    const auto fault = [&faults](const char *field, const char *code, const char *message) {
        faults.push_back({QString::fromLatin1(field), QString::fromLatin1(code), translated(message)});
    };
    if (details.chart.isEmpty())
        fault("chart", "required", "没有指明科目表");
    const bool isCode = details.code.size() >= 4 && details.code.size() <= 20
        && std::all_of(details.code.begin(), details.code.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!isCode)
        fault("code", "format", "科目编码应为 4 至 20 位数字");
    if (details.name.isEmpty())
        fault("name", "required", "请填写科目名称");
    if (!details.parentCode.isEmpty() && (details.parentCode == details.code || !details.code.startsWith(details.parentCode)))
        fault("parentCode", "format", "明细科目的编码应以上级科目的编码开头");
    const bool hasClass = details.kind == AccountKind::Income || details.kind == AccountKind::NetAsset;
    if (details.isPostable && hasClass != (details.restriction != Restriction::None))
        fault("restriction", "restriction", "收入和净资产的末级科目须注明限定性或非限定性，其他科目不注明");
    if (details.isCash && details.kind != AccountKind::Asset)
        fault("isCash", "kind", "只有资产科目可以是现金或银行账户");
    return faults;
}

} // namespace mishutai::finance
