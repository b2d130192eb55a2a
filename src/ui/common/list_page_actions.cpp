#include "ui/common/detail_pane.h"
#include "ui/common/guarded.h"
#include "ui/common/list/empty_state.h"
#include "ui/common/list/list_footer.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/common/list/search_field.h"
#include "ui/common/list/views/saved_views.h"
#include "ui/common/list_page.h"
#include "ui/common/look/icons.h"
#include "ui/common/look/style.h"
#include "ui/common/message_bar.h"

#include "session/history/change_history.h"
#include "session/session.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>

namespace mishutai::ui {

void ListPage::addKeys()
{
    const auto onKey = [this](const QKeySequence &keys, std::function<void()> run) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, std::move(run));
    };
    const auto search = [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    };
    onKey(QKeySequence::Find, search);
    onKey(Qt::Key_F3, search);
    onKey(Qt::Key_F5, [this] { refresh(); });
    onKey(Qt::CTRL | Qt::Key_N, [this] {
        if (m_toCreate && m_session.may(*m_toCreate))
            openForm(std::nullopt);
    });
    onKey(Qt::Key_F2, [this] {
        const std::vector<qint64> ids = m_panel->view()->selectedIds();
        if (ids.size() > 1 && editSeveral(ids))
            return;
        if (const auto id = m_panel->view()->currentId())
            openForm(id);
    });
    onKey(Qt::CTRL | Qt::SHIFT | Qt::Key_C, [this] { quickCopy(); });
    onKey(Qt::CTRL | Qt::Key_PageDown, [this] { turnLeaf([this] { m_detail->turnTab(1); }); });
    onKey(Qt::CTRL | Qt::Key_PageUp, [this] { turnLeaf([this] { m_detail->turnTab(-1); }); });
    for (int leaf = 0; leaf < 9; ++leaf)
        onKey(Qt::ALT | Qt::Key(Qt::Key_1 + leaf), [this, leaf] { turnLeaf([this, leaf] { m_detail->showTab(leaf); }); });
    onKey(Qt::ALT | Qt::Key_V, [this] { m_panel->openViews(); });
    onKey(Qt::ALT | Qt::Key_L, [this] { m_panel->openColumns(); });
    onKey(Qt::CTRL | Qt::SHIFT | Qt::Key_W, [this] { m_panel->footer()->switchUnit(); });
    auto *remove = new QShortcut(QKeySequence::Delete, m_panel->view());
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &ListPage::askRemoval);
    // For keyboards without a menu key; on X11 the toolkit knows that one only.
    auto *menu = new QShortcut(Qt::SHIFT | Qt::Key_F10, m_panel->view());
    menu->setContext(Qt::WidgetShortcut);
    connect(menu, &QShortcut::activated, this,
        [this, view = m_panel->view()] { openMenu(view->visualRect(view->currentIndex()).bottomLeft()); });
}

void ListPage::turnLeaf(const std::function<void()> &turn)
{
    // First, so that a leaf that goes does not take the focus for kept.
    if (m_detail->isAncestorOf(QApplication::focusWidget()))
        m_panel->view()->setFocus();
    turn();
    QWidget *keys = m_detail->leafKeys();
    if (keys && !m_form)
        keys->setFocus(Qt::ShortcutFocusReason);
}

bool ListPage::editSeveral(const std::vector<qint64> &)
{
    return false;
}

std::vector<PageCommand> ListPage::commands() const
{
    std::vector<PageCommand> commands;
    for (const SavedView &view : m_panel->views())
        commands.push_back({view.name, tr("视图"), [panel = m_panel, view] { panel->showView(view); }});
    return commands;
}

std::vector<PageKey> ListPage::keys() const
{
    std::vector<PageKey> keys;
    for (const RecordAction &action : m_actions) {
        if (!action.shortcut.isEmpty())
            keys.push_back({action.shortcut, action.label});
    }
    if (m_quickCopy)
        keys.push_back({Qt::CTRL | Qt::SHIFT | Qt::Key_C, m_quickCopyLabel});
    return keys;
}

void ListPage::offerForm(const QString &newLabel, session::Operation toCreate, session::Operation toEdit)
{
    m_toCreate = toCreate;
    m_toEdit = toEdit;
    if (!m_session.may(toCreate))
        return;
    m_new = new QPushButton(iconOnAccent("add"), newLabel, this);
    setLook(m_new, "primary");
    m_new->setToolTip(tr("Ctrl+N"));
    connect(m_new, &QPushButton::clicked, this, [this] { openForm(std::nullopt); });
    m_buttons->addWidget(m_new);
    m_panel->neverFilled()->setActions(newLabel, [this] { openForm(std::nullopt); });
}

void ListPage::offerRemoval(session::Operation operation, std::function<void(const std::vector<qint64> &)> run)
{
    if (m_session.may(operation))
        m_removal = RecordAction{tr("删除"), "delete", QKeySequence::Delete, operation, /*takesSeveral=*/true, std::move(run)};
}

QPushButton *ListPage::addToolButton(const QString &label, const QString &iconName, std::function<void()> run)
{
    auto *button = new QPushButton(icon(iconName), label, this);
    connect(button, &QPushButton::clicked, this, [this, run = std::move(run)] { guarded(this, run); });
    // The coloured button stays the last.
    m_buttons->insertWidget(m_new ? m_buttons->count() - 1 : m_buttons->count(), button);
    return button;
}

