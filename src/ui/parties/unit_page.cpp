#include "ui/parties/unit_page.h"

#include "parties/units/unit_list.h"
#include "parties/units/unit_service.h"
#include "session/work.h"
#include "ui/common/fields/text_field.h"
#include "ui/parties/unit_bulk.h"
#include "ui/records/form_values.h"

namespace mishutai::ui {

namespace {

class UnitForm : public Form
{
public:
    UnitForm(session::Session &session, std::optional<UnitId> id, std::function<void(qint64)> done)
        : Form(id ? UnitPage::tr("编辑单位") : UnitPage::tr("新增单位")), m_session(session), m_id(id), m_done(std::move(done))
    {
        add("name", UnitPage::tr("单位全称"), new TextField, Need::Required);
        add("shortName", UnitPage::tr("简称"), new TextField);
        add("kind", UnitPage::tr("单位类型"), new ChoiceField(parties::unitKinds().choices()), Need::Required);
        add("creditCode", UnitPage::tr("统一社会信用代码"), new CreditCodeField);
        add("field", UnitPage::tr("行业细分领域"), new TextField);
        add("zone", UnitPage::tr("产业功能区"), new TextField);
        add("mailingAddress", UnitPage::tr("通信地址"), new TextField);
        add("notes", UnitPage::tr("备注"), new LongTextField(2));
        if (id) {
            setSavesAndAdds(false);
            const parties::Unit stored = parties::UnitService(session).get(*id);
            m_revision = stored.revision;
            m_details = stored.details;
        }
        fill();
        setSave([this] { store(); });
        markUnchanged();
    }

private:
    void fill()
    {
        field("name")->setText(m_details.name);
        field("shortName")->setText(m_details.shortName);
        as<ChoiceField>(*this, "kind")->setValue(parties::unitKinds().stored(m_details.kind));
        field("creditCode")->setText(m_details.creditCode);
        field("field")->setText(m_details.field);
        field("zone")->setText(m_details.zone);
        field("mailingAddress")->setText(m_details.mailingAddress);
        field("notes")->setText(m_details.notes);
    }

    void store()
    {
        parties::UnitDetails d = m_details;
        d.name = textOf(*this, "name");
        d.shortName = textOf(*this, "shortName");
        d.kind = parties::unitKinds().fromStored(as<ChoiceField>(*this, "kind")->value()).value_or(d.kind);
        d.creditCode = textOf(*this, "creditCode");
        d.field = textOf(*this, "field");
        d.zone = textOf(*this, "zone");
        d.mailingAddress = textOf(*this, "mailingAddress");
        d.notes = textOf(*this, "notes");
        parties::UnitService service(m_session);
        if (m_id)
            service.update(*m_id, m_revision, d);
        m_done(m_id ? m_id->value() : service.create(d).value());
    }

    session::Session &m_session;
    std::optional<UnitId> m_id;
    int m_revision = 0;
    parties::UnitDetails m_details; ///< what the form does not show stays
    std::function<void(qint64)> m_done;
};

} // namespace

UnitPage::UnitPage(desk::Application &application, QWidget *parent)
    : RecordPage(application, parties::unitList(), "link", "units", parent)
{
    if (application.isReadOnly())
        return;
    offerForm(tr("新增单位"), session::Operation::UnitEdit, session::Operation::UnitEdit);
    offerRemoval(session::Operation::PartyDelete, [this](const std::vector<qint64> &ids) {
        session::Work work(this->session(), session::Operation::PartyDelete);
        parties::UnitService service(this->session());
        for (const qint64 id : ids)
            service.remove(UnitId(id), service.get(UnitId(id)).revision);
        work.commit();
    });
    offerBulkEdit({session::Operation::UnitEdit, unitBulkColumns([](session::Session &, qint64 id) { return UnitId(id); })});
}

std::unique_ptr<Form> UnitPage::makeForm(std::optional<qint64> id)
{
    const auto unit = id ? std::optional(UnitId(*id)) : std::nullopt;
    return std::make_unique<UnitForm>(session(), unit, [this](qint64 saved) { selectRecord(saved); });
}

} // namespace mishutai::ui
