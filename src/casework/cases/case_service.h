#pragma once

#include "casework/cases/case.h"

#include <optional>
#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::casework {

/// How a case ends.
struct CaseClosing {
    QDate closedOn;
    QString result; ///< 办理结果, needed
    QString feedback; ///< empty: what is there stays
    std::optional<int> satisfaction; ///< nothing: what is there stays
};

/// Use cases of the service register 服务台账. Closing, reopening, extending and withdrawing each leave a step with their day and
/// reason.
class CaseService
{
public:
    explicit CaseService(session::Session &session) : m_session(session) { }

    /// @param state of a case that is entered after it was dealt with
    /// @throws Error Validation, Conflict (code taken), Forbidden, Storage
    CaseId open(const CaseDetails &details, const CaseState &state = {});
    /// @param state nothing leaves it as it is; sheets give it
    /// @return whether anything differed. @throws as open(); also NotFound, Conflict when stale
    bool update(CaseId id, int revision, const CaseDetails &details, const std::optional<CaseState> &state = std::nullopt);
    /// 办结. @throws Error Validation (no result, day before opening or after today), Conflict (stale, closed already)
    void close(CaseId id, int revision, const CaseClosing &closing);
    /// 撤销: it never counts. @throws as close()
    void withdraw(CaseId id, int revision, QDate onDate, const QString &reason);
    /// 重开: back to 在办, counted. @throws Error Validation (no reason, day before closing), Conflict (stale, not closed)
    void reopen(CaseId id, int revision, QDate onDate, const QString &reason);
    /// 延期. @throws Error Validation (no reason, not later than the deadline that holds), Conflict (stale, closed, no deadline)
    void extend(CaseId id, int revision, QDate newDueOn, QDate onDate, const QString &reason);
    /// With its units, steps and receipts. @throws Error Conflict when stale, NotFound
    void remove(CaseId id, int revision);

    /// @throws Error NotFound, Forbidden
    Case get(CaseId id) const;
    std::optional<Case> findByCode(const QString &code) const;
    /// The one of this title that was opened on this day; the oldest of several.
    std::optional<Case> findByDateAndTitle(QDate openedOn, const QString &title) const;

private:
    void checkKeys(const CaseDetails &details, std::optional<CaseId> self) const;

    session::Session &m_session;
};

} // namespace mishutai::casework
