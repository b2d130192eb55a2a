#include "ui/common/list/views/saved_views.h"

#include <QJsonArray>

namespace mishutai::ui {

SavedViews::SavedViews(session::Session &session, const QString &listKey) : m_stored(session, "lists.views." + listKey.toLatin1())
{
}

std::vector<SavedView> SavedViews::all() const
{
    std::vector<SavedView> views;
    for (const QJsonObject &one : m_stored.all())
        views.push_back({one["name"].toString(),
            {one["columns"].toVariant().toStringList(), one["sorts"].toVariant().toStringList(), one["filters"].toString(),
                one["group"].toString()}});
    return views;
}

void SavedViews::save(const SavedView &view)
{
    m_stored.save({{"name", view.name}, {"columns", QJsonArray::fromStringList(view.arrangement.columns)},
        {"sorts", QJsonArray::fromStringList(view.arrangement.sorts)}, {"filters", view.arrangement.filters},
        {"group", view.arrangement.group}});
}

} // namespace mishutai::ui
