#include "members/member_level_sheet.h"
#include "members/member_sheet.h"
#include "members/posts/member_post_sheet.h"
#include "members_cases.h"
#include "office/office_sheets.h"
#include "parties/people/contact_sheet.h"
#include "parties/people/person_sheet.h"
#include "parties/unit_facts/unit_fact_sheets.h"
#include "parties/units/unit_sheet.h"
#include "tables/table_writer.h"

#include <QFile>

using namespace mishutai;
using namespace mishutai::members;
using mishutai::test::TestSession;

namespace {

/// All kinds of parties and members, in the order in which a data set is read.
struct Kinds {
    office::OfficeSheet office;
    office::TermSheet terms;
    parties::UnitSheet units;
    parties::PersonSheet people;
    parties::ContactSheet contacts;
    parties::UnitRoleSheet roles;
    parties::QualificationSheet qualifications;
    MemberSheet members;
    MemberLevelSheet levels;
    MemberPostSheet posts;
    std::vector<office::RecordSheet *> all{
        &office, &terms, &units, &people, &contacts, &roles, &qualifications, &members, &levels, &posts};
};

QByteArray carried(const QString &name)
{
    QFile file(":/resources/examples/alliance-2021/" + name + ".csv");
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("the example is not carried");
    return file.readAll();
}

QByteArray exported(session::Session &session, const office::RecordSheet &kind)
{
    tables::Table table{kind.title(), {}, kind.exportRows(session)};
    for (const office::SheetColumn &column : kind.columns())
        table.columns.push_back({column.title});
    return tables::TableWriter::csv(table, tables::CsvOptions::dataSet());
}

} // namespace

TEST_CASE("the example holds 127 members at the end of 2021 and 43 a year before", "[members]")
{
    TestSession file;
    Kinds kinds;
    for (office::RecordSheet *kind : kinds.all) {
        INFO(kind->key().toStdString());
        CHECK(faultsOf(import(file, *kind, QString::fromUtf8(carried(kind->key())))).isEmpty());
    }
    const db::Database &database = file.database();
    CHECK(membersAsOf(database, "2021-12-31") == 127);
    CHECK(membersAsOf(database, "2020-12-31") == 43);
    CHECK(ask(database,
              "SELECT cast(count(*) AS text) AS x FROM v_memberships WHERE joined_on BETWEEN '2021-01-01' AND '2021-12-31'")
        == "84");
    CHECK(ask(database, "SELECT cast(count(*) AS text) AS x FROM v_memberships WHERE left_on IS NOT NULL") == "0");
    CHECK(ask(database,
              "SELECT cast(count(*) AS text) AS x FROM v_memberships WHERE registered_on <= '2021-12-31' "
              "AND has_licence = 1 AND has_field = 1 AND has_contact = 1")
        == "127");
    CHECK(ask(database, "SELECT cast(count(*) AS text) AS x FROM v_member_posts WHERE from_on <= '2021-05-14'") == "26");
}

TEST_CASE("the example is written again byte for byte", "[members]")
{
    TestSession first;
    Kinds kinds;
    for (office::RecordSheet *kind : kinds.all)
        import(first, *kind, QString::fromUtf8(carried(kind->key())));
    TestSession second;
    for (office::RecordSheet *kind : kinds.all) {
        INFO(kind->key().toStdString());
        const QByteArray bytes = exported(first, *kind);
        CHECK(bytes == carried(kind->key()));
        const office::ImportResult result = import(second, *kind, QString::fromUtf8(bytes));
        CHECK(faultsOf(result).isEmpty());
        CHECK(exported(second, *kind) == bytes);
    }
}
