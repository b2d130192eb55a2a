#pragma once

#include "base/period.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::members {

/// By what members are counted. Level, title and status are those of the day; region, zone, chain, stage, field and kind are what
/// the unit's record says now, since they carry no dates.
enum class CountBy {
    Level, ///< 级别
    Region, ///< 所属区县
    Zone, ///< 产业功能区
    Chain, ///< 产业链
    Stage, ///< 环节
    Field, ///< 行业细分领域
    Kind, ///< 单位类型
    Title, ///< 资质 valid on the day; a member with two counts in both
    Status ///< 状态, applicants and former members among them
};

/// "level", "region" …, as the command line and metrics name them.
QString countByName(CountBy by);
std::optional<CountBy> countByFromName(const QString &name);
/// "级别"
QString countByLabel(CountBy by);
/// Every name, for messages.
QStringList countByNames();

struct MemberTotal {
    qint64 units = 0; ///< 单位会员
    qint64 persons = 0; ///< 个人会员
    qint64 all() const { return units + persons; }
    bool operator==(const MemberTotal &) const = default;
};

struct MemberGroup {
    QString key; ///< stored word, "COUNCIL", or the text of the field; empty: not given
    QString label; ///< "理事单位", 未填 for an empty key
    qint64 count = 0;
    bool operator==(const MemberGroup &) const = default;
};

/// What happened in a span of days.
struct MemberMovement {
    QString key;
    QString label;
    qint64 joined = 0; ///< who left in the same span among them
    qint64 left = 0;
    qint64 net() const { return joined - left; }
    bool operator==(const MemberMovement &) const = default;
};

/// How many members there were on any day, and how many came and went: from the dates alone, so each answer can be had again
/// later. One SQL statement each. @throws Error Forbidden without MemberRead
class MemberCounts
{
public:
    explicit MemberCounts(session::Session &session) : m_session(session) { }

    MemberTotal asOf(QDate day) const;
    /// Largest first; choices in the order of their table.
    std::vector<MemberGroup> asOf(QDate day, CountBy by) const;
    MemberMovement movement(const Period &period) const;
    /// @throws Error Usage for Status, which is none of those who come and go
    std::vector<MemberMovement> movement(const Period &period, CountBy by) const;

private:
    session::Session &m_session;
};

} // namespace mishutai::members
