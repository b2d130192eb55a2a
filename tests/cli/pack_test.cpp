#include "cli_program.h"
#include "db/database.h"
#include "desk/application.h"
#include "desk/letters/letter_template.h"
#include "desk/letters/letter_template_service.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFile>

namespace mishutai::cli {

TEST_CASE("a packed file is unpacked elsewhere and is the same; nothing is written over")
{
    const Desk desk;
    const Outcome packed = desk.json({"pack", desk.path("all.zip")});
    INFO(packed.err.toStdString());
    REQUIRE(packed.status == 0);
    CHECK(packed.json["missing"].toInt() == 0);
    CHECK(packed.json["bytes"].toInt() == QFileInfo(desk.path("all.zip")).size());
    CHECK(desk.json({"pack", desk.path("all.zip")}).status == 3);
    REQUIRE(QDir(desk.folder()).mkdir("other"));
    const Outcome unpacked = run(desk.folder(), {"--json", "unpack", "all.zip", "other"});
    INFO(unpacked.out.toStdString());
    REQUIRE(unpacked.status == 0);
    CHECK(run(desk.folder(), {"--db", "other/desk.mishutai", "check"}).status == 0);
    const Outcome again = run(desk.folder(), {"--json", "unpack", "all.zip", "other"});
    CHECK(again.status == 3);
    CHECK(again.error()["kind"] == "conflict");
    CHECK(run(desk.folder(), {"--json", "unpack", "desk.mishutai"}).error()["kind"] == "validation");
    CHECK(run(desk.folder(), {"--json", "unpack", "none.zip"}).error()["kind"] == "io");
}

TEST_CASE("spans of levels that differ are told, and made anew on demand alone")
{
    const Desk desk;
    db::Database::open(desk.file(), db::Database::Access::Write)->runScript("DELETE FROM member_spans WHERE member_id = 1");
    const Outcome told = desk.call({"check"});
    CHECK(told.status == 1);
    CHECK(told.out.contains("check --rebuild"));
    const Outcome mended = desk.json({"check", "--rebuild"});
    CHECK(mended.status == 0);
    CHECK(mended.json["rebuilt"].toInt() == 1);
    CHECK(desk.json({"check"}).status == 0);
}

TEST_CASE("a letter of the office's own is made by its name, its questions by their words")
{
    const Desk desk;
    {
        const auto window = desk::Application::open({desk.file(), desk::Access::Write, {}, {}});
        desk::LetterTemplateService(window->session())
            .add("---\nname: 感谢函\nlabel: 感谢函\ntitle: 感谢函\nask: q1 = "
                 "什么活动\n---\n感谢{{member.name}}支持{{ask.q1}}。\n");
    }
    const Outcome made
        = desk.json({"letter", "感谢函", "--members", "会员-0001", "--output", desk.path("a.docx"), "--set", "什么活动=年会"});
    INFO(made.out.toStdString());
    REQUIRE(made.status == 0);
    CHECK(made.json["letters"].toInt() == 1);
    CHECK(desk.json({"letter", "感谢信", "--members", "会员-0001", "--output", desk.path("b.docx")})
              .error()["remedy"]
              .toString()
              .contains("感谢函"));
}

} // namespace mishutai::cli
