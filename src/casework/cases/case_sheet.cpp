#include "casework/cases/case_sheet.h"

#include "casework/cases/case_repository.h"
#include "casework/cases/case_service.h"
#include "office/sheets/inexact_cells.h"
#include "office/stored_quantity.h"
#include "parties/sheet_references.h"
#include "session/session.h"

#include <QCoreApplication>

namespace mishutai::casework {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Casework", text);
}

void readActivity(session::Session &session, office::RowReader &cells, std::optional<ActivityId> &target)
{
    if (!cells.row().has("activity"))
        return;
    const QString code = cells.row().text("activity");
    target = CaseRepository(session.database()).activityByCode(code);
    if (!target && !code.isEmpty())
        cells.fail("activity", "unknown", tr("没有编号为「%1」的活动").arg(code.left(40)));
}

void readOpenedOn(office::RowReader &cells, QDate today, CaseDetails &d)
{
    office::KnownDate date = office::KnownDate::around(d.openedOn, d.precision);
    office::readKnownDate(cells, "openedOn", today, office::DatePrecision::Year, date);
    d.openedOn = date.from;
    d.precision = date.precision;
}

void readDetails(session::Session &session, office::RowReader &cells, CaseDetails &d)
{
    cells.text("code", d.code);
    cells.choice("kind", caseKinds(), d.kind);
    cells.text("category", d.category);
    cells.text("title", d.title);
    cells.text("content", d.content);
    cells.text("source", d.source);
    parties::readUnit(session, cells, "issuer", d.issuer);
    cells.text("documentNumber", d.documentNumber);
    cells.choice("urgency", urgencies(), d.urgency);
    readActivity(session, cells, d.activity);
    parties::readPerson(session, cells, "handler", d.handler);
    readOpenedOn(cells, session.clock().today(), d);
    cells.date("dueOn", d.dueOn);
    cells.text("result", d.result);
    cells.text("feedback", d.feedback);
    cells.integer("satisfaction", d.satisfaction);
    office::readQuantity(cells, "quantity", d.quantity);
    cells.text("quantityUnit", d.quantityUnit);
    cells.yuan("amount", d.amount);
    cells.text("tags", d.tags);
    cells.text("notes", d.notes);
}

void readState(office::RowReader &cells, CaseState &state)
{
    std::optional<int> reopened = state.reopenedCount;
    cells.choice("status", caseStatuses(), state.status);
    cells.date("closedOn", state.closedOn);
    cells.date("extendedDueOn", state.extendedDueOn);
    cells.integer("reopenedCount", reopened);
    state.reopenedCount = reopened.value_or(0);
}

std::optional<Case> matched(session::Session &session, const office::SheetRow &row)
{
    const CaseService service(session);
    const QString code = row.text("code");
    if (!code.isEmpty())
        return service.findByCode(code);
    const auto date = office::KnownDate::parse(row.text("openedOn"), session.clock().today());
    return date ? service.findByDateAndTitle(date->from, row.text("title")) : std::nullopt;
}

QStringList cellsOf(const Case &record, const parties::LinkTexts &links, const CaseRepository &repository)
{
    using namespace office;
    const CaseDetails &d = record.details;
    const CaseState &state = record.state;
    return {d.code, caseKinds().label(d.kind), d.category, d.title, d.content, d.source, links.unitCode(d.issuer),
        d.documentNumber, urgencies().label(d.urgency), d.activity ? repository.activityCode(*d.activity) : QString(),
        links.personCode(d.handler), KnownDate::around(d.openedOn, d.precision).isoText(), isoText(d.dueOn),
        isoText(state.extendedDueOn), caseStatuses().label(state.status), isoText(state.closedOn), d.result, d.feedback,
        integerText(d.satisfaction), quantityText(d.quantity), d.quantityUnit, yuanText(d.amount),
        state.reopenedCount > 0 ? QString::number(state.reopenedCount) : QString(), d.tags, d.notes};
}

} // namespace

QString CaseSheet::title() const
{
    return tr("服务台账");
}

std::vector<office::SheetColumn> CaseSheet::columns() const
{
    const QString text = tr("文字");
    const QString date = tr("日期");
    return {
        {"code", tr("事项编号"), {"编号", "服务编号"}, false, tr("留空由程序编"), tr("服务-2021-012")},
        {"kind", tr("类型"), {"事项类型", "服务类型"}, false, caseKinds().labels(), tr("走访调研")},
        {"category", tr("类别"), {"问题类别"}, false, text, tr("意见反馈")},
        {"title", tr("事项"), {"事项名称", "服务内容", "问题"}, true, text, tr("上门咨询首批次政策")},
        {"content", tr("内容"), {"具体内容"}, false, text, {}},
        {"source", tr("来源"), {}, false, text, {}},
        {"issuer", tr("交办单位"), {"来文单位"}, false, tr("单位编号、信用代码或全称"), {}},
        {"documentNumber", tr("文号"), {}, false, text, {}},
        {"urgency", tr("紧急程度"), {}, false, urgencies().labels(), {}},
        {"activity", tr("关联活动"), {}, false, tr("活动编号"), {}},
        {"handler", tr("经办人"), {"责任人"}, false, tr("人员编号或姓名"), {}},
        {"openedOn", tr("受理日期"), {"日期", "时间", "登记日期"}, true, tr("日期，只知道月份的写2021-05"), "2021-05-14"},
        {"dueOn", tr("办理期限"), {"期限", "完成时限"}, false, date, {}},
        {"extendedDueOn", tr("延期至"), {}, false, date, {}},
        {"status", tr("状态"), {"办理状态"}, false, caseStatuses().labels(), tr("已办结")},
        {"closedOn", tr("办结日期"), {"销号日期", "完成日期"}, false, date, "2021-05-14"},
        {"result", tr("办理结果"), {"结果"}, false, text, {}},
        {"feedback", tr("反馈"), {"企业反馈", "评价"}, false, text, tr("好评")},
        {"satisfaction", tr("满意度"), {}, false, tr("1到5"), "5"},
        {"quantity", tr("数量"), {}, false, tr("数，可写35余、超过1000、X"), {}},
        {"quantityUnit", tr("计量单位"), {}, false, text, {}},
        {"amount", tr("金额（元）"), {}, false, tr("金额（元）"), {}},
        {"reopenedCount", tr("重开次数"), {}, false, tr("整数"), {}},
        {"tags", tr("标签"), {}, false, text, {}},
        {"notes", tr("备注"), {}, false, text, {}},
    };
}

std::vector<QStringList> CaseSheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    const parties::LinkTexts links(session);
    const CaseRepository repository(session.database());
    std::vector<QStringList> rows;
    for (const Case &record : repository.all())
        rows.push_back(cellsOf(record, links, repository));
    return rows;
}

office::RowOutcome CaseSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    const std::optional<Case> record = matched(session, row);
    CaseDetails details = record ? record->details : CaseDetails{};
    CaseState state = record ? record->state : CaseState{};
    office::RowReader cells(row, session.clock().today());
    readDetails(session, cells, details);
    readState(cells, state);
    cells.throwIfFaulty();
    CaseService service(session);
    if (!record) {
        service.open(details, state);
        return office::RowOutcome::Added;
    }
    const bool isChanged = service.update(record->id, record->revision, details, state);
    return isChanged ? office::RowOutcome::Changed : office::RowOutcome::Same;
}

} // namespace mishutai::casework
