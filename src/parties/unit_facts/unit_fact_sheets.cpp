#include "parties/unit_facts/unit_fact_sheets.h"

#include "base/text/amount_text.h"
#include "office/sheets/inexact_cells.h"
#include "office/sheets/row_reader.h"
#include "office/stored_quantity.h"
#include "parties/sheet_links.h"
#include "parties/unit_facts/unit_fact_repository.h"
#include "parties/unit_facts/unit_fact_service.h"
#include "parties/units/unit_repository.h"
#include "session/session.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::parties {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Parties", text);
}

std::vector<office::SheetColumn> withUnit(const std::vector<office::SheetColumn> &own)
{
    std::vector<office::SheetColumn> columns = unitLinkColumns();
    columns.insert(columns.end(), own.begin(), own.end());
    return columns;
}

/// One row a fact; `cellsOf` gives what stands right of the unit's code and name.
template <class Details, class CellsOf>
std::vector<QStringList> rowsOf(session::Session &session, const std::vector<UnitFact<Details>> &facts, const CellsOf &cellsOf)
{
    const UnitRepository units(session.database());
    std::vector<QStringList> rows;
    for (const UnitFact<Details> &fact : facts) {
        const UnitDetails unit = units.find(fact.details.unit).value().details;
        rows.push_back(QStringList{unit.code, unit.name} + cellsOf(fact.details));
    }
    return rows;
}

/// The stored details with the key of `details`, so that columns which the sheet lacks keep their values.
template <class Details, class HasSameKey>
Details storedOr(const std::vector<UnitFact<Details>> &facts, const Details &details, const HasSameKey &hasSameKey)
{
    const auto found = std::ranges::find_if(facts, [&](const auto &fact) { return hasSameKey(fact.details); });
    return found == facts.end() ? details : found->details;
}

/// "2000.00" where exact, else as worded: "约2000".
QString yuanText(const std::optional<Quantity> &figure)
{
    const bool isExact = figure && figure->qualifier() == Qualifier::Exact;
    return isExact ? office::yuanText(Money::fromFen(figure->value()->micro() / 10'000)) : office::quantityText(figure);
}

/// An amount in any of the spellings of money, or worded.
void readYuan(office::RowReader &cells, const QString &key, std::optional<Quantity> &target)
{
    if (const std::optional<Money> exact = parseAmountInYuan(cells.row().text(key))) {
        target = yuanOf(*exact);
        return;
    }
    office::readQuantityIn(cells, key, QStringLiteral("元"), target);
}

} // namespace

QString UnitRoleSheet::title() const
{
    return tr("单位身份");
}

std::vector<office::SheetColumn> UnitRoleSheet::columns() const
{
    return withUnit({
        {"role", tr("身份"), {"角色"}, true, unitRoleKinds().labels(), "政府联系"},
        {"fromOn", tr("起始日期"), {}, false, tr("日期"), "2021-01-01"},
        {"toOn", tr("终止日期"), {}, false, tr("日期，当天起不再是"), {}},
        {"note", tr("说明"), {"备注"}, false, tr("文字"), {}},
    });
}

std::vector<QStringList> UnitRoleSheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    return rowsOf(session, UnitFactRepository(session.database()).roles(), [](const UnitRoleDetails &d) {
        return QStringList{unitRoleKinds().label(d.role), office::isoText(d.fromOn), office::isoText(d.toOn), d.note};
    });
}

office::RowOutcome UnitRoleSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    UnitRoleDetails key{requiredUnit(session, row), UnitRoleKind::Partner, {}, {}, {}};
    office::RowReader cells(row, session.clock().today());
    cells.choice("role", unitRoleKinds(), key.role);
    cells.date("fromOn", key.fromOn);
    UnitFactService service(session);
    UnitRoleDetails details = storedOr(service.roles(key.unit), key,
        [&](const UnitRoleDetails &other) { return other.role == key.role && other.fromOn == key.fromOn; });
    cells.date("toOn", details.toOn);
    cells.text("note", details.note);
    if (row.text("role").isEmpty())
        cells.fail("role", "required", tr("请填写身份"));
    cells.throwIfFaulty();
    return service.put(details);
}

QString QualificationSheet::title() const
{
    return tr("单位资质");
}

