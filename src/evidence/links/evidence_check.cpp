#include "evidence/links/evidence_check.h"

#include "base/error.h"
#include "db/backup/durable_copy.h"
#include "db/database.h"
#include "evidence/links/evidence_repository.h"
#include "session/session.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <map>

namespace mishutai::evidence {

namespace {

std::optional<EvidenceFault::Kind> faultOf(const ObjectStore &store, const EvidenceItem &item, Depth depth, TaskControl &control)
{
    const auto path = store.find(item.sha256);
    if (!path)
        return EvidenceFault::Kind::Missing;
    if (QFileInfo(*path).size() != item.bytes)
        return EvidenceFault::Kind::Changed;
    if (depth == Depth::Names)
        return std::nullopt;
    try {
        if (db::sha256OfFile(*path, control) == item.sha256.toLatin1())
            return std::nullopt;
    } catch (const Error &error) {
        if (error.kind() != Error::Kind::Io)
            throw;
    }
    return EvidenceFault::Kind::Changed;
}

} // namespace

std::vector<EvidenceFault> checkEvidence(const session::Session &session, Depth depth, TaskControl &control)
{
    session.require(session::Operation::CheckRun);
    const ObjectStore store = ObjectStore::of(session.database().path());
    const std::vector<EvidenceItem> items = EvidenceRepository(session.database()).all();
    std::map<QString, std::optional<EvidenceFault::Kind>> looked; // many records may have one file
    std::vector<EvidenceFault> faults;
    qint64 done = 0;
    for (const EvidenceItem &item : items) {
        control.throwIfCancelled();
        control.progress(++done, static_cast<qint64>(items.size()), QCoreApplication::translate("Evidence", "正在核对佐证文件"));
        auto found = looked.find(item.sha256);
        if (found == looked.end())
            found = looked.emplace(item.sha256, faultOf(store, item, depth, control)).first;
        if (found->second)
            faults.push_back({*found->second, item});
    }
    return faults;
}

} // namespace mishutai::evidence
