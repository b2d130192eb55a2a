#include "finance/entries/entry_service.h"

#include "finance/accounts/account_repository.h"
#include "finance/dimension_repository.h"
#include "finance/entries/category_repository.h"
#include "finance/vouchers/voucher_service.h"
#include "session/session.h"
#include "session/work.h"

#include <algorithm>

namespace mishutai::finance {

using session::Operation;
using session::Work;

namespace {

[[noreturn]] void refuse(std::vector<FieldError> faults)
{
    const QString cause = faults.front().message;
    throw Error(Error::Kind::Validation, translated("这笔收支没有保存"), cause, translated("请更正标出的内容"))
        .withFields(std::move(faults));
}

/// Turns what the screen holds into two lines.
class Composer
{
public:
    Composer(const db::Database &database, const EntryDetails &details)
        : m_details(details), m_accounts(database), m_categories(database), m_dimensions(database)
    {
    }

    VoucherDetails compose()
    {
        VoucherDetails voucher;
        voucher.date = m_details.date;
        voucher.paperCount = m_details.documentCount;
        voucher.noDocumentReason = m_details.noDocumentReason;
        voucher.receipt = m_details.receipt;
        const Account settling = money("account", *m_details.account);
        if (m_details.direction == EntryDirection::Transfer) {
            const Account target = money("toAccount", *m_details.toAccount);
            const QString summary = m_details.summary.isEmpty()
                ? translated("转账：%1转%2").arg(settling.details.name, target.details.name)
                : m_details.summary;
            voucher.lines = {line(target.id, Side::Debit, summary), line(settling.id, Side::Credit, summary)};
            for (VoucherLine &each : voucher.lines)
                each.unit = m_details.unit;
        } else {
            composeBusiness(voucher, settling);
        }
        return voucher;
    }

private:
    void composeBusiness(VoucherDetails &voucher, const Account &settling)
    {
        const Category category = requireCategory();
        const bool isIn = m_details.direction == EntryDirection::In;
        const QString summary = m_details.summary.isEmpty() ? composedSummary(category) : m_details.summary;
        VoucherLine business = line(businessAccount(category), isIn ? Side::Credit : Side::Debit, summary);
        business.unit = m_details.unit;
        business.person = m_details.person;
        business.fund = m_details.fund;
        business.activity = m_details.activity;
        business.project = m_details.project;
        business.category = category.id;
        business.duesYear = m_details.duesYear;
        VoucherLine money = line(settling.id, isIn ? Side::Debit : Side::Credit, summary);
        if (settling.details.isCash)
            money.cashFlowItem = category.details.cashFlowItem;
        else
            money.unit = m_details.advancedBy ? m_details.advancedBy : m_details.unit;
        voucher.lines = isIn ? std::vector{money, business} : std::vector{business, money};
    }

    VoucherLine line(AccountId account, Side side, const QString &summary) const
    {
        VoucherLine line;
        line.account = account;
        line.side = side;
        line.amount = m_details.amount;
        line.summary = summary;
        return line;
    }

    Category requireCategory() const
    {
        const std::optional<Category> category = m_categories.find(*m_details.category);
        if (!category)
            refuse({{"category", "unknown", translated("没有这个类别")}});
        if (category->details.direction != m_details.direction) {
            refuse({{"category", "direction",
                translated("「%1」是%2的类别").arg(category->details.name, label(category->details.direction))}});
        }
        return *category;
    }

    Account money(const char *field, AccountId id) const
    {
        const std::optional<Account> account = m_accounts.find(id);
        if (!account)
            refuse({{QString::fromLatin1(field), "unknown", translated("没有这个账户")}});
        const AccountKind kind = account->details.kind;
        if (!account->details.isPostable || (kind != AccountKind::Asset && kind != AccountKind::Liability))
            refuse({{QString::fromLatin1(field), "kind", translated("「%1」不能作为收付账户").arg(account->details.name)}});
        return *account;
    }

    /// Income for a fund is 限定性: it goes to the restricted account beside the category's.
    AccountId businessAccount(const Category &category) const
    {
        const bool isRestricted = m_details.fund && m_details.direction == EntryDirection::In;
        if (isRestricted) {
            if (const std::optional<Account> account = m_accounts.sibling(category.details.account, Restriction::Restricted))
                return account->id;
        }
        return category.details.account;
    }

