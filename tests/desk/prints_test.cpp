#include "desk_cases.h"

#include "db/lists/list_query.h"
#include "desk/dossier.h"
#include "desk/global_search.h"
#include "desk/letters/letter_fields.h"
#include "desk/prints/list_print.h"
#include "desk/prints/list_text.h"
#include "desk/prints/mailing_list.h"
#include "desk/prints/member_facts.h"
#include "desk/prints/member_sheets.h"
#include "members/member_service.h"
#include "office/custom_fields/custom_field_service.h"
#include "office/custom_fields/custom_value_service.h"
#include "office/settings.h"
#include "parties/units/unit_service.h"
#include "session/users/user_service.h"

#include <algorithm>

namespace mishutai::desk {

namespace {

std::vector<MemberId> someMembers(Application &application, int count)
{
    std::vector<MemberId> ids;
    for (const qint64 id : wholeList(application.session(), *listByKey("members")).ids)
        if (static_cast<int>(ids.size()) < count)
            ids.emplace_back(id);
    return ids;
}

QStringList texts(const document::SheetRow &row)
{
    QStringList found;
    for (const document::SheetCell &cell : row.cells)
        found.append(cell.text);
    return found;
}

int width(const document::SheetRow &row)
{
    int spans = 0;
    for (const document::SheetCell &cell : row.cells)
        spans += cell.span;
    return spans;
}

QString allText(const document::Sheet &sheet)
{
    QString text;
    for (const document::SheetRow &row : sheet.rows)
        text += texts(row).join('|') + '\n';
    return text;
}

} // namespace

TEST_CASE("every list can be printed: a number, its columns and all its rows")
{
    const ExampleFile example;
    const auto application = example.open(Access::Read);
    for (const db::ListDefinition *list : allLists()) {
        CAPTURE(list->key.toStdString());
        const ListPrint print = wholeList(application->session(), *list);
        const document::Sheet sheet = listSheet(application->session(), print, TaskControl::silent());
        REQUIRE(sheet.head.size() == 1);
        CHECK(texts(sheet.head.front()).front() == "序号");
        CHECK(sheet.head.front().cells.size() <= static_cast<size_t>(print.columns.size()) + 1);
        CHECK(sheet.head.front().cells.size() == sheet.columns.size());
        CHECK(sheet.rows.size() >= print.ids.size());
        CHECK(sheet.rows.size() <= print.ids.size() + 1);
        for (const document::SheetRow &row : sheet.rows)
            CHECK(width(row) == static_cast<int>(sheet.columns.size()));
        CHECK(sheet.above.contains(QString::number(print.ids.size())));
    }
}

TEST_CASE("a list is printed as it was looked at: columns, order, filters and totals")
{
    const ExampleFile example;
    const auto application = example.open(Access::Read);
    ListPrint print = wholeList(application->session(), *listByKey("entries"));
    print.title = "收支";
    print.filters = "类别 是 会费";
    const auto money = std::ranges::find_if(
        print.definition->columns, [](const db::ListColumn &one) { return one.type == db::ColumnType::Money && one.isShown; });
    REQUIRE(money != print.definition->columns.end());
    print.columns = {money->key, print.definition->columns.front().key};
    print.ids.resize(3);
    std::ranges::reverse(print.ids);
    const document::Sheet sheet = listSheet(application->session(), print, TaskControl::silent());
    CHECK(sheet.title == "收支（类别 是 会费）");
    CHECK(sheet.above == "共 3 条"); // the condition is in the title
    CHECK(sheet.aboveRight == "截至" + chineseDate(application->session().clock().today()));
    CHECK(texts(sheet.head.front()) == QStringList{"序号", money->title, print.definition->columns.front().title});
    REQUIRE(sheet.rows.size() == 4);
    CHECK(texts(sheet.rows.back()).front() == "合计");
    qint64 sum = 0;
    for (int row = 0; row < 3; ++row)
        sum += Money::parseYuan(texts(sheet.rows[static_cast<size_t>(row)])[1].remove(',')).value_or(Money::fromFen(0)).fen();
    CHECK(texts(sheet.rows.back())[1] == Money::fromFen(sum).grouped());
    CHECK(sheet.rows.front().cells[1].alignment == document::Alignment::Right);
}

TEST_CASE("columns without a word in any row are not printed, but one that was ticked keeps room for handwriting")
{
    const ExampleFile example;
    const auto application = example.open();
    parties::UnitService units(application->session());
    ListPrint print = wholeList(application->session(), *listByKey("units"));
    parties::UnitDetails bare;
    bare.name = "示例只有名称";
    print.ids = {units.create(bare).value()};
    const auto ticked = std::ranges::find_if(print.definition->columns,
        [](const db::ListColumn &one) { return !one.isShown && one.type == db::ColumnType::Text && one.key != "code"; });
    REQUIRE(ticked != print.definition->columns.end());
    print.columns.append(ticked->key);
    const document::Sheet sheet = listSheet(application->session(), print, TaskControl::silent());
    const QStringList titles = texts(sheet.head.front());
    CHECK(titles.size() < print.columns.size());
    for (int i = 1; i < titles.size() - 1; ++i)
        CHECK(std::ranges::any_of(sheet.rows, [&](const document::SheetRow &row) { return !texts(row)[i].isEmpty(); }));
    CHECK(titles.last() == ticked->title);
    CHECK(sheet.leastEms.back() == 4);
    for (const document::SheetRow &row : sheet.rows)
        CHECK(width(row) == static_cast<int>(sheet.columns.size()));
}

TEST_CASE("the title of a printed list says which of its rows they are")
{
    const ExampleFile example;
    const auto application = example.open(Access::Read);
    ListPrint print = wholeList(application->session(), *listByKey("members"));
    const auto title = [&] { return listSheet(application->session(), print, TaskControl::silent()).title; };
    CHECK(title() == "会员（全部）");
    print.filters = "级别 是 理事单位；所属区县 是 示例区、示例新区、示例高新区";
    CHECK(title() == "会员（部分）");
    print.view = "报科协";
    CHECK(title() == "会员（报科协）");
}

TEST_CASE("a grouped list is printed with a line for each group, and the totals are those of all rows")
{
    const ExampleFile example;
    const auto application = example.open(Access::Read);
    ListPrint print = wholeList(application->session(), *listByKey("entries"));
    print.columns = {"category", "income"};
    const QString totals = texts(listSheet(application->session(), print, TaskControl::silent()).rows.back()).last();
    db::ListQuery query(application->database(), *print.definition);
    query.setGroup("category");
    print.ids = query.ids();
    print.groups = ListGroups("category", query.groups());
    REQUIRE(print.groups.groups().size() >= 2);
    const auto &first = print.groups.groups().front();
    const auto place = std::ranges::find(print.definition->columns, QString("income"), &db::ListColumn::key);
    const auto income = static_cast<size_t>(place - print.definition->columns.begin());
    document::Sheet sheet = listSheet(application->session(), print, TaskControl::silent());
    CHECK(sheet.rows.size() == print.ids.size() + print.groups.groups().size() + 1);
    CHECK(texts(sheet.rows.front())
        == QStringList{QString("%1（%2）").arg(first.value.toString()).arg(first.count),
            Money::fromFen(first.totals[income].value_or(-1)).grouped()});
    CHECK(width(sheet.rows.front()) == 3);
    CHECK(sheet.above.startsWith("按类别分组；"));
    CHECK(texts(sheet.rows[1]).front() == "1");

    print.groups.setAllFolded(true);
    sheet = listSheet(application->session(), print, TaskControl::silent());
    CHECK(sheet.rows.size() == print.groups.groups().size() + 1);
    CHECK(texts(sheet.rows.back()).last() == totals);
}

TEST_CASE("personal data is masked on paper for whom it is masked on the screen")
{
    const ExampleFile example;
    const auto application = example.open();
    ListPrint print = wholeList(application->session(), *listByKey("members"));
    print.columns = {"contactPhone"};
    const QString open = allText(listSheet(application->session(), print, TaskControl::silent()));
    print.hidesPersonal = true;
    const QString hidden = allText(listSheet(application->session(), print, TaskControl::silent()));
    CHECK_FALSE(open.contains('*'));
    CHECK(hidden.contains('*'));
    session::UserService(application->session()).add("审计员", session::Role::ReadOnly);
    const auto auditor = Application::open({example.path(), Access::Read, "审计员", {}});
    print.hidesPersonal = false;
    CHECK(allText(listSheet(auditor->session(), print, TaskControl::silent())) == hidden);
    const document::Sheet sheet
        = memberSheet(auditor->session(), someMembers(*auditor, 1).front(), MemberSheetKind::Registration);
    CHECK_FALSE(allText(sheet).contains(texts(listSheet(application->session(), print, TaskControl::silent()).rows.front())[1]));
}

TEST_CASE("a member sheet fills its columns and holds the member's data")
{
    const ExampleFile example;
    const auto application = example.open(Access::Read);
    const MemberId id = someMembers(*application, 1).front();
    const auto member = members::MemberService(application->session()).get(id);
    const auto unit = parties::UnitService(application->session()).get(member.unit.value()).details;
    for (const MemberSheetKind kind : {MemberSheetKind::Registration, MemberSheetKind::Dossier}) {
        const document::Sheet sheet = memberSheet(application->session(), id, kind);
        for (const document::SheetRow &row : sheet.rows)
            CHECK(width(row) == static_cast<int>(sheet.columns.size()));
        const QString text = allText(sheet);
        CHECK(text.contains(unit.name));
        CHECK(sheet.above.contains(member.details.code));
        CHECK(text.contains(members::memberLevels().label(member.details.level)));
        CHECK(text.contains("联盟意见") == (kind == MemberSheetKind::Registration));
        CHECK(text.contains("盖章") == (kind == MemberSheetKind::Registration));
    }
}

TEST_CASE("一企一档 on paper has the posts, activities and cases of the page, with their days")
{
    const ExampleFile example;
    const auto application = example.open(Access::Read);
    session::Session &session = application->session();
    QSet<DossierLine::Section> seen;
    for (const MemberId id : someMembers(*application, 127)) {
        const std::optional<UnitId> unit = members::MemberService(session).get(id).unit;
        if (!unit || seen.size() == 3)
            continue;
        const QString printed = allText(memberSheet(session, id, MemberSheetKind::Dossier));
        for (const DossierLine &line : dossier(session, *unit)) {
            using enum DossierLine::Section;
            if (line.section != Posts && line.section != Activities && line.section != Cases)
                continue;
            seen.insert(line.section);
            CHECK(printed.contains(sectionTitle(line.section) + u'\n'));
            CHECK(printed.contains(line.onDate.toString(Qt::ISODate) + u'|' + line.text + u'\n'));
        }
    }
    CHECK(seen.size() == 3);
}

TEST_CASE("both sheets of a member have the office's own fields, and its capital in 万元 to the fen")
{
    const ExampleFile example;
    const auto application = example.open();
    session::Session &session = application->session();
    const MemberId id = someMembers(*application, 1).front();
    const UnitId unit = members::MemberService(session).get(id).unit.value();
    parties::UnitService units(session);
    parties::Unit stored = units.get(unit);
    stored.details.registeredCapital = Money::parseYuan(u"12345678.91");
    units.update(unit, stored.revision, stored.details);
    using enum office::CustomKind;
    office::CustomFieldService fields(session);
    fields.add({office::CustomOwner::Member, "示例分会", Text});
    fields.add({office::CustomOwner::Unit, "示例补贴", Money});
    fields.add({office::CustomOwner::Unit, "示例愿景", Text});
    fields.add({office::CustomOwner::Unit, "示例空着", Number});
    office::CustomValueService values(session);
    values.set(session::Operation::MemberEdit, office::CustomOwner::Member, id.value(), {{"示例分会", "华东分会"}});
    values.set(session::Operation::UnitEdit, office::CustomOwner::Unit, unit.value(),
        {{"示例补贴", "12000"}, {"示例愿景", QString(40, u'愿')}});
    const QString registration = allText(memberSheet(session, id, MemberSheetKind::Registration));
    CHECK(registration.contains("注册资本|1,234.567891万元"));
    CHECK(registration.contains("示例分会|华东分会|示例补贴|12,000.00 元"));
    CHECK(registration.contains("示例愿景|" + QString(40, u'愿') + '\n'));
    CHECK(registration.contains("示例空着|\n"));
    const QString dossier = allText(memberSheet(session, id, MemberSheetKind::Dossier));
    CHECK(dossier.contains("示例分会|华东分会|示例补贴|12,000.00 元"));
    CHECK_FALSE(dossier.contains("示例空着"));
}

TEST_CASE("the mailing list puts first what lacks something and says what")
{
    const ExampleFile example;
    const auto application = example.open(Access::Read);
    const std::vector<MailingRow> rows
        = mailingRows(application->session(), someMembers(*application, 127), TaskControl::silent());
    REQUIRE(rows.size() == 127);
    CHECK(std::ranges::is_partitioned(rows, [](const MailingRow &row) { return !row.missing.isEmpty(); }));
    for (const MailingRow &row : rows)
        CHECK(row.missing.contains("地址") == row.address.isEmpty());
    const tables::Table table = mailingTable(rows);
    CHECK(table.columns.size() == 5);
    CHECK(table.rows.size() == rows.size());
    const document::Sheet sheet = mailingSheet(application->session(), rows);
    CHECK(sheet.above.contains("127"));
    const auto address = std::ranges::find(sheet.head.front().cells, QString("地址"), &document::SheetCell::text);
    CHECK(sheet.leastEms[static_cast<size_t>(address - sheet.head.front().cells.begin())] >= 12);
    CHECK(errorOf([&] { mailingRows(application->session(), {}, TaskControl::silent()); })->kind() == Error::Kind::Validation);
}

TEST_CASE("parcels and letters go to the delivery address where there is one")
{
    const ExampleFile example;
    const auto application = example.open();
    const MemberId member = someMembers(*application, 1).front();
    const UnitId unit = members::MemberService(application->session()).get(member).unit.value();
    parties::UnitService units(application->session());
    const auto change = [&](const QString &mailing, const QString &delivery) {
        parties::Unit stored = units.get(unit);
        stored.details.mailingAddress = mailing;
        stored.details.deliveryAddress = delivery;
        units.update(unit, stored.revision, stored.details);
        return memberFacts(application->session(), member);
    };
    const auto row = [&] { return mailingRows(application->session(), {member}, TaskControl::silent()).front(); };
    CHECK(change("示例路1号", {}).deliveryAddress() == "示例路1号");
    CHECK(row().address == "示例路1号");
    CHECK(change("示例路1号", "示例路2号收发室").deliveryAddress() == "示例路2号收发室");
    CHECK(row().address == "示例路2号收发室");
}

TEST_CASE("paper calls a level as the office calls its head")
{
    const ExampleFile example;
    const auto application = example.open();
    session::Session &session = application->session();
    office::Settings(session).set(office::kHeadWord, office::headWords().stored(office::HeadWord::President));
    const MemberId id = someMembers(*application, 1).front();
    members::MemberService(session).changeLevel(id, members::MemberLevel::ViceChair, session.clock().today(), {});
    CHECK(memberFields(session, id)["member.level"] == "副会长单位");
    const QString sheet = allText(memberSheet(session, id, MemberSheetKind::Dossier));
    CHECK(sheet.contains("副会长单位"));
    CHECK_FALSE(sheet.contains("理事长"));
    const QString list = allText(listSheet(session, wholeList(session, *listOf(session, "members")), TaskControl::silent()));
    CHECK(list.contains("副会长单位"));
    CHECK_FALSE(list.contains("理事长"));
}

} // namespace mishutai::desk
