#include "ui/program/program.h"

#include "db/change_bus.h"
#include "db/database.h"
#include "desk/board.h"
#include "office/profile/office_profile_service.h"
#include "session/drafts.h"
#include "session/users/authentication.h"
#include "session/users/user_service.h"
#include "ui/activities/activity_page.h"
#include "ui/board/board_page.h"
#include "ui/casework/case_page.h"
#include "ui/common/guarded.h"
#include "ui/common/message_bar.h"
#include "ui/finance/entry_page.h"
#include "ui/finance/voucher_page.h"
#include "ui/members/member_page.h"
#include "ui/office/custom_field_page.h"
#include "ui/office/office_page.h"
#include "ui/parties/person_page.h"
#include "ui/parties/unit_page.h"
#include "ui/planning/observation_page.h"
#include "ui/planning/plan_page.h"
#include "ui/program/login_page.h"
#include "ui/records/exports/ask_file.h"
#include "ui/reports/report_page.h"
#include "ui/shell/first_run_page.h"

#include <QElapsedTimer>
#include <QFileInfo>

namespace mishutai::ui {

namespace {

constexpr auto kLastFile = "file/last";
constexpr auto kFileFilter = QT_TRANSLATE_NOOP("mishutai::ui::Program", "秘书台数据文件和打好的包 (*.mishutai *.zip)");
constexpr int kBackupEveryMs = 1'800'000;

} // namespace

Program::Program() : m_appearance(m_settings)
{
    buildWindow();
    m_backupTimer.setInterval(kBackupEveryMs);
    connect(&m_backupTimer, &QTimer::timeout, this, &Program::backUpQuietly);
    m_backupTimer.start();
}

Program::~Program()
{
    // Pages hold the application's session, so they go first.
    m_window.reset();
    m_search.reset();
}

void Program::buildWindow()
{
    auto window = std::make_unique<MainWindow>(m_appearance);
    const bool wasVisible = m_window && m_window->isVisible();
    // A window that was never shown has no place: taken over it would put the title bar above the screen.
    if (wasVisible)
        window->setGeometry(m_window->geometry());
    m_window = std::move(window);
    if (wasVisible)
        m_window->show();
}

void Program::start(const QString &file)
{
    const QString last = file.isEmpty() ? m_settings.value(kLastFile).toString() : file;
    const bool hasFile = !last.isEmpty() && (!file.isEmpty() || QFileInfo::exists(last));
    m_isLoginShown = false;
    if ((!hasFile || !openFile(last)) && !m_isLoginShown)
        showFirstRun();
    m_window->show();
    if (!last.isEmpty() && !hasFile) {
        MessageArea::of(m_window.get())
            .failed(Error(Error::Kind::Io, tr("上次的数据文件不见了"), tr("在 %1 没有找到").arg(last),
                tr("请用「打开」找到它；若已移到别处，选新的位置即可")));
    }
}

void Program::askOpen()
{
    askOpenFile(m_window.get(), tr("打开数据文件"), tr(kFileFilter), [this](const QString &file) {
        if (file.endsWith(".zip", Qt::CaseInsensitive))
            openPack(file);
        else
            openFile(file);
    });
}

void Program::openLater(const QString &file, const QString &user, const QString &password)
{
    QTimer::singleShot(0, this, [this, file, user, password] { openFile(file, user, password); });
}

bool Program::openFile(const QString &file, const QString &user, const QString &password)
{
    return guarded(
        m_window.get(),
        [&] {
            // A file that this program has open already is let go first, or its own lock would make the new one read-only.
            if (m_application && QFileInfo(file) == QFileInfo(m_application->path()))
                closeFile();
            auto opened = desk::Application::open({file, desk::Access::WriteIfFree, user, password});
            closeFile();
            m_application = std::move(opened);
            m_search = std::make_unique<desk::GlobalSearch>(m_application->session());
            m_settings.setValue(kLastFile, QFileInfo(file).absoluteFilePath());
            m_savedAt = {};
            connectFile();
            addPages();
            addMenu();
            showStatus();
            if (!m_application->wasUnclean())
                offerOpenForm();
            // Whatever opening did not look at is looked at while the user has begun.
            constexpr int kCheckAfterMs = 3000;
            QTimer::singleShot(kCheckAfterMs, m_window.get(), [this] { examine(Telling::OnlyFaults); });
        },
        [&](const Error &error) {
            const bool needsLogin = error.kind() == Error::Kind::Forbidden && user.isEmpty();
            if (needsLogin) {
                askLogin(file);
                return true;
            }
            // The window may be another one than at the start, and empty when the file was let go.
            if (!m_application && !m_isLoginShown)
                showFirstRun();
            MessageArea::of(m_window.get()).failed(error);
            return true;
        });
}

void Program::closeFile()
{
    // Pages hold the session, so they go before it.
    m_members = nullptr;
    buildWindow();
    m_search.reset();
    m_application.reset();
}

void Program::askLogin(const QString &file)
{
    QStringList users;
    const auto database = db::Database::open(file, db::Database::Access::Read);
    for (const session::User &user : session::activeUsers(*database))
        users.append(user.name);
    auto *page = new LoginPage(users, QFileInfo(file).fileName());
    connect(page, &LoginPage::loginAsked, this,
        [this, file](const QString &user, const QString &password) { openLater(file, user, password); });
    connect(page, &LoginPage::otherFileAsked, this, &Program::askOpen);
    m_isLoginShown = true;
    m_window->showAlone(page);
}

void Program::addPages()
{
    desk::Application &application = *m_application;
    const auto office = office::OfficeProfileService(application.session()).find();
    const office::OfficeDetails details = office ? office->details : office::OfficeDetails();
    m_window->setOffice(details.shortNameOrName());
    QWidget *parent = m_window->pageParent();
    const auto add = [this](Page *page, const char *name, MainWindow::Place place = MainWindow::Place::Main) {
        page->setObjectName(name);
        m_window->addPage(page, place);
    };
    for (const office::Page page : office::pages(details.kind)) {
        switch (page) {
        case office::Page::Desk:
            add(offeringPaste(new BoardPage(application, details.kind, parent)), "board");
            break;
        case office::Page::Members:
            m_members = new MemberPage(application, details.kind, parent);
            add(m_members, "members");
            break;
        case office::Page::Activities:
            add(new ActivityPage(application, parent), "activities");
            break;
        case office::Page::Casework:
            add(new CasePage(application, details.kind, parent), "casework");
            break;
        case office::Page::Finance:
            if (application.session().may(session::Operation::FinanceRead))
                add(new EntryPage(application, details.bookkeeping, parent), "finance");
            break;
        case office::Page::Plan:
            add(new PlanPage(application, parent), "plan");
            break;
        case office::Page::Reports:
            add(new ReportPage(application, parent), "report");
            break;
        case office::Page::Projects:
            break; // 项目招商 comes with the park's pages
        }
    }
    add(new UnitPage(application, parent), "units", MainWindow::Place::Bottom);
    add(new PersonPage(application, parent), "people", MainWindow::Place::Bottom);
    if (office::keepsBooks(details.kind))
        add(new VoucherPage(application, parent), "vouchers", MainWindow::Place::Bottom);
    add(new ObservationPage(application, parent), "observations", MainWindow::Place::Bottom);
    if (application.session().may(session::Operation::OfficeEdit))
        add(new CustomFieldPage(application, parent), "custom_fields", MainWindow::Place::Bottom);
    add(new OfficePage(application, parent), "office", MainWindow::Place::Bottom);
    m_window->showAlone(nullptr);
}

void Program::connectFile()
{
    connect(&m_application->bus(), &db::ChangeBus::changed, this, [this](const QSet<QString> &tables) {
        m_savedAt = QDateTime::currentDateTime();
        m_isBackupDue = true;
        m_search->markStale(QStringList(tables.begin(), tables.end()));
        showStatus();
    });
    session::ChangeHistory &history = m_application->history();
    const auto label = [](const std::optional<session::UndoOffer> &offer) { return offer ? offer->label : QString(); };
    UndoHooks hooks;
    hooks.undoLabel = [&history, label] { return label(history.lastUndoable()); };
    hooks.redoLabel = [&history, label] { return label(history.lastRedoable()); };
    hooks.undo = [&history] { history.undo(history.lastUndoable()->batch); };
    hooks.undoBatch = [&history, label](qint64 batch) {
        history.undo(BatchId(batch));
        return label(history.lastRedoable());
    };
    hooks.redo = [&history] { history.redo(history.lastRedoable()->batch); };
    if (!m_application->isReadOnly())
        m_window->setUndo(std::move(hooks));
    m_window->setSearch([this](const QString &typed) { return hitsOf(typed); }, [this] { return readSearch(); });
}

std::vector<GoToHit> Program::hitsOf(const QString &typed)
{
    constexpr int kHitsPerList = 5;
    std::vector<GoToHit> hits;
    for (const desk::SearchHit &hit : m_search->findAsRead(typed, kHitsPerList))
        hits.push_back({hit.label, hit.listTitle + "  " + hit.detail, "chevron-right",
            [this, hit] { m_window->reveal(hit.listKey, hit.id); }});
    return hits;
}

bool Program::readSearch()
{
    // As much as nobody feels between two keys.
    constexpr int kRowsAtOnce = 400;
    constexpr qint64 kBudgetMs = 12;
    QElapsedTimer clock;
    clock.start();
    while (m_search->readSome(kRowsAtOnce)) {
        if (clock.elapsed() > kBudgetMs)
            return true;
    }
    return false;
}

void Program::showStatus()
{
    const session::User &user = m_application->session().user();
    WindowStatus status;
    status.savedAt = m_savedAt;
    status.backedUpAt = m_application->lastBackupAt().value_or(QDateTime()).toLocalTime();
    status.location = QFileInfo(m_application->path()).absoluteFilePath();
    status.user = user.name;
    status.isReadOnly = m_application->isReadOnly();
    if (session::activeUsers(m_application->database()).size() == 1)
        status.user += tr("（单人模式）");
    m_window->setStatus(status);
    if (m_application->holder())
        m_window->setBanner(tr("只读：%1正在使用这个文件").arg(m_application->holder()->text()), tr("重新打开"),
            [this] { openLater(m_application->path()); });
    else if (m_application->isReadOnly())
        m_window->setBanner(tr("只读：文件或文件夹不可写，改动不会保存"));
    else if (m_application->wasUnclean())
        showUncleanBanner();
}

std::optional<Program::OpenForm> Program::openForm() const
{
    const session::Session &session = m_application->session();
    if (!session.may(session::Operation::DraftKeep))
        return std::nullopt;
    const auto drafts = session::Drafts(session).list();
    for (const session::Draft &draft : drafts) {
        for (ListPage *page : m_window->findChildren<ListPage *>()) {
            if (page->key() == draft.form)
                return OpenForm{tr("「%1」里有 %2 份没有保存的表单").arg(page->title()).arg(drafts.size()),
                    [this, page, object = draft.objectId] {
                        m_window->showPage(page);
                        page->openForm(object);
                    }};
        }
    }
    return std::nullopt;
}

void Program::showUncleanBanner()
{
    if (const auto form = openForm())
        m_window->setBanner(tr("上次没有正常退出。已保存的记录都在；%1。").arg(form->text), tr("取回"), form->open);
    else
        m_window->setBanner(tr("上次没有正常退出。已保存的记录都在。"), tr("体检"), [this] { examine(Telling::Always); });
}

void Program::offerOpenForm()
{
    if (const auto form = openForm())
        MessageArea::of(m_window->currentPage()).offer(form->text, tr("取回"), form->open);
}

} // namespace mishutai::ui
