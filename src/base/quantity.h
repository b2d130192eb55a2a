#pragma once

#include "base/decimal.h"
#include "base/text/wording.h"

#include <QString>
#include <QStringView>

#include <optional>
#include <span>

namespace mishutai {

/// A figure of a report: number, how exact it is and in which words, unit. 预计 and 快报 are a status kept elsewhere.
/// X (unknown) has no number and never counts as 0.
class Quantity
{
public:
    static Quantity exact(Decimal value, QString unit = {});
    static Quantity worded(Decimal value, Wording wording, QString unit = {});
    /// With the plainest word of the qualifier (至少, 不足, 约); Unknown drops the value.
    static Quantity bounded(Decimal value, Qualifier qualifier, QString unit = {});
    /// X; the wording is that of "X个以上".
    static Quantity unknown(QString unit = {}, Wording wording = Wording::None);
    /// "127家", "20余次", "超过1200人", "近6倍", "约50家", "150家以上", "30%左右", "X家", "３万余人" (30000余人), "3万余" (3余万:
    /// the scale is never lost). Nothing when no number or X leads, when two words stand together, or when the unit holds a
    /// digit, blank or punctuation.
    static std::optional<Quantity> parse(QStringView text);

    std::optional<Decimal> value() const { return m_value; } ///< nothing for X
    Qualifier qualifier() const { return m_value ? qualifierOf(m_wording) : Qualifier::Unknown; }
    Wording wording() const { return m_wording; }
    const QString &unit() const { return m_unit; }
    /// "20余次"; parses back to the same quantity.
    QString text() const;
    /// The same figure in a unit that may have 万 or 亿 in front: 1.2亿 in 万元 is 12000万元, 3000万元 in 元 is 30000000元,
    /// 1.2万人 in "" is 12000. A figure without a unit is one of that unit; a bare 万 or 亿 counts 元 where the unit does.
    /// Nothing when one of both counts 元 and the other something else, or when the number leaves what a Decimal holds.
    std::optional<Quantity> in(const QString &unit) const;

    bool operator==(const Quantity &) const = default;

private:
    Quantity(std::optional<Decimal> value, Wording wording, QString unit);

    std::optional<Decimal> m_value;
    Wording m_wording = Wording::None;
    QString m_unit;
};

/// Sum and difference by the folding table of docs/architecture.md, section 1. To subtract a lower bound is to add an
/// upper one. @throws Error (Validation) when the units differ
Quantity operator+(const Quantity &a, const Quantity &b);
Quantity operator-(const Quantity &a, const Quantity &b);
/// a ÷ b with the given unit; 约 unless both are exact, X when either is. Nothing when b is zero.
std::optional<Quantity> ratio(const Quantity &a, const Quantity &b, QString unit = {});

/// What becomes of a column of figures.
struct QuantitySum {
    std::optional<Quantity> total; ///< nothing when every figure is empty; X when any is X
    std::optional<Quantity> known; ///< the part without X; nothing when there is none
    int filled = 0; ///< figures given, X among them: n of the coverage n/m
    int unknown = 0; ///< of these, X: "另 n 项未报"
    int all = 0; ///< m of the coverage
};
QuantitySum sum(std::span<const std::optional<Quantity>> figures);

} // namespace mishutai
