#include "cli/commands.h"
#include "cli/member_option.h"
#include "cli/open_file.h"
#include "desk/letters/letter_maker.h"
#include "desk/letters/letter_template.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace mishutai::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

QHash<QString, QString> answersOf(const Arguments &arguments)
{
    QHash<QString, QString> answers;
    for (const QString &pair : arguments.sets) {
        if (!pair.contains('='))
            throw Error(Error::Kind::Usage, tr("--set「%1」应写成 名称=内容").arg(pair), {}, tr("例如 --set place=会议中心"));
        answers.insert(pair.section('=', 0, 0).trimmed(), pair.section('=', 1));
    }
    return answers;
}

} // namespace

Result runLetter(const Arguments &arguments, TaskControl &control)
{
    allow(arguments, 1, {"members", "output", "date", "set", "format", "force"});
    const QString name = required(arguments, 0, tr("函件模板名（invitation、confirmation）或 .md 文件"));
    const QString output = arguments.value("output");
    if (output.isEmpty())
        throw Error(Error::Kind::Usage, tr("请用 --output 指定文件或文件夹"), {}, tr("例如 --output 邀请函.docx"));
    const auto kind = members::letterFiles().parse(arguments.values.value("format", "docx"));
    if (!kind)
        throw Error(Error::Kind::Usage, tr("--format 只有 docx 和 pdf"), {}, tr("例如 --format pdf"));
    requireFree(arguments, output);
    const auto application = openFile(arguments, desk::Access::Write, control);
    session::Session &session = application->session();
    const reports::Template letter = desk::loadLetter(session, name);
    const QDate today = session.clock().today();
    const desk::LetterRequest request{
        letter, membersOption(arguments, session), dayOption(arguments, "date", today, today), answersOf(arguments)};
    const bool isFile = output.endsWith(".docx", Qt::CaseInsensitive) || output.endsWith(".pdf", Qt::CaseInsensitive);
    const desk::LettersMade made = isFile
        ? desk::makeLettersFile(session, application->metrics(), request, output, control)
        : desk::makeLettersFolder(session, application->metrics(), request, output, *kind, control);
    Result result;
    result.text = tr("已生成 %1 封%2：\n  %3").arg(made.letters).arg(letter.label, made.files.join("\n  "));
    result.json = {{"letters", made.letters}, {"files", QJsonArray::fromStringList(made.files)}};
    return result;
}

} // namespace mishutai::cli
