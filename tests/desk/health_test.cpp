#include "desk_cases.h"

#include "db/database.h"
#include "desk/health.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

namespace mishutai::desk {

namespace {

/// Changes the closed file as somebody with a database tool would: no triggers, no program.
void tamper(const QString &path, const QStringList &statements)
{
    {
        QSqlDatabase tool = QSqlDatabase::addDatabase("QSQLITE", "tool");
        tool.setDatabaseName(path);
        REQUIRE(tool.open());
        QSqlQuery query(tool);
        QStringList triggers;
        REQUIRE(query.exec("SELECT name FROM sqlite_schema WHERE type = 'trigger'"));
        while (query.next())
            triggers.append("DROP TRIGGER " + query.value(0).toString());
        for (const QString &statement : triggers + statements) {
            INFO(statement.toStdString() << ": " << query.lastError().text().toStdString());
            REQUIRE(query.exec(statement));
        }
    }
    QSqlDatabase::removeDatabase("tool");
}

QStringList areasOf(const HealthReport &report)
{
    QStringList areas;
    for (const Finding &finding : report.findings) {
        if (!areas.contains(finding.area))
            areas.append(finding.area);
    }
    return areas;
}

} // namespace

TEST_CASE("the example is healthy, and the report says what was looked at")
{
    const ExampleFile example;
    const HealthReport report = examine(example.open(Access::Read)->session());
    CHECK(report.isHealthy());
    CHECK(report.checked.size() == 7);
    CHECK(report.checked.join(' ').contains("凭证链"));
}

TEST_CASE("what was changed beside the program is found")
{
    struct Tampering {
        QString statement;
        QString area;
    };
    const std::vector<Tampering> tamperings{
        {"UPDATE voucher_lines SET amount_fen = amount_fen + 1 WHERE id = 7", "ledger"},
        {"UPDATE voucher_lines SET amount_fen = amount_fen + 1 WHERE id = 7", "balance"},
        {"UPDATE voucher_lines SET amount_fen = amount_fen + 1 WHERE voucher_id = 9", "ledger"},
        {"UPDATE voucher_lines SET summary = '改过' WHERE id = 12", "ledger"},
        {"UPDATE vouchers SET dated_on = '2021-12-31' WHERE id = 3", "ledger"},
        {"DELETE FROM voucher_lines WHERE voucher_id = 20", "ledger"},
        {"UPDATE vouchers SET number = number + 100 WHERE id = 5", "balance"},
        {"UPDATE audit_log SET user_name = '别人' WHERE id = 2", "audit"},
        {"DELETE FROM audit_log WHERE id = 1", "audit"},
        {"DELETE FROM audit_log WHERE id = (SELECT max(id) FROM audit_log)", "audit"},
        {"UPDATE changes SET after = '{}' WHERE seq = 1", "audit"},
        {"DELETE FROM units WHERE id = (SELECT unit_id FROM members LIMIT 1)", "foreign_key"},
        {"UPDATE member_spans SET to_on = '2021-01-01' WHERE member_id = 1", "derived"},
        {"DELETE FROM member_spans WHERE member_id = 3", "derived"},
        {"UPDATE member_levels SET level = 'VICE_CHAIR' WHERE id = (SELECT id FROM member_levels WHERE level = 'ORDINARY' LIMIT "
         "1)",
            "derived"},
        {"PRAGMA application_id = 1", {}},
    };
    for (const Tampering &tampering : tamperings) {
        const ExampleFile example;
        INFO(tampering.statement.toStdString());
        tamper(example.path(), {tampering.statement});
        if (tampering.area.isEmpty()) {
            CHECK(errorOf([&] { example.open(Access::Read); }));
            continue;
        }
        const HealthReport report = examine(example.open(Access::Read)->session());
        INFO(areasOf(report).join(' ').toStdString());
        CHECK_FALSE(report.isHealthy());
        CHECK(areasOf(report).contains(tampering.area));
        for (const Finding &finding : report.findings)
            CHECK_FALSE(finding.message.isEmpty());
    }
}

TEST_CASE("spans of levels that differ from the records are named, and made anew only when that is asked for")
{
    const ExampleFile example;
    tamper(example.path(),
        {"DELETE FROM member_spans WHERE member_id IN (1, 2)",
            "UPDATE member_spans SET level = 'ORDINARY' WHERE level = 'COUNCIL'"});
    const auto application = example.open();
    const HealthReport report = examine(application->session());
    REQUIRE(report.isOnlyDerived());
    CHECK(report.findings.front().message.contains("会员-"));
    CHECK_FALSE(examine(application->session()).isHealthy());
    CHECK(rebuildDerived(application->session()) > 1);
    CHECK(examine(application->session()).isHealthy());
    CHECK(rebuildDerived(application->session()) == 0);
}

TEST_CASE("damaged pages are found or refused, never taken for whole")
{
    const ExampleFile example;
    QFile file(example.path());
    REQUIRE(file.open(QIODevice::ReadWrite));
    constexpr qint64 kPage = 4096;
    for (qint64 page = 20; page < 60; page += 4) {
        REQUIRE(file.seek(page * kPage));
        REQUIRE(file.write(QByteArray(64, '\xFF')) == 64);
    }
    file.close();
    bool isFound = false;
    const auto error = errorOf([&] { isFound = !examine(example.open(Access::Read)->session()).isHealthy(); });
    CHECK((error.has_value() || isFound));
}

} // namespace mishutai::desk
