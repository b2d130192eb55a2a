#pragma once

#include "members/posts/member_post.h"
#include "office/terms/term.h"
#include "parties/people/person.h"

#include <optional>
#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::members {

/// What becomes of one post when the term changes.
struct Succession {
    MemberPostId holder; ///< the post as it is held now
    /// 连任 when it is who holds it; nothing and no new name: 不再担任.
    std::optional<PersonId> successor;
    QString newName; ///< of a successor whom the register of people does not know yet
};

/// A post that begins with the new term and nobody held before.
struct NewPost {
    std::optional<PersonId> person;
    QString newName; ///< of a person whom the register does not know yet; without both the post is left out
    Post post = Post::Director;
    QString title; ///< as the office calls it, where that differs
    std::optional<UnitId> unit; ///< whom the person stands for
};

struct TermChange {
    office::TermDetails term; ///< the new one
    QString document; ///< of the election, noted with each post begun
    std::vector<Succession> posts; ///< a post that is not named ends
    std::vector<NewPost> added; ///< faults name them added.0.person, added.1.title …
};

/// 换届: a new term, the posts of the old one ended on the day before and begun again or by somebody else, in one batch.
class TermChangeService
{
public:
    explicit TermChangeService(session::Session &session) : m_session(session) { }

    /// The next number, from today; the posts held then, each 连任.
    TermChange proposed() const;
    /// @throws Error Validation (of the term; a post that is not held then), Conflict, Forbidden (needs MemberEdit and
    /// OfficeEdit)
    TermId change(const TermChange &change);

    /// Who holds what on the day before the new term begins.
    std::vector<MemberPost> holders(QDate newTermFrom) const;
    /// A sentence when the term that holds on the day ends within `withinDays` or has ended without a new one; else empty.
    QString reminder(QDate today, int withinDays = 90) const;

private:
    void endTermBefore(QDate fromOn) const;
    void begin(const MemberPost &held, const Succession &succession, TermId term, const TermChange &change) const;
    void begin(size_t place, TermId term, const TermChange &change) const;
    /// The known person, else a new one of that name; nothing without either.
    std::optional<PersonId> personOf(const std::optional<PersonId> &known, const QString &newName) const;

    session::Session &m_session;
};

} // namespace mishutai::members