    QString composedSummary(const Category &category) const
    {
        const QString verb = m_details.direction == EntryDirection::In ? translated("收") : translated("付");
        const QString party = m_details.unit ? m_dimensions.unitName(*m_details.unit) : QString();
        const QString year = m_details.duesYear ? translated("%1年").arg(*m_details.duesYear) : QString();
        return verb + party + year + category.details.name;
    }

    const EntryDetails &m_details;
    AccountRepository m_accounts;
    CategoryRepository m_categories;
    DimensionRepository m_dimensions;
};

EntryDetails headOf(const Voucher &voucher)
{
    EntryDetails details;
    details.date = voucher.details.date;
    details.documentCount = voucher.details.paperCount;
    details.noDocumentReason = voucher.details.noDocumentReason;
    details.receipt = voucher.details.receipt;
    details.amount = voucher.details.lines.front().amount;
    details.summary = voucher.details.lines.front().summary;
    return details;
}

EntryDetails businessOf(const Voucher &voucher, const VoucherLine &business, const VoucherLine &money, bool isCash)
{
    EntryDetails details = headOf(voucher);
    details.direction = business.side == Side::Credit ? EntryDirection::In : EntryDirection::Out;
    details.category = business.category;
    details.account = money.account;
    details.unit = business.unit;
    details.person = business.person;
    details.fund = business.fund;
    details.activity = business.activity;
    details.project = business.project;
    details.duesYear = business.duesYear;
    if (!isCash && money.unit != business.unit)
        details.advancedBy = money.unit;
    return details;
}

/// The lines of a voucher as the entry screen shows them, when it can.
std::optional<EntryDetails> detailsOf(const db::Database &database, const Voucher &voucher)
{
    const std::vector<VoucherLine> &lines = voucher.details.lines;
    if (voucher.details.kind != VoucherKind::Normal || lines.size() != 2 || lines[0].side == lines[1].side
        || lines[0].amount != lines[1].amount || lines[0].amount.isNegative())
        return std::nullopt;
    const AccountRepository accounts(database);
    const auto isCash = [&](const VoucherLine &line) { return accounts.find(line.account)->details.isCash; };
    for (std::size_t i = 0; i < 2; ++i) {
        if (lines[i].category && !lines[1 - i].category)
            return businessOf(voucher, lines[i], lines[1 - i], isCash(lines[1 - i]));
    }
    if (lines[0].category || !isCash(lines[0]) || !isCash(lines[1]))
        return std::nullopt;
    EntryDetails details = headOf(voucher);
    details.direction = EntryDirection::Transfer;
    details.toAccount = lines[lines[0].side == Side::Debit ? 0 : 1].account;
    details.account = lines[lines[0].side == Side::Debit ? 1 : 0].account;
    details.unit = lines[0].unit;
    return details;
}

} // namespace

VoucherDetails EntryService::voucherOf(const EntryDetails &details) const
{
    if (std::vector<FieldError> faults = validate(details); !faults.empty())
        refuse(std::move(faults));
    return Composer(m_session.database(), details).compose();
}

VoucherId EntryService::record(const EntryDetails &details)
{
    Work work(m_session, Operation::EntryRecord);
    const VoucherId id = VoucherService(m_session).draft(voucherOf(details));
    work.setSubject("vouchers", id.value());
    work.commit();
    return id;
}

void EntryService::update(VoucherId id, int revision, const EntryDetails &details)
{
    VoucherService(m_session).update(id, revision, voucherOf(details));
}

void EntryService::remove(VoucherId id, int revision)
{
    VoucherService(m_session).remove(id, revision);
}

void EntryService::post(const std::vector<VoucherId> &ids)
{
    VoucherService(m_session).post(ids);
}

std::optional<Entry> EntryService::entry(VoucherId id) const
{
    const std::optional<Voucher> voucher = VoucherService(m_session).voucher(id);
    if (!voucher)
        return std::nullopt;
    const std::optional<EntryDetails> details = detailsOf(m_session.database(), *voucher);
    if (!details)
        return std::nullopt;
    return Entry{id, voucher->revision, *details, voucher->status, voucher->agentStatus, voucher->agentNumber, voucher->code(),
        voucher->reversedBy.has_value()};
}

} // namespace mishutai::finance
