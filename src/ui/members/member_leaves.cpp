#include "ui/members/member_leaves.h"

#include "desk/dossier.h"
#include "members/admission/admission_service.h"
#include "members/member_service.h"
#include "members/posts/member_post_service.h"
#include "office/terms/term_service.h"
#include "parties/people/person_service.h"
#include "parties/unit_facts/unit_fact_service.h"
#include "parties/units/unit_service.h"
#include "session/session.h"
#include "ui/common/detail_pane.h"
#include "ui/common/form.h"
#include "ui/common/guarded.h"
#include "ui/common/look/icons.h"
#include "ui/members/member_actions.h"

#include <QCoreApplication>
#include <QPushButton>

#include <algorithm>

namespace mishutai::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("MemberLeaves", text);
}

QString iso(QDate day)
{
    return day.toString(Qt::ISODate);
}

/// "2021-05-14 起", "2021-05-14 至 2021-07-31": the last day, so that what follows does not share one with it.
/// @param to the first day that no longer belongs to it
QString daysOf(QDate from, QDate to)
{
    if (!from.isValid())
        return tr("至 %1").arg(iso(to.addDays(-1)));
    return to.isValid() ? tr("%1 至 %2").arg(iso(from), iso(std::max(from, to.addDays(-1)))) : tr("%1 起").arg(iso(from));
}

QString joined(const QStringList &parts)
{
    QStringList said = parts;
    said.removeAll(QString());
    return said.join("　");
}

using MakeForm = std::function<std::unique_ptr<Form>()>;

/// A line that opens a form where the user may edit.
void addLine(DetailPane &pane, const LeafActions &actions, const QString &label, const QString &value, const MakeForm &make)
{
    if (!actions.mayEdit || !make)
        pane.addRow(label, value);
    else
        pane.addLinkRow(label, value, [&pane, actions, make] { guarded(&pane, [&] { actions.show(make()); }); });
}

void addNew(DetailPane &pane, const LeafActions &actions, const QString &label, const MakeForm &make)
{
    if (!actions.mayEdit)
        return;
    auto *button = new QPushButton(icon("add"), label, &pane);
    QObject::connect(
        button, &QPushButton::clicked, &pane, [&pane, actions, make] { guarded(&pane, [&] { actions.show(make()); }); });
    pane.addWidget(button);
}

void addLevels(DetailPane &pane, session::Session &session, MemberId id, const LeafActions &actions)
{
    const members::MemberService service(session);
    const office::HeadWord head = members::headWord(session);
    pane.addSection(tr("级别"));
    const std::vector<members::LevelChange> levels = service.levels(id);
    const QDate left = service.get(id).details.leftOn;
    for (size_t i = levels.size(); i-- > 0;) {
        const members::LevelChange &level = levels[i];
        const QDate to = i + 1 < levels.size() ? levels[i + 1].fromOn : left;
        addLine(pane, actions, daysOf(level.fromOn, to),
            joined({office::headed(members::memberLevels().label(level.level), head), level.document, level.note}),
            [&session, id, level, actions] { return levelForm(session, id, level, actions.changed); });
    }
    addNew(pane, actions, tr("级别变动"), [&session, id, actions] { return levelChangeForm(session, {id}, actions.changed); });
}

void addSuspensions(DetailPane &pane, session::Session &session, MemberId id)
{
    const members::MemberService service(session);
    const members::MemberDetails d = service.get(id).details;
    std::vector<members::Suspension> suspensions = service.suspensions(id);
    if (d.suspendedOn.isValid())
        suspensions.push_back({d.suspendedOn, {}, d.suspendedReason, d.suspendedDocument});
    if (!suspensions.empty() || d.leftOn.isValid())
        pane.addSection(tr("会籍变动"));
    for (const members::Suspension &each : suspensions)
        pane.addRow(daysOf(each.fromOn, each.toOn), joined({tr("暂停会员资格"), each.reason, each.document}));
    if (d.leftOn.isValid())
        pane.addRow(iso(d.leftOn),
            joined(
                {members::leaveKinds().label(d.leftKind.value_or(members::LeaveKind::Resigned)), d.leftReason, d.leftDocument}));
}

void addPosts(DetailPane &pane, session::Session &session, const members::Member &member, const LeafActions &actions)
{
    const members::MemberPostService service(session);
    const office::HeadWord head = members::headWord(session);
    const std::vector<office::Term> terms = office::TermService(session).list();
    std::vector<members::MemberPost> posts = member.unit ? service.ofUnit(*member.unit) : service.ofPerson(*member.person);
    std::ranges::reverse(posts);
    pane.addSection(tr("职务"));
    for (const members::MemberPost &post : posts) {
        const auto term = std::ranges::find(terms, post.details.term, &office::Term::id);
        addLine(pane, actions, daysOf(post.details.fromOn, post.details.toOn),
            joined({members::postText(post.details, head), parties::PersonService(session).get(post.details.person).details.name,
                term == terms.end() ? QString() : term->details.name(), post.details.document}),
            [&session, post, actions] { return postForm(session, post.details.unit, post, actions.changed); });
    }
    addNew(pane, actions, tr("新增任职"),
        [&session, unit = member.unit, actions] { return postForm(session, unit, {}, actions.changed); });
}

