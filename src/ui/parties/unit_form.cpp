#include "ui/parties/unit_form.h"

#include "parties/unit_facts/unit_fact_service.h"
#include "parties/units/kind_guess.h"
#include "parties/units/unit_service.h"
#include "session/session.h"
#include "session/work.h"
#include "ui/common/fields/money_field.h"
#include "ui/common/fields/text_field.h"
#include "ui/common/fields/ticks_field.h"
#include "ui/parties/duplicate_watch.h"
#include "ui/parties/party_paste.h"
#include "ui/parties/unit_invoice.h"
#include "ui/parties/unit_profile.h"
#include "ui/records/form_values.h"

namespace mishutai::ui {

namespace {

using parties::UnitDetails;

struct TextPlace {
    const char *key;
    QString UnitDetails::*text;
};

constexpr TextPlace kTexts[] = {{"name", &UnitDetails::name}, {"shortName", &UnitDetails::shortName},
    {"creditCode", &UnitDetails::creditCode}, {"chain", &UnitDetails::chain}, {"chainSegment", &UnitDetails::chainSegment},
    {"field", &UnitDetails::field}, {"zone", &UnitDetails::zone}, {"district", &UnitDetails::district},
    {"legalRepresentative", &UnitDetails::legalRepresentative},
    {"legalRepresentativePost", &UnitDetails::legalRepresentativePost},
    {"legalRepresentativePhone", &UnitDetails::legalRepresentativePhone}, {"registeredAddress", &UnitDetails::registeredAddress},
    {"mailingAddress", &UnitDetails::mailingAddress}, {"website", &UnitDetails::website}, {"products", &UnitDetails::products},
    {"tags", &UnitDetails::tags}, {"notes", &UnitDetails::notes}};

QStringList roleWords()
{
    QStringList words;
    for (const db::Choice &choice : parties::unitRoleKinds().choices())
        words.append(choice.label);
    return words;
}

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
        for (const auto &fact : parties::UnitFactService(session).roles(*id)) {
            if (fact.details.isOn(session.clock().today()))
                m_roles.insert(fact.details.role);
        }
    }
    fill();
    const auto record = id ? std::optional(id->value()) : std::nullopt;
    m_own = std::make_unique<OwnFields>(*this, session, std::vector<OwnFields::Record>{{office::CustomOwner::Unit, record}});
    setSave([this] { store(); });
    markUnchanged();
    new PartyPaste(*this,
        {{"name", parts::unitName}, {"creditCode", parts::creditCode}, {"legalRepresentative", parts::legalRepresentative},
            {"registeredCapital", parts::registeredCapital}, {"foundedOn", parts::foundedOn},
            {"registeredAddress", parts::address}, {"ownership", parts::ownership}, {"website", parts::website},
            {"invoiceEmail", parts::email}, {"notes", parts::licenceNotes}});
    if (!id)
        proposeKinds();
    auto *watch = new DuplicateWatch(*this, session);
    watch->watchUnit({"name", "shortName", "creditCode", "legalRepresentativePhone"}, id, tr("打开它"), std::move(open));
}

void UnitForm::addFields()
{
    add("name", tr("单位全称"), new TextField, Need::Required);
    add("shortName", tr("简称"), new TextField);
    add("kind", tr("单位类型"), new ChoiceField(parties::unitKinds().choices()), Need::Required);
    add("creditCode", tr("统一社会信用代码"), new CreditCodeField);
    addKinshipFields(*this, m_session);
    add("chain", tr("产业链"), new TextField);
    add("chainSegment", tr("产业链环节"), new TextField);
    add("field", tr("行业细分领域"), new TextField);
    add("zone", tr("产业功能区"), new TextField);
    add("district", tr("所属区县"), new TextField);
    add("products", tr("主营产品"), new LongTextField(2));
    add("mailingAddress", tr("通信地址"), new TextField);
    addDeliveryFields(*this);
    add("website", tr("网站"), new TextField);
    add("roles", tr("身份"), new TicksField(roleWords()));
    addProfileFields(*this);
    addSection(tr("执照"));
    add("legalRepresentative", tr("法定代表人"), new TextField);
    add("legalRepresentativePost", tr("法定代表人职务"), new TextField);
    add("legalRepresentativePhone", tr("法定代表人电话"), new PhoneField);
    add("registeredCapital", tr("注册资本（元）"), new MoneyField);
    add("foundedOn", tr("成立日期"), dateField(m_session));
    add("registeredAddress", tr("注册地址"), new TextField);
    addInvoiceFields(*this);
    add("tags", tr("标签"), new TextField);
    add("notes", tr("备注"), new LongTextField(2));
}

void UnitForm::proposeKinds()
{
    Field *kind = field("kind");
    connect(kind, &Field::edited, this, [this] { m_isKindChosen = true; });
    connect(field("name"), &Field::edited, this, [this] {
        if (!m_isKindChosen)
            as<ChoiceField>(*this, "kind")
                ->setValue(parties::unitKinds().stored(parties::guessedKind(textOf(*this, "name")).value_or(m_details.kind)));
    });
}

void UnitForm::fill()
{
    for (const TextPlace &each : kTexts)
        field(each.key)->setText(m_details.*each.text);
    QStringList roles;
    for (const parties::UnitRoleKind role : m_roles)
        roles.append(parties::unitRoleKinds().label(role));
    as<TicksField>(*this, "roles")->setTicked(roles);
    as<ChoiceField>(*this, "kind")->setValue(parties::unitKinds().stored(m_details.kind));
    fillProfileFields(*this, m_details);
    fillInvoiceFields(*this, m_details);
    as<MoneyField>(*this, "registeredCapital")->setMoney(m_details.registeredCapital);
    as<DateField>(*this, "foundedOn")->setDate(orNothing(m_details.foundedOn));
}

void UnitForm::store()
{
    UnitDetails d = m_details;
    for (const TextPlace &each : kTexts)
        d.*each.text = textOf(*this, each.key);
    d.kind = parties::unitKinds().fromStored(as<ChoiceField>(*this, "kind")->value()).value_or(d.kind);
    readProfileFields(*this, d);
    readInvoiceFields(*this, d);
    d.registeredCapital = as<MoneyField>(*this, "registeredCapital")->money();
    d.foundedOn = dateOf(*this, "foundedOn");
    session::Work work(m_session, session::Operation::UnitEdit);
    parties::UnitService service(m_session);
    if (m_id)
        service.update(*m_id, m_revision, d);
    const UnitId id = m_id ? *m_id : service.create(d);
    storeRoles(id);
    m_own->store(office::CustomOwner::Unit, id.value(), session::Operation::UnitEdit);
    work.setSubject("units", id.value());
    work.commit();
    m_done(id.value());
}

void UnitForm::storeRoles(UnitId id)
{
    std::set<parties::UnitRoleKind> wanted;
    for (const QString &word : as<TicksField>(*this, "roles")->ticked()) {
        if (const auto role = parties::unitRoleKinds().parse(word))
            wanted.insert(*role);
    }
    // Only what was changed here: the days of the others stay as they are.
    if (wanted != m_roles)
        parties::UnitFactService(m_session).setRoles(id, wanted, m_session.clock().today());
}

} // namespace mishutai::ui
