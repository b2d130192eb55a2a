#pragma once

#include "ui/common/fields/suggest_popup.h"
#include "ui/common/overlay.h"

#include <functional>

class QLineEdit;

namespace mishutai::ui {

/// One thing that Ctrl+K finds.
struct GoToHit {
    QString label;
    QString note; ///< which list, or the keys of a command
    QString iconName;
    std::function<void()> open;
};

/// Ctrl+K: one field for pages, commands and every record.
class GoTo : public Overlay
{
    Q_OBJECT

public:
    using Find = std::function<std::vector<GoToHit>(const QString &typed)>;

    GoTo(Find find, QWidget *owner);
    void open();
    QLineEdit *edit() const { return m_edit; }

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void search();
    void take();

    Find m_find;
    QLineEdit *m_edit;
    SuggestPopup *m_popup;
    std::vector<GoToHit> m_hits;
};

} // namespace mishutai::ui
