#pragma once

#include "ui/common/list/views/saved_views.h"
#include "ui/common/overlay.h"

class QLineEdit;
class QListWidget;

namespace mishutai::ui {

/// The saved views of a list: type a name or its initials, or its number, Enter takes it. A name that is new keeps the list as it
/// stands under it; Del removes the chosen one.
class ViewSheet : public Overlay
{
    Q_OBJECT

public:
    ViewSheet(SavedViews views, QWidget *owner);
    void focusSearch();

Q_SIGNALS:
    void chosen(const mishutai::ui::SavedView &view);
    void allAsked(); ///< 全部: no filter, columns as the list has them
    void keepAsked(const QString &name);
    void removeAsked(const QString &name);

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void fill();
    void take();
    bool keyPressed(QKeyEvent *event, QObject *object);

    SavedViews m_views;
    std::vector<SavedView> m_all;
    QLineEdit *m_search;
    QListWidget *m_list;
};

} // namespace mishutai::ui
