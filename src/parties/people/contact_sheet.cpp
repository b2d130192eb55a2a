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
    details.otherPhone = row.text("otherPhone");
    details.wechat = row.text("wechat");
    details.email = row.text("email");
    return PersonService(session).create(details);
}

/// What the row says and the register does not, or says otherwise, is newer; an empty cell says nothing of the person.
bool takeNewNumbers(session::Session &session, PersonId id, const office::SheetRow &row)
{
    PersonService service(session);
    Person person = service.get(id);
    const auto take = [&](const QString &key, QString &target) {
        if (!row.text(key).isEmpty())
            target = row.text(key);
    };
    const PersonDetails before = person.details;
    take("phone", person.details.phone);
    take("otherPhone", person.details.otherPhone);
    take("wechat", person.details.wechat);
    take("email", person.details.email);
    return person.details != before && service.update(id, person.revision, person.details);
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
        {"wechat", tr("微信"), {"微信号"}, false, tr("文字"), {}},
        {"email", tr("电子邮箱"), {"邮箱"}, false, tr("文字"), "name@example.cn"},
        {"salutation", tr("称谓"), {"称呼"}, false, tr("文字"), tr("王总")},
        {"department", tr("部门"), {"所在部门"}, false, tr("文字"), tr("办公室")},
        {"post", tr("职务"), {"岗位"}, false, tr("文字"), tr("总经理")},
        {"topics", tr("对接事项"), {"用途", "负责事项"}, false, tr("多个用；隔开：%1").arg(contactTopics().join(u'/')),
            tr("会费；活动")},
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
        rows.push_back({unit.code, unit.name, person.code, person.name, person.phone, person.wechat, person.email, d.salutation,
            d.department, d.post, office::listText(d.topics), office::flagText(d.isPrimary), office::isoText(d.fromOn),
            office::isoText(d.toOn), d.notes});
    }
    return rows;
}

office::RowOutcome ContactSheet::importRow(session::Session &session, const office::SheetRow &given)
{
    const office::SheetRow row = withPhonesApart(given, QStringLiteral("phone"), QStringLiteral("otherPhone"));
    const UnitId unit = requiredUnit(session, row);
    const std::optional<PersonId> known = linkedPerson(session, row);
    const bool hasNewNumbers = known && takeNewNumbers(session, *known, row);
    const PersonId person = known ? *known : registered(session, row);

    office::RowReader cells(row, session.clock().today());
    QDate fromOn;
    cells.date("fromOn", fromOn);
    const std::optional<Contact> stored = ContactRepository(session.database()).findByKey(unit, person, fromOn);
    ContactDetails details = stored ? stored->details : ContactDetails{unit, person, {}, {}, false, fromOn, {}, {}};
    cells.text("salutation", details.salutation);
    cells.text("department", details.department);
    cells.text("post", details.post);
    cells.list("topics", details.topics);
    cells.flag("isPrimary", details.isPrimary);
    cells.date("toOn", details.toOn);
    cells.text("notes", details.notes);
    cells.throwIfFaulty();
    const office::RowOutcome outcome = ContactService(session).put(details);
    return outcome == office::RowOutcome::Same && hasNewNumbers ? office::RowOutcome::Changed : outcome;
}

} // namespace mishutai::parties
