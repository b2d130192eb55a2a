#pragma once

#include "session/session.h"
#include "ui/common/fields/choice_field.h"
#include "ui/common/fields/date_field.h"
#include "ui/common/form.h"

#include <QCoreApplication>

#include <optional>

namespace mishutai::ui {

/// The field of that key, which is known to be of that type.
template <class FieldType> FieldType *as(const Form &form, const QString &key)
{
    auto *field = qobject_cast<FieldType *>(form.field(key));
    Q_ASSERT(field);
    return field;
}

inline QString textOf(const Form &form, const QString &key)
{
    return form.field(key)->text().trimmed();
}

/// Invalid for an empty field.
inline QDate dateOf(const Form &form, const QString &key)
{
    return as<DateField>(form, key)->date().value_or(QDate());
}

inline std::optional<QDate> orNothing(QDate date)
{
    return date.isValid() ? std::optional(date) : std::nullopt;
}

inline DateField *dateField(session::Session &session)
{
    return new DateField([&session] { return session.clock().today(); });
}

/// 是 or 否, empty where nobody knows.
inline ChoiceField *yesNoField()
{
    return new ChoiceField({{QStringLiteral("1"), QCoreApplication::translate("FormValues", "是")},
        {QStringLiteral("0"), QCoreApplication::translate("FormValues", "否")}});
}

inline std::optional<bool> flagOf(const Form &form, const QString &key)
{
    const QString value = as<ChoiceField>(form, key)->value();
    return value.isEmpty() ? std::nullopt : std::optional(value == QStringLiteral("1"));
}

inline void setFlag(const Form &form, const QString &key, std::optional<bool> flag)
{
    as<ChoiceField>(form, key)->setValue(!flag ? QString() : *flag ? QStringLiteral("1") : QStringLiteral("0"));
}

} // namespace mishutai::ui
