#include "cli/commands.h"
#include "cli/open_file.h"
#include "desk/pack/pack.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace mishutai::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

} // namespace

Result runPack(const Arguments &arguments, TaskControl &control)
{
    allow(arguments, 1, {});
    const QString target = required(arguments, 0, tr("目标文件（.zip）"));
    const auto application = openFile(arguments, desk::Access::Read, control);
    application->session().require(session::Operation::BackupMake);
    const desk::Packed made = desk::pack(application->path(), target, control);
    Result result;
    result.text = tr("已打包到 %1（%2 字节，佐证 %3 件，已读回核对）").arg(made.path).arg(made.bytes).arg(made.files);
    if (made.missing > 0)
        result.text += tr("\n有 %1 件佐证缺失或被改动，没有打进去；请用 check 看是哪些").arg(made.missing);
    result.status = made.missing > 0 ? Status::Findings : Status::Done;
    result.json = {{"path", made.path}, {"bytes", made.bytes}, {"files", made.files}, {"missing", made.missing}};
    return result;
}

Result runUnpack(const Arguments &arguments, TaskControl &control)
{
    allow(arguments, 2, {});
    const QString zip = required(arguments, 0, tr("打好的包（.zip）"));
    const QString folder = arguments.rest.value(1, QFileInfo(zip).absolutePath());
    const desk::Unpacked made = desk::unpack(zip, folder, control);
    Result result;
    result.text = tr("已解开：%1，佐证 %2 件，已逐个核对").arg(made.dataFile).arg(made.files);
    if (made.missing > 0)
        result.text += tr("\n打包时就有 %1 件佐证缺失").arg(made.missing);
    result.json = {{"path", made.dataFile}, {"files", made.files}, {"missing", made.missing}};
    return result;
}

} // namespace mishutai::cli
