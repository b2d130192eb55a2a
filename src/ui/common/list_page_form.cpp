#include "ui/common/form.h"
#include "ui/common/guarded.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/common/list_page.h"
#include "ui/common/message_bar.h"

#include "db/database.h"
#include "db/list_definition.h"
#include "session/drafts.h"

#include <QStackedWidget>

namespace mishutai::ui {

void ListPage::openForm(std::optional<qint64> id)
{
    const std::optional<session::Operation> needed = id ? m_toEdit : m_toCreate;
    if (!needed || !m_session.may(*needed))
        return;
    if (m_form) {
        if (m_formId == id) {
            m_form->focusFirst();
            return;
        }
        keepDraft();
        closeForm();
    }
    guarded(this, [&] {
        std::unique_ptr<Form> form = makeForm(id);
        if (!form)
            return;
        m_form = form.release();
        m_formId = id;
        m_form->setSavesAndAdds(!id);
        m_form->markUnchanged();
        connect(m_form, &Form::saved, this, &ListPage::formSaved);
        connect(m_form, &Form::left, this, &ListPage::formLeft);
        connect(m_form, &Form::draftDue, this, &ListPage::keepDraft);
        m_side->addWidget(m_form);
        m_side->setCurrentWidget(m_form);
        m_form->focusFirst();
        offerDraft();
    });
}

void ListPage::closeForm()
{
    if (!m_form)
        return;
    m_side->setCurrentIndex(0);
    m_side->removeWidget(m_form);
    m_form->hide();
    m_form->deleteLater();
    m_form = nullptr;
    m_formId.reset();
}

void ListPage::formSaved(bool addsAnother)
{
    guarded(this, [this] {
        if (keepsDrafts())
            session::Drafts(m_session).discard(m_definition.key, m_formId);
    });
    closeForm();
    MessageArea::of(this).saved(tr("已保存"));
    m_panel->model()->reload();
    if (addsAnother) {
        openForm(std::nullopt);
    } else {
        showCurrent();
        m_panel->view()->setFocus();
    }
}

void ListPage::formLeft()
{
    const bool hasDraft = m_form && m_form->isChanged();
    const std::optional<qint64> id = m_formId;
    const QByteArray content = hasDraft ? m_form->draft() : QByteArray();
    keepDraft();
    closeForm();
    showCurrent();
    m_panel->view()->setFocus();
    if (!hasDraft)
        return;
    MessageArea::of(this).offer(tr("表单已收起，填写的内容留作草稿"), tr("继续填写"), [this, id, content] {
        openForm(id);
        if (m_form) {
            m_form->restoreDraft(content);
            m_form->focusFirst();
        }
    });
}

bool ListPage::keepsDrafts() const
{
    return m_session.may(session::Operation::DraftKeep) && m_session.database().isWritable();
}

void ListPage::keepDraft()
{
    if (!m_form || !m_form->isChanged() || !keepsDrafts())
        return;
    guarded(this, [this] { session::Drafts(m_session).save(m_definition.key, m_formId, QString::fromUtf8(m_form->draft())); });
}

void ListPage::offerDraft()
{
    if (!keepsDrafts())
        return;
    const session::Drafts drafts(m_session);
    for (const session::Draft &draft : drafts.list()) {
        if (draft.form != m_definition.key || draft.objectId != m_formId)
            continue;
        const QString when = draft.savedAt.toLocalTime().toString("M月d日 HH:mm");
        const QByteArray content = draft.content.toUtf8();
        Form *form = m_form;
        MessageArea::of(this).offer(tr("有一份没有保存的内容（%1）").arg(when), tr("取回"), [this, form, content] {
            if (m_form != form)
                return;
            m_form->restoreDraft(content);
            m_form->focusFirst();
        });
        return;
    }
}

} // namespace mishutai::ui
