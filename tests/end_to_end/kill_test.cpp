#include "activities/attendees/attendee_service.h"
#include "activities/events/activity_service.h"
#include "base/error.h"
#include "casework/cases/case_service.h"
#include "casework/units/case_unit_service.h"
#include "db/statement.h"
#include "desk/application.h"
#include "desk/data_set.h"
#include "desk/health.h"
#include "evidence/links/evidence_service.h"
#include "finance/entries/category_service.h"
#include "finance/entries/entry_service.h"
#include "finance/finance_setup.h"
#include "finance/vouchers/voucher_service.h"
#include "members/member_service.h"
#include "parties/units/unit_service.h"
#include "support/fork.h"
#include "tables/table_reader.h"

#include <spdlog/spdlog.h>

#include <catch2/catch.hpp>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <csignal>
#include <cstdio>
#include <map>
#include <random>

#include <poll.h>

namespace mishutai {

namespace {

constexpr int kRowsOfSheet = 5;
constexpr int kLinesOfActivity = 2;

/// One acknowledged fact, "+ units 12 单位-0012": present with this text; "- units 12": gone; "? units 12": about to go.
struct Fact {
    QString sign;
    QString table;
    qint64 id = 0;
    QString text;
};

/// The user of the data file, at work in a process that will be killed: runs use cases and writes what each came to into a pipe.
class Worker
{
public:
    Worker(const QString &path, unsigned seed, int pipe)
        : m_application(desk::Application::open({path, desk::Access::Write, {}, {}})), m_random(seed), m_seed(seed), m_pipe(pipe)
    {
    }

    [[noreturn]] void workUntilKilled()
    {
        static constexpr void (Worker::*kUseCases[])() = {&Worker::addUnit, &Worker::enrollMember, &Worker::holdActivity,
            &Worker::openCase, &Worker::postEntry, &Worker::importUnits, &Worker::undoUnit, &Worker::attachPhoto};
        for (;;)
            (this->*kUseCases[m_random() % std::size(kUseCases)])();
    }

private:
    session::Session &session() { return m_application->session(); }
    QString name(const QString &kind) { return QString("示例%1%2-%3").arg(kind).arg(m_seed).arg(++m_count); }
    void say(const QString &sign, const QString &table, qint64 id, const QString &text = {})
    {
        const QByteArray line = QString("%1 %2 %3 %4\n").arg(sign, table).arg(id).arg(text).toUtf8();
        if (::write(m_pipe, line.constData(), static_cast<size_t>(line.size())) != line.size())
            ::_exit(1);
    }

