#pragma once

#include "base/ids.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace mishutai::db {
class Database;
}

namespace mishutai::session {

/// What an open form held.
struct Draft {
    DraftId id{0};
    QString form; ///< stable name of the form, "member"
    std::optional<qint64> objectId; ///< none: a new record
    QString content; ///< JSON, the form's own shape
    QDateTime savedAt; ///< UTC
};

/// Rows of drafts. Writes go inside a transaction.
class DraftRepository
{
public:
    explicit DraftRepository(const db::Database &database) : m_database(database) { }

    /// One draft a user, form and object: a later one takes the place of the earlier.
    DraftId put(
        UserId user, const QString &form, std::optional<qint64> objectId, const QString &content, const QDateTime &at) const;
    /// Newest first.
    std::vector<Draft> ofUser(UserId user) const;
    std::optional<Draft> find(UserId user, DraftId draft) const;
    void remove(UserId user, DraftId draft) const;
    void removeOfForm(UserId user, const QString &form, std::optional<qint64> objectId) const;

private:
    const db::Database &m_database;
};

} // namespace mishutai::session
