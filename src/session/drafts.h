#pragma once

#include "session/draft_repository.h"
#include "session/session.h"

namespace mishutai::session {

/// What open forms held, kept every few seconds and offered back after a crash. One's own drafts only. A draft is no record: it
/// is written outside Work, without audit row and history. Every method needs DraftKeep, the writing ones a writable file.
/// @throws Error Forbidden, Storage, Validation when the content is no JSON
class Drafts
{
public:
    explicit Drafts(const Session &session) : m_session(session) { }

    /// Takes the place of an earlier draft of the same form and object.
    DraftId save(const QString &form, std::optional<qint64> objectId, const QString &content);
    /// Newest first.
    std::vector<Draft> list() const;
    /// Gives the draft and removes it. Nothing when it is gone.
    std::optional<Draft> take(DraftId draft);
    void discard(DraftId draft);
    /// After the form has been saved as a record.
    void discard(const QString &form, std::optional<qint64> objectId);

private:
    const Session &m_session;
};

} // namespace mishutai::session