    UnitId addUnit(const QString &unitName)
    {
        parties::UnitDetails details;
        details.name = unitName;
        parties::UnitService units(session());
        const UnitId id = units.create(details);
        say("+", "units", id.value(), units.get(id).details.code);
        return id;
    }
    void addUnit() { addUnit(name("单位")); }
    void undoUnit()
    {
        const UnitId id = addUnit(name("撤销"));
        say("?", "units", id.value());
        m_application->history().undo(m_application->history().lastUndoable().value().batch);
        say("-", "units", id.value());
    }
    void enrollMember()
    {
        members::Enrolment enrolment;
        enrolment.newUnit.name = name("会员");
        enrolment.contact = {name("联系人"), "经理", "13800000001"};
        enrolment.member.joinedOn = QDate(2021, 3, 1);
        members::MemberService members(session());
        const MemberId id = members.enroll(enrolment);
        say("+", "members", id.value(), members.get(id).details.code);
    }
    void attachPhoto()
    {
        const evidence::RecordRef record{"units", addUnit(name("佐证")).value()};
        const QByteArray bytes(static_cast<int>(1 + m_random() % 60'000), static_cast<char>(m_random()));
        evidence::EvidenceService service(session());
        const auto added = service.attach(record, {{.bytes = bytes + name("照片").toUtf8(), .name = "照片.jpg"}}).added;
        say("+", "evidence_links", added.front().value(), service.get(added.front()).sha256);
    }
    void holdActivity()
    {
        activities::ActivityDetails details;
        details.name = name("活动");
        details.startsOn = QDate(2021, 5, 14);
        activities::ActivityService activities(session());
        const ActivityId id = activities.create(details);
        say("+", "activities", id.value(), activities.get(id).details.code);
        std::vector<activities::AttendeeDetails> lines(kLinesOfActivity);
        for (activities::AttendeeDetails &line : lines)
            line.nameAsGiven = name("来宾");
        activities::AttendeeService(session()).add(id, lines);
        say("+", "activity_attendees", id.value(), QString::number(kLinesOfActivity));
    }
    void openCase()
    {
        casework::CaseDetails details;
        details.title = name("事项");
        details.openedOn = QDate(2021, 6, 1);
        casework::CaseService cases(session());
        const CaseId id = cases.open(details);
        say("+", "cases", id.value(), cases.get(id).details.code);
        const UnitId unit = addUnit(name("对象"));
        casework::CaseUnitService(session()).put(id, {unit, casework::CaseUnitRole::Served, {}});
        say("+", "case_units", id.value(), "1");
    }
    void postEntry()
    {
        finance::EntryDetails details;
        details.date = QDate::currentDate();
        details.direction = finance::EntryDirection::In;
        details.amount = Money::fromFen(1 + static_cast<qint64>(m_random() % 1'000'000));
        details.category = finance::CategoryService(session()).findByName("会费").value().id;
        details.account = bank();
        details.summary = name("收款");
        finance::EntryService entries(session());
        const VoucherId id = entries.record(details);
        say("+", "vouchers", id.value());
        entries.post({id});
        say("+", "vouchers", id.value(), finance::VoucherService(session()).voucher(id).value().code());
    }
    AccountId bank()
    {
        db::Statement statement(session().database(), "SELECT id FROM accounts WHERE code = '100201'");
        statement.next();
        return statement.id<AccountId>("id");
    }
    void importUnits()
    {
        const int number = ++m_count;
        QString csv = "单位全称,标签\n";
        for (int row = 0; row < kRowsOfSheet; ++row)
            csv += QString("示例导入%1-%2-%3,批%1-%2\n").arg(m_seed).arg(number).arg(row);
        const auto kind = desk::recordSheet("units");
        const tables::Sheet sheet = tables::TableReader().readBytes(csv.toUtf8(), "表.csv");
        office::importSheet(session(), *kind, sheet, "表.csv", office::ImportMode::AllOrNothing);
        say("+", "imports", m_seed, QString::number(number));
    }

    std::unique_ptr<desk::Application> m_application;
    std::mt19937 m_random;
    unsigned m_seed;
    int m_pipe;
    int m_count = 0;
};

/// A new file with an office's books, made once.
QString preparedFile(const QString &folder)
{
    const QString file = folder + "/prepared.mishutai";
    const auto application = desk::Application::create(file, "测试员");
    finance::FinanceSetup(application->session())
        .start({.year = QDate::currentDate().year(), .bankAccountName = {}, .bankName = {}, .bankNumber = {}});
    return file;
}

std::vector<Fact> factsOf(const QByteArray &said)
{
    std::vector<Fact> facts;
    QList<QByteArray> lines = said.split('\n');
    lines.removeLast();
    for (const QByteArray &line : lines) {
        const QStringList words = QString::fromUtf8(line).split(' ');
        facts.push_back({words.value(0), words.value(1), words.value(2).toLongLong(), words.value(3)});
    }
    return facts;
}

QString asked(const db::Database &database, const QString &sql)
{
    db::Statement statement(database, sql);
    return statement.next() ? statement.text("x") : QString();
}

/// What the file holds of the record that a fact speaks of; empty when it is not there.
QString stored(const db::Database &database, const Fact &fact)
{
    if (fact.table == "imports")
        return asked(database,
            QString("SELECT CAST(count(*) AS TEXT) AS x FROM units WHERE tags = '批%1-%2'").arg(fact.id).arg(fact.text));
    if (fact.table == "activity_attendees" || fact.table == "case_units") {
        const QString owner = fact.table == "case_units" ? "case_id" : "activity_id";
        return asked(
            database, QString("SELECT CAST(count(*) AS TEXT) AS x FROM %1 WHERE %2 = %3").arg(fact.table, owner).arg(fact.id));
    }
    if (fact.table == "evidence_links")
        return asked(database, QString("SELECT sha256 AS x FROM v_evidence WHERE id = %1").arg(fact.id));
    if (fact.table == "vouchers")
        return asked(
            database, QString("SELECT coalesce(CAST(number AS TEXT), 'draft') AS x FROM vouchers WHERE id = %1").arg(fact.id));
    return asked(database, QString("SELECT code AS x FROM %1 WHERE id = %2").arg(fact.table).arg(fact.id));
}

bool isKept(const QString &found, const Fact &fact)
{
    if (fact.table == "imports")
        return found == QString::number(kRowsOfSheet);
    if (fact.table == "vouchers")
        return !found.isEmpty() && (fact.text.isEmpty() || fact.text.endsWith("-" + found));
    return found == fact.text;
}

/// Acknowledged facts that the file does not hold, and records that are there in half.
QStringList lost(const db::Database &database, const std::vector<Fact> &facts)
{
    QStringList faults;
    std::map<std::pair<QString, qint64>, Fact> leaving;
    for (const Fact &fact : facts) {
        if (fact.sign != "+")
            leaving[{fact.table, fact.id}] = fact;
    }
    for (const Fact &fact : facts) {
        const QString found = stored(database, fact);
        const bool isLeaving = leaving.contains({fact.table, fact.id});
        if ((fact.sign == "+" && !isLeaving && !isKept(found, fact)) || (fact.sign == "-" && !found.isEmpty()))
            faults << fact.sign + ' ' + fact.table + ' ' + QString::number(fact.id) + ' ' + fact.text + " is " + found;
    }
    const std::vector<std::pair<const char *, QString>> halves{
        {"import",
            QString("SELECT tags AS x FROM units WHERE tags LIKE '批%' GROUP BY tags HAVING count(*) <> %1").arg(kRowsOfSheet)},
        {"sign-up list",
            QString("SELECT CAST(activity_id AS TEXT) AS x FROM activity_attendees GROUP BY activity_id "
                    "HAVING count(*) <> %1")
                .arg(kLinesOfActivity)},
        {"enrolment",
            "SELECT code AS x FROM members WHERE unit_id NOT IN (SELECT unit_id FROM contacts) "
            "OR id NOT IN (SELECT member_id FROM member_levels)"},
        {"voucher", "SELECT CAST(id AS TEXT) AS x FROM vouchers WHERE id NOT IN (SELECT voucher_id FROM voucher_lines)"},
    };
    for (const auto &[what, sql] : halves) {
        if (const QString found = asked(database, sql); !found.isEmpty())
            faults << QString("half an %1: %2").arg(what, found);
    }
    return faults;
}

/// Starts a worker, kills it after some acknowledgements and some microseconds more. @return what it acknowledged
QByteArray killedWorker(const QString &path, unsigned seed, int acknowledgements, int microseconds)
{
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = test::startChild([&]() -> int {
        ::close(ends[0]);
        Worker(path, seed, ends[1]).workUntilKilled();
    });
    ::close(ends[1]);
    QByteArray said;
    char buffer[4096];
    const auto readSome = [&] {
        const ssize_t got = ::read(ends[0], buffer, sizeof buffer);
        if (got > 0)
            said.append(buffer, got);
        return got > 0;
    };
    while (said.count('\n') < acknowledgements && readSome()) { }
    // The kill comes at a random moment of the next use case.
    ::usleep(static_cast<useconds_t>(microseconds));
    ::kill(child, SIGKILL);
    const test::ChildEnd end = test::waitForChild(child);
    while (readSome()) { }
    ::close(ends[0]);
    INFO("the worker ended by itself with status " << end.status);
    REQUIRE(end.signal == SIGKILL);
    return said;
}

void putFresh(const QString &prepared, const QString &file)
{
    for (const QString &suffix : {QString(), QString("-wal"), QString("-shm"), QString(".lock")})
        QFile::remove(file + suffix);
    QDir(evidence::ObjectStore::of(file).folder()).removeRecursively();
    REQUIRE(QFile::copy(prepared, file));
}

int killsWanted()
{
    const int wanted = qEnvironmentVariableIntValue("MISHUTAI_KILLS");
    return wanted > 0 ? wanted : 1000;
}

/// Memory where there is some that is a file system: the test is of the program, not of the disk.
QString fastFolder()
{
    return QFileInfo("/dev/shm").isWritable() ? QStringLiteral("/dev/shm") : QDir::tempPath();
}

} // namespace

TEST_CASE("nothing acknowledged is lost and nothing is left in half when the program is killed")
{
    spdlog::set_level(spdlog::level::err); // a line an opening, else
    constexpr int kKillsOfFile = 40; // so that the file stays small and each look at all of it short
    const QTemporaryDir folder(fastFolder() + "/mishutai-kill-XXXXXX");
    const QString prepared = preparedFile(folder.path());
    const QString file = folder.filePath("killed.mishutai");
    std::mt19937 random(20210514);
    std::vector<Fact> facts;
    size_t acknowledged = 0;
    const int kills = killsWanted();
    QElapsedTimer timer;
    timer.start();
    for (int round = 0; round < kills; ++round) {
        if (round % kKillsOfFile == 0) {
            putFresh(prepared, file);
            facts.clear();
        }
        const auto seed = static_cast<unsigned>(round);
        const auto said = factsOf(killedWorker(file, seed, static_cast<int>(random() % 10), static_cast<int>(random() % 8000)));
        acknowledged += said.size();
        facts.insert(facts.end(), said.begin(), said.end());

        const auto application = desk::Application::open({file, desk::Access::Write, {}, {}});
        QStringList faults;
        for (const desk::Finding &finding : desk::examine(application->session()).findings)
            faults << finding.message;
        faults << lost(application->database(), facts);
        INFO("kill " << round << ": " << faults.join("; ").toStdString());
        REQUIRE(faults.isEmpty());
    }
    std::printf("%d kills, %zu acknowledged, %lld ms\n", kills, acknowledged, static_cast<long long>(timer.elapsed()));
    CHECK(acknowledged >= static_cast<size_t>(kills));
}

} // namespace mishutai
