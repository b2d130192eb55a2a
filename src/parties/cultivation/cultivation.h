#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "office/sheets/choice_table.h"

#include <QDate>
#include <QString>

#include <vector>

namespace mishutai::parties {

/// What a unit is brought on towards.
enum class Pool {
    ToScale, ///< 小升规: its 入库 is 升规入统, its 出库 退规
    HiddenChampion, ///< 隐形冠军
    Specialised, ///< 专精特新
    Over100M, ///< 超亿元
    Digital, ///< 两化融合
    Other
};
const office::ChoiceTable<Pool> &pools();

/// How far a round is.
enum class CultivationStage { Growing, Waiting, Approved, Inside, Left };
/// 培育中, 待审, 过审, 入库, 出库
QString label(CultivationStage stage);

/// One round of a unit in a pool. Key: unit, pool, title, year.
struct CultivationDetails {
    UnitId unit;
    Pool pool = Pool::ToScale;
    int year = 0; ///< 申报年度
    QString title{}; ///< which one, for Pool::Other
    QDate appliedOn{}; ///< 申报
    QDate approvedOn{}; ///< 过审
    QDate enteredOn{}; ///< 入库
    QDate leftOn{}; ///< 出库, the first day outside
    QString notes{};

    bool operator==(const CultivationDetails &) const = default;
    bool hasKeyOf(const CultivationDetails &other) const
    {
        return unit == other.unit && pool == other.pool && title == other.title && year == other.year;
    }
    /// The last step that has come by a day.
    CultivationStage stageOn(QDate day) const;
    /// The day of that step; invalid while there is none.
    QDate stepOn(QDate day) const;
    /// 「小升规」, for Pool::Other its title.
    QString poolName() const;
};

struct Cultivation {
    qint64 id;
    int revision;
    CultivationDetails details;
};

/// The expression of a list column: the words of the pools that a unit is in or on its way into.
/// @param unitId the expression of the unit's id
QString poolsExpression(const QString &unitId);

/// Empty when acceptable.
std::vector<FieldError> validate(const CultivationDetails &details);

} // namespace mishutai::parties
