#pragma once

#include "ui/common/overlay.h"

#include <memory>

namespace mishutai::ui {

class Form;

/// A small form over the window: closing a case, a reason. Saved or left, it goes.
class FormSheet : public Overlay
{
    Q_OBJECT

public:
    /// Takes ownership of the form and shows it. @param owner whose window shows it
    FormSheet(std::unique_ptr<Form> form, QWidget *owner);
};

} // namespace mishutai::ui
