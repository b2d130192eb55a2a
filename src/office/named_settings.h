#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::office {

/// Things of the office that have a name of its own choosing and stand under one setting: the saved views of a list, its export
/// layouts. Each is an object with a "name". They stand in the data file: all who work with it share them. Saving and removing
/// are use cases that can be undone.
class NamedSettings
{
public:
    /// @param key of the setting, "room.things.of"
    NamedSettings(session::Session &session, QByteArray key);

    std::vector<QJsonObject> all() const; ///< in the order in which they were made
    /// Adds one or takes the place of the one with its name. @throws Error (Forbidden | Storage)
    void save(const QJsonObject &one);
    /// @throws Error (Forbidden | Storage)
    void remove(const QString &name);
    bool maySave() const;

private:
    void write(const std::vector<QJsonObject> &all);

    session::Session &m_session;
    QByteArray m_key;
};

} // namespace mishutai::office
