#pragma once

#include "ui/shell/go_to.h"
#include "ui/shell/status_line.h"

#include <QMainWindow>

#include <functional>
#include <vector>

class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace mishutai::ui {

class Appearance;
class MessageArea;
class NavRail;
class Page;

/// How the window asks for undo and redo. Labels are the words of the change (「会员入会」), empty when there is none.
struct UndoHooks {
    std::function<QString()> undoLabel;
    std::function<QString()> redoLabel;
    std::function<void()> undo; ///< may throw Error
    std::function<void()> redo;
    std::function<QString(qint64 batch)> undoBatch = {}; ///< undoes one batch and says what it was; may throw Error
};

/// The window: navigation, pages, messages, status line, menu. It knows no module; the program adds the pages and the hooks.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    enum class Place { Main, Bottom };

    explicit MainWindow(Appearance &appearance);
    ~MainWindow() override;

    void setOffice(const QString &name);
    /// Takes ownership. The first page added is shown first; Ctrl+1…9 in the order added.
    void addPage(Page *page, Place place = Place::Main);
    /// Parent of the pages: one that is made under it is styled once, one that comes to it later twice.
    QWidget *pageParent() const;
    void showPage(Page *page);
    Page *currentPage() const;
    /// Fills the window with one widget, without navigation (first run); null brings the pages back. Takes ownership.
    void showAlone(QWidget *widget);
    void setUndo(UndoHooks hooks);
    /// What Ctrl+K finds besides pages and the entries of the menu.
    void setSearch(GoTo::Find find, GoTo::Read read = {})
    {
        m_find = std::move(find);
        m_read = std::move(read);
    }
    void setStatus(const WindowStatus &status) { m_status->setStatus(status); }
    /// A line over all pages, such as 「只读：…正在使用」. Empty text takes it away.
    void setBanner(const QString &text, const QString &button = {}, std::function<void()> action = {});
    /// For entries of the program: 打开…, 备份 …; entries with a text are found by Ctrl+K too.
    QMenu *menu() const { return m_menu; }

public Q_SLOTS:
    void reveal(const QString &objectType, qint64 id);
    void showRows(const QString &objectType, const std::vector<qint64> &ids, const QString &label);
    void undo();
    /// As undo(), of one batch; 0 for the last.
    void undoBatch(qint64 batch);
    void redo();

Q_SIGNALS:
    void pageShown(Page *page);
    void closing();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void build();
    void addKeys();
    void buildMenu();
    void refreshMenu();
    void openGoTo();
    void openHelp();
    void togglePersonal();
    void turn(bool isUndo);
    std::vector<GoToHit> hits(const QString &typed);

    Appearance &m_appearance;
    NavRail *m_rail;
    QStackedWidget *m_pages;
    QStackedWidget *m_whole;
    QWidget *m_alone = nullptr;
    StatusLine *m_status;
    QWidget *m_banner;
    QLabel *m_bannerText;
    QPushButton *m_bannerButton;
    QMenu *m_menu;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QAction *m_personal = nullptr;
    std::function<void()> m_bannerAction;
    std::vector<Page *> m_entries;
    UndoHooks m_hooks;
    GoTo::Find m_find;
    GoTo::Read m_read;
};

} // namespace mishutai::ui
