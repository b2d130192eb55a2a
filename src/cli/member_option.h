#pragma once

#include "base/ids.h"
#include "cli/arguments.h"

#include <QDate>

#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::cli {

/// The members of --members CODE,CODE in that order. @throws Error Usage without the option, NotFound for an unknown code
std::vector<MemberId> membersOption(const Arguments &arguments, session::Session &session);

/// The day of an option; without it `otherwise`. @throws Error Usage for a text that is no date
QDate dayOption(const Arguments &arguments, const QString &name, QDate otherwise, QDate today);

} // namespace mishutai::cli
