#include "ui/shell/main_window.h"

#include "ui/common/guarded.h"
#include "ui/common/list/cell_text.h"
#include "ui/common/look/appearance.h"
#include "ui/common/look/icons.h"
#include "ui/common/look/style.h"
#include "ui/common/message_bar.h"
#include "ui/common/overlay.h"
#include "ui/shell/keys_sheet.h"
#include "ui/shell/nav_rail.h"
#include "ui/shell/page.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace mishutai::ui {

MainWindow::MainWindow(Appearance &appearance)
    : m_appearance(appearance), m_rail(new NavRail(this)), m_pages(new QStackedWidget(this)), m_whole(new QStackedWidget(this)),
      m_status(new StatusLine(this)), m_banner(new QFrame(this)), m_bannerText(new QLabel(m_banner)),
      m_bannerButton(new QPushButton(m_banner)), m_menu(new QMenu(this))
{
    setWindowTitle(tr("秘书台"));
    build();
    buildMenu();
    addKeys();
    const QSize room = screen()->availableSize();
    resize(qMin(px(1280), room.width()), qMin(px(800), room.height() - px(40))); // 40: the frame's title bar
    restoreGeometry(QSettings().value("window/geometry").toByteArray());
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
    setLook(m_banner, "banner");
    auto *bannerRow = new QHBoxLayout(m_banner);
    bannerRow->setContentsMargins(px(16), px(5), px(16), px(5));
    bannerRow->addWidget(m_bannerText, 1);
    bannerRow->addWidget(m_bannerButton);
    m_bannerText->setWordWrap(true);
    connect(m_bannerButton, &QPushButton::clicked, this, [this] { guarded(this, m_bannerAction); });
    m_banner->hide();

    auto *content = new QWidget(this);
    auto *contentColumn = new QVBoxLayout(content);
    contentColumn->setContentsMargins(0, 0, 0, 0);
    contentColumn->setSpacing(0);
    contentColumn->addWidget(m_banner);
    contentColumn->addWidget(m_pages, 1);
    new MessageArea(m_pages);

    auto *inner = new QWidget(this);
    auto *innerRow = new QHBoxLayout(inner);
    innerRow->setContentsMargins(0, 0, 0, 0);
    innerRow->setSpacing(0);
    innerRow->addWidget(m_rail);
    innerRow->addWidget(content, 1);
    auto *all = new QWidget(this);
    auto *column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(inner, 1);
    column->addWidget(m_status);
    m_whole->addWidget(all);
    setCentralWidget(m_whole);
    setAnimated(false); // there are no docks; each layout of the page would make and drop an animation
    connect(m_rail, &NavRail::chosen, this, [this](int entry) { showPage(m_entries[static_cast<size_t>(entry)]); });
}

void MainWindow::setOffice(const QString &name)
{
    m_rail->setOffice(name);
    setWindowTitle(name.isEmpty() ? tr("秘书台") : tr("%1 — 秘书台").arg(name));
}

void MainWindow::addPage(Page *page, Place place)
{
    constexpr size_t kMostKeys = 9;
    const size_t number = m_entries.size() + 1;
    const bool hasKey = number <= kMostKeys;
    m_entries.push_back(page);
    m_pages->addWidget(page);
    m_rail->addEntry(
        page->title(), page->iconName(), hasKey ? QString("Ctrl+%1").arg(number) : QString(), place == Place::Bottom);
    if (hasKey) {
        auto *shortcut = new QShortcut(QKeySequence(QString("Ctrl+%1").arg(number)), this);
        connect(shortcut, &QShortcut::activated, this, [this, page] { showPage(page); });
    }
    connect(page, &Page::undoAsked, this, &MainWindow::undoBatch);
    connect(page, &Page::revealAsked, this, &MainWindow::reveal);
    connect(page, &Page::rowsAsked, this, &MainWindow::showRows);
    if (m_entries.size() == 1)
        m_rail->setCurrent(0);
}

