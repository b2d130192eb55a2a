#pragma once

#include "base/task_control.h"
#include "desk/data_set.h"

#include <QString>
#include <QStringList>

namespace mishutai::desk {

/// Examples that the program carries: "alliance-2021".
QStringList exampleNames();

/// Makes a data file and fills it with an example through the same use cases as a user's own data.
/// @throws Error Usage (no such example), Conflict (the file exists), Io, Cancelled; then there is no file
DataSetResult createExample(const QString &name, const QString &file, TaskControl &control = TaskControl::silent());

/// Removes a data file that has just been made and came to nothing, with all that stands beside it.
void removeDataFile(const QString &file);

} // namespace mishutai::desk
