#include "ui/office/custom_field_page.h"

#include "desk/own_fields/taken_names.h"
#include "office/custom_fields/custom_field_list.h"
#include "office/custom_fields/custom_field_service.h"
#include "session/work.h"
#include "ui/common/fields/text_field.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/message_bar.h"
#include "ui/records/form_values.h"

#include <QRegularExpression>

namespace mishutai::ui {

namespace {

constexpr auto kYes = "1";

class CustomFieldForm : public Form
{
public:
    CustomFieldForm(session::Session &session, std::optional<qint64> id, std::function<void(qint64)> done)
        : Form(id ? CustomFieldPage::tr("修改字段") : CustomFieldPage::tr("新增字段")), m_session(session), m_id(id),
          m_done(std::move(done))
    {
        add("name", CustomFieldPage::tr("字段名称"), new TextField, Need::Required);
        add("owner", CustomFieldPage::tr("属于"), new ChoiceField(office::customOwners().choices()), Need::Required);
        add("kind", CustomFieldPage::tr("类型"), new ChoiceField(office::customKinds().choices()), Need::Required);
        add("choices", CustomFieldPage::tr("选项"), new TextField)
            ->setPlaceholder(CustomFieldPage::tr("类型是「选项」时填，用；隔开：天使轮；A轮；B轮"));
        if (id)
            add("inUse", CustomFieldPage::tr("在用"),
                new ChoiceField({{kYes, CustomFieldPage::tr("是")}, {"0", CustomFieldPage::tr("否，停用")}}), Need::Required);
        fill();
        setSave([this] { store(); });
        markUnchanged();
    }

private:
    void fill()
    {
        if (m_id) {
            const office::CustomField stored = office::CustomFieldService(m_session).get(*m_id);
            m_revision = stored.revision;
            m_details = stored.details;
            setSavesAndAdds(false);
            as<ChoiceField>(*this, "inUse")->setValue(m_details.isRetired ? "0" : kYes);
        }
        field("name")->setText(m_details.name);
        as<ChoiceField>(*this, "owner")->setValue(office::customOwners().stored(m_details.owner));
        as<ChoiceField>(*this, "kind")->setValue(office::customKinds().stored(m_details.kind));
        field("choices")->setText(m_details.choices.join(QStringLiteral("；")));
    }

    void store()
    {
        static const QRegularExpression breaks(QStringLiteral("[；;\\n]"));
        office::CustomFieldDetails d = m_details;
        d.name = textOf(*this, "name");
        d.owner = office::customOwners().fromStored(as<ChoiceField>(*this, "owner")->value()).value_or(d.owner);
        d.kind = office::customKinds().fromStored(as<ChoiceField>(*this, "kind")->value()).value_or(d.kind);
        d.choices = textOf(*this, "choices").split(breaks, Qt::SkipEmptyParts);
        office::CustomFieldService service(m_session, desk::takenFieldNames());
        if (m_id) {
            d.isRetired = as<ChoiceField>(*this, "inUse")->value() != kYes;
            service.update(*m_id, m_revision, d);
        }
        m_done(m_id ? *m_id : service.add(d));
    }

    session::Session &m_session;
    std::optional<qint64> m_id;
    int m_revision = 0;
    office::CustomFieldDetails m_details;
    std::function<void(qint64)> m_done;
};

} // namespace

CustomFieldPage::CustomFieldPage(desk::Application &application, QWidget *parent)
    : RecordPage(application, office::customFieldList(), "columns", "custom_fields", parent)
{
    if (application.isReadOnly())
        return;
    offerForm(tr("新增字段"), session::Operation::OfficeEdit, session::Operation::OfficeEdit);
    offerRemoval(session::Operation::OfficeEdit, [this](const std::vector<qint64> &ids) {
        session::Work work(this->session(), session::Operation::OfficeEdit);
        office::CustomFieldService service(this->session());
        for (const qint64 id : ids)
            service.remove(service.get(id));
        work.commit();
    });
    offerMoving(tr("上移"), Qt::CTRL | Qt::SHIFT | Qt::Key_Up, -1);
    offerMoving(tr("下移"), Qt::CTRL | Qt::SHIFT | Qt::Key_Down, 1);
    startByForm();
}

void CustomFieldPage::offerMoving(const QString &label, const QKeySequence &keys, int step)
{
    addRecordAction({label, "columns", keys, session::Operation::OfficeEdit, /*takesSeveral=*/false,
        [this, step](const std::vector<qint64> &ids) {
            if (office::CustomFieldService(session()).move(ids.front(), step))
                selectRecord(ids.front());
            else
                MessageArea::of(this).done(step < 0 ? tr("已经是第一个") : tr("已经是最后一个"));
        }});
}

QString CustomFieldPage::helpText() const
{
    return tr("程序里没有的栏目在这里添上，会员和单位的表单、列表、导入导出、函件里就都有了。\n"
              "Ctrl+Shift+↑ ↓ 调整先后；不再用的字段把「在用」改为否，填过的内容还在。\n")
        + RecordPage::helpText();
}

std::unique_ptr<Form> CustomFieldPage::makeForm(std::optional<qint64> id)
{
    return std::make_unique<CustomFieldForm>(session(), id, [this](qint64 saved) { selectRecord(saved); });
}

} // namespace mishutai::ui
