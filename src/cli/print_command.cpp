#include "base/durable_file.h"
#include "cli/commands.h"
#include "cli/member_option.h"
#include "cli/open_file.h"
#include "desk/global_search.h"
#include "desk/prints/body_forms.h"
#include "desk/prints/certificates.h"
#include "desk/prints/list_print.h"
#include "desk/prints/mailing_list.h"
#include "desk/prints/member_sheets.h"
#include "document/pdf/pdf_writer.h"
#include "document/sheets/sheet_layout.h"
#include "tables/table_writer.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace mishutai::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

QString outputOption(const Arguments &arguments, const QStringList &endings)
{
    const QString output = arguments.value("output");
    if (!endings.contains(QFileInfo(output).suffix().toLower()))
        throw Error(Error::Kind::Usage, tr("请用 --output 指定 .%1 文件").arg(endings.join(tr(" 或 ."))), {},
            tr("例如 --output 名单.pdf"));
    requireFree(arguments, output);
    return output;
}

Result written(const document::PagedDocument &pages, const QString &output, TaskControl &control)
{
    durableWrite(output, document::writePdf(pages, control));
    const QString path = QFileInfo(output).absoluteFilePath();
    const auto count = static_cast<int>(pages.pages.size());
    Result result;
    result.text = tr("已生成 %1，共 %2 页").arg(path).arg(count);
    if (!pages.substituted.empty())
        result.text += tr("\n有 %1 个字用替代字体：%2").arg(pages.substituted.size()).arg(pages.substitutedCharacters());
    result.json = {{"path", path}, {"pages", count}, {"substituted", pages.substitutedCharacters()}};
    return result;
}

Result written(const document::Sheet &sheet, const QString &output, TaskControl &control)
{
    document::FontSet fonts;
    return written(document::layout(sheet, fonts, control), output, control);
}

Result printList(const Arguments &arguments, TaskControl &control)
{
    allow(arguments, 2, {"output", "force"});
    const QString key = required(arguments, 1, tr("列表名（members、units、activities…）"));
    const db::ListDefinition *list = desk::listByKey(key);
    if (!list) {
        QStringList known;
        for (const db::ListDefinition *each : desk::allLists())
            known.append(each->key);
        throw Error(Error::Kind::Usage, tr("没有列表「%1」").arg(key), {}, tr("可用：%1").arg(known.join(" ")));
    }
    const QString output = outputOption(arguments, {"pdf"});
    const auto application = openFile(arguments, desk::Access::Read, control);
    session::Session &session = application->session();
    return written(desk::listSheet(session, desk::wholeList(session, *desk::listOf(session, key)), control), output, control);
}

Result printCertificates(const Arguments &arguments, TaskControl &control)
{
    allow(arguments, 1, {"output", "members", "date", "until", "portrait", "force"});
    const QString output = outputOption(arguments, {"pdf"});
    const auto application = openFile(arguments, desk::Access::Write, control);
    session::Session &session = application->session();
    const QDate today = session.clock().today();
    const QDate date = dayOption(arguments, "date", today, today);
    const QDate until = dayOption(arguments, "until", desk::lastDayOfTerm(session, date), today);
    using enum document::CertificateShape;
    const auto shape = arguments.has("portrait") ? Portrait : Landscape;
    return written(
        desk::certificatePages(session, {membersOption(arguments, session), date, until, shape}, control), output, control);
}

Result printMemberSheets(const Arguments &arguments, desk::MemberSheetKind kind, TaskControl &control)
{
    allow(arguments, 1, {"output", "members", "force"});
    const QString output = outputOption(arguments, {"pdf"});
    const auto application = openFile(arguments, desk::Access::Read, control);
    session::Session &session = application->session();
    return written(desk::memberSheetPages(session, membersOption(arguments, session), kind, control), output, control);
}

