#include "desk/dossier.h"

#include "desk/dossier_repository.h"
#include "members/member.h"
#include "members/posts/member_post.h"
#include "parties/bodies/body_service.h"
#include "parties/cultivation/cultivation_service.h"
#include "parties/unit_facts/unit_fact_service.h"
#include "session/session.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace mishutai::desk {

namespace {

using Section = DossierLine::Section;
using session::Operation;

QString tr(const char *text)
{
    return QCoreApplication::translate("Desk", text);
}

struct SectionRow {
    const char *name;
    Section section;
    Operation operation;
};

constexpr SectionRow kSections[] = {
    {"level", Section::Members, Operation::MemberRead},
    {"left", Section::Members, Operation::MemberRead},
    {"contact", Section::Contacts, Operation::PartyRead},
    {"post", Section::Posts, Operation::MemberRead},
    {"title", Section::Titles, Operation::PartyRead},
    {"activity", Section::Activities, Operation::ActivityRead},
    {"case", Section::Cases, Operation::CaseRead},
};

template <class Value> QString labelOf(const office::ChoiceTable<Value> &table, const QString &stored)
{
    return table.label(table.fromStored(stored));
}

QString joined(const QStringList &parts)
{
    QStringList said;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            said.append(part);
    }
    return said.join("　");
}

/// @param end the first day that no longer belongs to it; the last that does is said
QString untilText(const QString &end)
{
    const QDate day = QDate::fromString(end, Qt::ISODate);
    return day.isValid() ? tr("至%1").arg(day.addDays(-1).toString(Qt::ISODate)) : QString();
}

QString textOf(const DossierRow &row, office::HeadWord head)
{
    const QStringList parts = row.text.split('|');
    if (row.section == "level")
        return joined({office::headed(labelOf(members::memberLevels(), row.word), head), row.text.section('|', 1),
            untilText(parts.value(0))});
    if (row.section == "left")
        return joined({labelOf(members::leaveKinds(), row.word), row.text});
    if (row.section == "post") {
        const QString post = parts.value(0).isEmpty() ? office::headed(labelOf(members::posts(), row.word), head) : parts[0];
        return joined({post, parts.value(1), untilText(parts.value(2))});
    }
    if (row.section == "title") {
        const QString until = parts.value(2).isEmpty() ? QString() : tr("有效期至%1").arg(parts[2]);
        return joined({labelOf(parties::qualificationLevels(), parts.value(0)) + labelOf(parties::qualificationKinds(), row.word),
            parts.value(1), until});
    }
    return row.text;
}

/// 年度数据 come through the service, which knows how their figures are worded.
void addYears(session::Session &session, UnitId unit, std::vector<DossierLine> &lines)
{
    auto years = parties::UnitFactService(session).years(unit);
    std::ranges::reverse(years);
    for (const auto &year : years) {
        const parties::UnitYearDetails &d = year.details;
        QStringList figures{tr("%1年%2").arg(d.year).arg(parties::figureStages().label(d.stage))};
        const auto add = [&](const QString &label, const std::optional<Quantity> &yuan) {
            if (yuan)
                figures.append(tr("%1%2万元").arg(label, parties::wanText(yuan)));
        };
        add(tr("产值"), d.output);
        add(tr("营收"), d.revenue);
        add(tr("纳税"), d.tax);
        add(tr("出口"), d.exports);
        if (d.employees)
            figures.append(tr("员工%1人").arg(d.employees->text()));
        lines.push_back({Section::Years, {}, joined(figures), QStringLiteral("units"), unit.value()});
    }
}

/// 培育库 as far as each round is today, and what the unit is as a 科协 or 专委会.
void addPoolsAndBody(session::Session &session, UnitId unit, std::vector<DossierLine> &lines)
{
    const QDate today = session.clock().today();
    for (const parties::Cultivation &each : parties::CultivationService(session).ofUnit(unit)) {
        const parties::CultivationDetails &d = each.details;
        lines.push_back({Section::Cultivations, d.stepOn(today),
            joined({tr("%1年").arg(d.year), d.poolName(), parties::label(d.stageOn(today)), d.notes}), QStringLiteral("units"),
            unit.value()});
    }
    if (const std::optional<parties::Body> body = parties::BodyService(session).find(unit)) {
        const parties::BodyDetails &d = body->details;
        lines.push_back({Section::Bodies, d.approvedOn,
            joined({parties::bodyForms().label(d.form), d.approvalNo, d.approvedBy,
                d.dissolvedOn.isValid() ? tr("%1撤销").arg(d.dissolvedOn.toString(Qt::ISODate)) : QString()}),
            QStringLiteral("units"), unit.value()});
    }
}

} // namespace

QString sectionTitle(Section section)
{
    switch (section) {
    case Section::Members:
        return tr("会籍");
    case Section::Contacts:
        return tr("联系人");
    case Section::Posts:
        return tr("任职");
    case Section::Titles:
        return tr("资质");
    case Section::Cultivations:
        return tr("培育库");
    case Section::Bodies:
        return tr("组织建设");
    case Section::Years:
        return tr("年度数据");
    case Section::Activities:
        return tr("参加的活动");
    case Section::Cases:
        return tr("服务事项");
    }
    return {};
}

std::vector<DossierLine> dossier(session::Session &session, UnitId unit)
{
    session.require(Operation::PartyRead);
    const office::HeadWord head = members::headWord(session);
    std::vector<DossierLine> lines;
    for (const DossierRow &row : DossierRepository(session.database()).ofUnit(unit)) {
        const auto known
            = std::ranges::find_if(kSections, [&](const SectionRow &each) { return row.section == QLatin1String(each.name); });
        if (known != std::end(kSections) && session.may(known->operation))
            lines.push_back({known->section, row.onDate, textOf(row, head), row.objectType, row.objectId});
    }
    addPoolsAndBody(session, unit, lines);
    addYears(session, unit, lines);
    std::ranges::stable_sort(lines, {}, &DossierLine::section);
    return lines;
}

Below below(session::Session &session, UnitId unit)
{
    session.require(Operation::PartyRead);
    const auto [units, members] = DossierRepository(session.database()).below(unit, session.clock().today());
    return {units, members};
}

} // namespace mishutai::desk
