#include "desk/worker.h"

#include "db/database.h"
#include "db/file/write_gate.h"
#include "db/statement.h"
#include "desk_cases.h"
#include "office/sheets/sheet_import.h"
#include "session/work.h"
#include "tables/table_reader.h"

namespace mishutai::desk {

namespace {

QString count(const db::Database &database, const QString &table)
{
    db::Statement statement(database, "SELECT count(*) || '' AS x FROM " + table);
    return statement.next() ? statement.text("x") : QString();
}

office::ImportResult dryRun(Worker &worker)
{
    const tables::Sheet sheet
        = tables::TableReader().readBytes(QByteArray("单位全称,入会日期\n示例新来有限公司,2021-05-14\n"), "名单.csv");
    return office::importSheet(worker.session(), *recordSheet("members"), sheet, "名单.csv", office::ImportMode::DryRun);
}

} // namespace

TEST_CASE("what an import would do is tried on a copy, while somebody else writes")
{
    const ExampleFile example;
    const auto application = example.open();
    // Holds the gate of the file: a dry run that asked for it would be refused at once in this thread.
    session::Work save(application->session(), session::Operation::UnitEdit);
    REQUIRE(application->database().gate().isBusy());
    {
        Worker worker(application->workerRequest(), Worker::Access::Scratch);
        CHECK(dryRun(worker).added == 1);
        CHECK(count(worker.session().database(), "members") == count(application->database(), "members"));
        CHECK(worker.session().database().path() == application->path());
    }
    save.commit();
    CHECK_FALSE(application->database().gate().isBusy());
}

TEST_CASE("what is written to a copy goes with it")
{
    const ExampleFile example;
    const auto application = example.open();
    const QString before = count(application->database(), "units");
    {
        Worker worker(application->workerRequest(), Worker::Access::Scratch);
        session::Work work(worker.session(), session::Operation::UnitEdit);
        work.insert("units", {{"code", "单位-9999"}, {"name", "示例新来有限公司"}, {"kind", "ENTERPRISE"}});
        work.commit();
        CHECK(count(worker.session().database(), "units") != before);
    }
    CHECK(count(application->database(), "units") == before);
}

} // namespace mishutai::desk
