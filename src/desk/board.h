#pragma once

#include "metrics/metric.h"
#include "office/words.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace mishutai::desk {

/// One figure of 工作台.
struct BoardFigure {
    QString label; ///< "会员单位"
    QString text; ///< "127家"
    QString remark; ///< "比上年末净增84家"; may be empty
    metrics::MetricQuery query; ///< what a click shows
};

/// What 工作台 shows for a day: headline figures and the sentence to copy.
struct Board {
    QDate asOf;
    std::vector<BoardFigure> figures;
    QString note; ///< what the figures do not hold yet: entries that are not posted; may be empty
    QString sentence; ///< 「截至2021年12月31日会员127家，本年会费已缴11.6万元，…」
};

/// Figures that the user may not see are left out.
Board board(const metrics::MetricSource &metrics, office::OfficeKind kind, QDate asOf);

/// 「另有1笔收支未入账，数字里没有计入」, or nothing when all of the span is posted or the user may not see it.
QString unpostedNote(const metrics::MetricSource &metrics, const Period &period);

/// What the records propose, each with those behind it: 「3家会员连续两年没有缴会费，…」 where the office keeps the dues; units
/// at the line of 规上 where it looks after enterprises. What there is none of, or the user may not see, is left out. A proposal
/// changes nothing: that is an action of the page.
std::vector<BoardFigure> proposals(const metrics::MetricSource &metrics, office::OfficeKind kind, QDate asOf);

/// The day from which 工作台 looks: today, or the last day of the newest year with records when this year has none.
QDate boardDay(const metrics::MetricSource &metrics, QDate today);

/// Members at the end of each month, January first, up to the month of the day: what members.count says of each, at the price of
/// one count, since who joined and left later is taken back from the last.
std::vector<qint64> monthlyMembers(const metrics::MetricSource &metrics, QDate asOf);

/// Values of a money metric month by month, January first, up to the month of the day.
std::vector<qint64> monthlyFen(const metrics::MetricSource &metrics, const QString &metric, QDate asOf);

} // namespace mishutai::desk
