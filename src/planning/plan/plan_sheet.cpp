#include "planning/plan/plan_sheet.h"

#include "office/sheets/inexact_cells.h"
#include "office/sheets/row_reader.h"
#include "office/stored_quantity.h"
#include "planning/plan/plan_service.h"
#include "session/session.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::planning {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Planning", text);
}

std::optional<PlanItem> match(const PlanService &service, const office::SheetRow &row)
{
    if (!row.text("code").isEmpty())
        return service.findByCode(row.text("code"));
    for (const PlanItem &item : service.items(row.text("year").toInt())) {
        if (item.details.title == row.text("title")
            && planKinds().parse(row.text("kind")).value_or(PlanKind::Target) == item.details.kind)
            return item;
    }
    return std::nullopt;
}

void readDecimal(office::RowReader &reader, const QString &key, std::optional<Decimal> &target)
{
    if (!reader.row().has(key))
        return;
    const QString text = reader.row().text(key);
    target = text.isEmpty() ? std::nullopt : Decimal::parse(text);
    if (!target && !text.isEmpty())
        reader.fail(key, "format", tr("「%1」不是数").arg(text));
}

void readRow(office::RowReader &reader, PlanItemDetails &d)
{
    std::optional<int> year = d.year;
    std::optional<int> line = d.lineNumber;
    reader.text("code", d.code);
    reader.integer("year", year);
    reader.integer("lineNumber", line);
    d.year = year.value_or(0);
    d.lineNumber = line.value_or(0);
    reader.choice("kind", planKinds(), d.kind);
    reader.text("section", d.section);
    reader.text("title", d.title);
    reader.text("metric", d.metric);
    reader.text("metricFilter", d.metricFilter);
    reader.choice("direction", directions(), d.direction);
    readDecimal(reader, "target", d.target);
    reader.wan("targetAmount", d.targetAmount);
    reader.text("unit", d.unit);
    office::readQuantityIn(reader, "baseline", d.unit, d.baseline);
    reader.wan("baselineAmount", d.baselineAmount);
    reader.date("dueOn", d.dueOn);
    reader.date("doneOn", d.doneOn);
    reader.text("notes", d.notes);
}

} // namespace

QString PlanSheet::key() const
{
    return "plan_items";
}

QString PlanSheet::title() const
{
    return tr("年度目标");
}

std::vector<office::SheetColumn> PlanSheet::columns() const
{
    return {
        {"code", tr("编号"), {}, false, tr("留空由程序编"), tr("目标-2022-01")},
        {"year", tr("年度"), {}, true, tr("四位年份"), "2022"},
        {"lineNumber", tr("序号"), {}, false, tr("同年同类中的顺序"), "1"},
        {"kind", tr("类型"), {}, false, planKinds().labels(), tr("目标")},
        {"section", tr("方面"), {}, false, {}, tr("壮大联盟组织")},
        {"title", tr("内容"), {tr("目标"), tr("事项")}, true, {}, tr("发展新增会员")},
        {"metric", tr("对应指标"), {}, false, tr("指标名，见 mishutai-cli metrics"), "members.joined"},
        {"metricFilter", tr("指标条件"), {}, false, tr("名称=值，逗号分隔"), {}},
        {"direction", tr("方式"), {}, false, directions().labels(), tr("不少于")},
        {"target", tr("目标值"), {}, false, tr("数"), "50"},
        {"targetAmount", tr("目标金额（万元）"), {}, false, tr("金额（万元）"), "15"},
        {"unit", tr("计量单位"), {tr("单位")}, false, {}, tr("家")},
        {"baseline", tr("上年值"), {tr("基数")}, false, tr("数，可写 1200余、X"), "127"},
        {"baselineAmount", tr("上年金额（万元）"), {}, false, tr("金额（万元）"), "8.103169"},
        {"dueOn", tr("完成期限"), {}, false, tr("日期"), "2022-12-31"},
        {"doneOn", tr("完成日期"), {}, false, tr("日期"), {}},
        {"notes", tr("备注"), {}, false, {}, {}},
    };
}

std::vector<QStringList> PlanSheet::exportRows(session::Session &session) const
{
    std::vector<QStringList> rows;
    for (const PlanItem &item : PlanService(session).items(0)) {
        const PlanItemDetails &d = item.details;
        rows.push_back({d.code, QString::number(d.year), QString::number(d.lineNumber), planKinds().label(d.kind), d.section,
            d.title, d.metric, d.metricFilter, directions().label(d.direction), d.target ? d.target->text() : QString(),
            office::wanText(d.targetAmount), d.unit, office::quantityText(d.baseline), office::wanText(d.baselineAmount),
            office::isoText(d.dueOn), office::isoText(d.doneOn), d.notes});
    }
    std::ranges::sort(rows, [](const QStringList &a, const QStringList &b) { return a.front() < b.front(); });
    return rows;
}

office::RowOutcome PlanSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    office::RowReader reader(row, session.clock().today());
    PlanService service(session);
    const auto known = match(service, row);
    PlanItemDetails details = known ? known->details : PlanItemDetails();
    readRow(reader, details);
    reader.throwIfFaulty();
    if (!known) {
        service.add(details);
        return office::RowOutcome::Added;
    }
    return service.update(known->id, known->revision, details) ? office::RowOutcome::Changed : office::RowOutcome::Same;
}

} // namespace mishutai::planning
