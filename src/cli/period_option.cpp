#include "cli/period_option.h"

#include "base/error.h"

#include <QCoreApplication>

namespace mishutai::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

} // namespace

Period periodOption(const Arguments &arguments)
{
    const QString year = arguments.value("year");
    const QString period = arguments.value("period");
    if (year.isEmpty() == period.isEmpty())
        throw Error(Error::Kind::Usage, tr("请用 --year 或 --period 指定期间（只写一个）"), {},
            tr("例如 --year 2021 或 --period 2021-05"));
    if (!year.isEmpty()) {
        bool isNumber = false;
        const int number = year.toInt(&isNumber);
        if (isNumber && number >= 1900 && number <= 2199)
            return Period::year(number);
        throw Error(Error::Kind::Usage, tr("「%1」不是年份").arg(year), {}, tr("年份写四位数字，例如 --year 2021"));
    }
    if (const auto parsed = Period::parse(period))
        return *parsed;
    throw Error(Error::Kind::Usage, tr("期间「%1」读不懂").arg(period), {}, tr("可写 2021、2021-05、2021Q2、2021年1-10月"));
}

} // namespace mishutai::cli
