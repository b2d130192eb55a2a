#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace mishutai::db {
class Database;
}
namespace mishutai::session {
class Work;
}

namespace mishutai::desk {

/// A letter of the office's own, as it is stored.
struct StoredLetter {
    qint64 id;
    int revision;
    QString name; ///< 感谢函
    QString source; ///< docs/report-templates.md
};

/// Rows of letter_templates.
class LetterTemplateRepository
{
public:
    explicit LetterTemplateRepository(const db::Database &database) : m_database(database) { }

    std::vector<StoredLetter> all() const; ///< by name
    std::optional<StoredLetter> find(const QString &name) const;
    std::optional<StoredLetter> find(qint64 id) const;
    qint64 insert(session::Work &work, const QString &name, const QString &source) const;
    /// @return the revision afterwards. @throws Error Conflict
    int update(session::Work &work, const StoredLetter &stored, const QString &name, const QString &source) const;
    void remove(session::Work &work, const StoredLetter &stored) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::desk
