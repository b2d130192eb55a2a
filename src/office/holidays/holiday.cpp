#include "office/holidays/holiday.h"

#include <QCoreApplication>

namespace mishutai::office {

namespace {

constexpr qsizetype kMostCharacters = 40;

} // namespace

const ChoiceTable<HolidayKind> &holidayKinds()
{
    static const ChoiceTable<HolidayKind> table("Office",
        {
            {HolidayKind::Holiday, "HOLIDAY", QT_TRANSLATE_NOOP("Office", "放假"), "休/节假日"},
            {HolidayKind::Workday, "WORKDAY", QT_TRANSLATE_NOOP("Office", "上班"), "班/调休上班"},
        });
    return table;
}

std::vector<FieldError> validate(const HolidayDetails &details)
{
    std::vector<FieldError> faults;
    if (!details.dayOn.isValid())
        faults.push_back({"dayOn", "required", QCoreApplication::translate("Office", "请填写日期")});
    if (details.name.size() > kMostCharacters)
        faults.push_back({"name", "length", QCoreApplication::translate("Office", "名称不能超过%1个字").arg(kMostCharacters)});
    return faults;
}

} // namespace mishutai::office
