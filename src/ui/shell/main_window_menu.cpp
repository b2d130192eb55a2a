#include "ui/common/guarded.h"
#include "ui/common/list/cell_text.h"
#include "ui/common/look/appearance.h"
#include "ui/common/look/icons.h"
#include "ui/common/message_bar.h"
#include "ui/shell/keys_sheet.h"
#include "ui/shell/main_window.h"
#include "ui/shell/nav_rail.h"
#include "ui/shell/page.h"

#include <QActionGroup>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>

namespace mishutai::ui {

void MainWindow::addKeys()
{
    const auto onKey = [this](const QKeySequence &keys, void (MainWindow::*run)()) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, run);
    };
    onKey(Qt::CTRL | Qt::Key_K, &MainWindow::openGoTo);
    onKey(Qt::Key_F1, &MainWindow::openHelp);
    onKey(QKeySequence::Undo, &MainWindow::undo);
    onKey(Qt::CTRL | Qt::Key_Y, &MainWindow::redo);
    onKey(Qt::CTRL | Qt::SHIFT | Qt::Key_H, &MainWindow::togglePersonal);
}

void MainWindow::buildMenu()
{
    m_rail->menuButton()->setMenu(m_menu);
    m_undo = m_menu->addAction(icon("undo"), QString(), this, &MainWindow::undo);
    m_redo = m_menu->addAction(icon("redo"), QString(), this, &MainWindow::redo);
    m_menu->addAction(icon("search"), tr("查找全部…\tCtrl+K"), this, &MainWindow::openGoTo);
    m_personal = m_menu->addAction(icon("lock"), tr("隐藏个人信息\tCtrl+Shift+H"), this, &MainWindow::togglePersonal);
    m_personal->setCheckable(true);
    m_menu->addSeparator();

    QMenu *look = m_menu->addMenu(tr("外观"));
    auto *schemes = new QActionGroup(look);
    const std::pair<QString, Appearance::Scheme> names[]{{tr("浅色"), Appearance::Scheme::Light},
        {tr("深色"), Appearance::Scheme::Dark}, {tr("跟随系统"), Appearance::Scheme::System}};
    for (const auto &[name, scheme] : names) {
        QAction *entry = look->addAction(name, this, [this, one = scheme] { m_appearance.setScheme(one); });
        entry->setCheckable(true);
        entry->setChecked(m_appearance.scheme() == scheme);
        schemes->addAction(entry);
    }
    look->addSeparator();
    look->addAction(tr("字号大一些\tCtrl++"), this, [this] { m_appearance.setScale(m_appearance.scale() + 10); });
    look->addAction(tr("字号小一些\tCtrl+-"), this, [this] { m_appearance.setScale(m_appearance.scale() - 10); });
    look->addAction(tr("字号复原\tCtrl+0"), this, [this] { m_appearance.setScale(100); });
    m_menu->addAction(icon("help"), tr("本页帮助和按键\tF1"), this, &MainWindow::openHelp);
    m_menu->addSeparator();
    connect(m_menu, &QMenu::aboutToShow, this, &MainWindow::refreshMenu);
}

void MainWindow::refreshMenu()
{
    QString undoLabel;
    QString redoLabel;
    guarded(this, [&] {
        undoLabel = m_hooks.undoLabel ? m_hooks.undoLabel() : QString();
        redoLabel = m_hooks.redoLabel ? m_hooks.redoLabel() : QString();
    });
    m_undo->setText((undoLabel.isEmpty() ? tr("撤销") : tr("撤销：%1").arg(undoLabel)) + "\tCtrl+Z");
    m_redo->setText((redoLabel.isEmpty() ? tr("恢复") : tr("恢复：%1").arg(redoLabel)) + "\tCtrl+Y");
    m_undo->setEnabled(!undoLabel.isEmpty());
    m_redo->setEnabled(!redoLabel.isEmpty());
    m_personal->setChecked(isPersonalHidden());
}

void MainWindow::openGoTo()
{
    if (m_alone)
        return;
    auto *sheet = new GoTo([this](const QString &typed) { return hits(typed); }, m_read, this);
    sheet->open();
}

std::vector<GoToHit> MainWindow::hits(const QString &typed)
{
    std::vector<GoToHit> hits;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        Page *page = m_entries[i];
        if (matchesTyped(page->title(), typed))
            hits.push_back({page->title(), QString("Ctrl+%1").arg(i + 1), page->iconName(), [this, page] { showPage(page); }});
    }
    if (typed.isEmpty())
        return hits;
    for (Page *page : m_entries) {
        for (const PageCommand &command : page->commands()) {
            if (matchesTyped(command.label, typed))
                hits.push_back({page->title() + QStringLiteral("：") + command.label, command.note, page->iconName(),
                    [this, page, run = command.run] {
                        showPage(page);
                        run();
                    }});
        }
    }
    if (m_find) {
        std::vector<GoToHit> found = m_find(typed);
        hits.insert(hits.end(), found.begin(), found.end());
    }
    for (QAction *action : m_menu->actions()) {
        const QString label = action->text().section('\t', 0, 0);
        if (!label.isEmpty() && !action->menu() && action->isEnabled() && matchesTyped(label, typed))
            hits.push_back({label, tr("命令"), QStringLiteral("chevron-right"), [action] { action->trigger(); }});
    }
    return hits;
}

void MainWindow::openHelp()
{
    auto *sheet = new KeysSheet(currentPage(), this);
    sheet->popUpCentred();
    sheet->setFocus();
}

void MainWindow::togglePersonal()
{
    setPersonalHidden(!isPersonalHidden());
    if (currentPage())
        currentPage()->refresh();
    MessageArea::of(m_pages).done(isPersonalHidden() ? tr("电话等个人信息已隐藏（Ctrl+Shift+H 显示）") : tr("个人信息已显示"));
}

} // namespace mishutai::ui
