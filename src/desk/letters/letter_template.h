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

/// A letter by the name of a carried template or by the path of a file ending in .md; every field in it is known, the
/// office's own too.
/// @throws Error NotFound (naming the templates there are), Io, Validation (a fault in it, with its line)
reports::Template loadLetter(session::Session &session, const QString &nameOrPath);

} // namespace mishutai::desk
