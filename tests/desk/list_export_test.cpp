#include "desk/list_export.h"

#include "db/lists/list_query.h"
#include "desk/export_layouts.h"
#include "desk/prints/list_text.h"
#include "desk_cases.h"
#include "members/member_list.h"
#include "office/custom_fields/custom_field_service.h"
#include "office/custom_fields/custom_value_service.h"
#include "session/audit/audit_repository.h"
#include "session/history/change_history.h"
#include "session/session.h"
#include "tables/table_reader.h"

namespace mishutai::desk {

namespace {

ListExport members(Application &application, const QStringList &columns)
{
    ListExport list{mishutai::members::memberList(), columns, {}, "寄送资料"};
    list.ids = db::ListQuery(application.database(), list.definition).ids();
    return list;
}

QStringList row(const tables::Sheet &sheet, size_t number)
{
    return {sheet.rows.at(number).cells.begin(), sheet.rows.at(number).cells.end()};
}

const db::ListColumn &column(const ListExport &list, const QString &key)
{
    for (const db::ListColumn &each : list.definition.columns) {
        if (each.key == key)
            return each;
    }
    FAIL("no such column");
    throw 0;
}

} // namespace

TEST_CASE("an export is what the list shows: its columns and rows in their order")
{
    const ExampleFile file;
    const auto application = file.open();
    ListExport list = members(*application, {"level", "name", "code"});
    list.ids = {list.ids.at(5), list.ids.at(2)};
    const auto rows = db::ListQuery(application->database(), list.definition).rows(list.ids);
    for (const QString ending : {"xlsx", "csv"}) {
        const QString out = file.folder() + "/out." + ending;
        CHECK(exportList(application->session(), list, out) == 2);
        const tables::Sheet sheet = tables::TableReader().readFile(out);
        REQUIRE(sheet.rows.size() == 3);
        CHECK(row(sheet, 0) == QStringList{column(list, "level").title, column(list, "name").title, column(list, "code").title});
        for (size_t i = 0; i < list.definition.columns.size(); ++i) {
            if (list.definition.columns[i].key == "name")
                CHECK(row(sheet, 1)[1] == rows[0].cells[i].toString());
        }
    }
}

TEST_CASE("masked phones leave without a purpose, and none can be read")
{
    const ExampleFile file;
    const auto application = file.open();
    ListExport list = members(*application, {"name", "contactPhone"});
    list.purpose.clear();
    list.masksPersonal = true;
    CHECK_FALSE(leavesPersonal(list));
    const qint64 before = session::AuditRepository(application->database()).lastId();
    const QString out = file.folder() + "/masked.csv";
    CHECK(exportList(application->session(), list, out) == 127);
    CHECK(session::AuditRepository(application->database()).lastId() == before);
    const tables::Sheet sheet = tables::TableReader().readFile(out);
    const auto rows = db::ListQuery(application->database(), list.definition).rows(list.ids);
    const auto phone = static_cast<size_t>(&column(list, "contactPhone") - list.definition.columns.data());
    int phones = 0;
    for (size_t i = 0; i < rows.size(); ++i) {
        const QString written = row(sheet, i + 1).value(1);
        CHECK(written == masked(rows[i].cells[phone].toString()));
        phones += written.contains('*') ? 1 : 0;
    }
    CHECK(phones > 50);
    list.masksPersonal = false;
    CHECK(leavesPersonal(list));
}

TEST_CASE("the lines of groups leave as the screen has them, without what is folded")
{
    const ExampleFile file;
    const auto application = file.open();
    ListExport list = members(*application, {"code", "employees", "name"});
    db::ListQuery query(application->database(), list.definition);
    query.setGroup("level");
    list.ids = query.ids();
    list.groups = ListGroups("level", query.groups());
    REQUIRE(list.groups.groups().size() >= 3);
    list.groups.setFolded(1, true);
    const db::ListGroup &first = list.groups.groups()[0];
    const db::ListGroup &second = list.groups.groups()[1];
    const auto employees = static_cast<size_t>(&column(list, "employees") - list.definition.columns.data());
    for (const QString ending : {"xlsx", "csv"}) {
        const QString out = file.folder() + "/groups." + ending;
        CHECK(exportList(application->session(), list, out) == 127 - second.count);
        const tables::Sheet sheet = tables::TableReader().readFile(out);
        CHECK(sheet.rows.size() == 1 + 127 - static_cast<size_t>(second.count) + list.groups.groups().size());
        CHECK(row(sheet, 1)[0] == groupLabel(column(list, "level"), first, false));
        CHECK(row(sheet, 1).value(1).toLongLong() == first.totals[employees]);
        const auto next = static_cast<size_t>(first.count) + 2;
        CHECK(row(sheet, next)[0] == groupLabel(column(list, "level"), second, false));
        CHECK(row(sheet, next + 1)[0] == groupLabel(column(list, "level"), list.groups.groups()[2], false));
    }
    // A phone above its group is a phone too.
    list.columns = {"name"};
    CHECK(personalColumns(list).isEmpty());
    query.setGroup("contactPhone");
    list.groups = ListGroups("contactPhone", query.groups());
    CHECK(personalColumns(list).size() == 1);
}

TEST_CASE("the office's own fields are exported with their types")
{
    const ExampleFile file;
    const auto application = file.open();
    office::CustomFieldService fields(application->session());
    using office::CustomOwner;
    const qint64 money = fields.add({CustomOwner::Member, "年补贴", office::CustomKind::Money});
    const qint64 text = fields.add({CustomOwner::Member, "分会", office::CustomKind::Text});
    ListExport list{mishutai::members::memberListOf(application->session()),
        {"code", QString("custom.%1").arg(money), QString("custom.%1").arg(text)}, {}, {}};
    list.ids = {db::ListQuery(application->database(), list.definition).ids().front()};
    office::CustomValueService(application->session())
        .set(session::Operation::MemberEdit, CustomOwner::Member, list.ids.front(), {{"年补贴", "1200"}, {"分会", "=一分会"}});
    const QString out = file.folder() + "/own.csv";
    CHECK(exportList(application->session(), list, out) == 1);
    const tables::Sheet sheet = tables::TableReader().readFile(out);
    REQUIRE(sheet.rows.size() == 2);
    CHECK(row(sheet, 0).mid(1) == QStringList{"年补贴", "分会"});
    CHECK(row(sheet, 1).value(1) == "1200.00");
    CHECK(row(sheet, 1).value(2) == "'=一分会");
}

TEST_CASE("personal columns leave with a purpose, a right and one entry of the log")
{
    const ExampleFile file;
    const auto application = file.open();
    ListExport list = members(*application, {"name", "contactPhone"});
    REQUIRE(personalColumns(list).size() == 1);
    const QString out = file.folder() + "/phones.csv";
    const session::AuditRepository audit(application->database());
    const qint64 before = audit.lastId();
    CHECK(exportList(application->session(), list, out) == 127);
    CHECK(audit.lastId() == before + 1);
    list.purpose = "  ";
    const auto error = errorOf([&] { exportList(application->session(), list, file.folder() + "/none.csv"); });
    REQUIRE(error);
    CHECK(error->kind() == Error::Kind::Validation);
    CHECK(audit.lastId() == before + 1);
    CHECK_FALSE(QFile::exists(file.folder() + "/none.csv"));
    list.columns = {"name"};
    CHECK(exportList(application->session(), list, out) == 127);
    CHECK(audit.lastId() == before + 1);
}

TEST_CASE("who may not export personal data gets no file")
{
    const ExampleFile file;
    const auto application = file.open();
    session::User user = application->session().user();
    user.roles = session::Role::ReadOnly;
    session::Session reader(application->database(), application->session().clock(), user);
    const QString out = file.folder() + "/phones.csv";
    const auto error = errorOf([&] { exportList(reader, members(*application, {"name", "contactPhone"}), out); });
    REQUIRE(error);
    CHECK(error->kind() == Error::Kind::Forbidden);
    CHECK_FALSE(QFile::exists(out));
    CHECK(exportList(reader, members(*application, {"name"}), out) == 127);
}

TEST_CASE("all records in the columns of an import leave with one entry of the log too")
{
    const ExampleFile file;
    const auto application = file.open();
    const session::AuditRepository audit(application->database());
    const qint64 before = audit.lastId();
    exportSheet(application->session(), *recordSheet("members"), file.folder() + "/members.xlsx", "报送主管部门");
    CHECK(audit.lastId() == before + 1);
    exportSheet(application->session(), *recordSheet("activities"), file.folder() + "/activities.xlsx");
    CHECK(audit.lastId() == before + 1);
}

TEST_CASE("a layout keeps columns, their headers, purpose and file kind, and lays a list out")
{
    const ExampleFile file;
    const auto application = file.open();
    const ExportLayout layout{"报科协", {"code", "name", "contactPhone"}, {"", "企业名称", "联系电话"}, "报送主管部门", "csv"};
    ExportLayouts(application->session(), "members").save(layout);
    const auto again = file.open(Access::Read);
    const ExportLayouts stored(again->session(), "members");
    REQUIRE(stored.all().size() == 1);
    CHECK(stored.get("报科协") == layout);
    CHECK(ExportLayouts(again->session(), "units").all().empty());

    ListExport list = members(*application, {"name"});
    apply(layout, list);
    const QString out = file.folder() + "/out.csv";
    CHECK(exportList(application->session(), list, out) == 127);
    CHECK(row(tables::TableReader().readFile(out), 0) == QStringList{column(list, "code").title, "企业名称", "联系电话"});

    const auto missing = errorOf([&] { stored.get("报民政"); });
    REQUIRE(missing);
    CHECK(missing->kind() == Error::Kind::NotFound);
    CHECK(missing->remedy().contains("报科协"));
}

TEST_CASE("columns that a list lost are left out of a layout, and a layout of nothing is refused")
{
    const ExampleFile file;
    const auto application = file.open();
    ListExport list = members(*application, {"name"});
    apply({"甲", {"gone", "name"}, {"没了", "企业"}, {}, "xlsx"}, list);
    CHECK(list.columns == QStringList{"name"});
    CHECK(list.headers == QStringList{"企业"});
    CHECK(errorOf([&] { apply({"甲", {"gone"}, {}, {}, "xlsx"}, list); })->kind() == Error::Kind::Validation);
    ExportLayouts stored(application->session(), "members");
    CHECK(errorOf([&] { stored.save({"甲", {}, {}, {}, "xlsx"}); })->kind() == Error::Kind::Validation);
    CHECK(errorOf([&] { stored.save({"  ", {"name"}, {}, {}, "xlsx"}); })->kind() == Error::Kind::Validation);
    CHECK(stored.all().empty());
}

TEST_CASE("saving and removing a layout are undone like every change")
{
    const ExampleFile file;
    const auto application = file.open();
    ExportLayouts stored(application->session(), "members");
    session::ChangeHistory history(application->session());
    stored.save({"甲", {"name"}, {}, {}, "xlsx"});
    stored.save({"乙", {"code"}, {}, {}, "csv"});
    stored.remove("甲");
    REQUIRE(stored.all().size() == 1);
    history.undo(history.lastUndoable()->batch);
    CHECK(stored.all().size() == 2);
    history.undo(history.lastUndoable()->batch);
    REQUIRE(stored.all().size() == 1);
    CHECK(stored.all().front().name == "甲");
}

} // namespace mishutai::desk
