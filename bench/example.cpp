// The example's year made from its data set, whole process: every row through its service.
#include "support/bench_files.h"
#include "support/measurement.h"
#include "support/process.h"

#include "db/database.h"
#include "desk/data_set.h"
#include "desk/example_data.h"

#include <QCoreApplication>

using namespace mishutai;

namespace {

constexpr int kRounds = 7;

void measureExample()
{
    const bench::BenchFiles files;
    const QString whole = files.path("whole.mishutai");
    const int rows = desk::createExample("alliance-2021", whole).rows();
    const auto make = [&]() -> qint64 {
        const QString made = files.path("example.mishutai");
        desk::removeDataFile(made);
        return bench::wholeProcess(bench::programPath("mishutai-cli"), {"example", "alliance-2021", made});
    };
    const auto copy = [&]() -> qint64 { return bench::timeOf([&] { bench::copySynced(whole, files.path("copy.mishutai")); }); };
    const auto [made, copied] = bench::mediansInTurn(kRounds, make, copy);
    bench::print({.name = "example",
        .size = rows,
        .median = made,
        .yardstick = copied,
        .ratioTo = "copying the finished file byte by byte, synced"});
}

} // namespace

int main(int argc, char **argv)
{
    bench::useOwnSettings();
    const QCoreApplication application(argc, argv);
    return bench::run(measureExample);
}
