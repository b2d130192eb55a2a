#include "ui/records/history_tables.h"

#include "activities/attendees/attendee.h"
#include "activities/outcomes/outcome.h"
#include "activities/partners/partner.h"
#include "casework/steps/step.h"
#include "casework/units/case_unit.h"
#include "db/row_writer.h"
#include "desk/application.h"
#include "desk/global_search.h"
#include "finance/vouchers/voucher.h"
#include "members/admission/member_step.h"
#include "members/member.h"
#include "members/posts/member_post.h"
#include "parties/bodies/body.h"
#include "parties/cultivation/cultivation.h"
#include "parties/unit_facts/unit_fact.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::ui {

namespace {

using session::Operation;

QString tr(const char *text)
{
    return QCoreApplication::translate("History", text);
}

std::vector<ChildTable> childrenOfUnit()
{
    return {{"contacts", "unit_id", Operation::PartyRead, tr("联系人"), {"person_id"}, {}},
        {"unit_aliases", "unit_id", Operation::PartyRead, tr("别名"), {"alias"}, {}},
        {"unit_roles", "unit_id", Operation::PartyRead, tr("身份"), {"role"}, {}, {"from_on", "to_on"}},
        {"unit_cultivations", "unit_id", Operation::PartyRead, tr("培育"), {"pool"}, {}, {"year", "entered_on"}},
        {"unit_bodies", "unit_id", Operation::PartyRead, tr("组织建设"), {"form"}, {}, {"approval_no", "approved_on"}},
        {"unit_qualifications", "unit_id", Operation::PartyRead, tr("资质"), {"title", "kind"}, {},
            {"level", "awarded_on", "batch", "certificate_no"}},
        {"unit_years", "unit_id", Operation::PartyRead, tr("年度数据"), {"year"}, {}}};
}

std::vector<ChildTable> childrenOfMember()
{
    return {{"member_levels", "member_id", Operation::MemberRead, tr("级别"), {"level"}, {}, {"from_on", "document"}},
        {"member_suspensions", "member_id", Operation::MemberRead, tr("暂停时段"), {"from_on"}, {}, {"to_on", "document"}},
        {"member_steps", "member_id", Operation::MemberRead, tr("入会手续"), {"kind"}, {}, {"on_date", "result", "document"}}};
}

std::vector<ChildTable> childrenOfActivity()
{
    return {{"activity_attendees", "activity_id", Operation::ActivityRead, tr("名单"), {"unit_id", "person_id", "name_as_given"},
                {"line_no"}},
        {"activity_partners", "activity_id", Operation::ActivityRead, tr("合作单位"), {"unit_id"}, {}},
        {"activity_outcomes", "activity_id", Operation::ActivityRead, tr("成果"), {"title"}, {"line_no"}}};
}

std::vector<ChildTable> childrenOfCase()
{
    return {{"case_units", "case_id", Operation::CaseRead, tr("相关单位"), {"unit_id"}, {}},
        {"case_steps", "case_id", Operation::CaseRead, tr("办理记录"), {"kind"}, {"line_no"}},
        {"case_receipts", "case_id", Operation::CaseRead, tr("回执"), {"unit_id"}, {}}};
}

std::vector<ChildTable> childrenOfVoucher()
{
    // What posting copies from the chart of accounts is no change that anybody made.
    return {{"voucher_lines", "voucher_id", Operation::FinanceRead, tr("明细"), {"account_id"},
                {"line_no", "account_code", "account_name", "account_role"}},
        {"receipts", "voucher_id", Operation::FinanceRead, tr("票据"), {"number", "kind"}, {}}};
}

HistorySource sourceOf(const ChildTable &child, const session::ChildRow &row, const FieldWords &words)
{
    // A day alone does not say which end of a span it is.
    const auto said = [&](const QString &column) {
        const QString text = words.text(column, db::valueOf(row.columns, column));
        const bool isEnd = column == u"to_on";
        return text.isEmpty() || (!isEnd && column != u"from_on") ? text : (isEnd ? tr("至%1") : tr("%1起")).arg(text);
    };
    QString name;
    for (const QString &column : child.naming) {
        if (name.isEmpty())
            name = said(column);
    }
    QStringList hidden = child.hidden;
    hidden.append(child.parent);
    QStringList told;
    for (const QString &column : child.told)
        told.append(said(column));
    told.removeAll(QString());
    return {child.table, row.rowId, child.toRead, child.word, name, hidden, told.join(tr("，"))};
}

} // namespace

