#include "planning/indicators/indicator.h"

#include <QCoreApplication>

namespace mishutai::planning {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Planning", text);
}

} // namespace

const office::ChoiceTable<Stage> &stages()
{
    static const office::ChoiceTable<Stage> table("Planning",
        {{Stage::Expected, "EXPECTED", QT_TRANSLATE_NOOP("Planning", "预计")},
            {Stage::Preliminary, "PRELIMINARY", QT_TRANSLATE_NOOP("Planning", "快报")},
            {Stage::Actual, "ACTUAL", QT_TRANSLATE_NOOP("Planning", "实际")}});
    return table;
}

std::vector<FieldError> validate(const IndicatorDetails &details)
{
    std::vector<FieldError> errors;
    if (details.code.isEmpty())
        errors.push_back({"code", "required", tr("请填写指标代码")});
    if (details.name.isEmpty())
        errors.push_back({"name", "required", tr("请填写指标名称")});
    return errors;
}

std::vector<FieldError> validate(const ObservationDetails &details)
{
    std::vector<FieldError> errors;
    if (details.indicatorCode.isEmpty())
        errors.push_back({"indicatorCode", "required", tr("请填写指标代码")});
    if (!details.from.isValid())
        errors.push_back({"from", "required", tr("请填写起始日期")});
    if (!details.to.isValid())
        errors.push_back({"to", "required", tr("请填写截至日期")});
    else if (details.from.isValid() && details.to < details.from)
        errors.push_back({"to", "order", tr("截至日期早于起始日期")});
    return errors;
}

} // namespace mishutai::planning
