#include "base/end_signals.h"
#include "base/error.h"
#include "db/log.h"
#include "ui/program/first_paint.h"
#include "ui/program/program.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLibraryInfo>
#include <QTextStream>
#include <QTranslator>

#include <memory>

namespace {

constexpr auto kVersion = "0.1.0";
constexpr auto kHelp = "秘书台\n\n"
                       "用法：mishutai [--exit-when-shown] [FILE.mishutai]\n"
                       "      mishutai --screenshots FOLDER FILE.mishutai\n\n"
                       "选项：\n"
                       "  --screenshots FOLDER  把每一页存成图片后退出\n"
                       "  --exit-when-shown     窗口第一次画完后退出，打印从启动起的毫秒数（测速用）\n"
                       "  --version  --help\n";

/// What the command line asks of the window program.
struct Call {
    QString file;
    QString screenshots;
    bool exitsWhenShown = false;
    bool isWrong = false;
};

Call callOf(const QStringList &words)
{
    Call call;
    for (qsizetype i = 1; i < words.size(); ++i) {
        if (words[i] == "--screenshots" && i + 1 < words.size())
            call.screenshots = words[++i];
        else if (words[i] == "--exit-when-shown")
            call.exitsWhenShown = true;
        else if (words[i].startsWith("--") || !call.file.isEmpty())
            call.isWrong = true;
        else
            call.file = words[i];
    }
    return call;
}

/// As soon as the window is painted: says how long that took, in milliseconds, and closes it.
std::unique_ptr<mishutai::ui::FirstPaint> exitWhenShown(mishutai::ui::Program &program, const QElapsedTimer &sinceStart)
{
    auto shown = std::make_unique<mishutai::ui::FirstPaint>();
    QObject::connect(shown.get(), &mishutai::ui::FirstPaint::painted, &program, [&program, &sinceStart] {
        QTextStream(stdout) << sinceStart.elapsed() << Qt::endl;
        program.window().close();
    });
    return shown;
}

} // namespace

int main(int argc, char **argv)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    QStringList words;
    for (int i = 0; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    // Answered before QApplication, which stops the program where there is no display.
    if (words.contains("--version") || words.contains("--help")) {
        QTextStream(stdout) << (words.contains("--version") ? QString("mishutai %1\n").arg(kVersion) : QString(kHelp));
        return 0;
    }
    const Call call = callOf(words);
    if (call.isWrong) {
        QTextStream(stderr) << kHelp;
        return 2;
    }
    if (!call.screenshots.isEmpty())
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setApplicationName("mishutai");
    QApplication::setOrganizationName("mishutai");
    QApplication::setApplicationDisplayName(QString());
    mishutai::db::initialiseLog();
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    QTranslator translator;
    const bool isTranslated = translator.load("qtbase_zh_CN", QLibraryInfo::path(QLibraryInfo::TranslationsPath))
        || translator.load("qtbase_zh_CN", ":/resources/i18n");
    if (isTranslated)
        QApplication::installTranslator(&translator);
    // Outlives the program: what comes while the file is being closed must not break that off.
    const mishutai::EndSignals endSignals;
    try {
        mishutai::ui::Program program;
        // As the window's own closing does: drafts are kept, the file is closed in order. A dialog that is open would hold it up.
        QObject::connect(&endSignals, &mishutai::EndSignals::asked, &program, [&program] {
            program.window().close();
            QApplication::exit();
        });
        const auto shown = call.exitsWhenShown ? exitWhenShown(program, sinceStart) : nullptr;
        program.start(call.file);
        if (!call.screenshots.isEmpty())
            return program.application() && program.takeScreenshots(call.screenshots) ? 0 : 3;
        return QApplication::exec();
    } catch (const mishutai::Error &error) {
        QTextStream(stderr) << error.text() << '\n';
        return 3;
    }
}
