#pragma once

#include "base/error.h"

#include <QString>
#include <QStringView>

#include <vector>

namespace mishutai::parties {

/// Gathers the faults of one details struct; each rule adds at most one.
class FieldRules
{
public:
    void required(const QString &field, const QString &value, const QString &label);
    /// At most `most` characters and no control characters but line breaks.
    void length(const QString &field, const QString &value, int most, const QString &label);
    /// Empty, or a telephone number in stored form (base/chinese/phone.h).
    void phone(const QString &field, const QString &value);
    /// Empty, or something on both sides of an @.
    void email(const QString &field, const QString &value);
    /// Empty, or 18 characters by GB 32100-2015; says what is wrong and, where only it is, which check character is right.
    void creditCode(const QString &field, const QString &value);
    void add(const QString &field, const QString &code, const QString &message) { m_errors.push_back({field, code, message}); }
    void addIf(bool isWrong, const QString &field, const QString &code, const QString &message);

    std::vector<FieldError> take() { return std::move(m_errors); }

private:
    std::vector<FieldError> m_errors;
};

/// Throws what validate() has found under one heading.
/// @throws Error (Validation) unless empty
void throwIfAny(std::vector<FieldError> errors, const QString &problem);

/// A telephone number as it is stored; what is none stays as typed, for the message.
QString tidiedPhone(const QString &phone);

/// Stars where there is something, for who may not see it.
QString maskedText(const QString &text);

} // namespace mishutai::parties
