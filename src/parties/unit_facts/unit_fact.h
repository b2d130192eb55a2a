#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "base/money.h"
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
    bool operator==(const QualificationDetails &) const = default;
};

/// Figures of one calendar year. Key: unit, year, stage. Absent is "not reported", never 0.
struct UnitYearDetails {
    UnitId unit;
    int year = 0;
    FigureStage stage = FigureStage::Actual;
    std::optional<Money> output; ///< 产值
    std::optional<Money> revenue; ///< 营收
    std::optional<Money> tax; ///< 纳税
    std::optional<Money> exports; ///< 出口
    std::optional<int> employees;
    std::optional<int> technicalStaff;
    QString source;
    bool operator==(const UnitYearDetails &) const = default;
};

template <class Details> struct UnitFact {
    qint64 id;
    int revision;
    Details details;
};

std::vector<FieldError> validate(const UnitRoleDetails &details);
std::vector<FieldError> validate(const QualificationDetails &details);
std::vector<FieldError> validate(const UnitYearDetails &details);

} // namespace mishutai::parties
