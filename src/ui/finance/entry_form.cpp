#include "ui/finance/entry_form.h"

#include "db/lists/list_query.h"
#include "finance/accounts/account_lookup.h"
#include "finance/accounts/chart_service.h"
#include "finance/entries/category_service.h"
#include "finance/entries/entry_list.h"
#include "finance/entries/entry_service.h"
#include "ui/common/fields/money_field.h"
#include "ui/common/fields/pick_field.h"
#include "ui/common/fields/text_field.h"
#include "ui/parties/unit_pick.h"
#include "ui/parties/unit_profile.h"
#include "ui/records/form_values.h"

#include <algorithm>

namespace mishutai::ui {

using finance::EntryDetails;

namespace {

/// The entry made last: the next one most often has its category and account too.
std::optional<finance::Entry> newestEntry(session::Session &session)
{
    const std::vector<qint64> ids = db::ListQuery(session.database(), finance::entryList()).ids();
    if (ids.empty())
        return std::nullopt;
    return finance::EntryService(session).entry(VoucherId(*std::max_element(ids.begin(), ids.end())));
}

std::vector<db::Choice> categoryChoices(session::Session &session)
{
    std::vector<db::Choice> choices;
    for (const finance::Category &category : finance::CategoryService(session).categories()) {
        if (!category.details.isActive)
            continue;
        const QString sign
            = category.details.direction == finance::EntryDirection::In ? EntryForm::tr("收") : EntryForm::tr("支");
        choices.push_back({QString::number(category.id.value()), sign + "·" + category.details.name});
    }
    return choices;
}

/// Cash and bank accounts first, then payables that may have advanced the money, and the account that an entry has already.
std::vector<db::Choice> accountChoices(session::Session &session, const std::optional<AccountId> &stored)
{
    std::vector<db::Choice> cash;
    std::vector<db::Choice> payable;
    for (const finance::Account &account : finance::ChartService(session).accounts(finance::currentChart(session.database()))) {
        const finance::AccountDetails &d = account.details;
        const bool isStored = stored && account.id == *stored;
        if (!isStored && (!d.isPostable || !d.isActive))
            continue;
        if (d.isCash)
            cash.push_back({QString::number(account.id.value()), d.name});
        else if (isStored || d.role == finance::AccountRole::OtherPayable)
            payable.push_back({QString::number(account.id.value()), d.name});
    }
    cash.insert(cash.end(), payable.begin(), payable.end());
    return cash;
}

template <class IdType> QString choiceValue(const std::optional<IdType> &id)
{
    return id ? QString::number(id->value()) : QString();
}

} // namespace

EntryForm::EntryForm(
    session::Session &session, std::optional<VoucherId> id, QDate proposedDate, std::function<void(qint64)> done, QWidget *parent)
    : Form(id ? tr("修改收支") : tr("记一笔"), parent), m_session(session), m_id(id), m_done(std::move(done))
{
    addFields();
    if (id) {
        setSavesAndAdds(false);
        const auto stored = finance::EntryService(session).entry(*id);
        if (!stored)
            throw Error(Error::Kind::Conflict, tr("这张凭证不是一笔收支"), tr("它有两行以上的科目"), tr("请在凭证里修改"));
        if (stored->status == finance::VoucherStatus::Posted)
            throw Error(
                Error::Kind::Conflict, tr("这一笔已入账，不能修改"), tr("入账以后凭证不再变动"), tr("请先冲销，再重新记一笔"));
        if (!stored->details.category)
            throw Error(Error::Kind::Conflict, tr("这一笔是转账，不能在这里修改"), tr("转账没有收支类别"),
                tr("请删除后用「导入」重新登记"));
        m_revision = stored->revision;
        m_details = stored->details;
        fill();
    } else {
        fillFromLast(proposedDate);
    }
    setSave([this] { store(); });
    markUnchanged();
}

void EntryForm::addFields()
{
    add("date", tr("日期"), dateField(m_session), Need::Required);
    add("category", tr("类别"), new ChoiceField(categoryChoices(m_session)), Need::Required);
    add("amount", tr("金额（元）"), new MoneyField, Need::Required);
    add("account", tr("账户"), new ChoiceField(accountChoices(m_session, {})), Need::Required);
    auto *unit = add("unit", tr("对方单位"), unitPick(m_session));
    unit->setCreate(newUnit(m_session));
    add("summary", tr("摘要"), new TextField);
    add("documentCount", tr("附件"), new TextField)->setPlaceholder(tr("张数；没有附件就写原因"));
}

void EntryForm::fillFromLast(QDate proposedDate)
{
    as<DateField>(*this, "date")->setDate(proposedDate.isValid() ? proposedDate : m_session.clock().today());
    const auto accounts = accountChoices(m_session, {});
    QString account = accounts.empty() ? QString() : accounts.size() > 1 ? accounts[1].value : accounts[0].value;
    if (const auto last = newestEntry(m_session)) {
        as<ChoiceField>(*this, "category")->setValue(choiceValue(last->details.category));
        const QString lastAccount = choiceValue(last->details.account);
        if (std::ranges::any_of(accounts, [&](const db::Choice &choice) { return choice.value == lastAccount; }))
            account = lastAccount;
    }
    as<ChoiceField>(*this, "account")->setValue(account);
    field("documentCount")->setText("1");
}

void EntryForm::fill()
{
    const EntryDetails &d = m_details;
    as<DateField>(*this, "date")->setDate(d.date);
    as<ChoiceField>(*this, "category")->setValue(choiceValue(d.category));
    as<MoneyField>(*this, "amount")->setMoney(d.amount);
    as<ChoiceField>(*this, "account")->setChoices(accountChoices(m_session, d.account));
    as<ChoiceField>(*this, "account")->setValue(choiceValue(d.account));
    if (d.unit)
        as<PickField>(*this, "unit")->setId(d.unit->value());
    field("summary")->setText(d.summary);
    field("documentCount")->setText(d.noDocumentReason.isEmpty() ? QString::number(d.documentCount) : d.noDocumentReason);
}

EntryDetails EntryForm::collected() const
{
    EntryDetails d = m_details;
    d.date = dateOf(*this, "date");
    d.amount = as<MoneyField>(*this, "amount")->money().value_or(Money());
    d.category = CategoryId(as<ChoiceField>(*this, "category")->value().toLongLong());
    for (const finance::Category &category : finance::CategoryService(m_session).categories()) {
        if (category.id == *d.category)
            d.direction = category.details.direction;
    }
    d.account = AccountId(as<ChoiceField>(*this, "account")->value().toLongLong());
    const auto unit = as<PickField>(*this, "unit")->id();
    d.unit = unit ? std::optional(UnitId(*unit)) : std::nullopt;
    d.summary = textOf(*this, "summary");
    readPapers(d);
    return d;
}

/// One field for what excludes each other: how many papers, or why there are none.
void EntryForm::readPapers(EntryDetails &details) const
{
    const QString text = textOf(*this, "documentCount");
    bool isNumber = false;
    const int count = text.toInt(&isNumber);
    details.documentCount = isNumber ? count : 0;
    details.noDocumentReason = isNumber ? QString() : text;
}

void EntryForm::store()
{
    const EntryDetails details = collected();
    finance::EntryService service(m_session);
    if (m_id)
        service.update(*m_id, m_revision, details);
    const VoucherId id = m_id ? *m_id : service.record(details);
    m_done(id.value());
}

} // namespace mishutai::ui
