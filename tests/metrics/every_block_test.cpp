#include "base/error.h"
#include "db/statement.h"
#include "metrics/metric_service.h"
#include "support/test_session.h"

#include <sqlite3.h>

#include <QSet>

#include <catch2/catch.hpp>

using namespace mishutai;
using namespace mishutai::metrics;

namespace {

/// Tables of the schema that preparing a statement reads.
class ReadTables
{
public:
    explicit ReadTables(db::Database &database) : m_handle(database.handle()) { sqlite3_set_authorizer(m_handle, &note, this); }
    ~ReadTables() { sqlite3_set_authorizer(m_handle, nullptr, nullptr); }
    Q_DISABLE_COPY_MOVE(ReadTables)

    const QSet<QString> &names() const { return m_names; }

private:
    static int note(void *self, int action, const char *table, const char *, const char *, const char *)
    {
        if (action == SQLITE_READ && table && !QString(table).startsWith("v_") && *table)
            static_cast<ReadTables *>(self)->m_names.insert(table);
        return SQLITE_OK;
    }

    sqlite3 *m_handle;
    QSet<QString> m_names;
};

QSet<QString> baseTables(db::Database &database)
{
    QSet<QString> names;
    db::Statement statement(database, "SELECT name FROM sqlite_schema WHERE type = 'table'");
    while (statement.next())
        names.insert(statement.text("name"));
    return names;
}

} // namespace

TEST_CASE("every metric of the catalogue runs, and reads just the tables it declares")
{
    test::TestSession session;
    const MetricService service(session.session());
    const QSet<QString> tables = baseTables(session.database());
    const Period year = Period::year(2021);
    REQUIRE(service.catalogue().all().size() > 40);
    for (const Metric &metric : service.catalogue().all()) {
        INFO(metric.name.toStdString());
        if (!metric.isDerived()) {
            ReadTables read(session.database());
            const db::Statement prepared(session.database(), metric.sql);
            const QStringList declared = metric.reads;
            CHECK(QSet<QString>(read.names()).intersect(tables) == QSet<QString>(declared.begin(), declared.end()));
        }
        const MetricValue value = service.value({metric.name, year, {}});
        CHECK(value.raw == 0);
        CHECK(service.rows({metric.name, year, {}}, 0).empty());
    }
}

TEST_CASE("a filter that a metric does not declare is refused")
{
    test::TestSession session;
    const MetricService service(session.session());
    CHECK_THROWS_AS(service.value({"members.count", Period::year(2021), {{"colour", "red"}}}), Error);
}

TEST_CASE("figures and their rows ask the permission table")
{
    test::TestSession session;
    session::Session secretary = session.sessionAs(session::Role::Secretariat);
    const MetricService service(secretary);
    const MetricQuery total{"finance.income.total", Period::year(2021), {}};
    CHECK(service.value(total).raw == 0);
    try {
        service.rows(total, 0);
        FAIL("rows shown");
    } catch (const Error &error) {
        CHECK(error.kind() == Error::Kind::Forbidden);
    }
}
