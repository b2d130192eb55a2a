#include "ui/common/form.h"
#include "ui/common/guarded.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/common/list_page.h"
#include "ui/common/look/theme.h"
#include "ui/common/message_bar.h"

#include "db/database.h"
#include "db/file/write_gate.h"
#include "db/lists/list_definition.h"
#include "session/drafts.h"
#include "session/history/change_history.h"

#include <QSplitter>
#include <QStackedWidget>

#include <cstdlib>
#include <utility>

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
        if (const auto take = takesRows()) {
            m_form->setTakeRows([this, take](const QString &rows) {
                formLeft();
                take(rows);
            });
        }
        connect(m_form, &Form::saved, this, &ListPage::formSaved);
        connect(m_form, &Form::left, this, &ListPage::formLeft);
        connect(m_form, &Form::draftDue, this, &ListPage::keepDraftWhenFree);
        m_side->addWidget(m_form);
        m_side->setCurrentWidget(m_form);
        makeRoomForForm();
        m_form->focusFirst();
        resumeDraft();
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
    giveRoomBack();
}

void ListPage::makeRoomForForm()
{
    const QList<int> sizes = m_splitter->sizes();
    const int wanted = px(430);
    const int all = sizes[0] + sizes[1];
    if (!m_sizesBefore.isEmpty() || sizes[1] >= wanted || all < 2 * wanted)
        return;
    m_sizesBefore = sizes;
    m_splitter->setSizes({all - wanted, wanted});
}

void ListPage::giveRoomBack()
{
    // Where somebody dragged it meanwhile it stays.
    const bool isAsGiven = !m_sizesBefore.isEmpty() && std::abs(m_splitter->sizes()[1] - px(430)) <= 1;
    const QList<int> before = std::exchange(m_sizesBefore, {});
    if (isAsGiven)
        m_splitter->setSizes(before);
}

void ListPage::formSaved(bool addsAnother)
{
    guarded(this, [this] {
        if (keepsDrafts())
            session::Drafts(m_session).discard(m_definition.key, m_formId);
    });
    const bool isNew = !m_formId;
    closeForm();
    tellSaved(isNew);
    if (addsAnother) {
        openForm(std::nullopt);
    } else {
        showCurrent();
        m_panel->view()->setFocus();
    }
}

void ListPage::tellSaved(bool isNew)
{
    const std::optional<qint64> id = std::exchange(m_savedId, std::nullopt);
    ListModel *model = m_panel->model();
    model->reload();
    if (!id || !model->state().isFiltered()) {
        MessageArea::of(this).saved(tr("已保存"));
        return;
    }
    if (model->isSettled()) {
        tellPlace(*id, isNew);
        return;
    }
    // A long list knows only after its second step whether the record is in it.
    auto *waiting = new QObject(this);
    connect(model, &ListModel::loaded, waiting, [this, model, waiting, id = *id, isNew] {
        if (!model->isSettled())
            return;
        QObject::disconnect(model, nullptr, waiting, nullptr);
        waiting->deleteLater();
        tellPlace(id, isNew);
    });
}

void ListPage::tellPlace(qint64 id, bool isNew)
{
    MessageArea &messages = MessageArea::of(this);
    if (m_panel->model()->rowOf(id)) {
        messages.saved(tr("已保存"));
        return;
    }
    guarded(this, [&] {
        const QString said = isNew ? tr("已新增 %1，不在当前筛选里") : tr("已保存 %1，不在当前筛选里");
        messages.offer(said.arg(labelOf(id)), tr("查看"), [this, id] { reveal(key(), id); });
    });
}

void ListPage::noteLastChange()
{
    const auto last = session::ChangeHistory(m_session).lastBatch();
    m_batchBefore = last ? last->batch.value() : 0;
}

void ListPage::tellChange(const QString &said)
{
    showCurrent();
    const auto last = session::ChangeHistory(m_session).lastBatch();
    if ((last ? last->batch.value() : 0) == m_batchBefore)
        return MessageArea::of(this).done(tr("没有改动"));
    MessageArea::of(this).closeOvercome();
    MessageArea::of(this).done(said, undoOfLastChange());
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
        if (m_form && !m_form->isChanged()) {
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

void ListPage::keepDraftWhenFree()
{
    // An import in another thread may write for seconds; typing does not wait for it.
    if (m_session.database().gate().isBusy())
        m_form->askForDraftLater();
    else
        keepDraft();
}

/// What was not saved comes back by itself: only the user throws it away, never the next thing that is typed.
void ListPage::resumeDraft()
{
    if (!keepsDrafts())
        return;
    for (const session::Draft &draft : session::Drafts(m_session).list()) {
        if (draft.form != m_definition.key || draft.objectId != m_formId)
            continue;
        m_form->restoreDraft(draft.content.toUtf8());
        m_form->focusFirst();
        m_form->showNotice(tr("已取回 %1 没有保存的内容").arg(draft.savedAt.toLocalTime().toString("M月d日 HH:mm")),
            tr("放弃，从头填"), [this, id = draft.id, object = m_formId] {
                session::Drafts(m_session).discard(id);
                closeForm();
                openForm(object);
            });
        return;
    }
}

} // namespace mishutai::ui
