#include "base/durable_file.h"
#include "cli/commands.h"
#include "cli/member_option.h"
#include "cli/open_file.h"
#include "cli/period_option.h"
#include "desk/board.h"
#include "document/docx/docx_writer.h"
#include "document/layout/layout.h"
#include "document/pdf/pdf_writer.h"
#include "document/text_writer.h"
#include "metrics/wording.h"
#include "office/profile/office_profile_service.h"
#include "reports/report_service.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

namespace mishutai::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

struct Written {
    QByteArray bytes;
    int pages = 0;
    QStringList substituted;
};

Written written(const document::Document &document, const QString &ending, TaskControl &control)
{
    if (ending == "txt")
        return {document::writeText(document).toUtf8(), 0, {}};
    if (ending == "docx")
        return {document::writeDocx(document, control), 0, {}};
    document::FontSet fonts;
    const document::PagedDocument paged = document::layout(document, fonts);
    Written result{document::writePdf(paged, control), static_cast<int>(paged.pages.size()), {}};
    for (const auto &each : paged.substituted)
        result.substituted.append(QString::fromUcs4(&each.character, 1));
    return result;
}

void addHeadline(desk::Application &application, const Period &period, Result &result, QStringList &lines)
{
    const auto kind = office::OfficeProfileService(application.session()).profile().details.kind;
    QJsonArray figures;
    for (const desk::BoardFigure &figure : desk::board(application.metrics(), kind, period.to()).figures) {
        lines.append(QString("  %1 %2").arg(figure.label, figure.text));
        figures.append(QJsonObject{{"label", figure.label}, {"text", figure.text}, {"metric", figure.query.metric}});
    }
    result.json.insert("figures", figures);
    const QString note = office::keepsBooks(kind) ? desk::unpostedNote(application.metrics(), period) : QString();
    if (!note.isEmpty()) {
        lines.append("  " + note);
        result.json.insert("note", note);
    }
}

} // namespace

Result runReport(const Arguments &arguments, TaskControl &control)
{
    allow(arguments, 1, {"year", "period", "output", "date", "force"});
    const QString name = required(arguments, 0, tr("报告模板名（alliance-annual）"));
    const Period period = periodOption(arguments);
    const QString output = arguments.value("output");
    const QString ending = QFileInfo(output).suffix().toLower();
    if (ending != "pdf" && ending != "docx" && ending != "txt")
        throw Error(
            Error::Kind::Usage, tr("请用 --output 指定 .pdf、.docx 或 .txt 文件"), {}, tr("例如 --output summary-2021.pdf"));
    requireFree(arguments, output);
    const auto application = openFile(arguments, desk::Access::Read, control);
    application->session().require(session::Operation::ReportExport);
    const QDate today = application->session().clock().today();
    const QDate date = dayOption(arguments, "date", today, today);
    const document::Document document
        = reports::ReportService(application->session(), application->metrics()).make(name, period, date);
    const Written made = written(document, ending, control);
    durableWrite(output, made.bytes);
    Result result;
    const QString path = QFileInfo(output).absoluteFilePath();
    QStringList lines{made.pages > 0 ? tr("已生成 %1，共 %2 页").arg(path).arg(made.pages) : tr("已生成 %1").arg(path)};
    result.json = {{"path", path}, {"pages", made.pages}, {"title", document.title()},
        {"substituted", QJsonArray::fromStringList(made.substituted)}};
    addHeadline(*application, period, result, lines);
    if (!made.substituted.isEmpty())
        lines.append(tr("有 %1 个字用替代字体：%2").arg(made.substituted.size()).arg(made.substituted.join(QString())));
    result.text = lines.join('\n');
    return result;
}

} // namespace mishutai::cli
