#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "base/money.h"
#include "base/quantity.h"
#include "office/sheets/choice_table.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace mishutai::parties {

/// What a unit is to the office beside being a member.
enum class UnitRoleKind {
    Prospect, ///< 潜在会员
    Liaison, ///< 政府联系: an office with which a way of working together is agreed
    Park,
    Bank,
    Media,
    Supplier,
    Bookkeeper,
    Auditor,
    Expert,
    SecretaryUnit,
    SubBody, ///< 分支机构
    Partner
};
enum class QualificationKind {
    HighTech,
    Specialised,
    LittleGiant,
    Champion,
    TechCentre,
    FirstSet,
    KeyEnterprise,
    GreenCard,
    Other
};
enum class QualificationLevel { National, Provincial, Municipal, District };
/// How firm a yearly figure is.
enum class FigureStage { Expected, Preliminary, Actual };

const office::ChoiceTable<UnitRoleKind> &unitRoleKinds();
const office::ChoiceTable<QualificationKind> &qualificationKinds();
const office::ChoiceTable<QualificationLevel> &qualificationLevels();
const office::ChoiceTable<FigureStage> &figureStages();

/// A role for the days [fromOn, toOn); invalid ends are open. Key: unit, role, fromOn.
struct UnitRoleDetails {
    UnitId unit;
    UnitRoleKind role = UnitRoleKind::Partner;
    QDate fromOn;
    QDate toOn;
    QString note; ///< 专人工作联系简报
    bool operator==(const UnitRoleDetails &) const = default;
    bool isOn(QDate day) const { return (!fromOn.isValid() || fromOn <= day) && (!toOn.isValid() || day < toOn); }
};

/// 资质. Key: unit, kind, title, awardedOn.
struct QualificationDetails {
    UnitId unit;
    QualificationKind kind = QualificationKind::Other;
    QString title; ///< which one, where the kind does not say it
    std::optional<QualificationLevel> level;
    QDate awardedOn;
    QDate expiresOn; ///< first day on which it no longer holds; invalid: open
    QString certificateNo;
    QString notes;
    QString batch{}; ///< 第三批
    bool operator==(const QualificationDetails &) const = default;
};

/// Figures of one calendar year as they were given: 约, 近, 余, X. Key: unit, year, stage. Absent is "not reported", never 0.
/// Amounts are in 元 with whole fen, quantities carry no unit.
struct UnitYearDetails {
    UnitId unit;
    int year = 0;
    FigureStage stage = FigureStage::Actual;
    std::optional<Quantity> output; ///< 产值
    std::optional<Quantity> revenue; ///< 营收
    std::optional<Quantity> tax; ///< 纳税
    std::optional<Quantity> exports; ///< 出口
    std::optional<Quantity> employees;
    std::optional<Quantity> technicalStaff;
    QString source;
    bool operator==(const UnitYearDetails &) const = default;
};

/// An amount as an exact quantity of 元, and a quantity of 元 as 万元: "约1.2" for 约12000元.
Quantity yuanOf(Money amount);
QString wanText(const std::optional<Quantity> &yuan);
/// The quantity of 元 that a quantity of 万元 means. @throws Error Validation beyond the range of amounts
std::optional<Quantity> yuanOfWan(const std::optional<Quantity> &wan);

template <class Details> struct UnitFact {
    qint64 id;
    int revision;
    Details details;
};

std::vector<FieldError> validate(const UnitRoleDetails &details);
std::vector<FieldError> validate(const QualificationDetails &details);
std::vector<FieldError> validate(const UnitYearDetails &details);

} // namespace mishutai::parties
