#include "casework/steps/step_sheet.h"

#include "casework/case_link.h"
#include "casework/steps/step_repository.h"
#include "casework/steps/step_service.h"
#include "office/sheets/row_reader.h"
#include "parties/sheet_references.h"
#include "session/session.h"

#include <QCoreApplication>

namespace mishutai::casework {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Casework", text);
}

} // namespace

QString CaseStepSheet::title() const
{
    return tr("办理记录");
}

std::vector<office::SheetColumn> CaseStepSheet::columns() const
{
    std::vector<office::SheetColumn> columns = caseLinkColumns();
    const std::vector<office::SheetColumn> own{
        {"lineNumber", tr("记录序号"), {}, false, tr("整数，留空排在最后"), "1"},
        {"onDate", tr("日期"), {tr("时间")}, true, tr("日期"), "2021-06-10"},
        {"kind", tr("记录类型"), {tr("类型")}, false, stepKinds().labels(), tr("外出对接")},
        {"content", tr("办理情况"), {tr("内容")}, false, tr("文字"), {}},
        {"person", tr("办理人"), {tr("经办人")}, false, tr("人员编号或姓名"), {}},
        {"unit", tr("对方单位"), {tr("单位")}, false, tr("单位编号、信用代码或全称"), "单位-0210"},
        {"dueOn", tr("期限"), {}, false, tr("日期，节点和延期才填"), {}},
        {"doneOn", tr("完成日期"), {}, false, tr("日期"), {}},
    };
    columns.insert(columns.end(), own.begin(), own.end());
    return columns;
}

std::vector<QStringList> CaseStepSheet::exportRows(session::Session &session) const
{
    session.require(exportOperation());
    const parties::LinkTexts links(session);
    std::vector<QStringList> rows;
    for (const Step &step : StepRepository(session.database()).all()) {
        const StepDetails &d = step.details;
        rows.push_back(caseLinkTexts(session, step.caseId)
            + QStringList{QString::number(d.lineNumber), office::isoText(d.onDate), stepKinds().label(d.kind), d.content,
                links.personCode(d.person), links.unitCode(d.unit), office::isoText(d.dueOn), office::isoText(d.doneOn)});
    }
    return rows;
}

office::RowOutcome CaseStepSheet::importRow(session::Session &session, const office::SheetRow &row)
{
    const CaseId caseId = linkedCase(session, row);
    office::RowReader cells(row, session.clock().today());
    std::optional<int> line;
    cells.integer("lineNumber", line);
    const StepRepository repository(session.database());
    const std::optional<Step> known = line ? repository.findByLine(caseId, *line) : std::nullopt;
    StepDetails details = known ? known->details : StepDetails{};
    details.lineNumber = line.value_or(0);
    cells.date("onDate", details.onDate);
    cells.choice("kind", stepKinds(), details.kind);
    cells.text("content", details.content);
    parties::readPerson(session, cells, "person", details.person);
    parties::readUnit(session, cells, "unit", details.unit);
    cells.date("dueOn", details.dueOn);
    cells.date("doneOn", details.doneOn);
    cells.throwIfFaulty();
    return StepService(session).put(caseId, details);
}

} // namespace mishutai::casework
