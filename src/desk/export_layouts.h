#pragma once

#include "desk/list_export.h"
#include "office/named_settings.h"

namespace mishutai::desk {

/// How a list leaves for one receiver (「报科协」): which columns in which order under which headers, what for, and as what file.
struct ExportLayout {
    QString name;
    QStringList columns; ///< keys
    QStringList headers; ///< beside columns; an empty one stands for the list's own
    QString purpose;
    QString ending; ///< "xlsx" or "csv"
    bool operator==(const ExportLayout &) const = default;
};

/// The layouts of one list. They stand in the data file: all who work with it share them. Saving and removing are use cases that
/// can be undone.
class ExportLayouts
{
public:
    ExportLayouts(session::Session &session, const QString &listKey);

    std::vector<ExportLayout> all() const; ///< in the order in which they were made
    /// @throws Error NotFound, naming those there are
    ExportLayout get(const QString &name) const;
    /// Adds a layout or takes the place of the one with its name.
    /// @throws Error Validation (no name, no columns), Forbidden, Storage
    void save(const ExportLayout &layout);
    /// @throws Error Forbidden, Storage
    void remove(const QString &name) { m_stored.remove(name); }
    bool maySave() const { return m_stored.maySave(); }

private:
    office::NamedSettings m_stored;
};

/// Lays the list out. Columns that the list no longer has are left out. @throws Error Validation when none is left
void apply(const ExportLayout &layout, ListExport &list);

} // namespace mishutai::desk
