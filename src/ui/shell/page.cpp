#include "ui/shell/page.h"

namespace mishutai::ui {

bool Page::reveal(const QString &, qint64)
{
    return false;
}

bool Page::showRows(const QString &, const std::vector<qint64> &, const QString &)
{
    return false;
}

} // namespace mishutai::ui
