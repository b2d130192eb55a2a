#include "ui/planning/observation_page.h"

#include "planning/indicators/indicator_service.h"
#include "planning/plan/plan_list.h"
#include "ui/common/fields/quantity_field.h"
#include "ui/common/fields/text_field.h"
#include "ui/records/form_values.h"

namespace mishutai::ui {

namespace {

std::vector<db::Choice> indicatorChoices(session::Session &session)
{
    std::vector<db::Choice> choices;
    for (const planning::Indicator &indicator : planning::IndicatorService(session).all())
        choices.push_back({indicator.details.code, indicator.details.name});
    return choices;
}

/// A reading is found by indicator, span and stage, so the same form records and corrects.
class ObservationForm : public Form
{
public:
    explicit ObservationForm(session::Session &session) : Form(ObservationPage::tr("填报")), m_session(session)
    {
        add("indicatorCode", ObservationPage::tr("指标"), new ChoiceField(indicatorChoices(session)), Need::Required);
        add("from", ObservationPage::tr("起始日期"), dateField(session));
        add("to", ObservationPage::tr("截至日期"), dateField(session), Need::Required)->setDate(session.clock().today());
        add("value", ObservationPage::tr("数值"), new QuantityField, Need::Required);
        add("source", ObservationPage::tr("来源"), new TextField);
        setSave([this] { store(); });
        markUnchanged();
    }

private:
    void store()
    {
        planning::ObservationDetails details;
        details.indicatorCode = as<ChoiceField>(*this, "indicatorCode")->value();
        details.to = dateOf(*this, "to");
        const QDate from = dateOf(*this, "from");
        details.from = from.isValid() ? from : details.to;
        details.value = as<QuantityField>(*this, "value")->quantity().value_or(Quantity::unknown());
        details.source = textOf(*this, "source");
        planning::IndicatorService(m_session).observe(details);
    }

    session::Session &m_session;
};

} // namespace

ObservationPage::ObservationPage(desk::Application &application, QWidget *parent)
    : RecordPage(application, planning::observationList(), "calendar", "observations", parent)
{
    if (!application.isReadOnly())
        offerForm(tr("填报"), session::Operation::ObservationRecord, session::Operation::ObservationRecord);
}

std::unique_ptr<Form> ObservationPage::makeForm(std::optional<qint64>)
{
    return std::make_unique<ObservationForm>(session());
}

} // namespace mishutai::ui
