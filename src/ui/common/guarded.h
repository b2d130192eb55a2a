#pragma once

#include <functional>

class QWidget;

namespace mishutai {
class Error;
}

namespace mishutai::ui {

/// Runs what a slot does. No exception leaves it: an Error is shown as problem, cause and remedy in the window of `where` and
/// logged by kind and place in the source only. Cancelled is no fault and shows a neutral line.
/// @return whether `action` went through
bool guarded(QWidget *where, const std::function<void()> &action);

/// As guarded, but faults with fields go to `onFault` first; what it returns true for is not shown as a message.
bool guarded(QWidget *where, const std::function<void()> &action, const std::function<bool(const Error &)> &onFault);

} // namespace mishutai::ui
