#include "ui/parties/unit_page.h"

#include "desk/merge.h"
#include "members/member_service.h"
#include "office/profile/office_profile_service.h"
#include "parties/bodies/body_service.h"
#include "parties/duplicates/distinct_service.h"
#include "parties/duplicates/duplicate_finder.h"
#include "parties/unit_facts/unit_fact_service.h"
#include "parties/units/unit_list.h"
#include "parties/units/unit_service.h"
#include "session/work.h"
#include "ui/common/detail_pane.h"
#include "ui/common/fields/pick_field.h"
#include "ui/common/fields/text_field.h"
#include "ui/common/list/cell_text.h"
#include "ui/common/list/list_model.h"
#include "ui/common/list/list_panel.h"
#include "ui/common/list/list_view.h"
#include "ui/common/message_bar.h"
#include "ui/members/cultivation_leaf.h"
#include "ui/members/enrolment_form.h"
#include "ui/members/member_actions.h"
#include "ui/members/member_leaves.h"
#include "ui/parties/body_forms.h"
#include "ui/parties/contact_list.h"
#include "ui/parties/duplicates_sheet.h"
#include "ui/parties/merge_sheet.h"
#include "ui/parties/unit_bulk.h"
#include "ui/parties/unit_form.h"
#include "ui/parties/unit_invoice.h"
#include "ui/parties/unit_profile.h"
#include "ui/records/form_sheet.h"
#include "ui/records/form_values.h"
#include "ui/records/own_fields.h"
#include "ui/shell/task_dialog.h"

#include <algorithm>
#include <iterator>

