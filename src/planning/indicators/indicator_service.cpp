#include "planning/indicators/indicator_service.h"

#include "planning/indicators/indicator_repository.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>

namespace mishutai::planning {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Planning", text);
}

void throwIfAny(std::vector<FieldError> errors)
{
    if (!errors.empty())
        throw Error(Error::Kind::Validation, tr("指标有填写不对的地方"), {}, tr("请改正后再保存")).withFields(std::move(errors));
}

} // namespace

IndicatorService::Outcome IndicatorService::save(const IndicatorDetails &details)
{
    session::Work work(m_session, session::Operation::ObservationRecord);
    throwIfAny(validate(details));
    const IndicatorRepository repository(m_session.database());
    const auto stored = repository.findByCode(details.code);
    Outcome outcome = Outcome::Added;
    qint64 id = 0;
    if (stored) {
        outcome = repository.update(work, *stored, details) == stored->revision ? Outcome::Same : Outcome::Changed;
        id = stored->id.value();
    } else {
        id = repository.insert(work, details).value();
    }
    work.setSubject("indicators", id);
    work.commit();
    return outcome;
}

IndicatorService::Outcome IndicatorService::observe(const ObservationDetails &given)
{
    session::Work work(m_session, session::Operation::ObservationRecord);
    throwIfAny(validate(given));
    const IndicatorRepository repository(m_session.database());
    const auto indicator = repository.findByCode(given.indicatorCode);
    if (!indicator)
        throwIfAny({{"indicatorCode", "unknown", tr("没有代码为「%1」的指标，请先登记指标").arg(given.indicatorCode)}});
    // Only the number is stored; the unit is the indicator's.
    const QString unit = indicator->details.unit;
    const std::optional<Quantity> value = given.value.in(unit);
    if (!value)
        throwIfAny({{"value", "format", tr("「%1」换算不成以%2为单位的数，请只写数字").arg(given.value.text(), unit)}});
    ObservationDetails details = given;
    details.value = *value;
    const auto stored = repository.find(details);
    Outcome outcome = Outcome::Added;
    qint64 id = 0;
    if (stored) {
        outcome = repository.update(work, *stored, details) == stored->revision ? Outcome::Same : Outcome::Changed;
        id = stored->id;
    } else {
        id = repository.insert(work, indicator->id, details);
    }
    work.setSubject("observations", id);
    work.commit();
    return outcome;
}

std::vector<Indicator> IndicatorService::all() const
{
    m_session.require(session::Operation::PlanRead);
    return IndicatorRepository(m_session.database()).all();
}

std::vector<ObservationDetails> IndicatorService::observations() const
{
    m_session.require(session::Operation::PlanRead);
    std::vector<ObservationDetails> found;
    for (const auto &stored : IndicatorRepository(m_session.database()).observations())
        found.push_back(stored.details);
    return found;
}

} // namespace mishutai::planning
