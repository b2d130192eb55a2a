#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace mishutai {

// 统一社会信用代码, GB 32100-2015: 18 characters out of 31 (digits and capital letters without I, O, S, V, Z), the last
// one a check character.

/// Half-width capitals without blanks and hyphens: the form that is stored and compared.
QString normalizedCreditCode(QStringView text);

/// Whether the text, in stored form already, is a complete code with the right check character.
bool isCreditCode(QStringView code);

/// The check character for the first 17 characters. Nothing unless there are 17 characters of the set.
std::optional<QChar> creditCodeCheckDigit(QStringView first17);

/// The whole code for the first 17 characters; nothing as above. For example data.
std::optional<QString> completedCreditCode(QStringView first17);

/// What is wrong with a typed code, in Chinese and ready to show: length, a character that cannot occur (with the
/// likely one), or the check character. Nothing when the normalised text is a valid code. Empty text is a fault too.
std::optional<QString> creditCodeFault(QStringView text);

} // namespace mishutai
