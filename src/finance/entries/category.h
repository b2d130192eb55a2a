#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "finance/terms.h"

#include <vector>

namespace mishutai::finance {

/// 收, 支, 转 (between accounts of the office)
enum class EntryDirection { In, Out, Transfer };
template <> const office::ChoiceTable<EntryDirection> &terms<EntryDirection>();

/// 类别: what the entry screen offers instead of accounts.
struct CategoryDetails {
    QString name; ///< unique
    EntryDirection direction = EntryDirection::Out; ///< In or Out
    AccountId account{0}; ///< a postable account; with a fund, income goes to its restricted neighbour
    QString cashFlowItem;
    int sort = 0;
    bool isActive = true;
    bool operator==(const CategoryDetails &) const = default;
};

struct Category {
    CategoryId id{0};
    int revision = 1;
    CategoryDetails details;
};

std::vector<FieldError> validate(const CategoryDetails &details);

} // namespace mishutai::finance
