#include "ui/common/list/saved_views.h"

#include "db/database.h"
#include "office/settings.h"
#include "session/session.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace mishutai::ui {

SavedViews::SavedViews(session::Session &session, QString listKey)
    : m_session(session), m_key("lists.views." + listKey.toLatin1())
{
}

bool SavedViews::maySave() const
{
    return m_session.may(session::Operation::SettingEdit) && m_session.database().isWritable();
}

std::vector<SavedView> SavedViews::all() const
{
    const office::SettingKey<QString> key{m_key.constData(), {}};
    const QJsonDocument stored = QJsonDocument::fromJson(office::Settings(m_session).get(key).toUtf8());
    std::vector<SavedView> views;
    for (const QJsonValue &value : stored.array()) {
        const QJsonObject one = value.toObject();
        views.push_back({one["name"].toString(),
            {one["columns"].toVariant().toStringList(), one["sorts"].toVariant().toStringList(), one["filters"].toString()}});
    }
    return views;
}

void SavedViews::write(const std::vector<SavedView> &views)
{
    QJsonArray stored;
    for (const SavedView &view : views)
        stored.append(QJsonObject{{"name", view.name}, {"columns", QJsonArray::fromStringList(view.arrangement.columns)},
            {"sorts", QJsonArray::fromStringList(view.arrangement.sorts)}, {"filters", view.arrangement.filters}});
    const office::SettingKey<QString> key{m_key.constData(), {}};
    office::Settings(m_session).set(key, QString::fromUtf8(QJsonDocument(stored).toJson(QJsonDocument::Compact)));
}

void SavedViews::save(const SavedView &view)
{
    std::vector<SavedView> views = all();
    const auto known = std::ranges::find(views, view.name, &SavedView::name);
    if (known != views.end())
        *known = view;
    else
        views.push_back(view);
    write(views);
}

void SavedViews::remove(const QString &name)
{
    std::vector<SavedView> views = all();
    std::erase_if(views, [&name](const SavedView &view) { return view.name == name; });
    write(views);
}

} // namespace mishutai::ui
