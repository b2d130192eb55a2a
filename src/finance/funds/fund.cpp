#include "finance/funds/fund.h"

namespace mishutai::finance {

std::vector<FieldError> validate(const FundDetails &details)
{
    std::vector<FieldError> faults;
    if (details.name.isEmpty())
        faults.push_back({"name", "required", translated("请填写资金名称")});
    if (details.from.isValid() && details.to.isValid() && details.from >= details.to)
        faults.push_back({"to", "range", translated("截止日期应晚于起始日期")});
    return faults;
}

} // namespace mishutai::finance
