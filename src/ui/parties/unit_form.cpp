#include "ui/parties/unit_form.h"

#include "parties/units/unit_service.h"
#include "session/session.h"
#include "session/work.h"
#include "ui/common/fields/money_field.h"
#include "ui/common/fields/text_field.h"
#include "ui/parties/duplicate_watch.h"
#include "ui/parties/party_paste.h"
#include "ui/records/form_values.h"

namespace mishutai::ui {

namespace {

using parties::UnitDetails;

constexpr auto kYes = "1";

struct TextPlace {
    const char *key;
    QString UnitDetails::*text;
};

constexpr TextPlace kTexts[] = {{"name", &UnitDetails::name}, {"shortName", &UnitDetails::shortName},
    {"creditCode", &UnitDetails::creditCode}, {"field", &UnitDetails::field}, {"zone", &UnitDetails::zone},
    {"district", &UnitDetails::district}, {"legalRepresentative", &UnitDetails::legalRepresentative},
    {"legalRepresentativePhone", &UnitDetails::legalRepresentativePhone}, {"registeredAddress", &UnitDetails::registeredAddress},
    {"mailingAddress", &UnitDetails::mailingAddress}, {"deliveryAddress", &UnitDetails::deliveryAddress},
    {"website", &UnitDetails::website}, {"products", &UnitDetails::products}, {"invoiceTitle", &UnitDetails::invoiceTitle},
    {"taxNo", &UnitDetails::taxNo}, {"bankName", &UnitDetails::bankName}, {"bankAccount", &UnitDetails::bankAccount},
    {"invoiceAddress", &UnitDetails::invoiceAddress}, {"invoicePhone", &UnitDetails::invoicePhone},
    {"invoiceEmail", &UnitDetails::invoiceEmail}, {"groupName", &UnitDetails::groupName}, {"tags", &UnitDetails::tags},
    {"notes", &UnitDetails::notes}};

} // namespace

UnitForm::UnitForm(session::Session &session, std::optional<UnitId> id, std::function<void(qint64)> done,
    std::function<void(UnitId)> open, QWidget *parent)
    : Form(id ? tr("编辑单位") : tr("新增单位"), parent), m_session(session), m_id(id), m_done(std::move(done))
{
    addFields();
    if (id) {
        setSavesAndAdds(false);
        const parties::Unit stored = parties::UnitService(session).get(*id);
        m_revision = stored.revision;
        m_details = stored.details;
    }
    fill();
    const auto record = id ? std::optional(id->value()) : std::nullopt;
    m_own = std::make_unique<OwnFields>(*this, session, std::vector<OwnFields::Record>{{office::CustomOwner::Unit, record}});
    setSave([this] { store(); });
    markUnchanged();
    new PartyPaste(*this,
        {{"name", parts::unitName}, {"creditCode", parts::creditCode}, {"legalRepresentative", parts::legalRepresentative},
            {"registeredCapital", parts::registeredCapital}, {"foundedOn", parts::foundedOn},
            {"registeredAddress", parts::address}, {"website", parts::website}, {"invoiceEmail", parts::email}});
    auto *watch = new DuplicateWatch(*this, session);
    watch->watchUnit({"name", "shortName", "creditCode", "legalRepresentativePhone"}, id, tr("打开它"), std::move(open));
}

void UnitForm::addFields()
{
    add("name", tr("单位全称"), new TextField, Need::Required);
    add("shortName", tr("简称"), new TextField);
    add("kind", tr("单位类型"), new ChoiceField(parties::unitKinds().choices()), Need::Required);
    add("creditCode", tr("统一社会信用代码"), new CreditCodeField);
    add("field", tr("行业细分领域"), new TextField);
    add("zone", tr("产业功能区"), new TextField);
    add("district", tr("所属区县"), new TextField);
    add("products", tr("主营产品"), new TextField);
    add("mailingAddress", tr("通信地址"), new TextField);
    add("deliveryAddress", tr("快递地址"), new TextField)->setPlaceholder(tr("空着即同通信地址"));
    add("website", tr("网站"), new TextField);
    add("isInGroup", tr("已入工作群"), new ChoiceField({{kYes, tr("是")}, {"0", tr("否")}}));
    add("groupName", tr("工作群名称"), new TextField);
    addSection(tr("执照"));
    add("legalRepresentative", tr("法定代表人"), new TextField);
    add("legalRepresentativePhone", tr("法定代表人电话"), new PhoneField);
    add("registeredCapital", tr("注册资本（元）"), new MoneyField);
    add("foundedOn", tr("成立日期"), dateField(m_session));
    add("registeredAddress", tr("注册地址"), new TextField);
    addSection(tr("开票"));
    add("invoiceTitle", tr("开票抬头"), new TextField)->setPlaceholder(tr("空着即单位全称"));
    add("taxNo", tr("税号"), new TextField)->setPlaceholder(tr("空着即信用代码"));
    add("bankName", tr("开户行"), new TextField);
    add("bankAccount", tr("银行账号"), new TextField);
    add("invoiceAddress", tr("开票地址"), new TextField);
    add("invoicePhone", tr("开票电话"), new PhoneField);
    add("invoiceEmail", tr("收票邮箱"), new TextField);
    add("tags", tr("标签"), new TextField);
    add("notes", tr("备注"), new LongTextField(2));
}

void UnitForm::fill()
{
    for (const TextPlace &each : kTexts)
        field(each.key)->setText(m_details.*each.text);
    as<ChoiceField>(*this, "kind")->setValue(parties::unitKinds().stored(m_details.kind));
    as<ChoiceField>(*this, "isInGroup")->setValue(!m_details.isInGroup ? QString() : *m_details.isInGroup ? kYes : "0");
    as<MoneyField>(*this, "registeredCapital")->setMoney(m_details.registeredCapital);
    as<DateField>(*this, "foundedOn")->setDate(orNothing(m_details.foundedOn));
}

void UnitForm::store()
{
    UnitDetails d = m_details;
    for (const TextPlace &each : kTexts)
        d.*each.text = textOf(*this, each.key);
    d.kind = parties::unitKinds().fromStored(as<ChoiceField>(*this, "kind")->value()).value_or(d.kind);
    const QString inGroup = as<ChoiceField>(*this, "isInGroup")->value();
    d.isInGroup = inGroup.isEmpty() ? std::nullopt : std::optional(inGroup == kYes);
    d.registeredCapital = as<MoneyField>(*this, "registeredCapital")->money();
    d.foundedOn = dateOf(*this, "foundedOn");
    session::Work work(m_session, session::Operation::UnitEdit);
    parties::UnitService service(m_session);
    if (m_id)
        service.update(*m_id, m_revision, d);
    const UnitId id = m_id ? *m_id : service.create(d);
    m_own->store(office::CustomOwner::Unit, id.value(), session::Operation::UnitEdit);
    work.setSubject("units", id.value());
    work.commit();
    m_done(id.value());
}

} // namespace mishutai::ui
