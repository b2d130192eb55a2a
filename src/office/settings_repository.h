#pragma once

#include <QString>

#include <optional>

namespace mishutai::db {
class Database;
}
namespace mishutai::session {
class Work;
}

namespace mishutai::office {

/// Rows of settings.
class SettingsRepository
{
public:
    explicit SettingsRepository(const db::Database &database) : m_database(database) { }

    std::optional<QString> find(const QString &key) const;
    void put(session::Work &work, const QString &key, const QString &value) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::office
