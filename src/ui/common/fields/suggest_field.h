#pragma once

#include "ui/common/fields/field.h"
#include "ui/common/fields/suggest_popup.h"

namespace mishutai::ui {

/// A line that offers while it is typed into. ↓ opens all offers, Enter takes the marked one, Escape closes the list.
class SuggestField : public LineField
{
    Q_OBJECT

public:
    explicit SuggestField(QWidget *parent = nullptr);

    bool finish() override;
    bool dropOpen() override;
    SuggestPopup *popup() const { return m_popup; }

protected:
    /// Best first. @param typed empty when all are asked for
    virtual std::vector<Suggestion> suggestions(const QString &typed) const = 0;
    virtual void take(const Suggestion &suggestion) = 0;
    bool keyPressed(QKeyEvent *event) override;

private:
    void offer(const QString &typed);
    void takeCurrent();

    SuggestPopup *m_popup;
};

} // namespace mishutai::ui
