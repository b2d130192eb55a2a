#include "finance/vouchers/voucher_service.h"

#include "base/clock.h"
#include "finance/accounts/period_service.h"
#include "finance/ledger_errors.h"
#include "finance/vouchers/ledger_chain.h"
#include "finance/vouchers/voucher_repository.h"
#include "office/profile/office_profile_service.h"
#include "session/session.h"
#include "session/work.h"

#include <algorithm>

namespace mishutai::finance {

using session::Operation;
using session::Work;

namespace {

const QString kObject = QStringLiteral("vouchers");

void throwIfAny(std::vector<FieldError> faults, const char *problem)
{
    if (faults.empty())
        return;
    const QString cause = faults.front().message;
    throw Error(Error::Kind::Validation, translated(problem), cause, translated("请更正标出的内容"))
        .withFields(std::move(faults));
}

Error frozen()
{
    return Error(Error::Kind::Conflict, translated("已入账的凭证不能修改或删除"), translated("入账以后凭证即锁定"),
        translated("请用「冲销」更正，再重新记一笔"));
}

void requireDraft(const Voucher &voucher)
{
    if (voucher.isPosted())
        throw frozen();
}

/// 代理记账 unless the office says that it keeps its own books.
bool isAgentKept(session::Session &session)
{
    const std::optional<office::OfficeProfile> office = office::OfficeProfileService(session).find();
    return !office || office->details.bookkeeping == office::Bookkeeping::Agent;
}

QString citation(const char *pattern, const Voucher &voucher)
{
    return translated(pattern)
        .arg(voucher.details.date.month())
        .arg(voucher.details.date.day())
        .arg(voucher.details.word)
        .arg(voucher.number.value_or(0), 3, 10, QLatin1Char('0'));
}

} // namespace

Voucher VoucherService::require(VoucherId id) const
{
    std::optional<Voucher> found = VoucherRepository(m_session.database()).find(id);
    if (!found) {
        throw Error(Error::Kind::NotFound, translated("没有找到这张凭证"), translated("记录不存在或已被删除"),
            translated("请刷新后再试"));
    }
    return *std::move(found);
}

VoucherId VoucherService::draft(const VoucherDetails &details)
{
    Work work(m_session, Operation::EntryRecord);
    throwIfAny(validate(details), "这笔收支没有保存");
    const VoucherRepository repository(work.database());
    const AccountingMonth month = PeriodService(m_session).monthFor(details.date);
    const bool hasPaper
        = details.kind == VoucherKind::Normal || details.kind == VoucherKind::Adjust || details.kind == VoucherKind::Reversal;
    const AgentStatus status = hasPaper && isAgentKept(m_session) ? AgentStatus::ToHand : AgentStatus::None;
    const VoucherId id = inLedgerWords([&] { return repository.insertDraft(work, month, details, status); });
    work.setSubject(kObject, id.value());
    work.commit();
    return id;
}

void VoucherService::update(VoucherId id, int revision, const VoucherDetails &details)
{
    Work work(m_session, Operation::EntryEdit);
    requireDraft(require(id));
    throwIfAny(validate(details), "修改没有保存");
    const AccountingMonth month = PeriodService(m_session).monthFor(details.date);
    inLedgerWords([&] { VoucherRepository(work.database()).updateDraft(work, id, revision, month, details); });
    work.setSubject(kObject, id.value());
    work.commit();
}

void VoucherService::remove(VoucherId id, int revision)
{
    Work work(m_session, Operation::EntryDelete);
    requireDraft(require(id));
    inLedgerWords([&] { VoucherRepository(work.database()).removeDraft(work, id, revision); });
    work.setSubject(kObject, id.value());
    work.commit();
}

void VoucherService::postOne(const Voucher &voucher, std::optional<int> number)
{
    Work work(m_session, Operation::VoucherPost);
    if (voucher.isPosted()) {
        throw Error(Error::Kind::Conflict, translated("这笔收支已经入账"), translated("凭证号%1").arg(voucher.code()),
            translated("请刷新列表"));
    }
    throwIfAny(validateForPosting(voucher.details), "不能入账");
    inLedgerWords([&] {
        const int given = VoucherRepository(work.database()).post(work, voucher);
        if (number && *number != given) {
            throw Error(Error::Kind::Conflict, translated("凭证号不连续"),
                translated("应为%1号，给出的是%2号").arg(given).arg(*number), translated("请检查凭证号，补上缺少的凭证"));
        }
        LedgerChain(work.database()).append(work, voucher.id);
    });
    work.setSubject(kObject, voucher.id.value());
    work.commit();
}

void VoucherService::post(const std::vector<VoucherId> &ids)
{
    Work work(m_session, Operation::VoucherPost);
    for (const VoucherId id : VoucherRepository(work.database()).inPostingOrder(ids)) {
        postOne(require(id), std::nullopt);
        work.setSubject(kObject, id.value());
    }
    work.commit();
}

void VoucherService::postAs(VoucherId id, int number)
{
    postOne(require(id), number);
}

VoucherId VoucherService::reverse(VoucherId id, const QString &reason)
{
    Work work(m_session, Operation::VoucherReverse);
    const Voucher original = require(id);
    if (!original.isPosted() || original.details.kind == VoucherKind::Reversal) {
        throw Error(Error::Kind::Conflict, translated("这张凭证不能冲销"),
            translated("只能冲销已入账的凭证，冲销凭证本身不能再冲销"),
            translated("未入账的请直接修改或删除；冲错了请重新记一笔"));
    }
    if (original.reversedBy) {
        throw Error(Error::Kind::Conflict, translated("这张凭证已经冲销过"), translated("一张凭证只能冲销一次"),
            translated("请重新记一笔正确的"));
    }
    VoucherDetails red = original.details;
    red.kind = VoucherKind::Reversal;
    red.reverses = id;
    red.replaces.reset();
    red.receipt.reset();
    red.paperCount = 0;
    red.noDocumentReason.clear();
    red.date = std::max(m_session.clock().today(), original.details.date);
    for (VoucherLine &line : red.lines) {
        line.amount = -line.amount;
        line.summary = citation("注销%1月%2日%3-%4号凭证", original);
    }
    const AccountingMonth month = PeriodService(m_session).monthFor(red.date);
    const VoucherRepository repository(work.database());
    const AgentStatus status = original.agentStatus == AgentStatus::None ? AgentStatus::None : AgentStatus::ToHand;
    const VoucherId reversal = inLedgerWords([&] { return repository.insertDraft(work, month, red, status); });
    inLedgerWords([&] {
        repository.post(work, require(reversal));
        LedgerChain(work.database()).append(work, reversal);
    });
    work.setSubject(kObject, id.value());
    work.setReason(reason);
    work.commit();
    return reversal;
}

VoucherId VoucherService::draftCorrection(VoucherId id)
{
    Work work(m_session, Operation::EntryRecord);
    const Voucher original = require(id);
    if (!original.reversedBy) {
        throw Error(Error::Kind::Conflict, translated("请先冲销原凭证"), translated("订正的凭证接在冲销之后"),
            translated("在原凭证上用「冲销」"));
    }
    VoucherDetails blue = original.details;
    blue.replaces = id;
    blue.date = std::max(m_session.clock().today(), original.details.date);
    for (VoucherLine &line : blue.lines)
        line.summary = citation("订正%1月%2日%3-%4号凭证", original);
    const VoucherId correction = draft(blue);
    work.setSubject(kObject, correction.value());
    work.commit();
    return correction;
}

void VoucherService::handOver(const std::vector<VoucherId> &ids)
{
    Work work(m_session, Operation::EntryEdit);
    for (const VoucherId id : ids) {
        const Voucher voucher = require(id);
        if (voucher.agentStatus == AgentStatus::ToHand)
            VoucherRepository(work.database()).setAgent(work, id, voucher.revision, AgentStatus::Handed, voucher.agentNumber);
        work.setSubject(kObject, id.value());
    }
    work.commit();
}

void VoucherService::markBooked(VoucherId id, const QString &agentNumber)
{
    Work work(m_session, Operation::EntryEdit);
    const Voucher voucher = require(id);
    if (!voucher.isPosted()) {
        throw Error(Error::Kind::Conflict, translated("这笔收支还没有入账"), translated("会计入账的须是已入账的收支"),
            translated("请先入账"));
    }
    setAgent(id, AgentStatus::Booked, agentNumber);
    work.setSubject(kObject, id.value());
    work.commit();
}

void VoucherService::setAgent(VoucherId id, AgentStatus status, const QString &agentNumber)
{
    Work work(m_session, Operation::EntryEdit);
    VoucherRepository(work.database()).setAgent(work, id, require(id).revision, status, agentNumber);
    work.setSubject(kObject, id.value());
    work.commit();
}

void VoucherService::setReceipt(VoucherId id, const std::optional<ReceiptDetails> &receipt)
{
    Work work(m_session, Operation::EntryEdit);
    require(id);
    if (receipt)
        throwIfAny(validate(*receipt), "票据没有保存");
    VoucherRepository(work.database()).setReceipt(work, id, receipt);
    work.setSubject(kObject, id.value());
    work.commit();
}

std::optional<Voucher> VoucherService::voucher(VoucherId id) const
{
    m_session.require(Operation::FinanceRead);
    return VoucherRepository(m_session.database()).find(id);
}

} // namespace mishutai::finance
