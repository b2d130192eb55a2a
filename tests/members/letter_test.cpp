#include "members/letters/letter_repository.h"
#include "members/letters/letter_service.h"
#include "members/letters/letter_sheet.h"
#include "members_cases.h"
#include "session/audit/audit_log.h"

using namespace mishutai;
using namespace mishutai::members;
using mishutai::test::TestSession;

namespace {

LetterDetails letterOf(MemberId member)
{
    return {
        member, "invitation", "邀请函", LetterFile::Pdf, QDateTime(QDate(2021, 5, 14), QTime(2, 3, 4, 567), Qt::UTC), "示例甲"};
}

} // namespace

TEST_CASE("letters for several members are one use case, noted with time and user", "[letters]")
{
    TestSession file;
    const MemberId first = MemberService(file).enroll(enrolmentOf("示例甲公司"));
    const MemberId second = MemberService(file).enroll(enrolmentOf("示例乙公司"));
    const QString before = ask(file.database(), "SELECT cast(count(*) AS text) AS x FROM audit_log");
    LetterService service(file);
    service.record({first, second}, "invitation", "邀请函", LetterFile::Docx);
    CHECK(ask(file.database(), "SELECT cast(count(*) AS text) AS x FROM audit_log").toInt() == before.toInt() + 1);
    const std::vector<Letter> letters = service.ofMember(second);
    REQUIRE(letters.size() == 1);
    CHECK(
        letters.front().details == LetterDetails{second, "invitation", "邀请函", LetterFile::Docx, file.clock().now(), "测试员"});
    session::ChangeHistory history(file);
    history.undo(history.lastUndoable()->batch);
    CHECK(service.ofMember(first).empty());
}

TEST_CASE("a letter of a member that is gone is refused and nothing is noted", "[letters]")
{
    TestSession file;
    const MemberId member = MemberService(file).enroll(enrolmentOf("示例甲公司"));
    LetterService service(file);
    CHECK(errorOf([&] {
        service.record({member, MemberId(999)}, "invitation", "邀请函", LetterFile::Docx);
    })->kind()
        == Error::Kind::NotFound);
    CHECK(service.ofMember(member).empty());
    CHECK(errorOf([&] { service.record({member}, "invitation", " ", LetterFile::Docx); })->kind() == Error::Kind::Validation);
}

TEST_CASE("who may not make letters is refused; all who see members see the log", "[letters]")
{
    TestSession file;
    const MemberId member = MemberService(file).enroll(enrolmentOf("示例甲公司"));
    LetterService(file).record({member}, "invitation", "邀请函", LetterFile::Docx);
    session::Session reader = file.sessionAs(session::Role::ReadOnly);
    CHECK(errorOf([&] { LetterService(reader).record({member}, "invitation", "邀请函", LetterFile::Docx); })->kind()
        == Error::Kind::Forbidden);
    CHECK(LetterService(reader).ofMember(member).size() == 1);
}

TEST_CASE("the log goes out and in again, and a second time changes nothing", "[letters]")
{
    TestSession file;
    const MemberId member = MemberService(file).enroll(enrolmentOf("示例甲公司"));
    LetterService service(file);
    CHECK(service.put(letterOf(member)));
    CHECK_FALSE(service.put(letterOf(member)));
    LetterSheet sheet;
    const std::vector<QStringList> rows = sheet.exportRows(file);
    REQUIRE(rows.size() == 1);
    CHECK(rows.front() == QStringList{"会员-0001", "invitation", "邀请函", "PDF", "2021-05-14T02:03:04.567Z", "示例甲"});
    office::SheetRow row{2, {}};
    for (size_t i = 0; i < sheet.columns().size(); ++i)
        row.cells.insert(sheet.columns()[i].key, rows.front()[static_cast<qsizetype>(i)]);
    CHECK(sheet.importRow(file, row) == office::RowOutcome::Same);
    row.cells["madeAt"] = "2021-05-15T02:03:04.567Z";
    CHECK(sheet.importRow(file, row) == office::RowOutcome::Added);
    CHECK(service.ofMember(member).front().details.madeAt.date() == QDate(2021, 5, 15));
    row.cells["madeAt"] = "gestern";
    CHECK(errorOf([&] { sheet.importRow(file, row); })->fields().front().field == "madeAt");
    row.cells["memberCode"] = "会员-9";
    CHECK(errorOf([&] { sheet.importRow(file, row); })->fields().front().field == "memberCode");
}
