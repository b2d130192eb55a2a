#pragma once

#include <QStringList>

namespace mishutai::desk {

/// Names of what the sheets and lists of members and units have in every data file: no field of the office's own may bear one.
QStringList takenFieldNames();

} // namespace mishutai::desk