Result printMailing(const Arguments &arguments, TaskControl &control)
{
    allow(arguments, 1, {"output", "members", "force"});
    const QString output = outputOption(arguments, {"pdf", "xlsx", "csv"});
    const auto application = openFile(arguments, desk::Access::Read, control);
    session::Session &session = application->session();
    session.require(session::Operation::PersonalExport);
    const std::vector<desk::MailingRow> rows = desk::mailingRows(session, membersOption(arguments, session), control);
    if (output.endsWith(".pdf", Qt::CaseInsensitive))
        return written(desk::mailingSheet(session, rows), output, control);
    tables::TableWriter::writeFile(output, desk::mailingTable(rows), control);
    Result result;
    const QString path = QFileInfo(output).absoluteFilePath();
    result.text = tr("已生成 %1，共 %2 件").arg(path).arg(rows.size());
    result.json = {{"path", path}, {"rows", static_cast<int>(rows.size())}};
    return result;
}

/// A count that stands below the form: 1200, 约1200.
std::optional<Quantity> countOption(const Arguments &arguments, const QString &name)
{
    const QString text = arguments.value(name);
    const std::optional<Quantity> count = Quantity::parse(text);
    if (!text.isEmpty() && !count)
        throw Error(Error::Kind::Usage, tr("--%1 应是个数，不是「%2」").arg(name, text), {}, tr("例如 --%1 1200").arg(name));
    return count;
}

Result printBodies(const Arguments &arguments, TaskControl &control)
{
    allow(arguments, 1, {"output", "form", "on", "enterprises", "technology", "zones", "force"});
    const QString form = arguments.value("form");
    if (form != "enterprise" && form != "zone")
        throw Error(Error::Kind::Usage, tr("请用 --form 说明哪一张表"), {}, tr("enterprise 企业科协，zone 产业功能区科协"));
    const auto kind = form == "zone" ? desk::BodyFormKind::Zone : desk::BodyFormKind::Enterprise;
    allow(arguments, 1,
        kind == desk::BodyFormKind::Zone ? QStringList{"output", "form", "on", "zones", "force"}
                                         : QStringList{"output", "form", "on", "enterprises", "technology", "force"});
    const QString output = outputOption(arguments, {"pdf", "xlsx", "csv"});
    const desk::LocalCounts counts{
        countOption(arguments, "enterprises"), countOption(arguments, "technology"), countOption(arguments, "zones")};
    const bool keeps = counts != desk::LocalCounts{};
    const auto application = openFile(arguments, keeps ? desk::Access::Write : desk::Access::Read, control);
    session::Session &session = application->session();
    const QDate today = session.clock().today();
    const QDate onDay = dayOption(arguments, "on", today, today);
    Result result;
    if (output.endsWith(".pdf", Qt::CaseInsensitive)) {
        result = written(desk::bodySheet(session, kind, onDay, control, counts), output, control);
    } else {
        tables::TableWriter::writeFile(output, desk::bodyTable(session, kind, onDay, control, counts), control);
        const QString path = QFileInfo(output).absoluteFilePath();
        result.text = tr("已生成 %1").arg(path);
        result.json = {{"path", path}};
    }
    // Only what stands on paper is kept.
    if (keeps)
        desk::keepLocalCounts(session, counts, onDay);
    return result;
}

} // namespace

Result runPrint(const Arguments &arguments, TaskControl &control)
{
    const QString what = required(arguments, 0, tr("要打印什么（list、certificate、registration、dossier、mailing、bodies）"));
    if (what == "list")
        return printList(arguments, control);
    if (what == "certificate")
        return printCertificates(arguments, control);
    if (what == "registration")
        return printMemberSheets(arguments, desk::MemberSheetKind::Registration, control);
    if (what == "dossier")
        return printMemberSheets(arguments, desk::MemberSheetKind::Dossier, control);
    if (what == "mailing")
        return printMailing(arguments, control);
    if (what == "bodies")
        return printBodies(arguments, control);
    throw Error(Error::Kind::Usage, tr("不会打印「%1」").arg(what), {},
        tr("可用：list 列表、certificate 会员证书、registration 会员登记表、dossier 一企一档、mailing 寄送清单、bodies "
           "科协组织建设统计表"));
}

} // namespace mishutai::cli
