#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "office/sheets/choice_table.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace mishutai::parties {

enum class Gender { Male, Female };
const office::ChoiceTable<Gender> &genders();

/// What a form edits of a person.
struct PersonDetails {
    QString code; ///< 人员-0001; when empty at creation, the next free one
    QString name;
    std::optional<Gender> gender;
    QString phone;
    QString otherPhone;
    QString email;
    QString wechat;
    QString title; ///< 职称
    QString politicalStatus; ///< 政治面貌
    bool isExpert = false;
    QString expertise;
    QString tags;
    QString notes;

    bool operator==(const PersonDetails &) const = default;
};

struct Person {
    PersonId id;
    int revision;
    PersonDetails details;
    std::optional<PersonId> mergedInto;
};

/// 对接事项 that a form offers to tick, in this order; an office may write others.
const QStringList &contactTopics();

/// Who speaks for a unit, [fromOn, toOn); an invalid fromOn is "always", an invalid toOn "still".
struct ContactDetails {
    UnitId unit;
    PersonId person;
    QString post; ///< 职务
    QStringList topics; ///< 对接事项, what to call them for: 会费, 活动; those of contactTopics() first
    bool isPrimary = false; ///< at most one that still holds in a unit
    QDate fromOn;
    QDate toOn;
    QString notes;
    QString salutation = {}; ///< 称谓: 王总, 李老师
    QString department = {};

    bool operator==(const ContactDetails &) const = default;
};

struct Contact {
    ContactId id;
    int revision;
    ContactDetails details;
};

PersonDetails tidied(PersonDetails details);
ContactDetails tidied(ContactDetails details);
/// Empty when acceptable. Expect tidied details; ask nothing of the data file.
std::vector<FieldError> validate(const PersonDetails &details);
std::vector<FieldError> validate(const ContactDetails &details);

} // namespace mishutai::parties
