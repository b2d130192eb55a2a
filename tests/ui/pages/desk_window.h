#pragma once

#include "ui/common/list_page.h"
#include "ui/common/message_bar.h"
#include "ui/program/program.h"
#include "ui/support/window.h"

#include <QTemporaryDir>

#include <functional>

namespace mishutai::test {

/// Handles events until `isDone`, at most some thousand rounds. @return whether it came to be
bool until(const std::function<bool()> &isDone);

/// The real program on a home of its own, used by keys. Its data file is a copy of the example, or none yet.
class DeskWindow
{
public:
    enum class File { Example, None };

    explicit DeskWindow(File file = File::Example);
    ~DeskWindow();

    ui::Program &program() { return *m_program; }
    ui::MainWindow &window() { return m_program->window(); }
    desk::Application &application() { return *m_program->application(); }
    const QString &file() const { return m_file; }
    QString path(const QString &name) const { return m_home.filePath(name); }
    /// Ends the program, as closing its window does.
    void close();
    void start(const QString &file);

    /// The first page of a type, or null.
    template <class PageType> PageType *page() { return window().findChild<PageType *>(); }
    /// Goes to a page by its name and waits for its list.
    ui::ListPage *go(const char *name);

    /// Moves the open form's day into the example's year, whose books are open.
    void inTheExamplesYear(ui::ListPage *page);
    /// A key for the widget that has the focus; counted.
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Text for the widget that has the focus: keys for ASCII, an input method's commit for the rest. Not counted.
    void type(const QString &text);
    int keys() const { return m_keys; }
    void countFromHere() { m_keys = 0; }

    /// Whether a message of the window starts with or contains the text.
    bool says(const QString &text);
    /// Every text of the labels that are in sight below a widget.
    static QString labels(const QWidget *widget);

private:
    QTemporaryDir m_home;
    QString m_file;
    std::unique_ptr<ui::Program> m_program;
    int m_keys = 0;
};

/// The cell of a list page's row by column key, as shown.
QString cell(const ui::ListPage *page, int row, const QString &column);
int rowCount(const ui::ListPage *page);
/// What an open form shows, for the report of a test that expected it to be saved.
std::string formText(const ui::ListPage *page);

} // namespace mishutai::test
