#include "parties/people/contact_sheet.h"

#include "office/sheets/row_reader.h"
#include "parties/people/contact_repository.h"
#include "parties/people/contact_service.h"
#include "parties/people/person_repository.h"
#include "parties/people/person_service.h"
#include "parties/sheet_links.h"
#include "parties/units/unit_repository.h"
#include "session/session.h"

#include <QCoreApplication>

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

PersonId registered(session::Session &session, const office::SheetRow &row)
{
    if (row.text("personName").isEmpty())
        throw faultOf("personName", "required", tr("请填写人员编号或姓名"));
    PersonDetails details;
    details.name = row.text("personName");
    details.phone = row.text("phone");
    return PersonService(session).create(details);
}

/// A number in the row that differs from the registered one is newer.
bool takeNewPhone(session::Session &session, PersonId id, const office::SheetRow &row)
{
    PersonService service(session);
    Person person = service.get(id);
    if (row.text("phone").isEmpty())
        return false;
    person.details.phone = row.text("phone");
    return service.update(id, person.revision, person.details);
}

} // namespace

QString ContactSheet::title() const
{
    return tr("联系人");
}

std::vector<office::SheetColumn> ContactSheet::columns() const
{
    std::vector<office::SheetColumn> columns = unitLinkColumns();
    for (const office::SheetColumn &column : personLinkColumns())
        columns.push_back(column);
    const std::vector<office::SheetColumn> own{
        {"phone", tr("电话"), {"手机", "手机号", "联系电话", "联系方式"}, false, tr("电话"), "13800000000"},
        {"post", tr("职务"), {}, false, tr("文字"), tr("总经理")},
        {"purpose", tr("用途"), {}, false, tr("文字"), tr("日常联络")},
        {"isPrimary", tr("首要联系人"), {}, false, tr("是/否"), "是"},
        {"fromOn", tr("起始日期"), {}, false, tr("日期"), "2021-01-01"},
        {"toOn", tr("终止日期"), {}, false, tr("日期，当天起不再是联系人"), {}},
        {"notes", tr("备注"), {}, false, tr("文字"), {}},
    };
    columns.insert(columns.end(), own.begin(), own.end());
    return columns;
}

std::vector<QStringList> ContactSheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    const UnitRepository units(session.database());
    const PersonRepository people(session.database());
    std::vector<QStringList> rows;
    for (const Contact &contact : ContactRepository(session.database()).all()) {
        const ContactDetails &d = contact.details;
        const UnitDetails unit = units.find(d.unit).value().details;
        const PersonDetails person = people.find(d.person).value().details;
        rows.push_back({unit.code, unit.name, person.code, person.name, person.phone, d.post, d.purpose,
            office::flagText(d.isPrimary), office::isoText(d.fromOn), office::isoText(d.toOn), d.notes});
    }
    return rows;
}

office::RowOutcome ContactSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    const UnitId unit = requiredUnit(session, row);
    const std::optional<PersonId> known = linkedPerson(session, row);
    const bool hasNewPhone = known && takeNewPhone(session, *known, row);
    const PersonId person = known ? *known : registered(session, row);

    office::RowReader cells(row, session.clock().today());
    QDate fromOn;
    cells.date("fromOn", fromOn);
    const std::optional<Contact> stored = ContactRepository(session.database()).findByKey(unit, person, fromOn);
    ContactDetails details = stored ? stored->details : ContactDetails{unit, person, {}, {}, false, fromOn, {}, {}};
    cells.text("post", details.post);
    cells.text("purpose", details.purpose);
    cells.flag("isPrimary", details.isPrimary);
    cells.date("toOn", details.toOn);
    cells.text("notes", details.notes);
    cells.throwIfFaulty();
    const office::RowOutcome outcome = ContactService(session).put(details);
    return outcome == office::RowOutcome::Same && hasNewPhone ? office::RowOutcome::Changed : outcome;
}

} // namespace mishutai::parties
