#include "ui/planning/observation_page.h"

#include "db/lists/list_query.h"
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
    /// @param stored the reading to correct; nothing for a new one
    ObservationForm(session::Session &session, const std::optional<planning::ObservationDetails> &stored)
        : Form(stored ? ObservationPage::tr("更正填报") : ObservationPage::tr("填报")), m_session(session)
    {
        add("indicatorCode", ObservationPage::tr("指标"), new ChoiceField(indicatorChoices(session)), Need::Required);
        add("from", ObservationPage::tr("起始日期"), dateField(session));
        add("to", ObservationPage::tr("截至日期"), dateField(session), Need::Required)->setDate(session.clock().today());
        add("value", ObservationPage::tr("数值"), new QuantityField, Need::Required);
        add("source", ObservationPage::tr("来源"), new TextField);
        if (stored)
            fill(*stored);
        setSave([this] { store(); });
        markUnchanged();
    }

private:
    void fill(const planning::ObservationDetails &stored)
    {
        m_details = stored;
        setSavesAndAdds(false);
        as<ChoiceField>(*this, "indicatorCode")->setValue(stored.indicatorCode);
        as<DateField>(*this, "from")->setDate(orNothing(stored.from));
        as<DateField>(*this, "to")->setDate(orNothing(stored.to));
        as<QuantityField>(*this, "value")->setQuantity(stored.value);
        field("source")->setText(stored.source);
        // They say which reading this is; another one is a new record.
        for (const char *key : {"indicatorCode", "from", "to"})
            field(key)->setEnabled(false);
    }

    void store()
    {
        planning::ObservationDetails details = m_details;
        details.indicatorCode = as<ChoiceField>(*this, "indicatorCode")->value();
        details.to = dateOf(*this, "to");
        const QDate from = dateOf(*this, "from");
        details.from = from.isValid() ? from : details.to;
        details.value = as<QuantityField>(*this, "value")->quantity().value_or(Quantity::unknown());
        details.source = textOf(*this, "source");
        planning::IndicatorService(m_session).observe(details);
    }

    session::Session &m_session;
    planning::ObservationDetails m_details; ///< what the form does not show stays
};

/// The reading that a row of the list shows.
std::optional<planning::ObservationDetails> readingOf(session::Session &session, qint64 id)
{
    const db::ListDefinition &list = planning::observationList();
    const auto rows = db::ListQuery(session.database(), list).rows({id});
    if (rows.empty())
        return std::nullopt;
    const auto cellOf = [&](const char *key) {
        for (size_t i = 0; i < list.columns.size(); ++i) {
            if (list.columns[i].key == key)
                return rows[0].cells[i].toString();
        }
        return QString();
    };
    QString code;
    for (const planning::Indicator &indicator : planning::IndicatorService(session).all()) {
        if (indicator.details.name == cellOf("name"))
            code = indicator.details.code;
    }
    for (const planning::ObservationDetails &reading : planning::IndicatorService(session).observations()) {
        if (reading.indicatorCode == code && reading.from.toString(Qt::ISODate) == cellOf("from")
            && reading.to.toString(Qt::ISODate) == cellOf("to") && planning::stages().stored(reading.stage) == cellOf("stage"))
            return reading;
    }
    return std::nullopt;
}

} // namespace

ObservationPage::ObservationPage(desk::Application &application, QWidget *parent)
    : RecordPage(application, planning::observationList(), "calendar", "observations", parent)
{
    if (!application.isReadOnly())
        offerForm(tr("填报"), session::Operation::ObservationRecord, session::Operation::ObservationRecord);
}

std::unique_ptr<Form> ObservationPage::makeForm(std::optional<qint64> id)
{
    return std::make_unique<ObservationForm>(session(), id ? readingOf(session(), *id) : std::nullopt);
}

} // namespace mishutai::ui
