#pragma once

#include "office/named_settings.h"
#include "ui/common/list/list_view.h"

namespace mishutai::ui {

/// A list as somebody arranged it for a task: columns, sorts, filters and grouping under a name (「报科协」).
struct SavedView {
    QString name;
    ListArrangement arrangement;
};

/// The views of one list. They stand in the data file: all who work with it share them. Saving and removing are use cases that
/// can be undone. GUI thread.
class SavedViews
{
public:
    SavedViews(session::Session &session, const QString &listKey);

    std::vector<SavedView> all() const; ///< in the order in which they were made
    /// Adds a view or takes the place of the one with its name. @throws Error (Forbidden | Storage)
    void save(const SavedView &view);
    /// @throws Error (Forbidden | Storage)
    void remove(const QString &name) { m_stored.remove(name); }
    bool maySave() const { return m_stored.maySave(); }

private:
    office::NamedSettings m_stored;
};

} // namespace mishutai::ui
