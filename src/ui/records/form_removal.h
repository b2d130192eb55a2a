#pragma once

#include <QString>

#include <functional>

namespace mishutai::ui {

class Form;

/// A button at the end of a small form that takes away the record it changes, and closes the form.
/// @param remove may throw Error; then the form stays open and says why
void addRemoval(Form &form, const QString &label, std::function<void()> remove);

} // namespace mishutai::ui
