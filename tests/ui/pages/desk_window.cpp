#include "ui/pages/desk_window.h"

#include "desk/example_data.h"
#include "ui/common/form.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"

#include <QEventLoop>
#include <QFile>
#include <QLabel>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>

namespace mishutai::test {

namespace {

/// Made once a process and copied for each test.
const QString &exampleFile()
{
    static const QTemporaryDir folder;
    static const QString file = [] {
        const QString made = folder.filePath("example.mishutai");
        desk::createExample("alliance-2021", made);
        return made;
    }();
    return file;
}

} // namespace

bool until(const std::function<bool()> &isDone)
{
    constexpr int kRounds = 6000;
    constexpr int kHeartbeatMs = 5;
    // The heartbeat ends a round in which nothing else happens.
    QTimer heartbeat;
    heartbeat.start(kHeartbeatMs);
    for (int round = 0; round < kRounds; ++round) {
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        if (isDone())
            return true;
    }
    return false;
}

DeskWindow::DeskWindow(File file)
{
    qputenv("HOME", m_home.path().toUtf8());
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_home.filePath("settings"));
    QCoreApplication::setOrganizationName("mishutai-test");
    QCoreApplication::setApplicationName("mishutai-test");
    if (file == File::Example) {
        m_file = m_home.filePath("example.mishutai");
        QFile::copy(exampleFile(), m_file);
    }
    start(m_file);
}

DeskWindow::~DeskWindow() = default;

void DeskWindow::close()
{
    m_program.reset();
}

void DeskWindow::start(const QString &file)
{
    m_program = std::make_unique<ui::Program>();
    m_program->start(file);
    window().resize(1366, 768);
    window().activateWindow();
    settle();
}

ui::ListPage *DeskWindow::go(const char *name)
{
    auto *page = window().findChild<ui::ListPage *>(name);
    window().showPage(page);
    until([page] { return page->panel()->model()->isComplete(); });
    settle();
    return page;
}

void DeskWindow::inTheExamplesYear(ui::ListPage *page)
{
    page->openedForm()->field("date")->setText("2021-12-31");
}

void DeskWindow::press(int key, Qt::KeyboardModifiers modifiers)
{
    ++m_keys;
    QWidget *target = QApplication::focusWidget();
    QTest::keyClick(target ? target : &window(), Qt::Key(key), modifiers);
    settle();
}

void DeskWindow::type(const QString &text)
{
    QWidget *target = QApplication::focusWidget();
    for (const QChar character : text) {
        if (character.unicode() < 128)
            QTest::keyClicks(target, QString(character));
        else
            commit(target, QString(character));
        target = QApplication::focusWidget();
    }
    settle();
}

bool DeskWindow::says(const QString &text)
{
    const auto bars = window().findChildren<ui::MessageBar *>();
    return std::any_of(bars.begin(), bars.end(), [&](const ui::MessageBar *bar) { return bar->text().contains(text); });
}

QString DeskWindow::labels(const QWidget *widget)
{
    QStringList texts;
    for (const QLabel *label : widget->findChildren<QLabel *>()) {
        if (label->isVisible())
            texts.append(label->text());
    }
    return texts.join('\n');
}

QString cell(const ui::ListPage *page, int row, const QString &column)
{
    const ui::ListModel *model = page->panel()->model();
    const auto &columns = model->definition().columns;
    for (size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].key == column)
            return model->index(row, static_cast<int>(i)).data().toString();
    }
    return {};
}

int rowCount(const ui::ListPage *page)
{
    return page->panel()->model()->rowCount();
}

std::string formText(const ui::ListPage *page)
{
    QStringList texts;
    for (const ui::MessageBar *bar : page->window()->findChildren<ui::MessageBar *>())
        texts.append(bar->text());
    if (page->openedForm())
        texts.append(DeskWindow::labels(page->openedForm()));
    return texts.join('\n').toStdString();
}

} // namespace mishutai::test
