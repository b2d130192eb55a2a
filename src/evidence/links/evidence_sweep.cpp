#include "evidence/links/evidence_sweep.h"

#include "db/database.h"
#include "evidence/links/evidence_repository.h"
#include "session/session.h"
#include "session/work.h"

#include <spdlog/spdlog.h>

#include <QLockFile>
#include <QSet>

namespace mishutai::evidence {

namespace {

QSet<QString> asSet(const QStringList &names)
{
    return {names.begin(), names.end()};
}

/// Names that no record refers to: of rows, and of objects that never came to a row.
QSet<QString> unreferenced(const EvidenceRepository &repository, const ObjectStore &store)
{
    QSet<QString> names = asSet(store.names());
    for (const EvidenceFile &file : repository.files())
        names.insert(file.object.sha256);
    return names - asSet(repository.linkedNames());
}

} // namespace

SweepResult sweep(session::Session &session)
{
    session.require(session::Operation::EvidenceSweep);
    const ObjectStore store = ObjectStore::of(session.database().path());
    const auto lock = store.tryLock(0);
    if (!lock)
        return {};
    const EvidenceRepository repository(session.database());
    const QDateTime now = session.clock().now();
    SweepResult result;
    result.deleted = store.emptyQuarantine(now.addDays(-kDaysKept));
    const QSet<QString> known = asSet(repository.orphanNames());
    const QSet<QString> orphans = unreferenced(repository, store);
    if (known == orphans && repository.orphansUntil(now.addDays(-kDaysKept)).isEmpty())
        return result;
    session::Work work(session, session::Operation::EvidenceSweep);
    // Read again: what was attached meanwhile is committed or waits for this transaction, and then finds its bytes itself.
    const QSet<QString> still = unreferenced(repository, store);
    for (const QString &name : asSet(repository.orphanNames()) - still)
        repository.removeOrphan(name);
    for (const QString &name : still)
        repository.addOrphan(name, now);
    for (const QString &name : repository.orphansUntil(now.addDays(-kDaysKept))) {
        repository.eraseFile(name);
        repository.removeOrphan(name);
        store.moveToQuarantine(name);
        ++result.parked;
    }
    work.commit();
    spdlog::info("evidence swept: {} parked, {} deleted", result.parked, result.deleted);
    return result;
}

} // namespace mishutai::evidence
