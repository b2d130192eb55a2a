#include "ui/members/member_form.h"

#include "members/member_service.h"
#include "parties/units/unit_service.h"
#include "session/session.h"
#include "session/work.h"
#include "ui/common/fields/text_field.h"
#include "ui/parties/unit_invoice.h"
#include "ui/records/form_values.h"

namespace mishutai::ui {

namespace {

using parties::UnitDetails;

struct UnitText {
    const char *key;
    QString UnitDetails::*text;
};

constexpr UnitText kUnitTexts[] = {{"name", &UnitDetails::name}, {"shortName", &UnitDetails::shortName},
    {"creditCode", &UnitDetails::creditCode}, {"legalRepresentative", &UnitDetails::legalRepresentative},
    {"chain", &UnitDetails::chain}, {"chainSegment", &UnitDetails::chainSegment}, {"field", &UnitDetails::field},
    {"zone", &UnitDetails::zone}, {"district", &UnitDetails::district}, {"mailingAddress", &UnitDetails::mailingAddress},
    {"products", &UnitDetails::products}};

members::MemberLevel levelOf(const Form &form)
{
    return members::memberLevels().fromStored(as<ChoiceField>(form, "level")->value()).value_or(members::MemberLevel::Ordinary);
}

} // namespace

MemberForm::MemberForm(session::Session &session, MemberId id, std::function<void(qint64)> done, QWidget *parent)
    : Form(tr("修改"), parent), m_session(session), m_id(id), m_done(std::move(done))
{
    setSavesAndAdds(false);
    const std::optional<UnitId> unit = members::MemberService(session).get(id).unit;
    if (unit)
        addUnitFields();
    addSection(tr("会籍"));
    add("level", tr("级别"), new ChoiceField(members::levelChoices(members::headWord(session))), Need::Required);
    add("joinedOn", tr("入会日期"), dateField(session));
    add("serviceOfficer", tr("服务专员"), new TextField);
    add("certificateNo", tr("证书编号"), new TextField);
    add("referrer", tr("推荐人"), new TextField);
    add("approvalMeeting", tr("批准会议"), new TextField);
    add("approvalNo", tr("批准文号"), new TextField);
    addEnding();
    add("notes", tr("备注"), new LongTextField);
    if (field("name"))
        addInvoiceFields(*this);
    fill();
    std::vector<OwnFields::Record> records{{office::CustomOwner::Member, id.value()}};
    if (unit)
        records.push_back({office::CustomOwner::Unit, unit->value()});
    m_own = std::make_unique<OwnFields>(*this, session, records);
    setSave([this] { update(); });
    markUnchanged();
}

void MemberForm::addUnitFields()
{
    add("name", tr("单位全称"), new TextField, Need::Required);
    add("shortName", tr("简称"), new TextField);
    add("creditCode", tr("统一社会信用代码"), new CreditCodeField);
    add("kind", tr("单位类型"), new ChoiceField(parties::unitKinds().choices()), Need::Required);
    add("legalRepresentative", tr("法定代表人"), new TextField);
    add("chain", tr("产业链"), new TextField);
    add("chainSegment", tr("产业链环节"), new TextField);
    add("field", tr("行业细分领域"), new TextField);
    add("zone", tr("产业功能区"), new TextField);
    add("district", tr("所属区县"), new TextField);
    add("mailingAddress", tr("通信地址"), new TextField);
    addDeliveryFields(*this);
    add("products", tr("主营产品"), new LongTextField(2));
}

/// To correct what was noted of a suspension that holds or of leaving; both begin by an action of the page.
void MemberForm::addEnding()
{
    const members::MemberDetails d = members::MemberService(m_session).get(m_id).details;
    if (d.suspendedOn.isValid()) {
        add("suspendedOn", tr("暂停会员资格"), dateField(m_session), Need::Required);
        add("suspendedReason", tr("暂停原因"), new TextField);
        add("suspendedDocument", tr("暂停文号"), new TextField);
    }
    if (d.leftOn.isValid()) {
        add("leftOn", tr("退会日期"), dateField(m_session));
        add("leftKind", tr("退会方式"), new ChoiceField(members::leaveKinds().choices()));
        add("leftReason", tr("退会原因"), new TextField);
        add("leftDocument", tr("退会文号"), new TextField);
    }
}

void MemberForm::fill()
{
    const members::Member member = members::MemberService(m_session).get(m_id);
    m_memberRevision = member.revision;
    if (member.unit)
        fillUnit(*member.unit);
    const members::MemberDetails &d = member.details;
    as<ChoiceField>(*this, "level")->setValue(members::memberLevels().stored(d.level));
    as<DateField>(*this, "joinedOn")->setDate(orNothing(d.joinedOn));
    field("serviceOfficer")->setText(d.serviceOfficer);
    field("certificateNo")->setText(d.certificateNo);
    field("referrer")->setText(d.referrer);
    field("approvalMeeting")->setText(d.approvalMeeting);
    field("approvalNo")->setText(d.approvalNo);
    field("notes")->setText(d.notes);
    if (field("suspendedOn")) {
        as<DateField>(*this, "suspendedOn")->setDate(orNothing(d.suspendedOn));
        field("suspendedReason")->setText(d.suspendedReason);
        field("suspendedDocument")->setText(d.suspendedDocument);
    }
    if (field("leftOn")) {
        as<DateField>(*this, "leftOn")->setDate(orNothing(d.leftOn));
        if (d.leftKind)
            as<ChoiceField>(*this, "leftKind")->setValue(members::leaveKinds().stored(*d.leftKind));
        field("leftReason")->setText(d.leftReason);
        field("leftDocument")->setText(d.leftDocument);
    }
}

void MemberForm::fillUnit(UnitId id)
{
    const parties::Unit stored = parties::UnitService(m_session).get(id);
    const UnitDetails &unit = stored.details;
    m_unitRevision = stored.revision;
    for (const UnitText &each : kUnitTexts)
        field(each.key)->setText(unit.*each.text);
    as<ChoiceField>(*this, "kind")->setValue(parties::unitKinds().stored(unit.kind));
    fillInvoiceFields(*this, unit);
}

void MemberForm::updateUnit(UnitId id)
{
    parties::UnitService units(m_session);
    UnitDetails u = units.get(id).details;
    for (const UnitText &each : kUnitTexts)
        u.*each.text = textOf(*this, each.key);
    u.kind = parties::unitKinds().fromStored(as<ChoiceField>(*this, "kind")->value()).value_or(u.kind);
    readInvoiceFields(*this, u);
    units.update(id, m_unitRevision, u);
}

members::MemberDetails MemberForm::collected(members::MemberDetails d) const
{
    d.joinedOn = dateOf(*this, "joinedOn");
    d.serviceOfficer = textOf(*this, "serviceOfficer");
    d.certificateNo = textOf(*this, "certificateNo");
    d.referrer = textOf(*this, "referrer");
    d.approvalMeeting = textOf(*this, "approvalMeeting");
    d.approvalNo = textOf(*this, "approvalNo");
    d.notes = textOf(*this, "notes");
    if (field("suspendedOn")) {
        d.suspendedOn = dateOf(*this, "suspendedOn");
        d.suspendedReason = textOf(*this, "suspendedReason");
        d.suspendedDocument = textOf(*this, "suspendedDocument");
    }
    if (field("leftOn")) {
        d.leftOn = dateOf(*this, "leftOn");
        d.leftKind = members::leaveKinds().fromStored(as<ChoiceField>(*this, "leftKind")->value());
        d.leftReason = textOf(*this, "leftReason");
        d.leftDocument = textOf(*this, "leftDocument");
    }
    return d;
}

void MemberForm::update()
{
    // One use case for what a person sees as one record: both changes or none, and one undo.
    session::Work work(m_session, session::Operation::MemberEdit);
    members::MemberService service(m_session);
    const members::Member member = service.get(m_id);
    if (member.unit)
        updateUnit(*member.unit);
    // A new level begins today; the levels before it are history and stay.
    const members::MemberLevel level = levelOf(*this);
    service.update(m_id, m_memberRevision, collected(member.details));
    if (level != member.details.level)
        service.changeLevel(m_id, level, m_session.clock().today(), {});
    m_own->store(office::CustomOwner::Member, m_id.value(), session::Operation::MemberEdit);
    if (member.unit)
        m_own->store(office::CustomOwner::Unit, member.unit->value(), session::Operation::UnitEdit);
    work.setSubject("members", m_id.value());
    work.commit();
    m_done(m_id.value());
}

} // namespace mishutai::ui
