#pragma once

#include "reports/template.h"

#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::desk {

/// A letter that the program carries.
struct LetterKind {
    QString name; ///< "invitation"
    QString label; ///< 邀请函
};

/// By label, invitations first.
std::vector<LetterKind> letterKinds();

/// The text of a letter: by the name or label of a carried one, by the name of one that the office keeps in its data file, or by
/// the path of a file ending in .md. @throws Error NotFound (naming the letters there are), Io, Forbidden
QString letterSource(session::Session &session, const QString &nameOrPath);

/// A letter whose every field is known, the office's own too. @throws Error Validation (a fault in it, with its line)
reports::Template parseLetter(session::Session &session, const QString &source, const QString &fileName);

/// letterSource(), parsed.
reports::Template loadLetter(session::Session &session, const QString &nameOrPath);

} // namespace mishutai::desk
