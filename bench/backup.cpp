// A backup of the example's file: copied, synced, opened again, checked, hashed and counted.
#include "support/bench_files.h"
#include "support/measurement.h"
#include "support/process.h"

#include "db/backup/backup.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace mishutai;

namespace {

constexpr int kRounds = 15;

void measureBackup()
{
    const bench::BenchFiles files;
    const QString file = files.exampleFile("backup.mishutai");
    const auto backUp = [&] { db::makeBackup(file, "bench"); };
    const auto copy = [&] { bench::copySynced(file, files.path("copy.mishutai")); };
    const auto [backedUp, copied] = bench::mediansOfSteps(kRounds, backUp, copy);
    bench::print({.name = "backup",
        .size = QFileInfo(file).size(),
        .median = backedUp,
        .yardstick = copied,
        .ratioTo = "copying the file byte by byte, synced"});
}

} // namespace

int main(int argc, char **argv)
{
    bench::useOwnSettings();
    const QCoreApplication application(argc, argv);
    return bench::run(measureBackup);
}