namespace mishutai::ui {

namespace {

QString named(const parties::Unit &unit)
{
    return UnitPage::tr("%1 %2").arg(unit.details.code, unit.details.name);
}

/// What the sheet asks of two units, and the merge that its answers mean.
MergeQuestion questionOf(session::Session &session, UnitId left, UnitId right)
{
    const parties::UnitService units(session);
    const parties::Unit survivor = units.get(left);
    const parties::Unit merged = units.get(right);
    const desk::MergePlan plan = desk::planUnitMerge(session, left, right);
    MergeQuestion question{named(survivor), named(merged),
        UnitPage::tr(
            "联系人、别名、身份、资质、年度数据、标签和备注两边都保留；活动、台账、收支照旧指向原单位，读出来就是合并后的单位；"
            "已入账的凭证不改动。合并后可按 Ctrl+Z 撤销。"),
        plan.fields, {}, {}};
    if (plan.hasTwoCodes)
        question.warning = UnitPage::tr("注意：两边的信用代码都有效，却不相同，多半是两家单位。确是同一家（例如换过代码）再合并；"
                                        "不是同一家，请按 Esc，再到「疑似重复」里标为「不是重复」。");
    askMemberships(question, plan.openMemberships, members::headWord(session));
    question.merge = [&session, survivor, merged, open = plan.openMemberships](const QSet<QString> &right) {
        desk::mergeUnits(
            session, {survivor.id, survivor.revision, merged.id, merged.revision, right, chosenMembership(open, right)});
    };
    return question;
}

std::vector<DuplicateRow> duplicatesIn(session::Session &session)
{
    const parties::UnitService units(session);
    std::vector<DuplicateRow> rows;
    for (const auto &pair : parties::DuplicateFinder(session).unitPairs())
        rows.push_back({pair.first.value(), pair.second.value(), named(units.get(pair.first)), named(units.get(pair.second)),
            parties::label(pair.reason)});
    return rows;
}

} // namespace

UnitPage::UnitPage(desk::Application &application, QWidget *parent)
    : RecordPage(application, parties::unitList(), "link", "units", parent)
{
    offerOwnFields(parties::unitListOf);
    addToolButton(tr("联络机制"), "link", [this] { showLiaisons(); })->setToolTip(tr("只看有政府联系的单位"));
    // An alliance finds it in the leaf of a body.
    if (officeKind() != office::OfficeKind::Alliance) {
        addToolButton(tr("科协统计表"), "print", [this] {
            showBodyStatistics(this->application(), *this);
        })->setToolTip(tr("企业科协、产业功能区科协的组织建设统计表"));
    }
    offerQuickCopy(tr("复制开票信息"),
        [this](qint64 id) { return parties::invoiceBlock(parties::UnitService(session()).get(UnitId(id)).details); });
    if (application.isReadOnly())
        return;
    offerForm(tr("新增单位"), session::Operation::UnitEdit, session::Operation::UnitEdit);
    offerRemoval(session::Operation::PartyDelete, [this](const std::vector<qint64> &ids) {
        session::Work work(this->session(), session::Operation::PartyDelete);
        parties::UnitService service(this->session());
        for (const qint64 id : ids)
            service.remove(UnitId(id), service.get(UnitId(id)).revision);
        work.commit();
    });
    offerBulkEdit(
        {session::Operation::UnitEdit, unitBulkColumns([](session::Session &, qint64 id) { return UnitId(id); }), [this] {
             return ownBulkColumns(this->session(), office::CustomOwner::Unit, session::Operation::UnitEdit,
                 [](session::Session &, qint64 id) { return id; });
         }});
    offerActions();
}

void UnitPage::offerActions()
{
    if (session().may(session::Operation::PartyMerge))
        addToolButton(tr("疑似重复"), "search", [this] { findDuplicates(); })->setToolTip(tr("找出可能登记了两次的单位"));
    addRecordAction({tr("新增身份…"), "add", QKeySequence(Qt::CTRL | Qt::Key_T), session::Operation::UnitEdit,
        /*takesSeveral=*/false, [this](const std::vector<qint64> &ids) {
            showSmall(unitRoleForm(session(), UnitId(ids.front()), {}, [this] { tellChange(tr("已登记身份")); }));
        }});
    addRecordAction({tr("组织建设…"), "add", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B), session::Operation::UnitEdit,
        /*takesSeveral=*/false, [this](const std::vector<qint64> &ids) {
            showSmall(bodyForm(session(), UnitId(ids.front()), [this] { tellChange(tr("已登记组织")); }));
        }});
    addRecordAction({tr("合并所选两个单位…"), "link", QKeySequence(Qt::CTRL | Qt::Key_M), session::Operation::PartyMerge,
        /*takesSeveral=*/true, [this](const std::vector<qint64> &ids) {
            if (ids.size() == 2)
                compare(std::min(ids[0], ids[1]), std::max(ids[0], ids[1]));
            else
                MessageArea::of(this).done(tr("请选中两个单位（按住 Shift 或 Ctrl 再按上下键），再合并"));
        }});
    addRecordAction({tr("吸收入会…"), "members", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M), session::Operation::MemberEnroll,
        /*takesSeveral=*/false, [this](const std::vector<qint64> &ids) { enroll(ids.front()); }});
}

std::unique_ptr<Form> UnitPage::makeForm(std::optional<qint64> id)
{
    const auto unit = id ? std::optional(UnitId(*id)) : std::nullopt;
    return std::make_unique<UnitForm>(
        session(), unit, [this](qint64 saved) { selectRecord(saved); }, [this](UnitId other) { reveal("units", other.value()); });
}

void UnitPage::showMore(DetailPane &pane, qint64 id)
{
    fillUnitRoles(pane, session(), UnitId(id), leafActions());
    const parties::UnitDetails details = parties::UnitService(session()).get(UnitId(id)).details;
    showProfile(pane, session(), details);
    showInvoice(pane, details, isPersonalHidden());
    ContactList::addLeaf(
        pane, session(), UnitId(id), !application().isReadOnly(), isPersonalHidden(), [this] { Q_EMIT undoAsked(); });
    pane.addTab(tr("组织与培育"), [this, id](DetailPane &leaf) {
        if (fillBody(leaf, session(), UnitId(id), leafActions()))
            leaf.addButton(tr("科协统计表…"), "print", [this] { showBodyStatistics(application(), *this); });
        fillCultivations(leaf, session(), UnitId(id), leafActions());
    });
    if (!application().isReadOnly() && session().may(session::Operation::MemberEnroll) && !isMember(id)
        && !parties::BodyService(session()).find(UnitId(id)))
        pane.addButton(tr("吸收入会"), "members", [this, id] { enroll(id); });
}

