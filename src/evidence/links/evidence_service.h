#pragma once

#include "base/task_control.h"
#include "evidence/links/evidence.h"
#include "evidence/store/object_store.h"

#include <optional>

namespace mishutai::session {
class Session;
}

namespace mishutai::evidence {

/// Files on records. Bytes are in the store, complete and synced, before the row that names them is committed; unlinking drops
/// the row only, so that undo finds the bytes (the sweep takes them after 90 days).
/// @throws Error (Validation | NotFound | Conflict | Forbidden | Storage | Io | Cancelled | Usage for a record without evidence)
class EvidenceService
{
public:
    /// The store of the session's data file.
    explicit EvidenceService(session::Session &session);

    /// By position. Needs EvidenceRead and whatever reading the record needs; so do the other two.
    std::vector<EvidenceItem> ofRecord(const RecordRef &record) const;
    int countOf(const RecordRef &record) const;
    EvidenceItem get(EvidenceLinkId link) const;

    /// Attaches all that may be kept in one use case; what may not (empty, too large, a folder) comes back with its reason. When
    /// nothing can be kept the first reason is thrown. After 取消 nothing is attached.
    /// Slow for large files: off the GUI thread, on a session of its own.
    AttachResult attach(
        const RecordRef &record, const std::vector<NewEvidence> &given, TaskControl &control = TaskControl::silent());
    /// Puts a file that the store has on one more record. Already there: its link.
    EvidenceLinkId link(const RecordRef &record, const EvidenceFileId &file, const QString &caption = {});
    /// As a data set says it: an object that lies in the store, with its name and place. Already there: brought into agreement.
    enum class Outcome { Added, Changed, Same };
    Outcome put(const RecordRef &record, const QString &sha256, const QString &name, int position, const QString &caption);

    void unlink(const std::vector<EvidenceLinkId> &links);
    /// 改挂: takes a file to another record. Where that has it already, only the link here goes.
    void moveTo(EvidenceLinkId link, const RecordRef &record);
    /// @param caption empty: shown by its name again
    void setCaption(EvidenceLinkId link, int revision, const QString &caption);

    /// Where the bytes can be read. @throws Error NotFound when the object is missing
    QString pathOf(const EvidenceItem &item) const;
    const ObjectStore &store() const { return m_store; }

    static constexpr int kMostCaption = 200;

private:
    void requireReader(const RecordRef &record) const;
    AttachResult attachStored(const RecordRef &record, const std::vector<std::pair<NewEvidence, StoredObject>> &stored);

    session::Session &m_session;
    ObjectStore m_store;
};

} // namespace mishutai::evidence