QWidget *MainWindow::pageParent() const
{
    return m_pages;
}

Page *MainWindow::currentPage() const
{
    return qobject_cast<Page *>(m_pages->currentWidget());
}

void MainWindow::showPage(Page *page)
{
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i] == page)
            m_rail->setCurrent(static_cast<int>(i));
    }
    m_pages->setCurrentWidget(page);
    page->refresh();
    page->focusFirst();
    Q_EMIT pageShown(page);
}

void MainWindow::showAlone(QWidget *widget)
{
    if (m_alone) {
        m_whole->removeWidget(m_alone);
        m_alone->deleteLater();
    }
    m_alone = widget;
    if (widget)
        m_whole->addWidget(widget);
    m_whole->setCurrentIndex(widget ? 1 : 0);
    if (widget)
        widget->setFocus();
    else if (currentPage())
        showPage(currentPage());
}

void MainWindow::setUndo(UndoHooks hooks)
{
    m_hooks = std::move(hooks);
}

void MainWindow::setBanner(const QString &text, const QString &button, std::function<void()> action)
{
    m_bannerText->setText(text);
    m_bannerButton->setText(button);
    m_bannerAction = std::move(action);
    m_bannerButton->setVisible(m_bannerAction != nullptr);
    m_banner->setVisible(!text.isEmpty());
}

void MainWindow::reveal(const QString &objectType, qint64 id)
{
    for (Page *page : m_entries) {
        bool isShown = false;
        guarded(this, [&] { isShown = page->reveal(objectType, id); });
        if (isShown) {
            if (page != currentPage())
                showPage(page);
            return;
        }
    }
}

void MainWindow::showRows(const QString &objectType, const std::vector<qint64> &ids, const QString &label)
{
    for (Page *page : m_entries) {
        bool isShown = false;
        guarded(this, [&] { isShown = page->showRows(objectType, ids, label); });
        if (isShown) {
            if (page != currentPage())
                showPage(page);
            return;
        }
    }
    MessageArea::of(m_pages).done(tr("这个数字没有可打开的记录"));
}

void MainWindow::undo()
{
    turn(/*isUndo=*/true);
}

void MainWindow::undoBatch(qint64 batch)
{
    if (batch == 0 || !m_hooks.undoBatch) {
        undo();
        return;
    }
    guarded(m_pages, [&] {
        const QString what = m_hooks.undoBatch(batch);
        MessageArea::of(m_pages).offer(tr("已撤销：%1").arg(what), tr("恢复"), [this] { redo(); });
        if (currentPage())
            currentPage()->refresh();
    });
}

void MainWindow::redo()
{
    turn(/*isUndo=*/false);
}

void MainWindow::turn(bool isUndo)
{
    const auto &label = isUndo ? m_hooks.undoLabel : m_hooks.redoLabel;
    const auto &run = isUndo ? m_hooks.undo : m_hooks.redo;
    const auto sheets = findChildren<Overlay *>();
    if (!label || !run
        || std::ranges::any_of(sheets, [](const Overlay *sheet) { return sheet->barsUndo() && sheet->isVisible(); }))
        return;
    guarded(m_pages, [&] {
        const QString what = label();
        if (what.isEmpty()) {
            MessageArea::of(m_pages).done(isUndo ? tr("没有可撤销的操作") : tr("没有可恢复的操作"));
            return;
        }
        run();
        if (isUndo)
            MessageArea::of(m_pages).offer(tr("已撤销：%1").arg(what), tr("恢复"), [this] { redo(); });
        else
            MessageArea::of(m_pages).done(tr("已恢复：%1").arg(what));
        if (currentPage())
            currentPage()->refresh();
    });
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_rail->setCollapsed(width() < px(1040));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QSettings().setValue("window/geometry", saveGeometry());
    Q_EMIT closing();
    QMainWindow::closeEvent(event);
}

} // namespace mishutai::ui
