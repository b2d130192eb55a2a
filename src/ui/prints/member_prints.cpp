#include "ui/prints/member_prints.h"

#include "desk/letters/letter_template.h"
#include "desk/prints/certificates.h"
#include "desk/prints/mailing_list.h"
#include "desk/prints/member_sheets.h"
#include "document/sheets/sheet_layout.h"
#include "members/letters/letter_service.h"
#include "ui/common/detail_pane.h"
#include "ui/common/message_bar.h"
#include "ui/prints/letter_form.h"
#include "ui/prints/letter_templates_sheet.h"
#include "ui/prints/pages_dialog.h"
#include "ui/records/exports/ask_file.h"
#include "ui/records/form_sheet.h"
#include "ui/records/form_values.h"
#include "ui/shell/task_dialog.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace mishutai::ui {

namespace {

using Pages = std::shared_ptr<const document::PagedDocument>;
using desk::Worker;

QString tr(const char *text)
{
    return QCoreApplication::translate("Prints", text);
}

std::vector<MemberId> membersOf(const std::vector<qint64> &ids)
{
    std::vector<MemberId> members;
    for (const qint64 id : ids)
        members.emplace_back(id);
    return members;
}

/// Makes pages in the background, on a connection of its own, and shows them.
/// @param make gets the worker and a TaskControl, and returns a PagedDocument
template <class Make> void showPages(desk::Application &application, ListPage &page, Worker::Access access, Make make)
{
    runTask(
        &page, tr("正在排版"),
        [request = application.workerRequest(), access, make = std::move(make)](TaskControl &control) {
            Worker worker(request, access);
            return Pages(std::make_shared<document::PagedDocument>(make(worker, control)));
        },
        [&application, &page, access](const Pages &pages) {
            if (access == Worker::Access::Write)
                application.publishAll();
            new PagesDialog(pages, &page);
        });
}

/// The date of certificates and how long they hold.
class CertificateForm : public Form
{
public:
    using Make = std::function<void(QDate date, QDate until, document::CertificateShape shape)>;

