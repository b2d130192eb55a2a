#include "members/counts/member_counts.h"
#include "members_cases.h"
#include "office/settings.h"
#include "parties/unit_facts/unit_fact_service.h"

#include <map>
#include <random>

using namespace mishutai;
using namespace mishutai::members;
using mishutai::test::TestSession;

namespace {

/// What befell a member, as somebody would note it in a diary.
struct Event {
    QDate day;
    enum class Kind { Join, Level, Suspend, Resume, Leave } kind;
    MemberLevel level = MemberLevel::Ordinary;
};

/// State of one member after its events up to and including a day.
struct State {
    bool isMember = false;
    bool isSuspended = false;
    bool hasLeft = false;
    MemberLevel level = MemberLevel::Ordinary;
};

State replayed(const std::vector<Event> &events, QDate day)
{
    State state;
    for (const Event &event : events) {
        if (event.day > day)
            break;
        switch (event.kind) {
        case Event::Kind::Join:
            state = {true, false, false, event.level};
            break;
        case Event::Kind::Level:
            state.level = event.level;
            break;
        case Event::Kind::Suspend:
        case Event::Kind::Resume:
            state.isSuspended = event.kind == Event::Kind::Suspend;
            break;
        case Event::Kind::Leave:
            state = {false, false, true, state.level};
            break;
        }
    }
    return state;
}

/// Enters random histories through the services and keeps its own diary of them, one a membership.
class Diary
{
public:
    Diary(session::Session &session, unsigned seed) : m_service(session), m_random(seed) { }

    void live(int units)
    {
        for (int i = 0; i < units; ++i) {
            Enrolment enrolment = enrolmentOf(QString("示例单位%1").arg(i), start());
            enrolment.newUnit.district = below(3) == 0 ? QString() : QString("示例%1区").arg(below(3));
            UnitId unit = liveOnce(enrolment);
            while (m_hasLeft && below(2) == 0) { // comes back
                Enrolment again;
                again.unit = unit;
                again.member.joinedOn = m_day;
                unit = liveOnce(again);
            }
        }
    }

    const std::vector<std::vector<Event>> &lives() const { return m_lives; }

private:
    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }
    QDate start() { return QDate(2019, 1, 1).addDays(below(600)); }
    MemberLevel anyLevel() { return static_cast<MemberLevel>(below(6)); }

    UnitId liveOnce(Enrolment enrolment)
    {
        enrolment.member.level = anyLevel();
        const MemberId id = m_service.enroll(enrolment);
        m_day = enrolment.member.joinedOn;
        m_lives.push_back({{m_day, Event::Kind::Join, enrolment.member.level}});
        std::vector<Event> &life = m_lives.back();
        m_hasLeft = false;
        bool isSuspended = false;
        for (int i = 0; i < below(6) && !m_hasLeft; ++i) {
            m_day = m_day.addDays(1 + below(120));
            const int revision = m_service.get(id).revision;
            switch (below(4)) {
            case 0:
            case 1:
                life.push_back({m_day, Event::Kind::Level, anyLevel()});
                m_service.changeLevel(id, life.back().level, m_day, {});
                break;
            case 2:
                life.push_back({m_day, isSuspended ? Event::Kind::Resume : Event::Kind::Suspend});
                if (isSuspended)
                    m_service.resume(id, revision, m_day);
                else
                    m_service.suspend(id, revision, m_day, "欠缴");
                isSuspended = !isSuspended;
                break;
            case 3:
                life.push_back({m_day, Event::Kind::Leave});
                m_service.leave(id, revision, m_day, "迁出");
                m_hasLeft = true;
                break;
            }
        }
        return *m_service.get(id).unit;
    }

    MemberService m_service;
    std::mt19937 m_random;
    std::vector<std::vector<Event>> m_lives;
    QDate m_day;
    bool m_hasLeft = false;
};

