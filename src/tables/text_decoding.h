#pragma once

#include <QByteArray>
#include <QString>

namespace mishutai::tables {

struct DecodedText {
    QString text; ///< without the byte order mark
    QString encoding; ///< "UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"
};

/// Text of a file that does not say its encoding: byte order mark, else strict UTF-8, else GB18030 (Chinese Excel's default).
/// Never gives U+FFFD. A file that is UTF-8 but for a few damaged bytes is refused, not read as GB18030.
/// @throws Error Validation with row and column of the first damaged character
DecodedText decodeText(const QByteArray &bytes, const QString &fileName);

} // namespace mishutai::tables
