#pragma once

#include "base/period.h"
#include "cli/arguments.h"

namespace mishutai::cli {

/// The span of --period, or the year of --year. @throws Error Usage without either, with both, or unreadable
Period periodOption(const Arguments &arguments);

} // namespace mishutai::cli
