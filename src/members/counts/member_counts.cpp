#include "members/counts/member_counts.h"

#include "members/counts/member_count_repository.h"
#include "members/member.h"
#include "parties/unit_facts/unit_fact.h"
#include "session/session.h"

#include <QCoreApplication>

#include <algorithm>

namespace mishutai::members {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Members", text);
}

struct ByRow {
    CountBy by;
    const char *name;
    const char *label;
};

constexpr ByRow kBy[] = {
    {CountBy::Level, "level", QT_TRANSLATE_NOOP("Members", "级别")},
    {CountBy::Region, "region", QT_TRANSLATE_NOOP("Members", "所属区县")},
    {CountBy::Zone, "zone", QT_TRANSLATE_NOOP("Members", "产业功能区")},
    {CountBy::Chain, "chain", QT_TRANSLATE_NOOP("Members", "产业链")},
    {CountBy::Stage, "stage", QT_TRANSLATE_NOOP("Members", "环节")},
    {CountBy::Field, "field", QT_TRANSLATE_NOOP("Members", "细分领域")},
    {CountBy::Kind, "kind", QT_TRANSLATE_NOOP("Members", "单位类型")},
    {CountBy::Title, "title", QT_TRANSLATE_NOOP("Members", "资质")},
    {CountBy::Status, "status", QT_TRANSLATE_NOOP("Members", "状态")},
};

/// The choices of a grouping; empty where groups are free text.
std::vector<db::Choice> choicesOf(session::Session &session, CountBy by)
{
    switch (by) {
    case CountBy::Level:
        return levelChoices(headWord(session));
    case CountBy::Kind:
        return memberKinds();
    case CountBy::Title:
        return parties::qualificationKinds().choices();
    case CountBy::Status:
        return memberStatuses().choices();
    default:
        return {};
    }
}

/// Gives the groups their labels and brings them into order.
template <class Group, class Size>
void finish(session::Session &session, std::vector<Group> &groups, CountBy by, const Size &sizeOf)
{
    const std::vector<db::Choice> choices = choicesOf(session, by);
    const auto place = [&](const Group &group) { return std::ranges::find(choices, group.key, &db::Choice::value); };
    for (Group &group : groups) {
        const auto choice = place(group);
        group.label = choice != choices.end() ? choice->label : group.key.isEmpty() ? tr("未填") : group.key;
    }
    std::ranges::sort(groups, [&](const Group &a, const Group &b) {
        if (!choices.empty())
            return place(a) < place(b);
        // 未填 stands last, whatever its size.
        const auto rank = [&](const Group &group) { return std::tuple(group.key.isEmpty(), -sizeOf(group), group.key); };
        return rank(a) < rank(b);
    });
}

} // namespace

QString countByName(CountBy by)
{
    return QString::fromLatin1(std::ranges::find(kBy, by, &ByRow::by)->name);
}

std::optional<CountBy> countByFromName(const QString &name)
{
    const auto found = std::ranges::find_if(kBy, [&](const ByRow &row) { return name == QLatin1String(row.name); });
    return found == std::end(kBy) ? std::nullopt : std::optional(found->by);
}

QString countByLabel(CountBy by)
{
    return tr(std::ranges::find(kBy, by, &ByRow::by)->label);
}

QStringList countByNames()
{
    QStringList names;
    for (const ByRow &row : kBy)
        names.append(QString::fromLatin1(row.name));
    return names;
}

MemberTotal MemberCounts::asOf(QDate day) const
{
    m_session.require(session::Operation::MemberRead);
    return MemberCountRepository(m_session.database()).asOf(day);
}

std::vector<MemberGroup> MemberCounts::asOf(QDate day, CountBy by) const
{
    m_session.require(session::Operation::MemberRead);
    std::vector<MemberGroup> groups = MemberCountRepository(m_session.database()).asOf(day, by);
    finish(m_session, groups, by, [](const MemberGroup &group) { return group.count; });
    return groups;
}

MemberMovement MemberCounts::movement(const Period &period) const
{
    m_session.require(session::Operation::MemberRead);
    return MemberCountRepository(m_session.database()).movement(period);
}

std::vector<MemberMovement> MemberCounts::movement(const Period &period, CountBy by) const
{
    m_session.require(session::Operation::MemberRead);
    if (by == CountBy::Status)
        throw Error(Error::Kind::Usage, tr("入会和退会不能按状态分"), {}, tr("请按级别、区县等来分，或数某一天的状态"));
    std::vector<MemberMovement> movements = MemberCountRepository(m_session.database()).movement(period, by);
    finish(m_session, movements, by, [](const MemberMovement &movement) { return movement.joined + movement.left; });
    return movements;
}

} // namespace mishutai::members
