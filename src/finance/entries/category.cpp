#include "finance/entries/category.h"

namespace mishutai::finance {

template <> const office::ChoiceTable<EntryDirection> &terms<EntryDirection>()
{
    static const office::ChoiceTable<EntryDirection> table("Finance",
        {{EntryDirection::In, "IN", "收", "收入"}, {EntryDirection::Out, "OUT", "支", "支出"},
            {EntryDirection::Transfer, "TRANSFER", "转", "转账"}});
    return table;
}

std::vector<FieldError> validate(const CategoryDetails &details)
{
    std::vector<FieldError> faults;
    if (details.name.isEmpty())
        faults.push_back({"name", "required", translated("请填写类别名称")});
    if (details.direction == EntryDirection::Transfer)
        faults.push_back({"direction", "range", translated("类别只分收和支")});
    if (details.account.value() <= 0)
        faults.push_back({"account", "required", translated("请选择记账科目")});
    return faults;
}

} // namespace mishutai::finance
