// Member lists read, checked, matched, written with pinyin, history and audit, all or nothing.
#include "support/bench_files.h"
#include "support/measurement.h"
#include "support/process.h"

#include "desk/application.h"
#include "desk/data_set.h"
#include "office/sheets/sheet_import.h"
#include "tables/table_reader.h"
#include "tables/table_writer.h"

#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>

#include <stdexcept>

using namespace mishutai;

namespace {

constexpr int kRounds = 7;
constexpr int kManyRounds = 3;

/// From the bytes of the sheet to the commit; opening the file and the backup at its closing are left out.
qint64 importInto(const QString &file, const QByteArray &list, const QString &name, int rows)
{
    const auto application = desk::Application::open({file, desk::Access::Write, {}, {}});
    const auto kind = desk::recordSheet("members");
    return bench::timeOf([&] {
        const tables::Sheet sheet = tables::TableReader().readBytes(list, name);
        const auto result = office::importSheet(application->session(), *kind, sheet, name, office::ImportMode::AllOrNothing);
        if (!result.isWritten || result.added != rows)
            throw std::runtime_error("the list was not imported");
    });
}

bench::Timed importing(const bench::BenchFiles &files, const QByteArray &list, const QString &name, int rows)
{
    return [&files, list, name, rows]() -> qint64 { return importInto(files.emptyFile("import.mishutai"), list, name, rows); };
}

void measureImport(const bench::BenchFiles &files)
{
    constexpr int kRows = 1'000;
    const QByteArray list = bench::memberList(kRows);
    const QString imported = files.emptyFile("imported.mishutai");
    importInto(imported, list, "members.csv", kRows);
    const auto insert = [&]() -> qint64 {
        const QString file = files.emptyFile("insert.mishutai");
        return bench::timeOf([&] {
            bench::copyRows(imported, file, {"units", "people", "contacts", "members", "member_levels"});
        });
    };
    const auto [whole, bare] = bench::mediansInTurn(kRounds, importing(files, list, "members.csv", kRows), insert);
    bench::print({.name = "import",
        .size = kRows,
        .median = whole,
        .yardstick = bare,
        .ratioTo = "the same records by one bare INSERT each in one transaction"});
}

/// The shell of SQLite reads the same file into one table with an index on its first column.
void measureMany(const bench::BenchFiles &files)
{
    constexpr int kRows = 100'000;
    const QByteArray list = bench::memberList(kRows);
    const QString csv = files.path("members.csv");
    QFile file(csv);
    if (!file.open(QIODevice::WriteOnly) || file.write(list) != list.size())
        throw std::runtime_error("the list could not be written");
    file.close();
    const QString shell = QStandardPaths::findExecutable("sqlite3");
    const auto read = [&]() -> qint64 {
        const QString target = files.path("shell.sqlite");
        QFile::remove(target);
        return bench::wholeProcess(shell,
            {target, "CREATE TABLE t (a TEXT, b TEXT, c TEXT, d TEXT, e TEXT, f TEXT, g TEXT); CREATE INDEX t_a ON t (a);",
                ".mode csv", ".import " + csv + " t"});
    };
    const auto [whole, bare] = bench::mediansInTurn(kManyRounds, importing(files, list, "members.csv", kRows), read);
    bench::print({.name = "import.many",
        .size = kRows,
        .median = whole,
        .yardstick = bare,
        .ratioTo = "the SQLite shell's .import of the same file into one indexed table",
        .ratioReach = 8,
        .peakBytes = bench::peakMemory()});
}

void measureWorkbook(const bench::BenchFiles &files)
{
    constexpr int kRows = 10'000;
    const tables::Sheet sheet = tables::TableReader().readBytes(bench::memberList(kRows), "members.csv");
    tables::Table table{"会员", {}, {}};
    for (const QString &title : sheet.rows.front().cells)
        table.columns.push_back({title});
    for (size_t row = 1; row < sheet.rows.size(); ++row)
        table.rows.emplace_back(sheet.rows[row].cells.begin(), sheet.rows[row].cells.end());
    const QByteArray workbook = tables::TableWriter::xlsx(table);
    const auto readOnly
        = [&]() -> qint64 { return bench::timeOf([&] { tables::TableReader().readBytes(workbook, "members.xlsx"); }); };
    const auto [whole, reading] = bench::mediansInTurn(kManyRounds, importing(files, workbook, "members.xlsx", kRows), readOnly);
    bench::print({.name = "import.xlsx",
        .size = kRows,
        .median = whole,
        .yardstick = reading,
        .ratioTo = "reading the workbook alone",
        .reachMs = 3'000});
}

} // namespace

int main(int argc, char **argv)
{
    bench::useOwnSettings();
    const QCoreApplication application(argc, argv);
    return bench::run([] {
        const bench::BenchFiles files;
        measureImport(files);
        measureWorkbook(files);
        measureMany(files);
    });
}
