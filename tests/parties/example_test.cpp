#include "base/chinese/credit_code.h"
#include "parties/people/contact_sheet.h"
#include "parties/people/person_sheet.h"
#include "parties/unit_facts/unit_fact_sheets.h"
#include "parties/units/unit_sheet.h"
#include "parties_cases.h"

#include <QFile>

using namespace mishutai;
using namespace mishutai::parties;
using mishutai::test::TestSession;

namespace {

QString carried(const QString &name)
{
    QFile file(":/resources/examples/alliance-2021/" + name + ".csv");
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("the example is not carried");
    return QString::fromUtf8(file.readAll());
}

} // namespace

TEST_CASE("the example's parties are whole and plainly fictitious", "[parties]")
{
    TestSession file;
    UnitSheet units;
    PersonSheet people;
    ContactSheet contacts;
    UnitRoleSheet roles;
    QualificationSheet qualifications;
    for (office::RecordSheet *kind :
        std::initializer_list<office::RecordSheet *>{&units, &people, &contacts, &roles, &qualifications}) {
        INFO(kind->key().toStdString());
        const office::ImportResult result = import(file, *kind, carried(kind->key()));
        CHECK(faultsOf(result).isEmpty());
        CHECK(result.added > 0);
    }
    const db::Database &database = file.database();
    CHECK(ask(database, "SELECT cast(count(*) AS text) AS x FROM v_unit_roles WHERE role = 'LIAISON'") == "4");
    CHECK(ask(database, "SELECT name AS x FROM units WHERE code = '单位-0205'") == "市经信局新材料产业处");
    // A unit with a credit code is one of the example's own, and the code has no region that exists.
    CHECK(ask(database,
              "SELECT cast(count(*) AS text) AS x FROM units WHERE credit_code IS NOT NULL AND "
              "(name NOT LIKE '示例%' OR substr(credit_code, 3, 6) <> '000000')")
        == "0");
    CHECK(ask(database, "SELECT cast(count(*) AS text) AS x FROM people WHERE name NOT LIKE '示例%' OR phone NOT LIKE '1380000%'")
        == "0");
    CHECK(ask(database,
              "SELECT cast(count(*) AS text) AS x FROM units AS u WHERE u.code <= '单位-0127' AND NOT EXISTS "
              "(SELECT 1 FROM v_unit_contact AS c WHERE c.unit_id = u.id AND c.phone IS NOT NULL)")
        == "0");
}
