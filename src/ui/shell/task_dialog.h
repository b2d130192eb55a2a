#pragma once

#include "base/error.h"
#include "base/task_control.h"
#include "ui/common/guarded.h"

#include <QFrame>
#include <QFutureWatcher>
#include <QPointer>
#include <QtConcurrentRun>

#include <atomic>
#include <memory>
#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace mishutai::ui {

/// A TaskControl whose work runs in another thread: progress is handed to the GUI thread at most some times a second, 取消 sets
/// a flag. What the work wrote before it looks at the flag is its own affair: it throws Error (Cancelled) and takes it back.
class GuiTaskControl : public QObject, public TaskControl
{
    Q_OBJECT

public:
    void progress(qint64 done, qint64 total, const QString &what) override;
    bool isCancelled() const override { return m_isCancelled; }
    void cancel() { m_isCancelled = true; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 total, const QString &what);

private:
    std::atomic<bool> m_isCancelled = false;
    std::atomic<qint64> m_lastTold = 0;
};

/// Long work shown over the lower right of the window: what, how far, how many, 取消. Not modal: the rest can be used.
class TaskDialog : public QFrame
{
    Q_OBJECT

public:
    TaskDialog(const QString &title, QWidget *where);
    ~TaskDialog() override;

    const std::shared_ptr<GuiTaskControl> &control() const { return m_control; }
    QString progressText() const;
    void finish();
    /// To be called when the dialog goes before its work: cancels and waits.
    void waitFor(std::function<void()> wait) { m_wait = std::move(wait); }

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void show(qint64 done, qint64 total, const QString &what);
    void place();

    std::shared_ptr<GuiTaskControl> m_control;
    std::function<void()> m_wait;
    QLabel *m_what;
    QLabel *m_count;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
};

/// Runs `work(TaskControl &)` in another thread (with its own connection: Application opens one) and gives what it returns to
/// `done(result)` in the GUI thread. Errors are shown in the window of `where`; after 取消 nothing but a line is. Returns at
/// once.
template <class Work, class Done> TaskDialog *runTask(QWidget *where, const QString &title, Work work, Done done)
{
    using Result = std::invoke_result_t<Work, TaskControl &>;
    auto *dialog = new TaskDialog(title, where);
    auto *watcher = new QFutureWatcher<Result>(dialog);
    dialog->waitFor([watcher] { watcher->waitForFinished(); });
    QObject::connect(watcher, &QFutureWatcherBase::finished, dialog,
        [dialog, watcher, where = QPointer(where), done = std::move(done)]() mutable {
            dialog->finish();
            if (!where)
                return; // the page went meanwhile; nobody waits for the result
            guarded(where, [&] {
                if constexpr (std::is_void_v<Result>) {
                    watcher->waitForFinished(); // throws what the work threw
                    done();
                } else {
                    done(watcher->future().result());
                }
            });
        });
    watcher->setFuture(
        QtConcurrent::run([control = dialog->control(), work = std::move(work)]() mutable { return work(*control); }));
    return dialog;
}

} // namespace mishutai::ui
