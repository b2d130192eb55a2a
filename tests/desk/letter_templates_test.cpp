#include "desk_cases.h"

#include "desk/letters/letter_fields.h"
#include "desk/letters/letter_maker.h"
#include "desk/letters/letter_template.h"
#include "desk/letters/letter_template_service.h"
#include "desk/letters/letter_text.h"
#include "document/text_writer.h"
#include "members/member_service.h"
#include "session/history/change_history.h"

namespace mishutai::desk {

namespace {

const LetterText kThanks{"感谢函", "感谢函", "{{会员名称}}", "{{本会名称}}", {"什么活动", "附注（可不填）"},
    "感谢贵单位对{{什么活动}}的支持。\n[[另：{{附注}}。]]\n恭祝商祺！"};

MemberId firstMember(Application &application)
{
    return members::MemberService(application.session()).findByCode("会员-0001").value().id;
}

} // namespace

TEST_CASE("a letter is written with Chinese names of fields, and read back as it was written")
{
    const ExampleFile example;
    const auto application = example.open();
    const QString source = letterSourceOf(application->session(), kThanks);
    CHECK(source.contains("addressee: {{member.name}}"));
    CHECK(source.contains("ask: q1 = 什么活动"));
    CHECK(source.contains("ask: q2? = 附注"));
    CHECK(source.contains("感谢贵单位对{{ask.q1}}的支持。"));
    CHECK(letterTextOf(application->session(), source) == kThanks);
    // Asked again in another order, a question keeps its key.
    LetterText turned = kThanks;
    turned.questions = {"新的一项", "附注（可不填）", "什么活动"};
    const QString again = letterSourceOf(application->session(), turned, source);
    CHECK(again.contains("ask: q1 = 什么活动"));
    CHECK(again.contains("ask: q3 = 新的一项"));
}

TEST_CASE("every carried letter can be edited: read as text and written, it is the same letter")
{
    const ExampleFile example;
    const auto application = example.open();
    for (const LetterKind &kind : letterKinds()) {
        CAPTURE(kind.name.toStdString());
        const QString source = letterSource(application->session(), kind.name);
        const LetterText text = letterTextOf(application->session(), source);
        CHECK_FALSE(text.body.contains("member."));
        CHECK_FALSE(text.body.contains("ask."));
        CHECK(letterTextOf(application->session(), letterSourceOf(application->session(), text, source)) == text);
        const auto texts = [&](const QString &from) {
            return document::writeText(letterPreview(application->session(), application->metrics(),
                parseLetter(application->session(), from, {}), firstMember(*application)));
        };
        CHECK(texts(source) == texts(letterSourceOf(application->session(), text, source)));
    }
}

TEST_CASE("the names of fields cover all that a letter may say of its member")
{
    const ExampleFile example;
    const auto application = example.open();
    QStringList keys;
    for (const LetterFieldName &field : letterFieldNames(application->session()))
        keys << field.key;
    for (const QString &key : memberFieldNames(application->session()))
        CHECK(keys.contains(key));
    CHECK(keys.removeDuplicates() == 0);
}

TEST_CASE("a fault of a letter names its field, and in the body its line")
{
    const ExampleFile example;
    const auto application = example.open();
    struct Case {
        const char *field;
        QString LetterText::*part;
        QString value;
        QString said;
    };
    const Case cases[]{{"body", &LetterText::body, "第一段\n第二段\n感谢{{没有的字段}}", "第3行"},
        {"addressee", &LetterText::addressee, "{{会员名", ""}, {"signer", &LetterText::signer, "{{member.nmae}}", "member.nmae"},
        {"title", &LetterText::title, "", ""}, {"name", &LetterText::name, " ", ""}};
    for (const Case &one : cases) {
        LetterText text = kThanks;
        text.*(one.part) = one.value;
        CAPTURE(one.field);
        const auto error = errorOf([&] { letterSourceOf(application->session(), text); });
        REQUIRE(error);
        REQUIRE(error->fields().size() == 1);
        CHECK(error->fields().front().field == one.field);
        CHECK(error->fields().front().message.contains(one.said));
    }
    LetterText text = kThanks;
    text.questions << "会员名称";
    CHECK(errorOf([&] { letterSourceOf(application->session(), text); })->fields().front().field == "questions");
}

TEST_CASE("letters of the office stand in the data file, are made like carried ones and undone like every change")
{
    const ExampleFile example;
    const auto application = example.open();
    session::Session &session = application->session();
    LetterTemplateService service(session);
    const qint64 id = service.add(letterSourceOf(application->session(), kThanks));
    const reports::Template letter = loadLetter(session, "感谢函");
    CHECK(letter.label == "感谢函");
    const LetterRequest request{letter, {firstMember(*application)}, QDate(2021, 12, 1), {{"什么活动", "年会"}}};
    const auto letters = letterDocuments(session, application->metrics(), request, TaskControl::silent());
    const QString text = document::writeText(letters.front());
    CHECK(text.contains("感谢贵单位对年会的支持。"));
    CHECK_FALSE(text.contains("另："));

    LetterText changed = kThanks;
    changed.name = "致谢函";
    const StoredLetter stored = service.get(id);
    service.update(id, stored.revision, letterSourceOf(application->session(), changed, stored.source));
    CHECK(errorOf([&] { loadLetter(session, "感谢函"); })->remedy().contains("致谢函"));
    CHECK(errorOf([&] { service.update(id, stored.revision, stored.source); })->kind() == Error::Kind::Conflict);
    service.remove(id, service.get(id).revision);
    CHECK(service.all().empty());
    session::ChangeHistory history(session);
    history.undo(history.lastUndoable()->batch);
    REQUIRE(service.all().size() == 1);
    CHECK(service.all().front().name == "致谢函");
}

TEST_CASE("a letter may not take the name of another one, nor may who cannot edit them keep one")
{
    const ExampleFile example;
    const auto application = example.open();
    LetterTemplateService service(application->session());
    LetterText text = kThanks;
    text.name = "邀请函";
    CHECK(errorOf([&] { service.add(letterSourceOf(application->session(), text)); })->fields().front().field == "name");
    service.add(letterSourceOf(application->session(), kThanks));
    CHECK(errorOf([&] { service.add(letterSourceOf(application->session(), kThanks)); })->fields().front().field == "name");
    CHECK(service.all().size() == 1);
    session::User user = application->session().user();
    user.roles = session::Role::ReadOnly;
    session::Session reader(application->database(), application->session().clock(), user);
    CHECK(errorOf([&] { LetterTemplateService(reader).add(letterSourceOf(application->session(), kThanks)); })->kind()
        == Error::Kind::Forbidden);
}

TEST_CASE("a preview shows what is asked for, and without a member all fields, by their names")
{
    const ExampleFile example;
    const auto application = example.open();
    const reports::Template letter = loadLetter(application->session(), "invitation");
    const QString text = document::writeText(letterPreview(application->session(), application->metrics(), letter, {}));
    CHECK(text.contains("〔会员名称〕"));
    CHECK(text.contains("〔时间〕"));
    const QString named
        = document::writeText(letterPreview(application->session(), application->metrics(), letter, firstMember(*application)));
    CHECK_FALSE(named.contains("〔会员名称〕"));
    CHECK(named.contains("〔时间〕"));
}

TEST_CASE("a data set keeps the letters of the office byte for byte")
{
    const ExampleFile example;
    const auto application = example.open();
    LetterTemplateService(application->session()).add(letterSourceOf(application->session(), kThanks));
    exportDataSet(application->session(), example.folder() + "/first", TaskControl::silent());
    const auto other = Application::create(example.folder() + "/other.mishutai", "秘书处");
    importDataSet(other->session(), example.folder() + "/first", TaskControl::silent());
    CHECK(LetterTemplateService(other->session()).all().front().source
        == letterSourceOf(application->session(), kThanks).trimmed());
    exportDataSet(other->session(), example.folder() + "/second", TaskControl::silent());
    CHECK((contents(example.folder() + "/first") == contents(example.folder() + "/second")));
}

} // namespace mishutai::desk
