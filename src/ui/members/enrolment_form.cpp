#include "ui/members/enrolment_form.h"

#include "members/admission/admission_service.h"
#include "members/member_service.h"
#include "parties/units/kind_guess.h"
#include "parties/units/unit_service.h"
#include "session/session.h"
#include "session/work.h"
#include "ui/common/fields/money_field.h"
#include "ui/common/fields/pick_field.h"
#include "ui/common/fields/text_field.h"
#include "ui/parties/duplicate_watch.h"
#include "ui/parties/party_paste.h"
#include "ui/parties/unit_pick.h"
#include "ui/records/form_values.h"

#include <algorithm>

namespace mishutai::ui {

namespace {

using parties::UnitDetails;

struct UnitText {
    const char *key;
    QString UnitDetails::*text;
};

constexpr UnitText kUnitTexts[] = {{"unit.name", &UnitDetails::name}, {"unit.creditCode", &UnitDetails::creditCode},
    {"unit.field", &UnitDetails::field}, {"unit.legalRepresentative", &UnitDetails::legalRepresentative},
    {"unit.registeredAddress", &UnitDetails::registeredAddress}, {"unit.website", &UnitDetails::website},
    {"unit.notes", &UnitDetails::notes}};

QString givenText(const Form &form, const QString &key)
{
    return form.field(key) ? textOf(form, key) : QString();
}

PartyPaste::Fields pastedFields()
{
    return {{"unit.name", parts::unitName}, {"unit.creditCode", parts::creditCode}, {"contact.name", parts::personName},
        {"contact.post", parts::post}, {"contact.phone", parts::phone}, {"contact.department", parts::department},
        {"contact.wechat", parts::wechat}, {"contact.email", parts::email}, {"contact.otherPhone", parts::otherPhone},
        {"unit.kind", parts::unitKind}, {"unit.ownership", parts::ownership},
        {"unit.legalRepresentative", parts::legalRepresentative}, {"unit.registeredCapital", parts::registeredCapital},
        {"unit.foundedOn", parts::foundedOn}, {"unit.registeredAddress", parts::address}, {"unit.website", parts::website},
        {"unit.notes", parts::licenceNotes}};
}

} // namespace

EnrolmentForm::EnrolmentForm(
    session::Session &session, office::OfficeKind kind, std::function<void(qint64)> done, QWidget *parent)
    : Form(tr("新增%1").arg(office::word(office::Word::Member, kind)), parent), m_session(session), m_done(std::move(done))
{
    auto *unit = add("unit.name", tr("单位全称"), unitPick(session), Need::Required);
    // A name that no unit bears yet is a new unit.
    unit->setFreeText(true);
    add("unit.creditCode", tr("统一社会信用代码"), new CreditCodeField);
    add("unit.field", tr("行业细分领域"), new TextField);
    auto *level = add("level", tr("级别"), new ChoiceField(members::levelChoices(members::headWord(session))), Need::Required);
    level->setValue(members::memberLevels().stored(members::MemberLevel::Ordinary));
    addDays(kind);
    add("contact.name", tr("联系人"), new TextField);
    add("contact.post", tr("职务"), new TextField);
    add("contact.phone", tr("电话"), new PhoneField);
    setSave([this] { enroll(); });
    markUnchanged();
    new PartyPaste(*this, pastedFields());
    (new DuplicateWatch(*this, session))
        ->watchUnit(
            {"unit.name", {}, "unit.creditCode", "contact.phone"}, std::nullopt, tr("用这个单位"),
            [unit](UnitId id) { unit->setId(id.value()); }, [unit] { return !unit->id(); });
}

void EnrolmentForm::addDays(office::OfficeKind kind)
{
    // Where the office keeps the steps of an admission, most are entered as applications.
    const bool keepsSteps = !members::AdmissionService(m_session).kept().empty();
    if (keepsSteps)
        add("appliedOn", tr("申请日期"), dateField(m_session))->setDate(m_session.clock().today());
    auto *joined = add("joinedOn", tr("%1日期").arg(office::word(office::Word::Enrol, kind)), dateField(m_session),
        keepsSteps ? Need::Optional : Need::Required);
    if (keepsSteps)
        joined->setPlaceholder(tr("空着即还在申请"));
    else
        joined->setDate(m_session.clock().today());
}

void EnrolmentForm::makeFieldsOf(const QStringList &keys)
{
    // In the order of the form, whatever the order of the text.
    for (const auto &[key, part] : pastedFields()) {
        if (keys.contains(key) && !field(key))
            madeFor(key);
    }
}

Field *EnrolmentForm::madeFor(const QString &key)
{
    if (key == "contact.department")
        return add(key, tr("部门"), new TextField);
    if (key == "contact.wechat")
        return add(key, tr("微信"), new TextField);
    if (key == "contact.email")
        return add(key, tr("邮箱"), new TextField);
    if (key == "contact.otherPhone")
        return add(key, tr("其他电话"), new PhoneField);
    if (key == "unit.kind")
        return add(key, tr("单位类型"), new ChoiceField(parties::unitKinds().choices()));
    if (key == "unit.ownership")
        return add(key, tr("单位性质"), new ChoiceField(parties::ownerships().choices()));
    if (key == "unit.legalRepresentative")
        return add(key, tr("法定代表人"), new TextField);
    if (key == "unit.registeredCapital")
        return add(key, tr("注册资本（元）"), new MoneyField);
    if (key == "unit.foundedOn")
        return add(key, tr("成立日期"), dateField(m_session));
    if (key == "unit.registeredAddress")
        return add(key, tr("注册地址"), new TextField);
    if (key == "unit.website")
        return add(key, tr("网站"), new TextField);
    return key == "unit.notes" ? add(key, tr("单位备注"), new LongTextField(3)) : nullptr;
}

/// @param unit keeps what it has
parties::UnitDetails EnrolmentForm::collected(parties::UnitDetails unit) const
{
    for (const UnitText &each : kUnitTexts) {
        if ((unit.*each.text).isEmpty())
            unit.*each.text = givenText(*this, each.key);
    }
    if (field("unit.ownership") && !unit.ownership)
        unit.ownership = parties::ownerships().fromStored(as<ChoiceField>(*this, "unit.ownership")->value());
    if (field("unit.registeredCapital") && !unit.registeredCapital)
        unit.registeredCapital = as<MoneyField>(*this, "unit.registeredCapital")->money();
    if (field("unit.foundedOn") && !unit.foundedOn.isValid())
        unit.foundedOn = dateOf(*this, "unit.foundedOn");
    return unit;
}

void EnrolmentForm::completeUnit(UnitId id)
{
    parties::UnitService units(m_session);
    const parties::Unit stored = units.get(id);
    const UnitDetails details = collected(stored.details);
    if (!(details == stored.details))
        units.update(id, stored.revision, details);
}

void EnrolmentForm::enroll()
{
    // One use case for what a person fills in as one form: all of it or nothing, and one undo.
    session::Work work(m_session, session::Operation::MemberEnroll);
    members::Enrolment enrolment;
    if (const auto unit = as<PickField>(*this, "unit.name")->id()) {
        enrolment.unit = UnitId(*unit);
        completeUnit(*enrolment.unit);
    } else {
        enrolment.newUnit = collected({});
        const auto chosen
            = field("unit.kind") ? parties::unitKinds().fromStored(as<ChoiceField>(*this, "unit.kind")->value()) : std::nullopt;
        enrolment.newUnit.kind
            = chosen.value_or(parties::guessedKind(enrolment.newUnit.name).value_or(parties::UnitKind::Enterprise));
    }
    enrolment.contact = {textOf(*this, "contact.name"), textOf(*this, "contact.post"), textOf(*this, "contact.phone"),
        givenText(*this, "contact.otherPhone"), givenText(*this, "contact.department"), givenText(*this, "contact.wechat"),
        givenText(*this, "contact.email")};
    enrolment.member.level
        = members::memberLevels().fromStored(as<ChoiceField>(*this, "level")->value()).value_or(members::MemberLevel::Ordinary);
    enrolment.member.joinedOn = dateOf(*this, "joinedOn");
    // Who joins at once has not applied.
    if (field("appliedOn") && !enrolment.member.joinedOn.isValid())
        enrolment.member.appliedOn = dateOf(*this, "appliedOn");
    const MemberId member = members::MemberService(m_session).enroll(enrolment);
    work.setSubject("members", member.value());
    work.commit();
    m_done(member.value());
}

} // namespace mishutai::ui
