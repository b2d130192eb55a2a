// A member list of 1,000 rows: read, checked, matched, written with history and audit, all or nothing.
#include "support/bench_files.h"
#include "support/measurement.h"
#include "support/process.h"

#include "desk/application.h"
#include "desk/data_set.h"
#include "office/sheets/sheet_import.h"
#include "tables/table_reader.h"

#include <QCoreApplication>

#include <stdexcept>

using namespace mishutai;

namespace {

constexpr int kRows = 1000;
constexpr int kRounds = 7;

void importInto(const QString &file, const QByteArray &list)
{
    const auto application = desk::Application::open({file, desk::Access::Write, {}, {}});
    const auto kind = desk::recordSheet("members");
    const tables::Sheet sheet = tables::TableReader().readBytes(list, "members.csv");
    const auto result
        = office::importSheet(application->session(), *kind, sheet, "members.csv", office::ImportMode::AllOrNothing);
    if (!result.isWritten || result.added != kRows)
        throw std::runtime_error("the list was not imported");
}

void measureImport()
{
    const bench::BenchFiles files;
    const QByteArray list = bench::memberList(kRows);
    const QString imported = files.emptyFile("imported.mishutai");
    importInto(imported, list);
    const auto import = [&]() -> qint64 {
        const QString file = files.emptyFile("import.mishutai");
        return bench::timeOf([&] { importInto(file, list); });
    };
    const auto insert = [&]() -> qint64 {
        const QString file = files.emptyFile("insert.mishutai");
        return bench::timeOf([&] {
            bench::copyRows(imported, file, {"units", "people", "contacts", "members", "member_levels"});
        });
    };
    const auto [whole, bare] = bench::mediansInTurn(kRounds, import, insert);
    bench::print({.name = "import",
        .size = kRows,
        .median = whole,
        .yardstick = bare,
        .ratioTo = "the same records by one bare INSERT each in one transaction"});
}

} // namespace

int main(int argc, char **argv)
{
    bench::useOwnSettings();
    const QCoreApplication application(argc, argv);
    return bench::run(measureImport);
}
