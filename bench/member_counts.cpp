// How many members at each level as of a day: 100,000 members whose level changed three times.
#include "support/bench_files.h"
#include "support/measurement.h"
#include "support/process.h"

#include "db/database.h"
#include "db/statement.h"
#include "desk/application.h"
#include "members/counts/member_counts.h"

#include <QCoreApplication>

#include <stdexcept>

using namespace mishutai;

namespace {

constexpr int kMembers = 100'000;
constexpr int kRounds = 21;
constexpr int kReachMs = 60;

/// Rows go in by SQL: what is measured is reading them. Days are spread over ten years by numbers that repeat nowhere soon.
void fill(const QString &path)
{
    const auto application = desk::Application::open({path, desk::Access::Write, {}, {}});
    application->database().runScript(QString(R"(
BEGIN;
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1)
INSERT INTO units (id, code, name, kind) SELECT i, 'U-' || i, '示例单位' || i, 'ENTERPRISE' FROM n;
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1)
INSERT INTO members (id, code, unit_id, joined_on, left_on)
SELECT i, 'M-' || i, i, date('2011-01-01', '+' || (i * 7919 % 1200) || ' days'),
  CASE WHEN i % 4 = 0 THEN date('2021-06-01', '+' || (i * 31 % 900) || ' days') END
FROM n;
WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 3)
INSERT INTO member_levels (member_id, level, from_on)
SELECT m.id, CASE (m.id * 5 + n.i * 3) % 6 WHEN 0 THEN 'CHAIR' WHEN 1 THEN 'VICE_CHAIR' WHEN 2 THEN 'STANDING'
    WHEN 3 THEN 'COUNCIL' WHEN 4 THEN 'SUPERVISOR' ELSE 'ORDINARY' END,
  date(m.joined_on, '+' || (n.i * (300 + m.id % 700)) || ' days')
FROM members AS m CROSS JOIN n
ORDER BY n.i, m.id * 7919 % %1;
COMMIT;
)")
                                          .arg(kMembers));
}

void measureCounts()
{
    const bench::BenchFiles files;
    const QString path = files.emptyFile("member-counts.mishutai");
    fill(path);
    const auto application = desk::Application::open({path, desk::Access::Read, {}, {}});
    const members::MemberCounts counts(application->session());
    const QDate day(2019, 6, 30);
    const auto count = [&] {
        if (counts.asOf(day, members::CountBy::Level).size() != 6)
            throw std::runtime_error("levels are missing");
    };
    const auto scan = [&] { db::Statement(application->database(), "SELECT count(level) AS n FROM member_levels").next(); };
    const auto [counted, scanned] = bench::mediansOfSteps(kRounds, count, scan);
    bench::print({.name = "member_counts",
        .size = kMembers,
        .median = counted,
        .yardstick = scanned,
        .ratioTo = "reading the column of levels once",
        .reachMs = kReachMs});
}

} // namespace

int main(int argc, char **argv)
{
    bench::useOwnSettings();
    const QCoreApplication application(argc, argv);
    return bench::run(measureCounts);
}
