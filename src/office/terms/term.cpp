#include "office/terms/term.h"

#include "base/chinese/numerals.h"

#include <QCoreApplication>

namespace mishutai::office {

namespace {

constexpr int kMostTerms = 99;

QString tr(const char *text)
{
    return QCoreApplication::translate("Office", text);
}

} // namespace

QString TermDetails::name() const
{
    return title.isEmpty() ? chineseOrdinal(number, tr("届")) : title;
}

std::vector<FieldError> validate(const TermDetails &details)
{
    std::vector<FieldError> faults;
    if (details.number < 1 || details.number > kMostTerms)
        faults.push_back({"number", "range", tr("届次请写1到%1的数").arg(kMostTerms)});
    if (!details.fromOn.isValid())
        faults.push_back({"fromOn", "required", tr("请填写换届（成立）日期")});
    else if (details.toOn.isValid() && details.toOn <= details.fromOn)
        faults.push_back({"toOn", "order", tr("届满日期要晚于开始日期")});
    return faults;
}

bool overlap(const TermDetails &a, const TermDetails &b)
{
    return (!b.toOn.isValid() || a.fromOn < b.toOn) && (!a.toOn.isValid() || b.fromOn < a.toOn);
}

} // namespace mishutai::office
