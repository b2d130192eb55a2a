#include "parties/people/person_sheet.h"

#include "office/sheets/row_reader.h"
#include "parties/people/person_repository.h"
#include "parties/people/person_service.h"
#include "parties/sheet_links.h"
#include "session/session.h"

#include <QCoreApplication>

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

office::SheetRow phonesApart(const office::SheetRow &row)
{
    return withPhonesApart(row, QStringLiteral("phone"), QStringLiteral("otherPhone"));
}

std::optional<Person> matched(const PersonService &service, const office::SheetRow &given)
{
    const office::SheetRow row = phonesApart(given);
    const QString code = row.text("code");
    if (!code.isEmpty())
        return service.findByCode(code);
    const QString phone = row.text("phone");
    if (!phone.isEmpty())
        return service.findByNameAndPhone(row.text("name"), phone);
    for (const Person &person : service.findByName(row.text("name"))) {
        if (person.details.phone.isEmpty())
            return person;
    }
    return std::nullopt;
}

void readCells(office::RowReader &cells, PersonDetails &d)
{
    cells.text("code", d.code);
    cells.text("name", d.name);
    cells.choice("gender", genders(), d.gender);
    cells.text("phone", d.phone);
    cells.text("otherPhone", d.otherPhone);
    cells.text("email", d.email);
    cells.text("wechat", d.wechat);
    cells.text("title", d.title);
    cells.text("politicalStatus", d.politicalStatus);
    cells.flag("isExpert", d.isExpert);
    cells.text("expertise", d.expertise);
    cells.text("tags", d.tags);
    cells.text("notes", d.notes);
}

} // namespace

QString PersonSheet::title() const
{
    return tr("人员");
}

std::vector<office::SheetColumn> PersonSheet::columns() const
{
    const QString text = tr("文字");
    return {
        {"code", tr("人员编号"), {}, false, text, "人员-0001"},
        {"name", tr("姓名"), {"人员姓名"}, true, text, "示例甲"},
        {"gender", tr("性别"), {}, false, genders().labels(), "女"},
        {"phone", tr("电话"), {"手机", "手机号", "手机号码", "联系电话", "联系方式"}, false, tr("电话"), "13800000000"},
        {"otherPhone", tr("其他电话"), {"座机", "办公电话"}, false, tr("电话"), "028-85550123"},
        {"email", tr("电子邮箱"), {"邮箱"}, false, text, "name@example.cn"},
        {"wechat", tr("微信"), {"微信号"}, false, text, {}},
        {"title", tr("职称"), {}, false, text, tr("教授")},
        {"politicalStatus", tr("政治面貌"), {}, false, text, tr("中共党员")},
        {"isExpert", tr("是否专家"), {"专家"}, false, tr("是/否"), "否"},
        {"expertise", tr("专长"), {"专业领域"}, false, text, {}},
        {"tags", tr("标签"), {}, false, text, {}},
        {"notes", tr("备注"), {}, false, text, {}},
    };
}

std::vector<QStringList> PersonSheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    std::vector<QStringList> rows;
    for (const Person &person : PersonRepository(session.database()).all()) {
        const PersonDetails &d = person.details;
        rows.push_back({d.code, d.name, genders().label(d.gender), d.phone, d.otherPhone, d.email, d.wechat, d.title,
            d.politicalStatus, office::flagText(d.isExpert), d.expertise, d.tags, d.notes});
    }
    return rows;
}

QStringList PersonSheet::keyOf(session::Session &session, const office::SheetRow &row) const
{
    const std::optional<Person> person = matched(PersonService(session), row);
    return {person ? person->details.code : QString()};
}

std::optional<FieldError> PersonSheet::alikeFault(session::Session &session, const office::SheetRow &given)
{
    const office::SheetRow row = phonesApart(given);
    if (matched(PersonService(session), row))
        return std::nullopt;
    return m_likeness.ofPerson(
        session, row.text("name"), {row.text("phone"), row.text("otherPhone")}, QStringLiteral("name"), row.number);
}

office::RowOutcome PersonSheet::importRow(session::Session &session, const office::SheetRow &given)
{
    const office::SheetRow row = phonesApart(given);
    PersonService service(session);
    const std::optional<Person> person = matched(service, row);
    PersonDetails details = person ? person->details : PersonDetails{};
    office::RowReader cells(row, session.clock().today());
    readCells(cells, details);
    cells.throwIfFaulty();
    if (!person) {
        service.create(details);
        return office::RowOutcome::Added;
    }
    return service.update(person->id, person->revision, details) ? office::RowOutcome::Changed : office::RowOutcome::Same;
}

} // namespace mishutai::parties
