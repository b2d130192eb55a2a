#include "ui/program/program.h"

#include "db/lists/list_query.h"
#include "desk/example_data.h"
#include "finance/finance_setup.h"
#include "office/profile/office_profile_service.h"
#include "ui/common/guarded.h"
#include "ui/common/list/list_model.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/message_bar.h"
#include "ui/members/member_page.h"
#include "ui/shell/first_run_page.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QShortcut>
#include <QStandardPaths>

namespace mishutai::ui {

void Program::showFirstRun()
{
    // Opening a file makes the window anew, so it waits until the widget that asked for it has done.
    auto *page = new FirstRunPage;
    connect(page, &FirstRunPage::startAsked, this, &Program::startNew, Qt::QueuedConnection);
    connect(page, &FirstRunPage::exampleAsked, this, &Program::openExample, Qt::QueuedConnection);
    connect(page, &FirstRunPage::openAsked, this, &Program::askOpen);
    connect(page, &FirstRunPage::dataFileDropped, this, [this](const QString &file) { openLater(file); });
    m_window->showAlone(page);
}

QString Program::newFilePath(const QString &name) const
{
    static const QRegularExpression forbidden(R"([\\/:*?"<>|])");
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    folder.mkpath("."); // a new account may not have it yet
    QString base = name;
    base.replace(forbidden, "-");
    QString path = folder.filePath(base + ".mishutai");
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = folder.filePath(QString("%1-%2.mishutai").arg(base).arg(number));
    return path;
}

void Program::startNew(const QString &officeName, office::OfficeKind kind, const FirstList &list)
{
    guarded(m_window.get(), [&] {
        const QString path = newFilePath(officeName);
        {
            const auto made = desk::Application::create(path, desk::firstUserName());
            office::OfficeDetails details;
            details.name = officeName;
            details.kind = kind;
            office::OfficeProfileService(made->session()).create(details);
            if (office::keepsBooks(kind))
                finance::FinanceSetup(made->session())
                    .start(finance::BooksStart{made->session().clock().today().year(), {}, {}, {}});
        }
        if (openFile(path))
            importFirst(list);
    });
}

void Program::importFirst(const FirstList &list)
{
    if (list.from == FirstList::From::None)
        return;
    if (!m_members) {
        MessageArea::of(m_window.get()).done(tr("名单请到「单位」页导入：在那里按 Ctrl+V，或点「导入」"));
        return;
    }
    m_window->showPage(m_members);
    if (list.from == FirstList::From::AskForFile)
        m_members->importFile();
    else if (list.from == FirstList::From::Pasted)
        m_members->importRows(list.text);
    else
        m_members->importFrom(list.text);
}

Page *Program::offeringPaste(Page *board)
{
    // Nothing on the board takes a text, wherever the keyboard is.
    auto *paste = new QShortcut(QKeySequence::Paste, board);
    connect(paste, &QShortcut::activated, this, [this] { guarded(m_window.get(), [this] { pasteOnBoard(); }); });
    return board;
}

/// On the board of an office that has nothing yet a list can only be the members'.
void Program::pasteOnBoard()
{
    const QString rows = QApplication::clipboard()->text();
    const QString inner = rows.trimmed();
    if (!inner.contains('\t') && !inner.contains('\n'))
        return;
    const bool mayTake
        = m_members && !m_application->isReadOnly() && m_application->session().may(session::Operation::MemberImport);
    if (mayTake && db::ListQuery(m_application->session().database(), m_members->panel()->model()->definition()).ids(1).empty())
        importFirst({FirstList::From::Pasted, rows});
    else
        MessageArea::of(m_window.get()).done(tr("剪贴板里是表格：先到会员、活动、收支等页面，再按 Ctrl+V，就按那一页导入"));
}

void Program::openExample()
{
    guarded(m_window.get(), [&] {
        const QString path = newFilePath(tr("示例联盟2021"));
        desk::createExample("alliance-2021", path);
        openFile(path);
    });
}

} // namespace mishutai::ui
