// Every metric of the catalogue for the example's year, one after the other, as a report or a plan asks them.
#include "support/bench_files.h"
#include "support/measurement.h"
#include "support/process.h"

#include "db/database.h"
#include "db/statement.h"
#include "desk/application.h"

#include <QCoreApplication>

using namespace mishutai;

namespace {

constexpr int kRounds = 31;
constexpr int kYear = 2021;

void measureMetrics()
{
    const bench::BenchFiles files;
    const auto application = desk::Application::open({files.exampleFile("metrics.mishutai"), desk::Access::Read, {}, {}});
    const std::vector<metrics::Metric> &all = application->metrics().catalogue().all();
    const auto ask = [&] {
        for (const metrics::Metric &metric : all)
            application->metrics().value({metric.name, Period::year(kYear), {}});
    };
    const auto count = [&] {
        for (size_t i = 0; i < all.size(); ++i)
            db::Statement(application->database(), "SELECT count(*) AS n FROM members").next();
    };
    const auto [asked, counted] = bench::mediansOfSteps(kRounds, ask, count);
    bench::print({.name = "metrics",
        .size = static_cast<qint64>(all.size()),
        .median = asked,
        .yardstick = counted,
        .ratioTo = "as many statements that count the members"});
}

} // namespace

int main(int argc, char **argv)
{
    bench::useOwnSettings();
    const QCoreApplication application(argc, argv);
    return bench::run(measureMetrics);
}
