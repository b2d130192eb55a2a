#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "office/settings.h"
#include "office/sheets/choice_table.h"

#include <QDate>
#include <QString>

#include <vector>

namespace mishutai::members {

/// 申请→初审→考察→审议→缴费→发证.
enum class StepKind { Application, Review, Visit, Deliberation, Payment, Certificate };
enum class StepResult { Passed, Refused, Deferred };

const office::ChoiceTable<StepKind> &stepKinds();
const office::ChoiceTable<StepResult> &stepResults();

/// What was done for an admission on a day. Key: member, kind, date.
struct MemberStepDetails {
    MemberId member;
    StepKind kind = StepKind::Application;
    QDate onDate;
    StepResult result = StepResult::Passed;
    QString meeting; ///< 一届三次理事会
    QString document; ///< number of the decision
    QString note;
    bool operator==(const MemberStepDetails &) const = default;
};

struct MemberStep {
    qint64 id;
    int revision;
    MemberStepDetails details;
};

/// The steps that the office keeps, stored words separated by blanks. Empty: 直接入会 only.
inline const office::SettingKey<QString> kAdmissionSteps{"members.admission_steps", QString()};

/// The steps that a setting names, in the order of the procedure; words it does not know are passed over.
std::vector<StepKind> stepsOf(const QString &setting);
QString settingOf(const std::vector<StepKind> &steps);

/// Empty when acceptable. Expects trimmed texts.
std::vector<FieldError> validate(const MemberStepDetails &details);

} // namespace mishutai::members
