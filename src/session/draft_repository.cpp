#include "session/draft_repository.h"

#include "db/database.h"
#include "db/statement.h"
#include "session/instant.h"

namespace mishutai::session {

namespace {

Draft draftFrom(const db::Statement &row)
{
    return {row.id<DraftId>("id"), row.text("form"), row.optionalInteger("object_id"), row.text("content"),
        instantFromText(row.text("saved_at"))};
}

} // namespace

DraftId DraftRepository::put(
    UserId user, const QString &form, std::optional<qint64> objectId, const QString &content, const QDateTime &at) const
{
    removeOfForm(user, form, objectId);
    db::Statement statement(m_database,
        "INSERT INTO drafts (form, object_id, user_id, content, saved_at) "
        "VALUES (:form, :object_id, :user_id, :content, :saved_at)");
    statement.bind(":form", form)
        .bind(":object_id", objectId ? QVariant(*objectId) : QVariant())
        .bind(":user_id", user)
        .bind(":content", content)
        .bind(":saved_at", instantText(at))
        .execute();
    return DraftId(statement.insertedId());
}

std::vector<Draft> DraftRepository::ofUser(UserId user) const
{
    db::Statement statement(m_database,
        "SELECT id, form, object_id, content, saved_at FROM drafts WHERE user_id = :user_id ORDER BY saved_at DESC, id DESC");
    statement.bind(":user_id", user);
    std::vector<Draft> drafts;
    while (statement.next())
        drafts.push_back(draftFrom(statement));
    return drafts;
}

std::optional<Draft> DraftRepository::find(UserId user, DraftId draft) const
{
    db::Statement statement(
        m_database, "SELECT id, form, object_id, content, saved_at FROM drafts WHERE id = :id AND user_id = :user_id");
    statement.bind(":id", draft).bind(":user_id", user);
    return statement.next() ? std::optional(draftFrom(statement)) : std::nullopt;
}

void DraftRepository::remove(UserId user, DraftId draft) const
{
    db::Statement(m_database, "DELETE FROM drafts WHERE id = :id AND user_id = :user_id")
        .bind(":id", draft)
        .bind(":user_id", user)
        .execute();
}

void DraftRepository::removeOfForm(UserId user, const QString &form, std::optional<qint64> objectId) const
{
    db::Statement(
        m_database, "DELETE FROM drafts WHERE user_id = :user_id AND form = :form AND coalesce(object_id, 0) = :object_id")
        .bind(":user_id", user)
        .bind(":form", form)
        .bind(":object_id", objectId.value_or(0))
        .execute();
}

} // namespace mishutai::session
