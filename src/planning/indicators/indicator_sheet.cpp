#include "planning/indicators/indicator_sheet.h"

#include "office/sheets/row_reader.h"
#include "office/stored_quantity.h"
#include "planning/indicators/indicator_service.h"
#include "session/session.h"

#include <QCoreApplication>

namespace mishutai::planning {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Planning", text);
}

office::RowOutcome rowOutcome(IndicatorService::Outcome outcome)
{
    if (outcome == IndicatorService::Outcome::Added)
        return office::RowOutcome::Added;
    return outcome == IndicatorService::Outcome::Changed ? office::RowOutcome::Changed : office::RowOutcome::Same;
}

} // namespace

QString IndicatorSheet::key() const
{
    return "indicators";
}

QString IndicatorSheet::title() const
{
    return tr("指标");
}

std::vector<office::SheetColumn> IndicatorSheet::columns() const
{
    return {
        {"code", tr("指标代码"), {tr("代码")}, true, tr("英文短名"), "followers"},
        {"name", tr("指标名称"), {tr("指标")}, true, {}, tr("公众号关注人数")},
        {"unit", tr("计量单位"), {tr("单位")}, false, {}, tr("人")},
        {"definition", tr("口径"), {}, false, {}, tr("截至期末的关注人数")},
    };
}

std::vector<QStringList> IndicatorSheet::exportRows(session::Session &session) const
{
    std::vector<QStringList> rows;
    for (const Indicator &each : IndicatorService(session).all())
        rows.push_back({each.details.code, each.details.name, each.details.unit, each.details.definition});
    return rows;
}

office::RowOutcome IndicatorSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    const office::RowReader reader(row, session.clock().today());
    IndicatorDetails details;
    for (const Indicator &each : IndicatorService(session).all()) {
        if (each.details.code == row.text("code"))
            details = each.details;
    }
    reader.text("code", details.code);
    reader.text("name", details.name);
    reader.text("unit", details.unit);
    reader.text("definition", details.definition);
    return rowOutcome(IndicatorService(session).save(details));
}

QString ObservationSheet::key() const
{
    return "observations";
}

QString ObservationSheet::title() const
{
    return tr("指标填报");
}

std::vector<office::SheetColumn> ObservationSheet::columns() const
{
    return {
        {"indicatorCode", tr("指标代码"), {tr("代码")}, true, tr("指标表里的代码"), "followers"},
        {"from", tr("起始日期"), {}, true, tr("日期"), "2021-12-31"},
        {"to", tr("截至日期"), {tr("日期")}, true, tr("日期"), "2021-12-31"},
        {"stage", tr("阶段"), {}, false, stages().labels(), tr("实际")},
        {"value", tr("数值"), {tr("值")}, true, tr("1200、超过1200、20余、X"), tr("超过1200")},
        {"source", tr("来源"), {}, false, {}, tr("公众号后台")},
    };
}

std::vector<QStringList> ObservationSheet::exportRows(session::Session &session) const
{
    std::vector<QStringList> rows;
    for (const ObservationDetails &each : IndicatorService(session).observations())
        rows.push_back({each.indicatorCode, office::isoText(each.from), office::isoText(each.to), stages().label(each.stage),
            office::quantityText(each.value), each.source});
    return rows;
}

office::RowOutcome ObservationSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    office::RowReader reader(row, session.clock().today());
    ObservationDetails details;
    reader.text("indicatorCode", details.indicatorCode);
    reader.date("from", details.from);
    reader.date("to", details.to);
    reader.choice("stage", stages(), details.stage);
    reader.text("source", details.source);
    const auto value = Quantity::parse(row.text("value"));
    if (!value)
        reader.fail("value", "format", tr("数值「%1」读不懂，可写 1200、超过1200、20余 或 X").arg(row.text("value")));
    else
        details.value = *value;
    reader.throwIfFaulty();
    return rowOutcome(IndicatorService(session).observe(details));
}

} // namespace mishutai::planning