std::map<QString, qint64> asMap(const std::vector<MemberGroup> &groups)
{
    std::map<QString, qint64> result;
    for (const MemberGroup &group : groups)
        result[group.key] = group.count;
    return result;
}

void compareOn(const MemberCounts &counts, const Diary &diary, QDate day)
{
    INFO(day.toString(Qt::ISODate).toStdString());
    qint64 all = 0;
    std::map<QString, qint64> levels;
    std::map<QString, qint64> statuses;
    for (const std::vector<Event> &life : diary.lives()) {
        const State state = replayed(life, day);
        if (state.hasLeft)
            ++statuses["LEFT"];
        if (!state.isMember)
            continue;
        ++all;
        ++levels[memberLevels().stored(state.level)];
        ++statuses[state.isSuspended ? "SUSPENDED" : "ACTIVE"];
    }
    CHECK(counts.asOf(day).units == all);
    CHECK(asMap(counts.asOf(day, CountBy::Level)) == levels);
    CHECK(asMap(counts.asOf(day, CountBy::Status)) == statuses);
    qint64 inRegions = 0;
    for (const MemberGroup &group : counts.asOf(day, CountBy::Region))
        inRegions += group.count;
    CHECK(inRegions == all);
}

} // namespace

TEST_CASE("counts as of any day equal a replay of random histories", "[members][counts]")
{
    const unsigned seed = GENERATE(1U, 7U, 2021U);
    CAPTURE(seed);
    TestSession file;
    Diary diary(file, seed);
    {
        session::Work work(file, session::Operation::MemberImport);
        diary.live(40);
        work.commit();
    }
    const MemberCounts counts(file);
    for (QDate day(2018, 12, 31); day < QDate(2022, 2, 1); day = day.addDays(11))
        compareOn(counts, diary, day);
    // What came and what went are what changed between two days.
    const QDate from(2019, 1, 1);
    for (QDate to = from.addDays(40); to < QDate(2022, 1, 1); to = to.addDays(97)) {
        const Period period = Period::range(from, to);
        const MemberMovement movement = counts.movement(period);
        CHECK(movement.net() == counts.asOf(to).units - counts.asOf(from.addDays(-1)).units);
        for (const CountBy by : {CountBy::Level, CountBy::Region, CountBy::Kind}) {
            qint64 joined = 0;
            qint64 left = 0;
            for (const MemberMovement &each : counts.movement(period, by)) {
                joined += each.joined;
                left += each.left;
            }
            CHECK(joined == movement.joined);
            CHECK(left == movement.left);
        }
    }
}

TEST_CASE("spans of levels follow every change and its undo", "[members][counts]")
{
    TestSession file;
    MemberService service(file);
    const MemberId id = service.enroll(enrolmentOf("示例材料有限公司"));
    const auto spans = [&] {
        QStringList lines;
        db::Statement rows(file.database(), "SELECT level, from_on, to_on FROM v_member_spans ORDER BY from_on");
        while (rows.next())
            lines.append(rows.text("level") + " " + rows.text("from_on") + " " + rows.text("to_on"));
        return lines;
    };
    CHECK(spans() == QStringList{"ORDINARY 2021-03-01 "});
    service.changeLevel(id, MemberLevel::Council, QDate(2021, 5, 14), {}, "联〔2021〕2号");
    CHECK(spans() == QStringList{"ORDINARY 2021-03-01 2021-05-14", "COUNCIL 2021-05-14 "});
    service.leave(id, service.get(id).revision, {QDate(2021, 8, 1), "合并", LeaveKind::Ended, "联〔2021〕5号"});
    CHECK(spans() == QStringList{"ORDINARY 2021-03-01 2021-05-14", "COUNCIL 2021-05-14 2021-08-01"});
    CHECK(service.get(id).details.leftKind == LeaveKind::Ended);
    session::ChangeHistory history(file);
    history.undo(history.lastUndoable()->batch);
    CHECK(spans() == QStringList{"ORDINARY 2021-03-01 2021-05-14", "COUNCIL 2021-05-14 "});
    service.removeLevel(id, QDate(2021, 5, 14));
    CHECK(spans() == QStringList{"ORDINARY 2021-03-01 "});
    CHECK(errorOf([&] { service.removeLevel(id, QDate(2021, 3, 1)); })->kind() == Error::Kind::Conflict);
    CHECK(errorOf([&] { service.removeLevel(id, QDate(2021, 3, 2)); })->kind() == Error::Kind::NotFound);
    history.undo(history.lastUndoable()->batch);
    CHECK(spans().size() == 2);
    history.undo(history.lastUndoable()->batch);
    history.undo(history.lastUndoable()->batch);
    CHECK(spans().isEmpty());
}

