#pragma once

#include "base/error.h"
#include "desk/application.h"
#include "desk/evidence/evidence_backup.h"
#include "desk/global_search.h"
#include "office/words.h"
#include "ui/common/look/appearance.h"
#include "ui/shell/main_window.h"

#include <QSettings>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace mishutai::ui {

class MemberPage;
struct FirstList;

/// The window program: which data file is open, its pages, and the entries of the menu that concern the file as a whole.
class Program : public QObject
{
    Q_OBJECT

public:
    Program();
    ~Program() override;

    /// The file given, else the last one, else the first-run page. Shows the window.
    void start(const QString &file);
    /// Shows why it could not be opened and stays where it was.
    bool openFile(const QString &file, const QString &user = {}, const QString &password = {});
    MainWindow &window() { return *m_window; }
    desk::Application *application() { return m_application.get(); }
    /// Every page as a picture, into a folder. @return whether all were written
    bool takeScreenshots(const QString &folder);

private:
    void openLater(const QString &file, const QString &user = {}, const QString &password = {});
    void buildWindow();
    void showFirstRun();
    void startNew(const QString &officeName, office::OfficeKind kind, const FirstList &list);
    void importFirst(const FirstList &list);
    /// The same page, which takes rows of a sheet.
    Page *offeringPaste(Page *board);
    void pasteOnBoard();
    void openExample();
    void askOpen();
    void addPages();
    void addMenu();
    void connectFile();
    std::vector<GoToHit> hitsOf(const QString &typed);
    /// Reads some milliseconds on of what Ctrl+K searches. @return whether more is to be read
    bool readSearch();
    void showStatus();
    void showUncleanBanner();
    void offerOpenForm();
    /// The newest form that was left unsaved, in words, and what opens it.
    struct OpenForm {
        QString text;
        std::function<void()> open;
    };
    std::optional<OpenForm> openForm() const;
    void closeFile();
    void askLogin(const QString &file);
    void backUpTo();
    void packUp();
    void openPack(const QString &zip);
    void backUpQuietly();
    void restore();
    /// Closes the file, brings the backup back in another thread and opens it, or what was there when it came to nothing.
    void restoreFrom(const QString &backup, const desk::RestorePermit &permit);
    void tellRestored(const desk::Restored &restored, const std::optional<Error> &error);
    void exportDataSet();
    enum class Telling { Always, OnlyFaults };
    void examine(Telling telling);
    QString newFilePath(const QString &name) const;

    QSettings m_settings;
    Appearance m_appearance;
    std::unique_ptr<desk::Application> m_application;
    std::unique_ptr<desk::GlobalSearch> m_search;
    std::unique_ptr<MainWindow> m_window;
    MemberPage *m_members = nullptr;
    QDateTime m_savedAt;
    QTimer m_backupTimer;
    bool m_isBackupDue = false;
    bool m_isLoginShown = false;
};

} // namespace mishutai::ui
