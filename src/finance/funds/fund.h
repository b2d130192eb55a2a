#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "finance/terms.h"

#include <QDate>

#include <optional>
#include <vector>

namespace mishutai::finance {

/// 专项资金: money whose giver has said what it is for.
struct FundDetails {
    QString code; ///< 资金-0001; given by the service when empty
    QString name;
    std::optional<AccountId> account; ///< restricted net-asset account; made under 限定性净资产 when absent
    std::optional<UnitId> grantor;
    QString documentNumber; ///< "成经信函〔2021〕37号"
    QString purpose;
    QDate from; ///< [from, to)
    QDate to;
    QString notes;
    bool operator==(const FundDetails &) const = default;
};

struct Fund {
    FundId id{0};
    int revision = 1;
    FundDetails details;
};

std::vector<FieldError> validate(const FundDetails &details);

} // namespace mishutai::finance
