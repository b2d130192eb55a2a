#pragma once

#include "base/ids.h"

#include <QDate>
#include <QString>

namespace mishutai::finance {

/// A year that is kept on the books, and the chart it is kept by.
struct FiscalYear {
    int year = 0;
    QString chart;
    bool isOpen = true;
};

/// One month of a fiscal year (会计期间).
struct AccountingMonth {
    PeriodId id{0};
    int revision = 1;
    int year = 0;
    int month = 0;
    QString chart;
    bool isOpen = true;
    bool isYearOpen = true;
    bool takesVouchers() const { return isOpen && isYearOpen; }
    QDate firstDay() const { return QDate(year, month, 1); }
    QDate lastDay() const { return QDate(year, month, firstDay().daysInMonth()); }
};

} // namespace mishutai::finance
