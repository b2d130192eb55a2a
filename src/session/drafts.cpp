#include "session/drafts.h"

#include "base/error.h"
#include "db/transaction.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace mishutai::session {

DraftId Drafts::save(const QString &form, std::optional<qint64> objectId, const QString &content)
{
    m_session.require(Operation::DraftKeep);
    if (QJsonDocument::fromJson(content.toUtf8()).isNull())
        throw Error(Error::Kind::Validation, QCoreApplication::translate("Drafts", "草稿没有保存"),
            QCoreApplication::translate("Drafts", "内容不是JSON"));
    db::Transaction transaction(m_session.database());
    const DraftId draft
        = DraftRepository(m_session.database()).put(m_session.user().id, form, objectId, content, m_session.clock().now());
    transaction.commit();
    return draft;
}

std::vector<Draft> Drafts::list() const
{
    m_session.require(Operation::DraftKeep);
    return DraftRepository(m_session.database()).ofUser(m_session.user().id);
}

std::optional<Draft> Drafts::take(DraftId draft)
{
    m_session.require(Operation::DraftKeep);
    db::Transaction transaction(m_session.database());
    const DraftRepository drafts(m_session.database());
    std::optional<Draft> taken = drafts.find(m_session.user().id, draft);
    drafts.remove(m_session.user().id, draft);
    transaction.commit();
    return taken;
}

void Drafts::discard(DraftId draft)
{
    take(draft);
}

void Drafts::discard(const QString &form, std::optional<qint64> objectId)
{
    m_session.require(Operation::DraftKeep);
    db::Transaction transaction(m_session.database());
    DraftRepository(m_session.database()).removeOfForm(m_session.user().id, form, objectId);
    transaction.commit();
}

} // namespace mishutai::session
