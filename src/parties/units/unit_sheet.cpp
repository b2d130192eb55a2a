#include "parties/units/unit_sheet.h"
#include "parties/duplicates/name_key.h"

#include "base/chinese/credit_code.h"
#include "office/custom_fields/own_cells.h"
#include "parties/sheet_links.h"
#include "parties/units/unit_columns.h"
#include "parties/units/unit_repository.h"
#include "parties/units/unit_service.h"
#include "session/session.h"

#include <QCoreApplication>
#include <QHash>

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

std::optional<Unit> matched(const UnitService &service, const office::SheetRow &row)
{
    const QString code = row.text("code");
    if (!code.isEmpty()) {
        std::optional<Unit> unit = service.findByCode(code);
        if (unit && unit->details.code != code)
            throw faultOf("code", "merged", tr("%1已并入「%2」，请改用编号%3").arg(code, unit->details.name, unit->details.code));
        return unit;
    }
    const QString creditCode = normalizedCreditCode(row.text("creditCode"));
    if (!creditCode.isEmpty()) {
        if (const std::optional<Unit> unit = service.findByCreditCode(creditCode))
            return unit;
    }
    for (const Unit &unit : service.findByName(row.text("name"))) {
        const bool isAnother = !creditCode.isEmpty() && !unit.details.creditCode.isEmpty();
        if (withWideBrackets(unit.details.name) == withWideBrackets(row.text("name")) && !isAnother)
            return unit;
    }
    return std::nullopt;
}

} // namespace

QString UnitSheet::title() const
{
    return tr("单位");
}

std::vector<office::SheetColumn> UnitSheet::columns() const
{
    return unitColumns();
}

std::vector<QStringList> UnitSheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    const std::vector<Unit> units = UnitRepository(session.database()).all();
    QHash<qint64, QString> codes;
    for (const Unit &unit : units)
        codes.insert(unit.id.value(), unit.details.code);
    const office::OwnCells own(session, office::CustomOwner::Unit);
    std::vector<QStringList> rows;
    rows.reserve(units.size());
    for (const Unit &unit : units) {
        rows.push_back(unitCells(unit.details, unit.details.parent ? codes.value(unit.details.parent->value()) : QString()));
        rows.back() << own.of(unit.id.value());
    }
    return rows;
}

std::vector<office::CustomOwner> UnitSheet::ownFields() const
{
    return {office::CustomOwner::Unit};
}

QStringList UnitSheet::keyOf(session::Session &session, const office::SheetRow &row) const
{
    const std::optional<Unit> unit = matched(UnitService(session), row);
    return {unit ? unit->details.code : QString()};
}

std::optional<FieldError> UnitSheet::alikeFault(session::Session &session, const office::SheetRow &row)
{
    if (matched(UnitService(session), row))
        return std::nullopt;
    UnitDetails details;
    office::RowReader cells(row, session.clock().today());
    readUnitCells(cells, details);
    QStringList otherNames = details.aliases;
    if (!details.shortName.isEmpty())
        otherNames << details.shortName;
    return m_likeness.ofUnit(session, {details.name, details.creditCode, otherNames, {}}, QStringLiteral("name"), row.number);
}

office::RowOutcome UnitSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    UnitService service(session);
    const std::optional<Unit> unit = matched(service, row);
    UnitDetails details = unit ? unit->details : UnitDetails{};
    office::RowReader cells(row, session.clock().today());
    readUnitCells(cells, details);
    if (unit && details.code.isEmpty())
        details.code = unit->details.code;
    cells.throwIfFaulty();
    if (!unit)
        proposeKind(row, details);

    const QString parent = row.text("parent");
    const std::optional<UnitId> parentId = service.resolve(parent);
    if (row.has("parent"))
        details.parent = parentId;
    const UnitId id = unit ? unit->id : service.create(details);
    bool isChanged = unit && service.update(unit->id, unit->revision, details);
    isChanged
        = office::takeOwnCells(session, session::Operation::UnitEdit, office::CustomOwner::Unit, id.value(), row) || isChanged;
    if (!parent.isEmpty() && !parentId)
        m_pendingParents.push_back({id, parent, row.number});
    if (!unit)
        return office::RowOutcome::Added;
    return isChanged ? office::RowOutcome::Changed : office::RowOutcome::Same;
}

void UnitSheet::finishImport(session::Session &session)
{
    UnitService service(session);
    const std::vector<PendingParent> pending = std::exchange(m_pendingParents, {});
    for (const PendingParent &each : pending) {
        Unit unit = service.get(each.unit);
        unit.details.parent = service.resolve(each.parent);
        if (!unit.details.parent)
            throw Error(Error::Kind::Validation, tr("没有找到上级单位「%1」").arg(each.parent.left(80)), {},
                tr("请先登记上级单位，或清空这一格"))
                .withPlace({{}, each.row, 0, tr("上级单位")});
        service.update(unit.id, unit.revision, unit.details);
    }
}

} // namespace mishutai::parties
