#include "activities_cases.h"

using namespace mishutai;
using namespace mishutai::activities;

namespace {

/// "unit|name|post|phone|heads" of each line.
QStringList read(const QString &text)
{
    QStringList lines;
    for (const SignUpLine &line : parseSignUp(text))
        lines.append(QStringList{line.unit, line.name, line.post, line.phone, QString::number(line.headCount)}.join('|'));
    return lines;
}

} // namespace

TEST_CASE("one line of a sign-up list in the many ways people type it", "[activities]")
{
    struct Row {
        const char *line;
        const char *read;
    };
    const Row rows[] = {
        {"1. 金发科技 张三 13800000001", "金发科技|张三||13800000001|1"},
        {"1、金发科技 张三 138 0000 0001", "金发科技|张三||13800000001|1"},
        {"1．金发科技，张三，13800000001", "金发科技|张三||13800000001|1"},
        {"1) 金发科技-张三-13800000001", "金发科技|张三||13800000001|1"},
        {"（1）金发科技/张三/13800000001", "金发科技|张三||13800000001|1"},
        {"1 张三 金发科技 13800000001", "金发科技|张三||13800000001|1"},
        {"1. 张三（金发科技）", "金发科技|张三|||1"},
        {"1. １３８０００００００１ 金发科技 张三", "金发科技|张三||13800000001|1"},
        {"1. 单位：金发科技 姓名：张三 电话：13800000001", "金发科技|张三||13800000001|1"},
        {"1. 航天拓鑫 李四 总经理 028-85550123", "航天拓鑫|李四|总经理|028-85550123|1"},
        {"1. 航天拓鑫 李四总经理", "航天拓鑫|李四|总经理||1"},
        {"1. 航天拓鑫 李四 3人", "航天拓鑫|李四|||3"},
        {"1. 航天拓鑫李四", "航天拓鑫|李四|||1"},
        {"1. 航天拓鑫 李四+2", "航天拓鑫|李四|||3"},
        {"1. 成都炭素 高明", "成都炭素|高明|||1"},
        {"1. 示例材料 欧阳明月 13800000002", "示例材料|欧阳明月||13800000002|1"},
        {"1. 示例新材料有限公司 王小五 女士", "示例新材料有限公司|王小五|女士||1"},
        {"1. 示例工业大学高分子学院 周教授", "示例工业大学高分子学院|周教授|||1"},
        {"1. 王芳", "|王芳|||1"},
        {"1. 示例商业银行青白江支行", "示例商业银行青白江支行||||1"},
        {"1. 13800000001", "|||13800000001|1"},
    };
    for (const Row &row : rows) {
        INFO(row.line);
        CHECK(read(row.line).join('\n').toStdString() == row.read);
    }
}

TEST_CASE("a list is read from the first number to the last line", "[activities]")
{
    const QString text
        = "#接龙\n5月14日对接会报名\n例 单位 姓名 电话\n\n1. 金发科技 张三 13800000001\n2. 航天拓鑫\n李四 13800000002\n"
          "3.\n4. 俊马密封 王五\n";
    const std::vector<SignUpLine> lines = parseSignUp(text);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].number == 1);
    CHECK(lines[1].number == 2);
    CHECK(lines[1].unit == "航天拓鑫");
    CHECK(lines[1].name == "李四");
    CHECK(lines[1].phone == "13800000002");
    CHECK(lines[2].number == 4);
    CHECK(lines[2].original == "俊马密封 王五");

    CHECK(read("金发科技 张三\n航天拓鑫 李四\n") == QStringList{"金发科技|张三|||1", "航天拓鑫|李四|||1"});
    CHECK(read("").isEmpty());
    CHECK(read("#接龙\n\n").isEmpty());
}

TEST_CASE("a pasted list finds units and people and marks who is there already", "[activities]")
{
    TestSession file;
    const UnitId known = addUnit(file, "金发科技");
    const UnitId aliased = addUnit(file, "示例航天拓鑫玄武岩有限公司", "航天拓鑫");
    const PersonId person = addPerson(file, "张三", "13800000001");
    const ActivityId id = ActivityService(file).create(activityNamed("对接会"));
    AttendeeService service(file);
    const QString text = "#接龙\n1. 金发科技 张三 13800000001\n2. 航天拓鑫 李四 13800000002 2人\n3. 无名公司 王五 13800000003\n";

    const std::vector<SignUpProposal> first = service.proposals(id, text);
    REQUIRE(first.size() == 3);
    CHECK(first[0].details.unit == known);
    CHECK(first[0].details.person == person);
    CHECK(first[0].details.nameAsGiven.isEmpty());
    CHECK(first[0].details.phone.isEmpty());
    CHECK(first[1].details.unit == aliased);
    CHECK(first[1].details.nameAsGiven == "李四");
    CHECK(first[1].details.headCount == 2);
    CHECK(first[2].details.nameAsGiven == "无名公司 王五");
    CHECK(first[2].details.phone == "13800000003");

    std::vector<AttendeeDetails> lines;
    for (const SignUpProposal &proposal : first) {
        CHECK_FALSE(proposal.isListed);
        lines.push_back(proposal.details);
    }
    service.add(id, lines);
    const std::vector<Attendee> listed = service.ofActivity(id);
    REQUIRE(listed.size() == 3);
    CHECK(listed[2].details.lineNumber == 3);

    const std::vector<SignUpProposal> again = service.proposals(id, text + "4. 新来公司 赵六\n5. 新来公司 赵六\n");
    REQUIRE(again.size() == 5);
    CHECK(again[0].isListed);
    CHECK(again[2].isListed);
    CHECK_FALSE(again[3].isListed);
    CHECK(again[4].isListed);
}

TEST_CASE("lines of the list are changed, taken out and refused when wrong", "[activities]")
{
    TestSession file;
    const ActivityId id = ActivityService(file).create(activityNamed("培训"));
    AttendeeService service(file);
    AttendeeDetails guest;
    guest.nameAsGiven = "无名公司 王五";
    guest.phone = "138 0000 0003";
    service.add(id, {guest, guest});
    const std::vector<Attendee> lines = service.ofActivity(id);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].details.phone == "13800000003");
    AttendeeDetails signedIn = lines[0].details;
    signedIn.signedIn = true;
    CHECK(service.update(lines[0].id, lines[0].revision, signedIn));
    CHECK(errorOf([&] { service.update(lines[0].id, lines[0].revision, guest); })->kind() == Error::Kind::Conflict);
    signedIn.lineNumber = 2;
    CHECK(errorOf([&] { service.update(lines[0].id, lines[0].revision + 1, signedIn); })->kind() == Error::Kind::Conflict);
    service.remove(lines[1].id, lines[1].revision);
    CHECK(service.ofActivity(id).size() == 1);

    session::Session reader = file.sessionAs(session::Role::ReadOnly);
    CHECK(AttendeeService(reader).ofActivity(id).front().details.phone == "138****0003");

    CHECK(errorOf([&] { service.add(id, {AttendeeDetails{}}); })->fields().front().field == "nameAsGiven");
    AttendeeDetails badPhone = guest;
    badPhone.phone = "电话不详";
    CHECK(errorOf([&] { service.add(id, {guest, badPhone}); })->fields().front().field == "phone");
    AttendeeDetails minus = guest;
    minus.headCount = -1;
    CHECK(errorOf([&] { service.put(id, minus); })->fields().front().field == "headCount");
    CHECK(service.ofActivity(id).size() == 1);
}
