#pragma once

#include "finance/entries/entry.h"

namespace mishutai::session {
class Session;
}

namespace mishutai::finance {

/// The one-line entry screen. An entry is recorded as a draft voucher of two lines (category ↔ account) and counts nowhere until
/// 「入账」 posts it; from then on it is frozen (docs/adr/0005-entry-and-posting.md). There is no second table of amounts.
/// @throws Error from every method: Validation (fields by name of EntryDetails), Conflict, NotFound, Forbidden, Storage
class EntryService
{
public:
    explicit EntryService(session::Session &session) : m_session(session) { }

    /// @return the draft voucher
    VoucherId record(const EntryDetails &details);
    void update(VoucherId id, int revision, const EntryDetails &details);
    void remove(VoucherId id, int revision);
    /// 入账. In the order of dates, all or none; numbers are given now.
    void post(const std::vector<VoucherId> &ids);

    /// The voucher as one line; nothing when it was made by hand with other lines than two, or is no ordinary voucher.
    std::optional<Entry> entry(VoucherId id) const;

    /// The two lines that the entry would become (凭证视图). Writes nothing.
    VoucherDetails voucherOf(const EntryDetails &details) const;

private:
    session::Session &m_session;
};

} // namespace mishutai::finance