/// The steps that the office keeps, done or not yet, and those that were done though it does not keep them.
void addSteps(DetailPane &pane, session::Session &session, MemberId id, const LeafActions &actions)
{
    const members::AdmissionService service(session);
    const std::vector<members::StepKind> kept = service.kept();
    const std::vector<members::MemberStep> done = service.steps(id);
    if (kept.empty() && done.empty())
        return;
    pane.addSection(tr("入会环节"));
    for (const members::MemberStep &step : done) {
        addLine(pane, actions, members::stepKinds().label(step.details.kind),
            joined({iso(step.details.onDate), members::stepResults().label(step.details.result), step.details.meeting,
                step.details.document, step.details.note}),
            [&session, id, step, actions] { return stepForm(session, id, step.details.kind, step, actions.changed); });
    }
    for (const members::StepKind kind : kept) {
        const bool isDone = std::ranges::any_of(done, [&](const members::MemberStep &step) { return step.details.kind == kind; });
        if (!isDone)
            addLine(pane, actions, members::stepKinds().label(kind), tr("未办"),
                [&session, id, kind, actions] { return stepForm(session, id, kind, {}, actions.changed); });
    }
}

QString yearText(const parties::UnitYearDetails &d)
{
    QStringList parts;
    const auto amount = [&](const QString &label, const std::optional<Quantity> &yuan) {
        if (yuan)
            parts.append(tr("%1%2万元").arg(label, parties::wanText(yuan)));
    };
    amount(tr("产值"), d.output);
    amount(tr("营收"), d.revenue);
    amount(tr("纳税"), d.tax);
    amount(tr("出口"), d.exports);
    if (d.employees)
        parts.append(tr("员工%1人").arg(d.employees->text()));
    if (d.technicalStaff)
        parts.append(tr("科技人员%1人").arg(d.technicalStaff->text()));
    return joined(parts);
}

} // namespace

void fillStanding(DetailPane &pane, session::Session &session, MemberId id, const LeafActions &actions)
{
    const members::Member member = members::MemberService(session).get(id);
    addLevels(pane, session, id, actions);
    addPosts(pane, session, member, actions);
    addSuspensions(pane, session, id);
    addSteps(pane, session, id, actions);
}

void fillUnitRoles(DetailPane &pane, session::Session &session, UnitId unit, const LeafActions &actions)
{
    const QDate today = session.clock().today();
    pane.addSection(tr("身份"));
    for (const auto &fact : parties::UnitFactService(session).roles(unit)) {
        const parties::UnitRoleDetails &d = fact.details;
        const QString days = d.fromOn.isValid() || d.toOn.isValid() ? daysOf(d.fromOn, d.toOn) : QString();
        addLine(pane, actions, parties::unitRoleKinds().label(d.role),
            joined({d.isOn(today) ? days : days + tr("（现在不是）"), d.note}),
            [&session, unit, fact, actions] { return unitRoleForm(session, unit, fact, actions.changed); });
    }
    addNew(pane, actions, tr("新增身份"), [&session, unit, actions] { return unitRoleForm(session, unit, {}, actions.changed); });
}

void fillUnitFacts(DetailPane &pane, session::Session &session, UnitId unit, const LeafActions &actions)
{
    const parties::UnitFactService service(session);
    const QDate today = session.clock().today();
    pane.addSection(tr("资质"));
    for (const auto &fact : service.qualifications(unit)) {
        const parties::QualificationDetails &d = fact.details;
        const bool isOver = d.expiresOn.isValid() && d.expiresOn <= today;
        addLine(pane, actions, iso(d.awardedOn),
            joined({parties::qualificationLevels().label(d.level) + parties::qualificationKinds().label(d.kind), d.title, d.batch,
                d.certificateNo,
                d.expiresOn.isValid() ? (isOver ? tr("%1已失效") : tr("%1失效")).arg(iso(d.expiresOn)) : QString()}),
            [&session, unit, fact, actions] { return qualificationForm(session, unit, fact, actions.changed); });
    }
    addNew(pane, actions, tr("新增资质"),
        [&session, unit, actions] { return qualificationForm(session, unit, {}, actions.changed); });
    pane.addSection(tr("年度数据"));
    auto years = service.years(unit);
    std::ranges::reverse(years);
    for (const auto &fact : years) {
        addLine(pane, actions, tr("%1年%2").arg(fact.details.year).arg(parties::figureStages().label(fact.details.stage)),
            yearText(fact.details),
            [&session, unit, fact, actions] { return unitYearForm(session, unit, fact, actions.changed); });
    }
    addNew(pane, actions, tr("新增年度数据"),
        [&session, unit, actions] { return unitYearForm(session, unit, {}, actions.changed); });
}

void fillDossier(DetailPane &pane, session::Session &session, UnitId unit, const LeafActions &actions)
{
    const parties::UnitService units(session);
    const parties::UnitDetails details = units.get(unit).details;
    const desk::Below below = desk::below(session, unit);
    if (details.parent || below.units > 0)
        pane.addSection(tr("上级和下级"));
    if (details.parent) {
        pane.addLinkRow(tr("上级"), units.get(*details.parent).details.name,
            [actions, parent = details.parent->value()] { actions.reveal("units", parent); });
    }
    if (below.units > 0)
        pane.addRow(tr("下级"), tr("%1家，其中在会%2家").arg(below.units).arg(below.members));
    std::optional<desk::DossierLine::Section> section;
    for (const desk::DossierLine &line : desk::dossier(session, unit)) {
        if (line.section != section) {
            section = line.section;
            pane.addSection(desk::sectionTitle(line.section));
        }
        pane.addLinkRow(line.onDate.isValid() ? iso(line.onDate) : QString(), line.text,
            [actions, line] { actions.reveal(line.objectType, line.objectId); });
    }
}

} // namespace mishutai::ui
