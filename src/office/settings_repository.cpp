#include "office/settings_repository.h"

#include "db/database.h"
#include "db/statement.h"
#include "session/work.h"

namespace mishutai::office {

std::optional<QString> SettingsRepository::find(const QString &key) const
{
    db::Statement row(m_database, "SELECT value FROM settings WHERE key = :key");
    row.bind(":key", key);
    return row.next() ? std::optional(row.text("value")) : std::nullopt;
}

void SettingsRepository::put(session::Work &work, const QString &key, const QString &value) const
{
    db::Statement row(m_database, "SELECT id, revision FROM settings WHERE key = :key");
    row.bind(":key", key);
    if (row.next())
        work.update("settings", row.integer("id"), static_cast<int>(row.integer("revision")), {{"value", value}});
    else
        work.insert("settings", {{"key", key}, {"value", value}});
}

} // namespace mishutai::office
