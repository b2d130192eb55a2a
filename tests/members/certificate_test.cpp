#include "members/certificates/certificate_repository.h"
#include "members/certificates/certificate_service.h"
#include "members_cases.h"

using namespace mishutai;
using namespace mishutai::members;
using mishutai::test::TestSession;

namespace {

QStringList numbersOf(const std::vector<Member> &members)
{
    QStringList numbers;
    for (const Member &member : members)
        numbers.append(member.details.certificateNo);
    return numbers;
}

} // namespace

TEST_CASE("a certificate number is given once and kept", "[certificates]")
{
    TestSession file;
    MemberService service(file);
    const MemberId first = service.enroll(enrolmentOf("示例甲公司"));
    const MemberId second = service.enroll(enrolmentOf("示例乙公司"));
    CertificateService certificates(file);
    CHECK(numbersOf(certificates.certified({second}, 2021)) == QStringList{"2021-0001"});
    CHECK(numbersOf(certificates.certified({first, second}, 2021)) == QStringList{"2021-0002", "2021-0001"});
    CHECK(service.get(first).details.certificateNo == "2021-0002");
    const QString audit = ask(file.database(), "SELECT cast(count(*) AS text) AS x FROM audit_log");
    CHECK(numbersOf(certificates.certified({first, second}, 2022)) == QStringList{"2021-0002", "2021-0001"});
    CHECK(ask(file.database(), "SELECT cast(count(*) AS text) AS x FROM audit_log") == audit);
}

TEST_CASE("a number that an import brought is passed over, and each year begins anew", "[certificates]")
{
    TestSession file;
    MemberService service(file);
    Enrolment taken = enrolmentOf("示例甲公司");
    taken.member.certificateNo = "2021-0001";
    service.enroll(taken);
    const MemberId second = service.enroll(enrolmentOf("示例乙公司"));
    const MemberId third = service.enroll(enrolmentOf("示例丙公司"));
    CHECK(CertificateRepository(file.database()).isTaken("2021-0001"));
    CHECK(numbersOf(CertificateService(file).certified({second}, 2021)) == QStringList{"2021-0002"});
    CHECK(numbersOf(CertificateService(file).certified({third}, 2022)) == QStringList{"2022-0001"});
}

TEST_CASE("only members in force get a certificate, and one that is not stops all", "[certificates]")
{
    TestSession file;
    MemberService service(file);
    const MemberId good = service.enroll(enrolmentOf("示例甲公司"));
    Enrolment other = enrolmentOf("示例乙公司");
    const int kind = GENERATE(0, 1, 2);
    if (kind == 0)
        other.member.suspendedOn = QDate(2021, 4, 1);
    else if (kind == 1)
        other.member.leftOn = QDate(2021, 4, 1);
    else {
        other.member.joinedOn = QDate();
        other.member.appliedOn = QDate(2021, 3, 1);
    }
    const MemberId bad = service.enroll(other);
    const auto error = errorOf([&] { CertificateService(file).certified({good, bad}, 2021); });
    REQUIRE(error);
    CHECK(error->kind() == Error::Kind::Validation);
    CHECK(error->cause().contains("会员-0002"));
    CHECK(service.get(good).details.certificateNo.isEmpty());
}

TEST_CASE("who may not certify may still print a certificate that has its number", "[certificates]")
{
    TestSession file;
    const MemberId member = MemberService(file).enroll(enrolmentOf("示例甲公司"));
    session::Session cashier = file.sessionAs(session::Role::Cashier);
    CHECK(errorOf([&] { CertificateService(cashier).certified({member}, 2021); })->kind() == Error::Kind::Forbidden);
    CertificateService(file).certified({member}, 2021);
    CHECK(numbersOf(CertificateService(cashier).certified({member}, 2021)) == QStringList{"2021-0001"});
}
