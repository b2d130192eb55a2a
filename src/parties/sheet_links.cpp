#include "parties/sheet_links.h"

#include "base/chinese/phone.h"
#include "parties/field_rules.h"
#include "parties/people/person_service.h"
#include "parties/units/unit_service.h"

#include <QCoreApplication>

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

/// resolve() knows no column; the field is added here.
template <class Service> auto resolved(const Service &service, const QString &field, const QString &reference)
{
    try {
        return service.resolve(reference);
    } catch (const Error &error) {
        if (error.kind() != Error::Kind::Validation)
            throw;
        throw faultOf(field, "ambiguous", error.problem() + tr("，") + error.remedy());
    }
}

template <class IdType> IdType found(const std::optional<IdType> &id, const QString &field, const QString &message)
{
    if (!id)
        throw faultOf(field, "unknown", message);
    return *id;
}

} // namespace

std::vector<office::SheetColumn> unitLinkColumns()
{
    return {
        {"unitCode", tr("单位编号"), {}, false, tr("已登记单位的编号"), "单位-0001"},
        {"unitName", tr("单位全称"), {"单位名称", "单位", "企业名称"}, false, tr("没有编号时按信用代码或全称查找"), {}},
    };
}

std::vector<office::SheetColumn> personLinkColumns()
{
    return {
        {"personCode", tr("人员编号"), {}, false, tr("已登记人员的编号"), "人员-0001"},
        {"personName", tr("姓名"), {"联系人"}, false, tr("没有编号时按姓名和电话查找"), {}},
    };
}

std::optional<UnitId> linkedUnit(session::Session &session, const office::SheetRow &row)
{
    const UnitService service(session);
    const QString code = row.text("unitCode");
    const QString name = row.text("unitName");
    if (!code.isEmpty())
        return found(resolved(service, "unitCode", code), "unitCode", tr("没有编号为「%1」的单位").arg(code.left(40)));
    if (!name.isEmpty())
        return found(
            resolved(service, "unitName", name), "unitName", tr("单位库里没有「%1」，请先登记该单位").arg(name.left(80)));
    return std::nullopt;
}

UnitId requiredUnit(session::Session &session, const office::SheetRow &row)
{
    const QString field = row.has("unitCode") ? "unitCode" : "unitName";
    return found(linkedUnit(session, row), field, tr("请填写单位编号或单位全称"));
}

std::optional<PersonId> linkedPerson(session::Session &session, const office::SheetRow &row)
{
    const PersonService service(session);
    const QString code = row.text("personCode");
    const QString name = row.text("personName");
    if (!code.isEmpty())
        return found(resolved(service, "personCode", code), "personCode", tr("没有编号为「%1」的人员").arg(code.left(40)));
    const QString phone = row.text("phone");
    if (!phone.isEmpty()) {
        const std::optional<Person> person = service.findByNameAndPhone(name, phone);
        return person ? std::optional<PersonId>(person->id) : std::nullopt;
    }
    return resolved(service, "personName", name);
}

office::SheetRow withPhonesApart(office::SheetRow row, const QString &key, const QString &otherKey)
{
    const auto phones = twoPhones(row.text(key));
    const QString other = tidiedPhone(row.text(otherKey));
    if (!phones || (!other.isEmpty() && other != phones->second))
        return row;
    row.cells.insert(key, phones->first);
    row.cells.insert(otherKey, phones->second);
    return row;
}

Error faultOf(const QString &field, const QString &code, const QString &message)
{
    Error error(Error::Kind::Validation, message);
    error.withFields({{field, code, message}});
    return error;
}

} // namespace mishutai::parties
