#include "ui/program/program.h"

#include "db/backup/backup.h"
#include "desk/data_set.h"
#include "desk/evidence/evidence_backup.h"
#include "desk/health.h"
#include "desk/pack/pack.h"
#include "session/work.h"
#include "ui/common/guarded.h"
#include "ui/common/list_page.h"
#include "ui/common/look/icons.h"
#include "ui/common/message_bar.h"
#include "ui/prints/letter_templates_sheet.h"
#include "ui/program/restore_sheet.h"
#include "ui/records/exports/ask_file.h"
#include "ui/reports/report_page.h"
#include "ui/shell/first_run_page.h"
#include "ui/shell/task_dialog.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QPixmap>
#include <QThread>
#include <QTimer>

namespace mishutai::ui {

void Program::addMenu()
{
    QMenu *menu = m_window->menu();
    menu->addAction(icon("add"), tr("新建…"), this, [this] { showFirstRun(); });
    menu->addAction(icon("more"), tr("打开…"), this, [this] { askOpen(); });
    menu->addSeparator();
    menu->addAction(icon("backup"), tr("备份到…"), this, [this] { backUpTo(); });
    if (m_application->session().may(session::Operation::BackupMake))
        menu->addAction(icon("export"), tr("打包带走…"), this, [this] { packUp(); });
    if (!m_application->isReadOnly() && m_application->session().may(session::Operation::BackupRestore))
        menu->addAction(icon("backup"), tr("从备份恢复…"), this, [this] { guarded(m_window.get(), [this] { restore(); }); });
    menu->addAction(icon("check"), tr("体检"), this, [this] { examine(Telling::Always); });
    menu->addAction(icon("export"), tr("导出数据备份包…"), this, [this] { exportDataSet(); });
    if (m_application->session().may(session::Operation::LetterMake))
        menu->addAction(icon("print"), tr("函件模板…"), this, [this] {
            guarded(m_window.get(), [this] { new LetterTemplatesSheet(*m_window->currentPage(), *m_application, {}, {}); });
        });
}

void Program::backUpTo()
{
    askSaveFile(m_window.get(), tr("备份到"), QDir(m_application->path()).dirName(), tr("秘书台数据文件 (*.mishutai)"),
        [this](const QString &target) {
            runTask(
                m_window->currentPage(), tr("正在备份"),
                [source = m_application->path(), target](TaskControl &control) { desk::backupTo(source, target, control); },
                [this] { MessageArea::of(m_window->currentPage()).saved(tr("已备份，并已打开核对")); });
        });
}

void Program::packUp()
{
    const QString name = QFileInfo(m_application->path()).completeBaseName();
    askSaveFile(m_window.get(), tr("打包：数据文件和佐证合成一个文件"), name + ".zip", tr("压缩包 (*.zip)"),
        [this](const QString &target) {
            runTask(
                m_window->currentPage(), tr("正在打包"),
                [source = m_application->path(), target](TaskControl &control) { return desk::pack(source, target, control); },
                [this](const desk::Packed &made) {
                    MessageArea &messages = MessageArea::of(m_window->currentPage());
                    if (made.missing == 0)
                        messages.saved(tr("已打包，佐证 %1 件，已读回核对").arg(made.files));
                    else
                        messages.failed(Error(Error::Kind::NotFound, tr("已打包，但有 %1 件佐证没有打进去").arg(made.missing),
                            tr("这些文件缺失或被改动过"), tr("用「体检」看看是哪些记录的，从备份找回后再打一次")));
                });
        });
}

/// A pack is unpacked beside itself, then opened.
void Program::openPack(const QString &zip)
{
    runTask(
        m_window.get(), tr("正在解开"),
        [zip](TaskControl &control) { return desk::unpack(zip, QFileInfo(zip).absolutePath(), control); },
        [this](const desk::Unpacked &made) {
            // The window that runs the task goes with the file that it shows.
            QTimer::singleShot(0, this, [this, made] {
                if (!openFile(made.dataFile))
                    return;
                QString told = tr("已解开到 %1").arg(made.dataFile);
                if (made.missing > 0)
                    told += tr("；打包时就有 %1 件佐证缺失").arg(made.missing);
                MessageArea::of(m_window->currentPage()).done(told);
            });
        });
}

/// Every half hour, when something changed: nobody is asked and nothing is said unless it fails.
void Program::backUpQuietly()
{
    if (!m_application || m_application->isReadOnly() || !m_isBackupDue)
        return;
    m_isBackupDue = false;
    runTask(
        m_window->currentPage(), tr("正在备份"),
        [source = m_application->path()](TaskControl &control) { desk::makeBackup(source, "timer", control); },
        [this] { showStatus(); });
}

void Program::restore()
{
    m_application->session().require(session::Operation::BackupRestore);
    new RestoreSheet(m_window->currentPage(), m_application->path(), [this](const QString &backup) {
        const desk::RestorePermit permit(*m_application);
        // The file must be closed while another takes its place; the window goes with it and is made again. Queued, since the
        // dialog that asked goes with the window too.
        QTimer::singleShot(0, this, [this, backup, permit] { restoreFrom(backup, permit); });
    });
}

void Program::restoreFrom(const QString &backup, const desk::RestorePermit &permit)
{
    closeFile();
    auto *page = new QLabel(tr("正在从备份恢复。先核对备份，再换下现在的文件，请稍候…"));
    page->setAlignment(Qt::AlignCenter);
    page->setWordWrap(true);
    m_window->showAlone(page);
    m_window->show();
    struct Outcome {
        desk::Restored restored;
        std::optional<Error> error;
    };
    runTask(
        m_window.get(), tr("正在从备份恢复"),
        [backup, permit](TaskControl &control) {
            // However it ends, the file has to be opened again.
            Outcome outcome;
            try {
                outcome.restored = desk::restoreBackup(backup, permit, control);
            } catch (const Error &error) {
                outcome.error = error;
            }
            return outcome;
        },
        [this, path = permit.dataFile()](const Outcome &outcome) {
            // The window that runs the task goes with the file that it shows.
            QTimer::singleShot(0, this, [this, path, outcome] {
                openFile(path);
                tellRestored(outcome.restored, outcome.error);
            });
        });
}

void Program::tellRestored(const desk::Restored &restored, const std::optional<Error> &error)
{
    QWidget *where = m_window->currentPage();
    MessageArea &messages = MessageArea::of(where ? where : m_window.get());
    if (error && error->kind() == Error::Kind::Cancelled)
        messages.done(tr("没有恢复，文件和原来一样"));
    else if (error)
        messages.failed(*error);
    else if (restored.kept)
        messages.done(tr("已恢复。原来的文件保留在 %1").arg(*restored.kept));
    if (error)
        m_isBackupDue = true; // closing made none
    // In the books of the file that came back, where its own table lets the user.
    if (!error && m_application && m_application->session().may(session::Operation::BackupRestore)) {
        guarded(m_window.get(), [&] {
            session::Work work(m_application->session(), session::Operation::BackupRestore);
            work.setReason(QStringLiteral("restored"));
            work.commit();
        });
    }
    if (restored.missing > 0)
        messages.failed(Error(Error::Kind::NotFound, tr("有 %1 件佐证没有找回来").arg(restored.missing), tr("备份里没有这些文件"),
            tr("用「体检」看看是哪些记录的，再从别的备份里找")));
}

void Program::exportDataSet()
{
    askFolder(m_window.get(), tr("导出数据备份包到一个空文件夹"), [this](const QString &folder) {
        runTask(
            m_window->currentPage(), tr("正在导出"),
            [request = m_application->workerRequest(), folder](TaskControl &control) {
                desk::Worker worker(request, desk::Worker::Access::Read);
                return desk::exportDataSet(worker.session(), folder, control).rows();
            },
            [this](int rows) { MessageArea::of(m_window->currentPage()).saved(tr("已导出 %1 行").arg(rows)); });
    });
}

void Program::examine(Telling telling)
{
    // By itself, some seconds after each start, it does not read all the photos again.
    const auto depth = telling == Telling::OnlyFaults ? evidence::Depth::Names : evidence::Depth::Bytes;
    runTask(
        m_window->currentPage(), tr("正在体检"),
        [request = m_application->workerRequest(), depth](TaskControl &control) {
            desk::Worker worker(request, desk::Worker::Access::Read);
            return desk::examine(worker.session(), control, depth);
        },
        [this, telling](const desk::HealthReport &report) {
            if (report.isHealthy() && telling == Telling::OnlyFaults)
                return;
            MessageArea &messages = MessageArea::of(m_window->currentPage());
            if (report.isHealthy()) {
                messages.saved(tr("体检完成，没有发现问题（%1）").arg(report.checked.join(tr("、"))));
                return;
            }
            if (report.isOnlyDerived() && !m_application->isReadOnly()) {
                messages.offer(report.findings.front().message, tr("重建"), [this] {
                    guarded(m_window.get(), [this] {
                        desk::rebuildDerived(m_application->session());
                        m_application->publishAll();
                        MessageArea::of(m_window->currentPage()).saved(tr("已重建，会员数已更新"));
                    });
                });
                return;
            }
            QStringList lines;
            for (const desk::Finding &finding : report.findings)
                lines.append(finding.message);
            messages.failed(Error(Error::Kind::Storage, tr("体检发现 %1 处问题").arg(report.findings.size()),
                lines.mid(0, 5).join('\n'), tr("请从最近的备份恢复，并保留现在的文件")));
        });
}

bool Program::takeScreenshots(const QString &folder)
{
    QDir().mkpath(folder);
    const auto settle = [](const std::function<bool()> &isReady) {
        constexpr int kRounds = 400;
        for (int round = 0; round < kRounds; ++round) {
            QApplication::processEvents(QEventLoop::AllEvents, 25);
            if (round > 40 && isReady())
                break;
            QThread::msleep(10);
        }
    };
    bool isWritten = true;
    const auto save
        = [&](const QString &name) { isWritten = m_window->grab().save(QDir(folder).filePath(name + ".png")) && isWritten; };
    m_window->resize(1366, 768);
    for (Page *page : m_window->findChildren<Page *>()) {
        m_window->showPage(page);
        const auto *report = qobject_cast<ReportPage *>(page);
        settle([report] { return !report || report->pages() != nullptr; });
        if (auto *list = qobject_cast<ListPage *>(page))
            list->focusFirst();
        settle([] { return true; });
        save(page->objectName());
    }
    showFirstRun();
    settle([] { return true; });
    save("first-run");
    m_window->showAlone(nullptr);
    return isWritten;
}

} // namespace mishutai::ui
