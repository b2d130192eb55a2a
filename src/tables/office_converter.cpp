#include "tables/office_converter.h"

#include "base/error.h"
#include "tables/faults.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QUrl>

namespace mishutai::tables {

namespace {

constexpr int kLookEveryMs = 100;
constexpr int kEndWithinMs = 5'000;

/// Starts the suite's own binary, since its script would leave it behind when ended.
QString binaryOf(const QString &program)
{
    const QFileInfo script(QFileInfo(program).canonicalFilePath());
    const QString binary = script.dir().filePath(QStringLiteral("soffice.bin"));
    return QFileInfo(binary).isExecutable() ? binary : program;
}

/// Ends the process whatever happens.
class Ended
{
public:
    explicit Ended(QProcess &process) : m_process(process) { }
    ~Ended()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.kill();
        m_process.waitForFinished(kEndWithinMs);
    }
    Q_DISABLE_COPY_MOVE(Ended)

private:
    QProcess &m_process;
};

} // namespace

OfficeConverter::OfficeConverter(QString program, int limitMs) : m_program(std::move(program)), m_limitMs(limitMs) { }

QString OfficeConverter::installed()
{
    for (const char *name : {"soffice", "libreoffice"}) {
        const QString found = QStandardPaths::findExecutable(QString::fromLatin1(name));
        if (!found.isEmpty())
            return found;
    }
    return {};
}

QByteArray OfficeConverter::toXlsx(const QByteArray &bytes, const QString &ending, TaskControl &control) const
{
    const QTemporaryDir folder;
    QFile source(folder.filePath("table." + ending));
    if (!folder.isValid() || !source.open(QIODevice::WriteOnly) || source.write(bytes) != bytes.size())
        throw Error(Error::Kind::Io, Texts::tr("临时文件夹写不进去"), source.errorString(), Texts::tr("请检查磁盘空间"));
    source.close();

    QProcess process;
    const Ended ended(process);
    process.setProgram(binaryOf(m_program));
    process.setArguments({"-env:UserInstallation=" + QUrl::fromLocalFile(folder.filePath("profile")).toString(), "--headless",
        "--norestore", "--nolockcheck", "--convert-to", "xlsx", "--outdir", folder.filePath("out"), source.fileName()});
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start();
    QElapsedTimer time;
    time.start();
    while (!process.waitForFinished(kLookEveryMs)) {
        control.throwIfCancelled();
        control.progress(0, 0, Texts::tr("转换旧格式"));
        if (process.state() == QProcess::NotRunning || time.hasExpired(m_limitMs))
            return {};
    }
    QFile made(folder.filePath(QStringLiteral("out/table.xlsx")));
    return made.open(QIODevice::ReadOnly) ? made.readAll() : QByteArray();
}

} // namespace mishutai::tables