std::vector<office::SheetColumn> QualificationSheet::columns() const
{
    return withUnit({
        {"kind", tr("资质类别"), {"资质"}, true, qualificationKinds().labels(), "高新技术企业"},
        {"title", tr("资质名称"), {}, false, tr("文字"), {}},
        {"level", tr("级别"), {}, false, qualificationLevels().labels(), "省级"},
        {"awardedOn", tr("认定日期"), {"认定时间"}, true, tr("日期"), "2020-12-01"},
        {"expiresOn", tr("失效日期"), {"有效期至"}, false, tr("日期，当天起失效"), {}},
        {"batch", tr("批次"), {}, false, tr("文字"), {}},
        {"certificateNo", tr("证书编号"), {}, false, tr("文字"), {}},
        {"notes", tr("备注"), {}, false, tr("文字"), {}},
    });
}

std::vector<QStringList> QualificationSheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    return rowsOf(session, UnitFactRepository(session.database()).qualifications(), [](const QualificationDetails &d) {
        return QStringList{qualificationKinds().label(d.kind), d.title, qualificationLevels().label(d.level),
            office::isoText(d.awardedOn), office::isoText(d.expiresOn), d.batch, d.certificateNo, d.notes};
    });
}

office::RowOutcome QualificationSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    QualificationDetails key{requiredUnit(session, row), QualificationKind::Other, {}, {}, {}, {}, {}, {}};
    office::RowReader cells(row, session.clock().today());
    cells.choice("kind", qualificationKinds(), key.kind);
    cells.text("title", key.title);
    cells.date("awardedOn", key.awardedOn);
    UnitFactService service(session);
    QualificationDetails details = storedOr(service.qualifications(key.unit), key, [&](const QualificationDetails &other) {
        return other.kind == key.kind && other.title == key.title && other.awardedOn == key.awardedOn;
    });
    cells.choice("level", qualificationLevels(), details.level);
    cells.date("expiresOn", details.expiresOn);
    cells.text("batch", details.batch);
    cells.text("certificateNo", details.certificateNo);
    cells.text("notes", details.notes);
    cells.throwIfFaulty();
    return service.put(details);
}

QString UnitYearSheet::title() const
{
    return tr("单位年度数据");
}

std::vector<office::SheetColumn> UnitYearSheet::columns() const
{
    const QString yuan = tr("金额（元），可带约、近、余、超过，不知道的写X");
    const QString count = tr("整数，可带约、近、余、超过，不知道的写X");
    return withUnit({
        {"year", tr("年度"), {"年份"}, true, tr("年份"), "2021"},
        {"stage", tr("数据性质"), {}, false, figureStages().labels(), "实际"},
        {"output", tr("产值（元）"), {}, false, yuan, {}},
        {"revenue", tr("营业收入（元）"), {}, false, yuan, {}},
        {"tax", tr("纳税（元）"), {}, false, yuan, {}},
        {"exports", tr("出口（元）"), {}, false, yuan, {}},
        {"employees", tr("员工总数"), {}, false, count, {}},
        {"technicalStaff", tr("科技人员数"), {}, false, count, {}},
        {"source", tr("来源"), {}, false, tr("文字"), {}},
    });
}

std::vector<QStringList> UnitYearSheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    return rowsOf(session, UnitFactRepository(session.database()).years(), [](const UnitYearDetails &d) {
        return QStringList{QString::number(d.year), figureStages().label(d.stage), yuanText(d.output), yuanText(d.revenue),
            yuanText(d.tax), yuanText(d.exports), office::quantityText(d.employees), office::quantityText(d.technicalStaff),
            d.source};
    });
}

office::RowOutcome UnitYearSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    UnitYearDetails key{requiredUnit(session, row), 0, FigureStage::Actual, {}, {}, {}, {}, {}, {}, {}};
    office::RowReader cells(row, session.clock().today());
    std::optional<int> year;
    cells.integer("year", year);
    key.year = year.value_or(0);
    cells.choice("stage", figureStages(), key.stage);
    UnitFactService service(session);
    UnitYearDetails details = storedOr(service.years(key.unit), key,
        [&](const UnitYearDetails &other) { return other.year == key.year && other.stage == key.stage; });
    readYuan(cells, "output", details.output);
    readYuan(cells, "revenue", details.revenue);
    readYuan(cells, "tax", details.tax);
    readYuan(cells, "exports", details.exports);
    office::readQuantityIn(cells, "employees", QStringLiteral("人"), details.employees);
    office::readQuantityIn(cells, "technicalStaff", QStringLiteral("人"), details.technicalStaff);
    cells.text("source", details.source);
    cells.throwIfFaulty();
    return service.put(details);
}

} // namespace mishutai::parties
