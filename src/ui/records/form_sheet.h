#pragma once

#include "ui/common/overlay.h"

#include <memory>
#include <optional>

namespace mishutai::session {
class Session;
}

namespace mishutai::ui {

class Form;
class FormDrafts;

/// A small form over the window: closing a case, a reason. Saved, it goes; left, by a click elsewhere too, it goes and what was
/// typed is there again when it is opened for the same record.
class FormSheet : public Overlay
{
    Q_OBJECT

public:
    /// Takes ownership of the form and shows it. @param owner whose window shows it
    /// @param key and objectId name the draft (FormDrafts)
    FormSheet(std::unique_ptr<Form> form, session::Session &session, const QString &key, std::optional<qint64> objectId,
        QWidget *owner);
    ~FormSheet() override;

private:
    FormDrafts *m_drafts;
};

} // namespace mishutai::ui
