#include "ui/records/form_drafts.h"

#include "db/database.h"
#include "session/drafts.h"
#include "ui/common/form.h"
#include "ui/common/guarded.h"
#include "ui/common/message_bar.h"

namespace mishutai::ui {

FormDrafts::FormDrafts(Form *form, session::Session &session, const QString &key, std::optional<qint64> objectId)
    : QObject(form), m_form(form), m_session(session), m_key(key), m_objectId(objectId)
{
    connect(form, &Form::draftDue, this, &FormDrafts::keep);
    connect(form, &Form::saved, this, &FormDrafts::discard);
}

bool FormDrafts::isAllowed() const
{
    return m_session.may(session::Operation::DraftKeep) && m_session.database().isWritable();
}

bool FormDrafts::restore()
{
    bool isRestored = false;
    if (!isAllowed())
        return false;
    guarded(m_form, [&] {
        for (const session::Draft &draft : session::Drafts(m_session).list()) {
            if (draft.form != m_key || draft.objectId != m_objectId)
                continue;
            m_form->restoreDraft(draft.content.toUtf8());
            isRestored = true;
            break;
        }
    });
    if (isRestored)
        MessageArea::of(m_form).done(tr("接着上次没有保存的内容"));
    return isRestored;
}

void FormDrafts::keep()
{
    if (m_form->isChanged() && isAllowed())
        guarded(m_form, [this] { session::Drafts(m_session).save(m_key, m_objectId, QString::fromUtf8(m_form->draft())); });
}

void FormDrafts::discard()
{
    if (isAllowed())
        guarded(m_form, [this] { session::Drafts(m_session).discard(m_key, m_objectId); });
}

} // namespace mishutai::ui
