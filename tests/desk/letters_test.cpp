#include "desk_cases.h"

#include "desk/letters/letter_fields.h"
#include "desk/letters/letter_maker.h"
#include "desk/letters/letter_template.h"
#include "desk/prints/file_names.h"
#include "document/text_writer.h"
#include "members/letters/letter_service.h"
#include "members/member_service.h"

namespace mishutai::desk {

namespace {

MemberId memberBy(Application &application, const char *code)
{
    return members::MemberService(application.session()).findByCode(QString::fromUtf8(code)).value().id;
}

LetterRequest invitation(Application &application)
{
    return {loadLetter(application.session(), "invitation"),
        {memberBy(application, "会员-0001"), memberBy(application, "会员-0002")}, QDate(2021, 12, 1),
        {{"event", "会员大会"}, {"time", "12月20日上午9:00"}, {"place", "会议中心"}}};
}

qsizetype lettersOf(Application &application, MemberId member)
{
    return static_cast<qsizetype>(members::LetterService(application.session()).ofMember(member).size());
}

} // namespace

TEST_CASE("the program carries letters whose fields are all known")
{
    const ExampleFile example;
    const auto application = example.open();
    session::Session &session = application->session();
    QStringList names;
    for (const LetterKind &kind : letterKinds()) {
        names.append(kind.label);
        CHECK(loadLetter(session, kind.name).label == kind.label);
        CHECK(loadLetter(session, kind.label).name == kind.name);
    }
    CHECK(names == QStringList{"邀请函", "确认函"});
    const auto error = errorOf([&] { loadLetter(session, "invite"); });
    REQUIRE(error);
    CHECK(error->kind() == Error::Kind::NotFound);
    CHECK(error->remedy().contains("invitation"));
}

TEST_CASE("a letter of the office's own is a file, and a field that nobody knows is refused with its line")
{
    const ExampleFile example;
    const auto application = example.open();
    session::Session &session = application->session();
    const QTemporaryDir folder;
    const QString path = folder.filePath("own.md");
    putFile(path, "---\nname: own\ntitle: 函\nask: x = 某事\n---\n{{ask.x}}{{member.name}}\n");
    CHECK(loadLetter(session, path).label == "own");
    putFile(path, "---\nname: own\ntitle: 函\n---\n一\n\n@if member.name\n二\n@else\n{{member.nmae}}\n@end\n");
    const auto error = errorOf([&] { loadLetter(session, path); });
    REQUIRE(error);
    CHECK(error->cause().contains("member.nmae"));
    CHECK(error->remedy().contains("member.name"));
    REQUIRE(error->place());
    CHECK(error->place()->row == 10);
    CHECK(errorOf([&] { loadLetter(session, folder.filePath("none.md")); })->kind() == Error::Kind::Io);
}

TEST_CASE("letters are merged one a member, in the order ticked")
{
    const ExampleFile example;
    const auto application = example.open();
    const auto letters
        = letterDocuments(application->session(), application->metrics(), invitation(*application), TaskControl::silent());
    REQUIRE(letters.size() == 2);
    const QHash<QString, QString> second = memberFields(application->session(), memberBy(*application, "会员-0002"));
    CHECK(letters[1].addressee == second["member.name"]);
    CHECK_FALSE(letters[1].numbersFirstPage);
    const QString text = document::writeText(letters[1]);
    CHECK(text.contains("在会议中心举办会员大会"));
    CHECK(text.contains(second["member.level"]));
    CHECK(text.contains("2021年12月1日"));
    CHECK_FALSE(text.contains("{{"));
    CHECK_FALSE(text.contains("主要内容"));
}

TEST_CASE("a letter without an answer, with an unknown one or for nobody is refused")
{
    const ExampleFile example;
    const auto application = example.open();
    const auto tried = [&](const LetterRequest &request) {
        return errorOf([&] { letterDocuments(application->session(), application->metrics(), request, TaskControl::silent()); });
    };
    LetterRequest request = invitation(*application);
    request.answers.remove("place");
    CHECK(tried(request)->fields().front().field == "place");
    request.answers.remove("time");
    // All that is missing at once, not one a run.
    CHECK(tried(request)->fields().size() == 2);
    CHECK(tried(request)->cause().contains("时间"));
    CHECK(tried(request)->cause().contains("地点"));
    request = invitation(*application);
    request.answers.insert("palce", "x");
    CHECK(tried(request)->cause().contains("palce"));
    request = invitation(*application);
    request.members.clear();
    CHECK(tried(request)->kind() == Error::Kind::Validation);
}

TEST_CASE("letters in a folder are one file each, noted in the log; a taken name is never overwritten")
{
    const ExampleFile example;
    const auto application = example.open();
    const LetterRequest request = invitation(*application);
    const QString folder = example.folder() + "/letters";
    const auto make = [&] {
        return makeLettersFolder(
            application->session(), application->metrics(), request, folder, members::LetterFile::Docx, TaskControl::silent());
    };
    const LettersMade first = make();
    CHECK(first.letters == 2);
    REQUIRE(first.files.size() == 2);
    CHECK(first.files[0].contains("邀请函-会员-0001-"));
    const auto before = contents(folder);
    CHECK(before.size() == 2);
    const LettersMade second = make();
    CHECK(second.files[0].contains("（2）"));
    const auto after = contents(folder);
    CHECK(after.size() == 4);
    for (auto file = before.begin(); file != before.end(); ++file)
        CHECK(after[file.key()] == file.value());
    CHECK(after[QFileInfo(second.files[0]).fileName()] == before[QFileInfo(first.files[0]).fileName()]);
    const auto letters = members::LetterService(application->session()).ofMember(request.members[1]);
    REQUIRE(letters.size() == 2);
    CHECK(letters[0].details.templateName == "invitation");
    CHECK(letters[0].details.title == "邀请函");
    CHECK(letters[0].details.file == members::LetterFile::Docx);
}

TEST_CASE("letters in one file are noted too; another ending or a fault leaves neither file nor note")
{
    const ExampleFile example;
    const auto application = example.open();
    LetterRequest request = invitation(*application);
    const auto make = [&](const QString &name) {
        return makeLettersFile(
            application->session(), application->metrics(), request, example.folder() + '/' + name, TaskControl::silent());
    };
    CHECK(make("all.docx").files.size() == 1);
    CHECK(lettersOf(*application, request.members[0]) == 1);
    CHECK(errorOf([&] { make("all.doc"); })->kind() == Error::Kind::Usage);
    request.answers.clear();
    CHECK(errorOf([&] { make("more.docx"); })->kind() == Error::Kind::Validation);
    CHECK_FALSE(QFile::exists(example.folder() + "/more.docx"));
    CHECK(lettersOf(*application, request.members[0]) == 1);
}

TEST_CASE("letters that cannot be noted leave no file")
{
    const ExampleFile example;
    const auto application = example.open(Access::Read);
    const QString folder = example.folder() + "/letters";
    const auto error = errorOf([&] {
        makeLettersFolder(application->session(), application->metrics(), invitation(*application), folder,
            members::LetterFile::Docx, TaskControl::silent());
    });
    REQUIRE(error);
    CHECK(contents(folder).isEmpty());
}

TEST_CASE("letters that are cancelled half-way leave neither file nor note")
{
    class Control : public TaskControl
    {
    public:
        void progress(qint64 done, qint64, const QString &what) override
        {
            isDue = isDue || (done == 1 && what.contains("生成"));
        }
        bool isCancelled() const override { return isDue; }
        bool isDue = false;
    };
    const ExampleFile example;
    const auto application = example.open();
    LetterRequest request = invitation(*application);
    request.members.push_back(memberBy(*application, "会员-0003"));
    const QString folder = example.folder() + "/letters";
    Control control;
    const auto error = errorOf([&] {
        makeLettersFolder(application->session(), application->metrics(), request, folder, members::LetterFile::Docx, control);
    });
    REQUIRE(error);
    CHECK(error->kind() == Error::Kind::Cancelled);
    CHECK(contents(folder).isEmpty());
    CHECK(lettersOf(*application, request.members[0]) == 0);
}

TEST_CASE("file names hold nothing that a file system refuses")
{
    struct Case {
        QStringList parts;
        QString name;
    };
    const Case each = GENERATE(Case{{"邀请函", "会员-1", "某公司"}, "邀请函-会员-1-某公司"},
        Case{{"a/b\\c:d*e?f\"g<h>i|j"}, "a_b_c_d_e_f_g_h_i_j"}, Case{{"..", ""}, "_"}, Case{{"x. ", "  "}, "x"},
        Case{{"a\nb\tc"}, "a b c"}, Case{{"../../etc"}, "_.._etc"}, Case{{}, "_"},
        Case{{QString(59, u'长') + "𬭎𬭎"}, QString(59, u'长')});
    CHECK(fileName(each.parts).toStdString() == each.name.toStdString());
}

} // namespace mishutai::desk