std::vector<HistorySource> UnitPage::historyOf(qint64 id) const
{
    std::vector<HistorySource> sources = RecordPage::historyOf(id);
    std::ranges::move(
        ownHistory(session(), office::CustomOwner::Unit, id, session::Operation::PartyRead), std::back_inserter(sources));
    return sources;
}

LeafActions UnitPage::leafActions()
{
    return {!application().isReadOnly() && session().may(session::Operation::UnitEdit),
        [this](std::unique_ptr<Form> form) { showSmall(std::move(form)); }, [this] { tellChange(tr("已保存")); },
        [this](const QString &objectType, qint64 id) { Q_EMIT revealAsked(objectType, id); }};
}

void UnitPage::showSmall(std::unique_ptr<Form> form)
{
    const QString key = QStringLiteral("units:") + form->windowTitle();
    noteLastChange();
    const auto id = panel()->view()->currentId();
    if (id)
        form->setSubject(labelOf(*id));
    new FormSheet(std::move(form), session(), key, id, this);
}

office::OfficeKind UnitPage::officeKind() const
{
    const auto office = office::OfficeProfileService(session()).find();
    return office ? office->details.kind : office::OfficeKind::Alliance;
}

bool UnitPage::isMember(qint64 id) const
{
    return session().may(session::Operation::MemberRead) && members::MemberService(session()).findCurrent(UnitId(id)).has_value();
}

void UnitPage::showLiaisons()
{
    panel()->clearFilters();
    ListState state = panel()->model()->state();
    state.filters.push_back({"roles", db::Condition::Contains, parties::unitRoleKinds().label(parties::UnitRoleKind::Liaison)});
    panel()->model()->setState(state);
    panel()->view()->setFocus();
}

void UnitPage::enroll(qint64 id)
{
    if (isMember(id)) {
        MessageArea::of(this).done(tr("这个单位已是会员"));
        return;
    }
    auto form = std::make_unique<EnrolmentForm>(session(), officeKind(), [this](qint64 member) {
        MessageArea::of(this).offer(tr("已入会"), tr("打开会员"), [this, member] { Q_EMIT revealAsked("members", member); });
        showCurrent();
    });
    form->setSavesAndAdds(false);
    as<PickField>(*form, "unit.name")->setId(id);
    form->markUnchanged();
    new FormSheet(std::move(form), session(), "unit_enrolment", id, this);
}

void UnitPage::findDuplicates()
{
    runTask(
        this, tr("正在找重复的单位"),
        [request = application().workerRequest()](TaskControl &) {
            desk::Worker worker(request, desk::Worker::Access::Read);
            return duplicatesIn(worker.session());
        },
        [this](const std::vector<DuplicateRow> &rows) {
            if (rows.empty() && parties::DistinctService(session()).pairs(parties::PartyKind::Unit).empty())
                MessageArea::of(this).done(tr("没有找到疑似重复的单位"));
            else
                showDuplicates(rows);
        });
}

void UnitPage::showDuplicates(const std::vector<DuplicateRow> &rows)
{
    m_duplicates = new DuplicatesSheet(this, application(), parties::PartyKind::Unit, rows,
        {[this](qint64 first, qint64 second) { compare(first, second); },
            [this](const QString &done) { MessageArea::of(this).done(done, undoOfLastChange()); }});
}

void UnitPage::compare(qint64 first, qint64 second)
{
    const auto ask = [this, first, second](bool isSwapped) {
        return isSwapped ? questionOf(session(), UnitId(second), UnitId(first))
                         : questionOf(session(), UnitId(first), UnitId(second));
    };
    new MergeSheet(this, ask, [this] {
        refresh();
        MessageArea::of(this).done(tr("已合并为一个单位"), undoOfLastChange());
        // One pair after the other: the list goes on with what is left.
        if (m_duplicates) {
            m_duplicates->dismiss();
            findDuplicates();
        }
    });
}

} // namespace mishutai::ui