QString tableOfList(const QString &listKey)
{
    return listKey == u"entries" ? QStringLiteral("vouchers") : listKey;
}

std::vector<ChildTable> childTablesOf(const QString &table)
{
    if (table == u"units")
        return childrenOfUnit();
    if (table == u"people")
        return {{"contacts", "person_id", Operation::PartyRead, tr("联系人"), {"unit_id"}, {}},
            {"member_posts", "person_id", Operation::MemberRead, tr("职务"), {"title", "post"}, {},
                {"from_on", "to_on", "document"}}};
    if (table == u"members")
        return childrenOfMember();
    if (table == u"activities")
        return childrenOfActivity();
    if (table == u"cases")
        return childrenOfCase();
    if (table == u"plan_items")
        return {{"plan_milestones", "plan_item_id", Operation::PlanRead, tr("节点"), {"title"}, {}}};
    if (table == u"vouchers")
        return childrenOfVoucher();
    return {};
}

FieldChoices choicesOf(session::Session &session, const QString &table)
{
    // As the office calls its head.
    if (table == u"member_levels")
        return {{"level", members::levelChoices(members::headWord(session))}};
    if (table == u"member_posts")
        return {{"post", members::postChoices(members::headWord(session))}};
    static const QHash<QString, FieldChoices> all{{"unit_roles", {{"role", parties::unitRoleKinds().choices()}}},
        {"unit_cultivations", {{"pool", parties::pools().choices()}}},
        {"unit_bodies", {{"form", parties::bodyForms().choices()}}},
        {"unit_qualifications",
            {{"kind", parties::qualificationKinds().choices()}, {"level", parties::qualificationLevels().choices()}}},
        {"unit_years", {{"stage", parties::figureStages().choices()}}},
        {"member_steps", {{"kind", members::stepKinds().choices()}, {"result", members::stepResults().choices()}}},
        {"activity_attendees", {{"capacity", activities::capacities().choices()}}},
        {"activity_partners", {{"role", activities::partnerRoles().choices()}}},
        {"activity_outcomes", {{"kind", activities::outcomeKinds().choices()}}},
        {"case_units", {{"role", casework::caseUnitRoles().choices()}}},
        {"case_steps", {{"kind", casework::stepKinds().choices()}}},
        {"vouchers",
            {{"status", finance::terms<finance::VoucherStatus>().choices()},
                {"kind", finance::terms<finance::VoucherKind>().choices()},
                {"agent_status", finance::terms<finance::AgentStatus>().choices()}}},
        {"voucher_lines", {{"side", finance::terms<finance::Side>().choices()}}},
        {"receipts",
            {{"kind", finance::terms<finance::ReceiptKind>().choices()},
                {"status", finance::terms<finance::ReceiptStatus>().choices()}}}};
    return all.value(table);
}

bool standsAlone(const QString &table, const QString &column)
{
    // The lines of a voucher balance, its day lies in its month, its number is given once: those change through the form.
    if (table == u"voucher_lines")
        return false;
    return table != u"vouchers" || column == u"paper_count" || column == u"no_document_reason" || column == u"agent_number";
}

std::vector<HistorySource> sourcesOf(desk::Application &application, const QString &table, qint64 id, session::Operation toRead)
{
    std::vector<HistorySource> sources{{table, id, toRead, {}, {}, {"period_id", "prepared_by", "posted_by"}}};
    for (const ChildTable &child : childTablesOf(table)) {
        if (!application.session().may(child.toRead))
            continue;
        const FieldWords words(application.session(), child.table);
        for (const session::ChildRow &row : application.history().childrenOf(child.table, child.parent, id, child.toRead))
            sources.push_back(sourceOf(child, row, words));
    }
    return sources;
}

} // namespace mishutai::ui
