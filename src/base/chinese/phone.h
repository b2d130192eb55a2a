#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>
#include <utility>

namespace mishutai {

/// A Chinese telephone number in the one form that is stored: mobile "13800005678"; landline "028-85550123", with
/// extension "028-85550123-801"; local number without area code "85550123"; "400-800-1234". Takes full-width characters, blanks,
/// hyphens, brackets round the area code, +86, 转 or 分机 before the extension. Nothing for anything else.
std::optional<QString> normalizedPhone(QStringView text);

/// The numbers of a cell in stored form, one or several: 13811112222、13811113333. Nothing when a part of it is no number.
QStringList phonesOf(QStringView text);

/// The two numbers of a cell that holds two, in stored form: 13811112222、13811113333. Nothing for one number, three or none.
std::optional<std::pair<QString, QString>> twoPhones(QStringView text);

bool isMobilePhone(QStringView normalized);

/// A stored number for lists and prints that not everybody may read in full: "138****5678", "028-****0123". A text of
/// fewer than 7 digits is hidden altogether: "****".
QString maskedPhone(QStringView normalized);

/// The last digits, by which a number is searched: "5678". Shorter texts as they are; an extension does not count.
QString phoneTail(QStringView normalized, int digits = 4);

} // namespace mishutai