TEST_CASE("members are counted by what their units are and hold on the day", "[members][counts]")
{
    TestSession file;
    MemberService service(file);
    for (const auto &[name, district] : {std::pair("示例甲公司", "示例东区"), {"示例乙公司", "示例东区"}, {"示例丙公司", ""}}) {
        Enrolment enrolment = enrolmentOf(name);
        enrolment.newUnit.district = district;
        enrolment.newUnit.chain = "新材料";
        enrolment.newUnit.chainSegment = "上游";
        service.enroll(enrolment);
    }
    Enrolment person;
    person.isIndividual = true;
    person.newPerson = parties::personNamed("示例专家", "13800000009");
    person.member.joinedOn = QDate(2021, 3, 1);
    service.enroll(person);
    parties::UnitFactService facts(file);
    const UnitId unit = *service.findByCode("会员-0001")->unit;
    facts.put(parties::QualificationDetails{
        unit, parties::QualificationKind::HighTech, {}, {}, QDate(2020, 12, 1), QDate(2021, 12, 1), {}, {}});

    const MemberCounts counts(file);
    const QDate day(2021, 11, 30);
    CHECK(counts.asOf(day) == MemberTotal{3, 1});
    CHECK(counts.asOf(day, CountBy::Region) == std::vector<MemberGroup>{{"示例东区", "示例东区", 2}, {{}, "未填", 2}});
    CHECK(asMap(counts.asOf(day, CountBy::Stage)) == std::map<QString, qint64>{{"上游", 3}, {"", 1}});
    CHECK(counts.asOf(day, CountBy::Kind) == std::vector<MemberGroup>{{"ENTERPRISE", "企业", 3}, {"INDIVIDUAL", "个人", 1}});
    CHECK(counts.asOf(day, CountBy::Title) == std::vector<MemberGroup>{{"HIGH_TECH", "高新技术企业", 1}});
    CHECK(counts.asOf(day.addDays(1), CountBy::Title).empty());
    CHECK(counts.movement(Period::year(2021), CountBy::Title).front().joined == 1);
    CHECK(errorOf([&] { counts.movement(Period::year(2021), CountBy::Status); })->kind() == Error::Kind::Usage);
    for (const QString &name : countByNames())
        CHECK(countByName(countByFromName(name).value()) == name);
    CHECK_FALSE(countByFromName("colour"));
}

TEST_CASE("levels are called by the office's word for its head", "[members][counts]")
{
    TestSession file;
    Enrolment enrolment = enrolmentOf("示例材料有限公司");
    enrolment.member.level = MemberLevel::ViceChair;
    MemberService(file).enroll(enrolment);
    const auto label = [&] { return MemberCounts(file).asOf(QDate(2021, 12, 31), CountBy::Level).front().label; };
    CHECK(label() == "副理事长单位");
    office::Settings(file).set(office::kHeadWord, QString("PRESIDENT"));
    CHECK(label() == "副会长单位");
    office::Settings(file).set(office::kHeadWord, QString("CHAIRMAN"));
    CHECK(label() == "副主席单位");
}
