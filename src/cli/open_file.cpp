#include "cli/open_file.h"

#include "base/error.h"

#include <QCoreApplication>

namespace mishutai::cli {

std::unique_ptr<desk::Application> openFile(const Arguments &arguments, desk::Access access, TaskControl &control)
{
    const QString path = arguments.value("db");
    if (path.isEmpty())
        throw Error(Error::Kind::Usage, QCoreApplication::translate("Cli", "没有指定数据文件"), {},
            QCoreApplication::translate("Cli", "请写 --db 文件名.mishutai"));
    return desk::Application::open({path, access, arguments.value("user"), qEnvironmentVariable("MISHUTAI_PASSWORD")}, control);
}

} // namespace mishutai::cli
