#include "ui/casework/case_page.h"

#include "casework/cases/case_list.h"
#include "casework/cases/case_service.h"
#include "casework/steps/step_service.h"
#include "casework/units/case_unit_service.h"
#include "parties/units/unit_service.h"
#include "session/work.h"
#include "ui/casework/case_form.h"
#include "ui/common/detail_pane.h"
#include "ui/records/form_sheet.h"

namespace mishutai::ui {

CasePage::CasePage(desk::Application &application, office::OfficeKind kind, QWidget *parent)
    : RecordPage(application, casework::caseList(), "casework", "cases", parent), m_kind(kind)
{
    setTitle(office::pageTitle(office::Page::Casework, kind));
    if (application.isReadOnly())
        return;
    offerForm(
        tr("新增%1").arg(office::word(office::Word::Case, kind)), session::Operation::CaseOpen, session::Operation::CaseEdit);
    offerRemoval(session::Operation::CaseDelete, [this](const std::vector<qint64> &ids) { remove(ids); });
    addRecordAction({closeWord(), "check", QKeySequence(Qt::CTRL | Qt::Key_J), session::Operation::CaseClose, false,
        [this](const std::vector<qint64> &ids) { askClosing(ids.front()); }});
}

void CasePage::showMore(DetailPane &pane, qint64 id)
{
    const CaseId caseId(id);
    QList<QStringList> units;
    for (const casework::CaseUnit &unit : casework::CaseUnitService(session()).ofCase(caseId))
        units.append({casework::caseUnitRoles().label(unit.details.role),
            parties::UnitService(session()).get(unit.details.unit).details.name});
    QList<QStringList> steps;
    for (const casework::Step &step : casework::StepService(session()).ofCase(caseId))
        steps.append(
            {step.details.onDate.toString(Qt::ISODate), casework::stepKinds().label(step.details.kind), step.details.content});
    if (!units.isEmpty()) {
        pane.addSection(tr("相关单位"));
        pane.addTable({tr("角色"), tr("单位")}, units);
    }
    if (!steps.isEmpty()) {
        pane.addSection(tr("办理记录"));
        pane.addTable({tr("日期"), tr("环节"), tr("内容")}, steps);
    }
    if (application().isReadOnly())
        return;
    const casework::Case stored = casework::CaseService(session()).get(caseId);
    if (!casework::isClosed(stored.state.status) && session().may(session::Operation::CaseClose))
        pane.addButton(
            closeWord(), "check", [this, id] { askClosing(id); }, /*isPrimary=*/true);
}

QString CasePage::closeWord() const
{
    return office::word(office::Word::CloseCase, m_kind);
}

void CasePage::askClosing(qint64 id)
{
    const CaseId caseId(id);
    if (casework::isClosed(casework::CaseService(session()).get(caseId).state.status))
        throw Error(Error::Kind::Conflict, tr("这一件已经%1").arg(closeWord()));
    auto form = std::make_unique<CaseClosingForm>(session(), closeWord(), caseId, [this] { showCurrent(); });
    form->setSubject(labelOf(id));
    new FormSheet(std::move(form), session(), "case_closing", id, this);
}

std::unique_ptr<Form> CasePage::makeForm(std::optional<qint64> id)
{
    const auto caseId = id ? std::optional(CaseId(*id)) : std::nullopt;
    return std::make_unique<CaseForm>(session(), caseId, [this](qint64 saved) { selectRecord(saved); });
}

void CasePage::remove(const std::vector<qint64> &ids)
{
    session::Work work(session(), session::Operation::CaseDelete);
    casework::CaseService service(session());
    for (const qint64 id : ids)
        service.remove(CaseId(id), service.get(CaseId(id)).revision);
    work.commit();
}

} // namespace mishutai::ui