    CertificateForm(session::Session &session, size_t count, Make make) : Form(tr("会员证书（%1家）").arg(count))
    {
        setSavesAndAdds(false);
        setSaveLabel(tr("排版"));
        const QDate today = session.clock().today();
        add("date", tr("发证日期"), dateField(session), Need::Required)->setDate(today);
        add("until", tr("有效期至"), dateField(session))->setDate(orNothing(desk::lastDayOfTerm(session, today)));
        const std::vector<db::Choice> shapes{{"landscape", tr("横排")}, {"portrait", tr("竖排")}};
        add("shape", tr("版面（A4）"), new ChoiceField(shapes), Need::Required)->setValue("landscape");
        setSave([this, make = std::move(make)] {
            using enum document::CertificateShape;
            make(dateOf(*this, "date"), dateOf(*this, "until"),
                as<ChoiceField>(*this, "shape")->value() == "portrait" ? Portrait : Landscape);
        });
        markUnchanged();
    }

private:
    static QString tr(const char *text) { return ui::tr(text); }
};

void certify(desk::Application &application, ListPage &page, const std::vector<qint64> &ids)
{
    const auto make = [&application, &page, members = membersOf(ids)](QDate date, QDate until, document::CertificateShape shape) {
        const auto access = application.isReadOnly() ? Worker::Access::Read : Worker::Access::Write;
        showPages(application, page, access, [members, date, until, shape](Worker &worker, TaskControl &control) {
            return desk::certificatePages(worker.session(), {members, date, until, shape}, control);
        });
    };
    new FormSheet(std::make_unique<CertificateForm>(application.session(), ids.size(), make), application.session(),
        "certificate", std::nullopt, &page);
}

void printSheets(desk::Application &application, ListPage &page, const std::vector<qint64> &ids, desk::MemberSheetKind kind)
{
    showPages(application, page, Worker::Access::Read, [members = membersOf(ids), kind](Worker &worker, TaskControl &control) {
        return desk::memberSheetPages(worker.session(), members, kind, control);
    });
}

void printMailing(desk::Application &application, ListPage &page, const std::vector<qint64> &ids)
{
    showPages(application, page, Worker::Access::Read, [members = membersOf(ids)](Worker &worker, TaskControl &control) {
        const auto rows = desk::mailingRows(worker.session(), members, control);
        document::FontSet fonts;
        return document::layout(desk::mailingSheet(worker.session(), rows), fonts, control);
    });
}

void exportMailing(desk::Application &application, ListPage &page, const std::vector<qint64> &ids)
{
    const auto write = [&application, &page, members = membersOf(ids)](const QString &file) {
        runTask(
            &page, tr("正在导出"),
            [request = application.workerRequest(), members, file](TaskControl &control) {
                Worker worker(request, Worker::Access::Read);
                worker.session().require(session::Operation::PersonalExport);
                const auto rows = desk::mailingRows(worker.session(), members, control);
                tables::TableWriter::writeFile(file, desk::mailingTable(rows), control);
                return std::ranges::count_if(rows, [](const desk::MailingRow &row) { return !row.missing.isEmpty(); });
            },
            [&page](qsizetype missing) {
                MessageArea::of(&page).saved(
                    missing > 0 ? tr("寄送清单已导出，%1 家资料不全，排在最前面").arg(missing) : tr("寄送清单已导出"));
            });
    };
    askSaveFile(&page, tr("导出寄送清单"), tr("寄送清单") + ".xlsx", tr("Excel 工作簿 (*.xlsx);;CSV (*.csv)"), write);
}

void tellMade(desk::Application &application, ListPage &page, const desk::LettersMade &made)
{
    application.publishAll();
    const QString folder = QFileInfo(made.files.front()).absolutePath();
    MessageArea::of(&page).offer(tr("已生成 %1 封函件，已记入往来函件").arg(made.letters), tr("打开文件夹"),
        [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
}

/// Asks where to, then makes the letters in the background.
void makeLetters(desk::Application &application, ListPage &page, const desk::LetterRequest &request, LetterTarget target)
{
    if (target == LetterTarget::Preview) {
        showPages(application, page, Worker::Access::Read, [request](Worker &worker, TaskControl &control) {
            return desk::letterPages(desk::letterDocuments(worker.session(), worker.metrics(), request, control), control);
        });
        return;
    }
    const bool isWord = target == LetterTarget::WordEach || target == LetterTarget::WordInOne;
    const bool isEach = target == LetterTarget::WordEach || target == LetterTarget::PdfEach;
    const auto kind = isWord ? members::LetterFile::Docx : members::LetterFile::Pdf;
    const auto run = [&application, &page, request, isEach, kind](const QString &path) {
        runTask(
            &page, tr("正在生成%1").arg(request.letter.label),
            [worker = application.workerRequest(), request, isEach, kind, path](TaskControl &control) {
                Worker own(worker, Worker::Access::Write);
                return isEach ? desk::makeLettersFolder(own.session(), own.metrics(), request, path, kind, control)
                              : desk::makeLettersFile(own.session(), own.metrics(), request, path, control);
            },
            [&application, &page](const desk::LettersMade &made) { tellMade(application, page, made); });
    };
    if (isEach)
        askFolder(&page, tr("%1放在哪个文件夹").arg(request.letter.label), run);
    else
        askSaveFile(&page, tr("保存%1").arg(request.letter.label), request.letter.label + (isWord ? ".docx" : ".pdf"),
            isWord ? tr("Word (*.docx)") : tr("PDF (*.pdf)"), run);
}

void askLetter(desk::Application &application, ListPage &page, const QString &name, const std::vector<qint64> &ids)
{
    const auto make = [&application, &page](const desk::LetterRequest &request, LetterTarget target) {
        // The sheet goes first; a file dialog over it would close it.
        QMetaObject::invokeMethod(
            &page,
            [&application, &page, request, target] { guarded(&page, [&] { makeLetters(application, page, request, target); }); },
            Qt::QueuedConnection);
    };
    new FormSheet(
        std::make_unique<LetterForm>(application.session(), desk::loadLetter(application.session(), name), membersOf(ids), make),
        application.session(), "letter", std::nullopt, &page);
}

} // namespace

std::vector<RecordAction> memberPrints(desk::Application &application, ListPage &page)
{
    using enum session::Operation;
    const auto action = [&](const QString &label, session::Operation operation, auto run) {
        return RecordAction{label, "print", {}, operation, /*takesSeveral=*/true,
            [&application, &page, run](const std::vector<qint64> &ids) { run(application, page, ids); }};
    };
    const auto sheets = [](desk::MemberSheetKind kind) {
        return [kind](desk::Application &one, ListPage &at, const std::vector<qint64> &ids) { printSheets(one, at, ids, kind); };
    };
    std::vector<RecordAction> actions{action(tr("会员证书…"), MemberCertify, certify),
        action(tr("会员登记表"), MemberRead, sheets(desk::MemberSheetKind::Registration)),
        action(tr("一企一档"), MemberRead, sheets(desk::MemberSheetKind::Dossier)),
        action(tr("打印寄送清单"), PersonalRead, printMailing), action(tr("导出寄送清单…"), PersonalExport, exportMailing)};
    if (application.isReadOnly())
        return actions;
    for (const desk::LetterKind &kind : desk::letterKinds())
        actions.push_back(action(tr("%1…").arg(kind.label), LetterMake,
            [name = kind.name](
                desk::Application &one, ListPage &at, const std::vector<qint64> &ids) { askLetter(one, at, name, ids); }));
    actions.push_back(
        action(tr("其他函件…"), LetterMake, [](desk::Application &one, ListPage &at, const std::vector<qint64> &ids) {
            const auto make = [&one, &at, ids](const QString &name) { askLetter(one, at, name, ids); };
            new LetterTemplatesSheet(at, one, ids, make);
        }));
    return actions;
}

void fillLetters(DetailPane &leaf, session::Session &session, qint64 member)
{
    QList<QStringList> rows;
    for (const members::Letter &letter : members::LetterService(session).ofMember(MemberId(member))) {
        const members::LetterDetails &d = letter.details;
        rows.append(
            {d.madeAt.toLocalTime().toString("yyyy-MM-dd HH:mm"), d.title, members::letterFiles().label(d.file), d.madeBy});
    }
    if (rows.isEmpty())
        leaf.addRow(tr("往来函件"), tr("还没有；在列表里选中会员，右键选函件"));
    else
        leaf.addTable({tr("时间"), tr("函件"), tr("文件"), tr("经办人")}, rows);
}

} // namespace mishutai::ui
