#pragma once

#include "cli/arguments.h"
#include "desk/application.h"

#include <memory>

namespace mishutai::cli {

/// The data file of --db with the user of --user. @throws Error Usage without --db, and as Application::open
std::unique_ptr<desk::Application> openFile(const Arguments &arguments, desk::Access access, TaskControl &control);

} // namespace mishutai::cli
