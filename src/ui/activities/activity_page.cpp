#include "ui/activities/activity_page.h"

#include "activities/attendees/attendee_service.h"
#include "activities/events/activity_list.h"
#include "activities/events/activity_service.h"
#include "activities/outcomes/outcome_service.h"
#include "activities/partners/partner_service.h"
#include "parties/units/unit_service.h"
#include "session/work.h"
#include "ui/activities/activity_form.h"
#include "ui/common/detail_pane.h"
#include "ui/common/message_bar.h"

#include <QApplication>
#include <QClipboard>

namespace mishutai::ui {

namespace {

QString unitName(session::Session &session, const std::optional<UnitId> &unit)
{
    return unit ? parties::UnitService(session).get(*unit).details.name : QString();
}

QList<QStringList> attendeeRows(session::Session &session, ActivityId activity)
{
    QList<QStringList> rows;
    for (const activities::Attendee &attendee : activities::AttendeeService(session).ofActivity(activity)) {
        const auto &details = attendee.details;
        const QString name = details.unit ? unitName(session, details.unit) : details.nameAsGiven;
        rows.append({QString::number(rows.size() + 1), name, activities::capacities().label(details.capacity)});
    }
    return rows;
}

} // namespace

ActivityPage::ActivityPage(desk::Application &application, QWidget *parent)
    : RecordPage(application, activities::activityList(), "activity", "activities", parent)
{
    if (application.isReadOnly())
        return;
    offerForm(tr("新增活动"), session::Operation::ActivityCreate, session::Operation::ActivityEdit);
    offerRemoval(session::Operation::ActivityDelete, [this](const std::vector<qint64> &ids) { remove(ids); });
    addRecordAction({tr("粘贴接龙到名单"), "copy", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V),
        session::Operation::ActivityEdit, false, [this](const std::vector<qint64> &ids) { pasteSignUps(ids.front()); }});
}

void ActivityPage::showMore(DetailPane &pane, qint64 id)
{
    const ActivityId activity(id);
    const QList<QStringList> attendees = attendeeRows(session(), activity);
    QList<QStringList> outcomes;
    for (const activities::Outcome &outcome : activities::OutcomeService(session()).ofActivity(activity))
        outcomes.append({activities::outcomeKinds().label(outcome.details.kind), outcome.details.title});
    QList<QStringList> partners;
    for (const activities::Partner &partner : activities::PartnerService(session()).ofActivity(activity))
        partners.append({activities::partnerRoles().label(partner.details.role), unitName(session(), partner.details.unit)});
    if (!outcomes.isEmpty()) {
        pane.addSection(tr("成果（%1）").arg(outcomes.size()));
        pane.addTable({tr("类型"), tr("内容")}, outcomes);
    }
    if (!partners.isEmpty()) {
        pane.addSection(tr("合作单位（%1）").arg(partners.size()));
        pane.addTable({tr("角色"), tr("单位")}, partners);
    }
    if (!attendees.isEmpty()) {
        pane.addSection(tr("名单（%1）").arg(attendees.size()));
        pane.addTable({tr("序号"), tr("单位或姓名"), tr("身份")}, attendees);
    }
    if (!application().isReadOnly() && session().may(session::Operation::ActivityEdit)) {
        pane.addButton(tr("粘贴接龙"), "copy", [this, id] { pasteSignUps(id); });
    }
}

std::unique_ptr<Form> ActivityPage::makeForm(std::optional<qint64> id)
{
    const auto activity = id ? std::optional(ActivityId(*id)) : std::nullopt;
    return std::make_unique<ActivityForm>(session(), activity, [this](qint64 saved) { selectRecord(saved); });
}

void ActivityPage::pasteSignUps(qint64 id)
{
    activities::AttendeeService service(session());
    const auto proposals = service.proposals(ActivityId(id), QApplication::clipboard()->text());
    std::vector<activities::AttendeeDetails> lines;
    for (const activities::SignUpProposal &proposal : proposals) {
        if (!proposal.isListed)
            lines.push_back(proposal.details);
    }
    if (lines.empty()) {
        MessageArea::of(this).done(tr("剪贴板里没有新的报名：请先在微信里复制接龙，再按 Ctrl+Shift+V"));
        return;
    }
    service.add(ActivityId(id), lines);
    showCurrent();
    MessageArea::of(this).done(
        tr("名单加了 %1 行，%2 行已在名单里").arg(lines.size()).arg(proposals.size() - lines.size()), undoOfLastChange());
}

void ActivityPage::remove(const std::vector<qint64> &ids)
{
    session::Work work(session(), session::Operation::ActivityDelete);
    activities::ActivityService service(session());
    for (const qint64 id : ids)
        service.remove(ActivityId(id), service.get(ActivityId(id)).revision);
    work.commit();
}

} // namespace mishutai::ui
