#pragma once

#include <QString>

namespace mishutai::session {
class Session;
}

namespace mishutai::test {

/// Fills a new data file through its sheets with records of 2020 to 2022 that a seed decides: units, members who leave, events of
/// every status, exact and inexact quantities and X, cases, posted and draft entries, observations and targets.
void enterRandomRecords(session::Session &session, unsigned seed);

} // namespace mishutai::test
