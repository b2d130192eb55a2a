#pragma once

#include "base/task_control.h"
#include "evidence/store/media.h"

#include <QString>

namespace mishutai::evidence {

/// Copies an object to a file of the user's choice, which it replaces as a whole, for others to have: a photo goes without the
/// place where it was taken. The object itself stays as it is.
/// @return whether there was a place to take away @throws Error Io, Cancelled; then the target is as it was
bool saveCopy(const QString &object, const QString &target, Media media, TaskControl &control = TaskControl::silent());

} // namespace mishutai::evidence
