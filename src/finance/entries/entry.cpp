#include "finance/entries/entry.h"

namespace mishutai::finance {

std::vector<FieldError> validate(const EntryDetails &details)
{
    std::vector<FieldError> faults;
    const auto fault = [&faults](const char *field, const char *code, const char *message) {
        faults.push_back({QString::fromLatin1(field), QString::fromLatin1(code), translated(message)});
    };
    const bool isTransfer = details.direction == EntryDirection::Transfer;
    if (!details.date.isValid())
        fault("date", "required", "请填写日期");
    if (details.amount.isZero())
        fault("amount", "required", "请填写金额");
    if (details.amount.isNegative())
        fault("amount", "negative", "金额应为正数；要更正已入账的，请用「冲销」");
    if (!isTransfer && !details.category)
        fault("category", "required", "请选择类别");
    if (isTransfer && details.category)
        fault("category", "unexpected", "转账不选类别");
    if (!details.account)
        fault("account", "required", "请选择账户");
    if (isTransfer && !details.toAccount)
        fault("toAccount", "required", "请选择转入账户");
    if (isTransfer && details.account && details.account == details.toAccount)
        fault("toAccount", "same", "转出和转入不能是同一账户");
    if (!isTransfer && details.toAccount)
        fault("toAccount", "unexpected", "只有转账才填转入账户");
    if (details.duesYear && (*details.duesYear < 2000 || *details.duesYear > 2100))
        fault("duesYear", "range", "所属年度应在2000至2100之间");
    if (details.documentCount < 0)
        fault("documentCount", "range", "附件张数不能为负数");
    if (details.receipt) {
        for (FieldError &each : validate(*details.receipt))
            faults.push_back(std::move(each));
    }
    return faults;
}

} // namespace mishutai::finance