void ListPage::offerImport(session::Operation operation, std::function<void()> run)
{
    if (!m_session.may(operation))
        return;
    addToolButton(tr("导入"), "import", run)->setToolTip(tr("从 Excel、WPS、CSV 导入"));
    if (m_startsByForm)
        return;
    const bool canAdd = m_new != nullptr;
    m_panel->neverFilled()->setActions(
        tr("导入名单"), [this, run] { guarded(this, run); }, canAdd ? m_new->text() : QString(),
        canAdd ? std::function<void()>([this] { openForm(std::nullopt); }) : std::function<void()>());
}

void ListPage::offerExport(session::Operation operation, std::function<void()> run)
{
    if (m_session.may(operation))
        addToolButton(tr("导出"), "export", std::move(run))->setToolTip(tr("按当前列表导出"));
}

void ListPage::offerQuickCopy(const QString &label, std::function<QString(qint64)> text)
{
    m_quickCopyLabel = label;
    m_quickCopy = std::move(text);
}

void ListPage::addRecordAction(RecordAction action)
{
    if (!m_session.may(action.operation))
        return;
    if (!action.shortcut.isEmpty()) {
        auto *shortcut = new QShortcut(action.shortcut, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, action] { runAction(action); });
    }
    m_actions.push_back(std::move(action));
}

void ListPage::runAction(const RecordAction &action)
{
    const std::vector<qint64> ids = m_panel->view()->selectedIds();
    if (ids.empty())
        return;
    if (ids.size() > 1 && !action.takesSeveral) {
        MessageArea::of(this).done(tr("「%1」一次只能办一条，现在选中了 %2 条").arg(action.label).arg(ids.size()));
        return;
    }
    if (guarded(this, [&] { action.run(ids); }))
        refresh();
}

void ListPage::askRemoval()
{
    const std::vector<qint64> ids = m_panel->view()->selectedIds();
    if (!m_removal || ids.empty())
        return;
    if (m_form || !m_detail->leafKeys()) {
        removeSelected();
        return;
    }
    // The same key means a line of the leaf beside it: only who is asked knows what it took away.
    const QString what = ids.size() == 1 ? labelOf(ids.front()) : tr("所选 %1 条").arg(ids.size());
    MessageArea::of(this).offer(tr("没有删除：要删除%1整条记录吗？\n右边「%2」里的一行，先点它或按 Alt+数字 再按 Delete")
                                    .arg(what, m_detail->currentTab()),
        tr("删除"), [this] { removeSelected(); });
}

void ListPage::removeSelected()
{
    const std::vector<qint64> ids = m_panel->view()->selectedIds();
    if (!m_removal || ids.empty())
        return;
    closeForm();
    if (!guarded(this, [&] { m_removal->run(ids); }))
        return;
    refresh();
    MessageArea::of(this).done(tr("已删除%1条").arg(ids.size()), undoOfLastChange());
}

std::function<void()> ListPage::undoOfLastChange()
{
    return ui::undoOfLastChange(*this, m_session);
}

std::function<void()> undoOfLastChange(Page &page, session::Session &session)
{
    const auto last = session::ChangeHistory(session).lastBatch();
    return [&page, batch = last ? last->batch.value() : 0] { Q_EMIT page.undoAsked(batch); };
}

void ListPage::quickCopy()
{
    const auto id = m_panel->view()->currentId();
    if (!id)
        return;
    guarded(this, [&] {
        const QString text = m_quickCopy ? m_quickCopy(*id) : m_panel->view()->currentIndex().data().toString();
        if (text.isEmpty()) {
            MessageArea::of(this).done(tr("这条记录没有可复制的内容"));
            return;
        }
        QApplication::clipboard()->setText(text);
        MessageArea::of(this).done(tr("已复制：%1").arg(text));
    });
}

void ListPage::openMenu(const QPoint &position)
{
    const std::vector<qint64> ids = m_panel->view()->selectedIds();
    if (ids.empty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addRecordEntries(*menu, ids);
    menu->addSeparator();
    menu->addAction(icon("copy"), tr("复制所选行（含表头）\tCtrl+C"), m_panel->view(), &ListView::copySelection);
    if (ids.size() == 1) {
        const QString cell = m_panel->view()->currentIndex().data().toString();
        menu->addAction(tr("复制这一格"), this, [cell] { QApplication::clipboard()->setText(cell); })
            ->setEnabled(!cell.isEmpty());
        if (m_quickCopy)
            menu->addAction(m_quickCopyLabel + "\tCtrl+Shift+C", this, &ListPage::quickCopy);
    }
    if (m_removal) {
        menu->addSeparator();
        menu->addAction(icon("delete", Tone::Bad), tr("删除%1条\tDel").arg(ids.size()), this, &ListPage::removeSelected);
    }
    menu->popup(m_panel->view()->viewport()->mapToGlobal(position));
}

void ListPage::addRecordEntries(QMenu &menu, const std::vector<qint64> &ids)
{
    if (ids.size() == 1 && m_toEdit && m_session.may(*m_toEdit))
        menu.addAction(icon("edit"), tr("修改\tF2"), this, [this, id = ids.front()] { openForm(id); });
    for (const RecordAction &action : m_actions) {
        QAction *entry = menu.addAction(action.iconName.isEmpty() ? QIcon() : icon(action.iconName),
            action.shortcut.isEmpty() ? action.label : action.label + '\t' + action.shortcut.toString(QKeySequence::NativeText));
        entry->setEnabled(ids.size() == 1 || action.takesSeveral);
        connect(entry, &QAction::triggered, this, [this, action] { runAction(action); });
    }
}

} // namespace mishutai::ui
