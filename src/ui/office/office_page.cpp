#include "ui/office/office_page.h"

#include "members/admission/admission_service.h"
#include "members/member.h"
#include "office/profile/office_profile_service.h"
#include "office/settings.h"
#include "session/work.h"
#include "ui/common/fields/text_field.h"
#include "ui/common/guarded.h"
#include "ui/common/look/style.h"
#include "ui/common/look/theme.h"
#include "ui/common/message_bar.h"
#include "ui/records/form_drafts.h"
#include "ui/records/form_values.h"

#include <QVBoxLayout>

#include <algorithm>

namespace mishutai::ui {

using office::OfficeDetails;

namespace {

using enum members::StepKind;
constexpr members::StepKind kSteps[] = {Application, Review, Visit, Deliberation, Payment, Certificate};

QString stepField(members::StepKind kind)
{
    return "step." + members::stepKinds().stored(kind);
}

std::vector<db::Choice> yesNo()
{
    return {{"0", OfficePage::tr("否")}, {"1", OfficePage::tr("是")}};
}

} // namespace

OfficePage::OfficePage(desk::Application &application, QWidget *parent)
    : Page(parent), m_application(application), m_form(new Form(tr("单位资料"), this))
{
    m_form->setSavesAndAdds(false);
    addFields();
    m_form->setSave([this] { store(); });
    m_form->setEnabled(!application.isReadOnly() && application.session().may(session::Operation::OfficeEdit));
    auto *card = new QFrame(this);
    setLook(card, "card");
    card->setMaximumWidth(px(720));
    auto *inner = new QVBoxLayout(card);
    inner->addWidget(m_form);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(10), px(16), px(16));
    column->addWidget(card, 1);
    connect(
        m_form, &Form::saved, this, [this] { MessageArea::of(this).saved(tr("单位资料已保存；名称和页面在下次打开时更新")); });
    m_drafts = new FormDrafts(m_form, application.session(), "office", std::nullopt);
    connect(m_form, &Form::left, m_drafts, &FormDrafts::keep);
}

OfficePage::~OfficePage()
{
    m_drafts->keep();
}

QString OfficePage::helpText() const
{
    return tr("主送和落款写在这里，年度总结照着印\nCtrl+S 保存");
}

void OfficePage::addFields()
{
    using Need = Form::Need;
    m_form->add("name", tr("单位名称"), new TextField, Need::Required);
    m_form->add("shortName", tr("简称"), new TextField);
    m_form->add("kind", tr("单位类型"), new ChoiceField(office::officeKinds().choices()), Need::Required);
    m_form->add("bookkeeping", tr("账务方式"), new ChoiceField(office::bookkeepings().choices()), Need::Required);
    m_form->addSection(tr("年度总结"));
    m_form->add("addressee", tr("主送"), new TextField);
    m_form->add("signer", tr("落款"), new TextField);
    m_form->addSection(tr("会员和换届"));
    m_form->add("headWord", tr("负责人称呼"), new ChoiceField(office::headWords().choices()), Need::Required);
    for (const members::StepKind kind : kSteps)
        m_form->add(
            stepField(kind), tr("入会要%1").arg(members::stepKinds().label(kind)), new ChoiceField(yesNo()), Need::Required);
    m_form->addSection(tr("登记"));
    m_form->add("creditCode", tr("统一社会信用代码"), new CreditCodeField);
    m_form->add("region", tr("地区"), new TextField);
    m_form->add("address", tr("地址"), new TextField);
    m_form->add("contact", tr("联系人"), new TextField);
    m_form->add("phone", tr("电话"), new PhoneField);
    m_form->add("startedOn", tr("启动组建"), dateField(m_application.session()));
    m_form->add("registeredOn", tr("登记注册"), dateField(m_application.session()));
}

void OfficePage::refresh()
{
    if (m_form->isChanged())
        return;
    guarded(this, [this] { fill(); });
    m_drafts->restore();
}

void OfficePage::focusFirst()
{
    m_form->focusFirst();
}

void OfficePage::fill()
{
    const auto profile = office::OfficeProfileService(m_application.session()).find();
    const OfficeDetails d = profile ? profile->details : OfficeDetails();
    m_revision = profile ? profile->revision : 0;
    m_form->field("name")->setText(d.name);
    m_form->field("shortName")->setText(d.shortName);
    as<ChoiceField>(*m_form, "kind")->setValue(office::officeKinds().stored(d.kind));
    as<ChoiceField>(*m_form, "bookkeeping")->setValue(office::bookkeepings().stored(d.bookkeeping));
    m_form->field("addressee")->setText(d.addressee);
    m_form->field("signer")->setText(d.signer);
    m_form->field("creditCode")->setText(d.creditCode);
    m_form->field("region")->setText(d.region);
    m_form->field("address")->setText(d.address);
    m_form->field("contact")->setText(d.contact);
    m_form->field("phone")->setText(d.phone);
    as<DateField>(*m_form, "startedOn")->setDate(orNothing(d.startedOn));
    as<DateField>(*m_form, "registeredOn")->setDate(orNothing(d.registeredOn));
    session::Session &session = m_application.session();
    as<ChoiceField>(*m_form, "headWord")->setValue(office::headWords().stored(members::headWord(session)));
    const std::vector<members::StepKind> kept = members::AdmissionService(session).kept();
    for (const members::StepKind kind : kSteps)
        as<ChoiceField>(*m_form, stepField(kind))->setValue(std::ranges::find(kept, kind) == kept.end() ? "0" : "1");
    m_form->markUnchanged();
}

void OfficePage::store()
{
    session::Session &session = m_application.session();
    session::Work work(session, session::Operation::OfficeEdit);
    office::OfficeProfileService service(session);
    const auto profile = service.find();
    OfficeDetails d = profile ? profile->details : OfficeDetails();
    d.name = textOf(*m_form, "name");
    d.shortName = textOf(*m_form, "shortName");
    d.kind = office::officeKinds().fromStored(as<ChoiceField>(*m_form, "kind")->value()).value_or(d.kind);
    d.bookkeeping = office::bookkeepings().fromStored(as<ChoiceField>(*m_form, "bookkeeping")->value()).value_or(d.bookkeeping);
    d.addressee = textOf(*m_form, "addressee");
    d.signer = textOf(*m_form, "signer");
    d.creditCode = textOf(*m_form, "creditCode");
    d.region = textOf(*m_form, "region");
    d.address = textOf(*m_form, "address");
    d.contact = textOf(*m_form, "contact");
    d.phone = textOf(*m_form, "phone");
    d.startedOn = dateOf(*m_form, "startedOn");
    d.registeredOn = dateOf(*m_form, "registeredOn");
    if (profile) {
        m_revision = service.update(m_revision, d);
    } else {
        service.create(d);
        m_revision = 1;
    }
    storeSettings();
    work.commit();
    m_form->markUnchanged();
}

void OfficePage::storeSettings()
{
    std::vector<members::StepKind> kept;
    for (const members::StepKind kind : kSteps) {
        if (as<ChoiceField>(*m_form, stepField(kind))->value() == "1")
            kept.push_back(kind);
    }
    office::Settings settings(m_application.session());
    settings.set(members::kAdmissionSteps, members::settingOf(kept));
    settings.set(office::kHeadWord, as<ChoiceField>(*m_form, "headWord")->value());
}

} // namespace mishutai::ui
