// The example's annual summary as PDF: the whole process of the command line, and where its time goes. The parts are measured in
// processes of their own too, since nothing is warm in a program that has just started.
#include "support/bench_files.h"
#include "support/measurement.h"
#include "support/process.h"

#include "desk/application.h"
#include "document/layout/layout.h"
#include "document/pdf/pdf_writer.h"
#include "reports/report_service.h"

#include <QGuiApplication>
#include <QTextStream>

#include <stdexcept>

using namespace mishutai;

namespace {

constexpr int kRounds = 9;
constexpr int kMostMs = 300;
constexpr auto kTemplate = "alliance-annual";
const QStringList kParts{"open", "compose", "layout", "write"};

/// What a process of its own does: says the nanoseconds of each part.
void doParts(const QString &file)
{
    std::unique_ptr<desk::Application> application;
    document::Document document;
    document::PagedDocument paged;
    QByteArray pdf;
    const std::vector<qint64> times{bench::timeOf([&] {
                                        application = desk::Application::open({file, desk::Access::Read, {}, {}});
                                    }),
        bench::timeOf([&] {
            document = reports::ReportService(application->session(), application->metrics())
                           .make(kTemplate, Period::year(2021), QDate(2022, 1, 26));
        }),
        bench::timeOf([&] {
            document::FontSet fonts;
            paged = document::layout(document, fonts);
        }),
        bench::timeOf([&] { pdf = document::writePdf(paged, TaskControl::silent()); })};
    QStringList words;
    for (const qint64 time : times)
        words.append(QString::number(time));
    QTextStream(stdout) << words.join(' ') << Qt::endl;
}

void measureWhole(const QString &file, const bench::BenchFiles &files)
{
    const QString cli = bench::programPath("mishutai-cli");
    const QStringList arguments{
        "--db", file, "report", kTemplate, "--year", "2021", "--output", files.path("summary.pdf"), "--force"};
    const auto [whole, start] = bench::mediansInTurn(
        kRounds, [&] { return bench::wholeProcess(cli, arguments); }, [&] { return bench::wholeProcess(cli, {"--version"}); });
    bench::print({.name = "report",
        .size = 1,
        .median = whole,
        .yardstick = start,
        .ratioTo = "the same program with --version",
        .reachMs = kMostMs});
}

void measureParts(const QString &file)
{
    std::vector<std::vector<qint64>> times(static_cast<size_t>(kParts.size()));
    std::vector<qint64> sums;
    for (int round = 0; round < kRounds; ++round) {
        QString line;
        bench::untilFirstLine(QCoreApplication::applicationFilePath(), {"--parts", file}, &line);
        const QStringList words = line.split(' ');
        if (words.size() != kParts.size())
            throw std::runtime_error("the parts were not measured");
        qint64 sum = 0;
        for (size_t part = 0; part < times.size(); ++part) {
            times[part].push_back(words[static_cast<qsizetype>(part)].toLongLong());
            sum += times[part].back();
        }
        sums.push_back(sum);
    }
    for (size_t part = 0; part < times.size(); ++part)
        bench::print({.name = "report." + kParts[static_cast<qsizetype>(part)],
            .size = 1,
            .median = bench::median(times[part]),
            .yardstick = bench::median(sums),
            .ratioTo = "all four parts together"});
}

void measureReport()
{
    const bench::BenchFiles files;
    const QString file = files.exampleFile("report.mishutai");
    measureWhole(file, files);
    measureParts(file);
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (argc != 3 || qstrcmp(argv[1], "--parts") != 0)
        bench::useOwnSettings();
    const QGuiApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() == 3 && words[1] == "--parts")
        return bench::run([&] { doParts(words[2]); });
    return bench::run(measureReport);
}
