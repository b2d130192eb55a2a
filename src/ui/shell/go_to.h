#pragma once

#include "ui/common/fields/suggest_popup.h"
#include "ui/common/overlay.h"

#include <QElapsedTimer>
#include <QTimer>

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
    /// Reads some milliseconds on of what is searched. @return whether more is to be read
    using Read = std::function<bool()>;

    /// @param read may be empty; while it has more to read, hits are those of what was read
    GoTo(Find find, Read read, QWidget *owner);
    void open();
    QLineEdit *edit() const { return m_edit; }

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void search();
    void readOn();
    void take();

    Find m_find;
    Read m_read;
    QTimer m_reading; ///< runs while there is more to read, between the keys
    QElapsedTimer m_searched;
    bool m_isAwaited = false; ///< Enter before everything was read
    QLineEdit *m_edit;
    SuggestPopup *m_popup;
    std::vector<GoToHit> m_hits;
};

} // namespace mishutai::ui
