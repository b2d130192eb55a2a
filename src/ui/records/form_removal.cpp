#include "ui/records/form_removal.h"

#include "ui/common/form.h"
#include "ui/common/guarded.h"

#include <QPushButton>

namespace mishutai::ui {

void addRemoval(Form &form, const QString &label, std::function<void()> remove)
{
    auto *button = new QPushButton(label, &form);
    QObject::connect(button, &QPushButton::clicked, &form, [&form, remove = std::move(remove)] {
        if (guarded(&form, remove)) {
            form.markUnchanged();
            Q_EMIT form.saved(false);
        }
    });
    form.addWidget(button);
}

} // namespace mishutai::ui
