#include "finance/vouchers/known_vouchers.h"

#include "finance/vouchers/voucher_repository.h"

#include <algorithm>

namespace mishutai::finance {

bool KnownVouchers::take(const VoucherDetails &details)
{
    if (!m_days.contains(details.date)) {
        const VoucherRepository repository(m_database);
        std::vector<VoucherDetails> &day = m_days[details.date];
        for (const VoucherId id : repository.onDay(details.date)) {
            const Voucher voucher = repository.find(id).value();
            if (m_which == Which::All || !voucher.isPosted())
                day.push_back(voucher.details);
        }
    }
    std::vector<VoucherDetails> &day = m_days[details.date];
    const auto found = std::find(day.begin(), day.end(), details);
    if (found == day.end())
        return false;
    day.erase(found);
    return true;
}

} // namespace mishutai::finance
