// What Work costs: permission, history and audit around one insert, beside the same insert committed bare.
#include "support/bench_files.h"
#include "support/measurement.h"
#include "support/process.h"

#include "db/database.h"
#include "db/row_writer.h"
#include "db/transaction.h"
#include "desk/application.h"
#include "session/work.h"

#include <QCoreApplication>

using namespace mishutai;

namespace {

constexpr int kPairs = 500;
constexpr int kMostTimesRaw = 3;

db::Row holiday(int place)
{
    return {{"day_on", QDate(2021, 1, 1).addDays(place)}, {"kind", QStringLiteral("HOLIDAY")}, {"name", QStringLiteral("示例")}};
}

void measureWork()
{
    const bench::BenchFiles files;
    const auto application = desk::Application::open({files.emptyFile("work.mishutai"), desk::Access::Write, {}, {}});
    int place = 0;
    const auto insertByWork = [&] {
        session::Work work(application->session(), session::Operation::OfficeEdit);
        work.insert("holidays", holiday(place++));
        work.commit();
    };
    const auto insertBare = [&] {
        db::Transaction transaction(application->database());
        db::insertRow(application->database(), "holidays", holiday(place++));
        transaction.commit();
    };
    const auto [work, bare] = bench::mediansOfSteps(kPairs, insertByWork, insertBare);
    bench::print({.name = "work",
        .size = 1,
        .median = work,
        .yardstick = bare,
        .ratioTo = "the same insert committed without Work on the same connection",
        .ratioReach = kMostTimesRaw});
}

} // namespace

int main(int argc, char **argv)
{
    bench::useOwnSettings();
    const QCoreApplication application(argc, argv);
    return bench::run(measureWork);
}
