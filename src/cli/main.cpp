#include "cli/commands.h"
#include "db/log.h"

#include <QGuiApplication>

#include <memory>
#include <vector>

namespace {

constexpr auto kVersion = "0.1.0";

using namespace mishutai;

int run(const QStringList &words, int argc, char **argv)
{
    bool isJson = words.contains("--json");
    try {
        const cli::Arguments arguments = cli::Arguments::parse(words);
        isJson = arguments.isJson();
        if (arguments.has("version"))
            return cli::write(
                cli::Result{cli::Status::Done, QString("mishutai-cli %1").arg(kVersion), {{"version", kVersion}}}, isJson);
        if (isJson && arguments.command.isEmpty() && !arguments.has("help"))
            throw Error(Error::Kind::Usage, QString("没有写命令"), {}, QString("用法见 mishutai-cli --help"));
        if (arguments.has("help") || arguments.command.isEmpty()) {
            const auto status = arguments.has("help") ? cli::Status::Done : cli::Status::WrongCall;
            return cli::write(cli::Result{status, cli::helpText(), {{"help", cli::helpText()}}}, isJson);
        }
        const cli::Command &command = cli::command(arguments.command);
        QCoreApplication::setApplicationName("mishutai");
        db::initialiseLog();
        // Only laying pages out needs fonts and with them a GUI application; it takes longer to start.
        const std::unique_ptr<QCoreApplication> application(
            command.needsFonts ? new QGuiApplication(argc, argv) : new QCoreApplication(argc, argv));
        cli::ConsoleControl control;
        return cli::write(command.run(arguments, control), isJson);
    } catch (const Error &error) {
        return cli::write(error, isJson);
    } catch (const std::exception &error) {
        return cli::write(Error(Error::Kind::Storage, QString("程序出错，没有完成"), QString::fromUtf8(error.what())), isJson);
    }
}

} // namespace

int main(int argc, char **argv)
{
    // There may be no display, and none is needed.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    return run(words, argc, argv);
}
