#include "office/named_settings.h"

#include "db/database.h"
#include "office/settings.h"
#include "session/session.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace mishutai::office {

namespace {

QString nameOf(const QJsonObject &one)
{
    return one["name"].toString();
}

} // namespace

NamedSettings::NamedSettings(session::Session &session, QByteArray key) : m_session(session), m_key(std::move(key)) { }

bool NamedSettings::maySave() const
{
    return m_session.may(session::Operation::SettingEdit) && m_session.database().isWritable();
}

std::vector<QJsonObject> NamedSettings::all() const
{
    const SettingKey<QString> key{m_key.constData(), {}};
    const QJsonDocument stored = QJsonDocument::fromJson(Settings(m_session).get(key).toUtf8());
    std::vector<QJsonObject> all;
    for (const QJsonValue &value : stored.array())
        all.push_back(value.toObject());
    return all;
}

void NamedSettings::save(const QJsonObject &one)
{
    std::vector<QJsonObject> known = all();
    const auto same = std::ranges::find(known, nameOf(one), nameOf);
    if (same != known.end())
        *same = one;
    else
        known.push_back(one);
    write(known);
}

void NamedSettings::remove(const QString &name)
{
    std::vector<QJsonObject> known = all();
    std::erase_if(known, [&name](const QJsonObject &one) { return nameOf(one) == name; });
    write(known);
}

void NamedSettings::write(const std::vector<QJsonObject> &all)
{
    QJsonArray stored;
    for (const QJsonObject &one : all)
        stored.append(one);
    const SettingKey<QString> key{m_key.constData(), {}};
    Settings(m_session).set(key, QString::fromUtf8(QJsonDocument(stored).toJson(QJsonDocument::Compact)));
}

} // namespace mishutai::office
