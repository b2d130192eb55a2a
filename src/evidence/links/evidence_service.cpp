#include "evidence/links/evidence_service.h"

#include "base/error.h"
#include "db/database.h"
#include "evidence/links/evidence_repository.h"
#include "evidence/store/file_name.h"
#include "session/session.h"
#include "session/work.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace mishutai::evidence {

namespace {

using session::Operation;

QString tr(const char *text)
{
    return QCoreApplication::translate("Evidence", text);
}

Error missing()
{
    return Error(Error::Kind::NotFound, tr("这件佐证的文件不见了"), tr("佐证文件夹里没有这个文件，可能被移走或删除"),
        tr("请把数据文件旁边的 .files 文件夹找回来，或从备份恢复；「体检」会列出缺哪些"));
}

Error gone()
{
    return Error(Error::Kind::NotFound, tr("这件佐证已经不在了"), tr("可能刚被删除"), tr("请刷新后再试"));
}

QString nameOf(const NewEvidence &given)
{
    return keptName(given.name.isEmpty() ? QFileInfo(given.path).fileName() : given.name);
}

QString requireCaption(const QString &caption)
{
    const QString text = caption.simplified();
    if (text.size() > EvidenceService::kMostCaption)
        throw Error(
            Error::Kind::Validation, tr("说明太长"), tr("最多 %1 个字").arg(EvidenceService::kMostCaption), tr("请写得短一些"));
    return text;
}

/// A day in the name that has not come yet is no day it was taken.
QDate takenOn(const QString &name, QDate today)
{
    const QDate day = dateInName(name);
    return day.isValid() && day <= today ? day : QDate();
}

void requirePresent(const ObjectStore &store, const QString &sha256)
{
    if (!store.find(sha256))
        throw missing();
}

EvidenceItem requireLink(const EvidenceRepository &repository, EvidenceLinkId link)
{
    const std::optional<EvidenceItem> item = repository.find(link);
    if (!item)
        throw gone();
    return *item;
}

std::optional<EvidenceItem> sameFile(const std::vector<EvidenceItem> &items, EvidenceFileId file)
{
    const auto found = std::ranges::find(items, file, &EvidenceItem::file);
    return found == items.end() ? std::nullopt : std::optional(*found);
}

/// Stores the bytes of each, one by one; what may not be kept is told in `refused`.
class Storing
{
public:
    Storing(const ObjectStore &store, TaskControl &control) : m_store(store), m_control(control) { }

    std::vector<std::pair<NewEvidence, StoredObject>> run(const std::vector<NewEvidence> &given)
    {
        std::vector<std::pair<NewEvidence, StoredObject>> stored;
        for (const NewEvidence &one : given) {
            m_control.throwIfCancelled();
            m_control.progress(m_done++, static_cast<qint64>(given.size()), tr("正在保存佐证"));
            try {
                CancelOnly control(m_control);
                stored.emplace_back(one, one.path.isEmpty() ? m_store.putBytes(one.bytes) : m_store.putFile(one.path, control));
            } catch (const Error &error) {
                // A full disk concerns all of them; an unreadable or unfit file concerns itself.
                if (error.kind() != Error::Kind::Validation)
                    throw;
                if (given.size() == 1)
                    throw;
                refused.push_back({nameOf(one), error.cause() + u'，' + error.remedy()});
            }
        }
        return stored;
    }

    std::vector<AttachResult::Refusal> refused;

private:
    /// Progress is counted in files; the bytes of one would make it jump back.
    class CancelOnly : public TaskControl
    {
    public:
        explicit CancelOnly(const TaskControl &outer) : m_outer(outer) { }
        void progress(qint64, qint64, const QString &) override { }
        bool isCancelled() const override { return m_outer.isCancelled(); }

    private:
        const TaskControl &m_outer;
    };

    const ObjectStore &m_store;
    TaskControl &m_control;
    qint64 m_done = 0;
};

} // namespace

EvidenceService::EvidenceService(session::Session &session)
    : m_session(session), m_store(ObjectStore::of(session.database().path()))
{
}

void EvidenceService::requireReader(const RecordRef &record) const
{
    m_session.require(Operation::EvidenceRead);
    m_session.require(kindOf(record).toRead);
}

std::vector<EvidenceItem> EvidenceService::ofRecord(const RecordRef &given) const
{
    const RecordRef record = canonical(given);
    requireReader(record);
    return EvidenceRepository(m_session.database()).ofRecord(record);
}

int EvidenceService::countOf(const RecordRef &given) const
{
    const RecordRef record = canonical(given);
    requireReader(record);
    return EvidenceRepository(m_session.database()).countOf(record);
}

EvidenceItem EvidenceService::get(EvidenceLinkId link) const
{
    const EvidenceItem item = requireLink(EvidenceRepository(m_session.database()), link);
    requireReader(item.record);
    return item;
}

AttachResult EvidenceService::attach(const RecordRef &given, const std::vector<NewEvidence> &files, TaskControl &control)
{
    const RecordRef record = canonical(given);
    m_session.require(Operation::EvidenceAttach);
    requireReader(record);
    Storing storing(m_store, control);
    const auto stored = storing.run(files);
    if (stored.empty() && !storing.refused.empty())
        throw Error(Error::Kind::Validation, tr("没有添加佐证"), storing.refused.front().reason);
    control.throwIfCancelled();
    AttachResult result = attachStored(record, stored);
    result.refused = std::move(storing.refused);
    return result;
}

AttachResult EvidenceService::attachStored(
    const RecordRef &record, const std::vector<std::pair<NewEvidence, StoredObject>> &stored)
{
    session::Work work(m_session, Operation::EvidenceAttach);
    work.setSubject(record.objectType, record.objectId);
    const EvidenceRepository repository(m_session.database());
    AttachResult result;
    int position = repository.nextPosition(record);
    for (const auto &[given, object] : stored) {
        // The sweep may have come between the bytes and this transaction.
        requirePresent(m_store, object.sha256);
        const QString name = nameOf(given);
        std::optional<EvidenceFile> file = repository.findFile(object.sha256);
        if (!file) {
            file = EvidenceFile{EvidenceFileId(0), object, name, takenOn(name, m_session.clock().today())};
            file->id = repository.insertFile(work, *file, m_session.clock().now());
        }
        if (sameFile(repository.ofRecord(record), file->id)) {
            ++result.alreadyThere;
            continue;
        }
        // The same bytes under another name: the name that is known here is kept with the record.
        const QString caption = requireCaption(given.caption.isEmpty() && file->name != name ? name : given.caption);
        result.added.push_back(repository.insertLink(work, file->id, record, position++, caption));
    }
    work.commit();
    return result;
}

EvidenceLinkId EvidenceService::link(const RecordRef &given, const EvidenceFileId &file, const QString &caption)
{
    const RecordRef record = canonical(given);
    session::Work work(m_session, Operation::EvidenceAttach);
    work.setSubject(record.objectType, record.objectId);
    const EvidenceRepository repository(m_session.database());
    if (const auto known = sameFile(repository.ofRecord(record), file))
        return known->link;
    const std::vector<EvidenceFile> files = repository.files();
    const auto found = std::ranges::find(files, file, &EvidenceFile::id);
    if (found == files.end())
        throw gone();
    requirePresent(m_store, found->object.sha256);
    const EvidenceLinkId link
        = repository.insertLink(work, file, record, repository.nextPosition(record), requireCaption(caption));
    work.commit();
    return link;
}

EvidenceService::Outcome EvidenceService::put(
    const RecordRef &given, const QString &sha256, const QString &givenName, int position, const QString &givenCaption)
{
    const RecordRef record = canonical(given);
    session::Work work(m_session, Operation::EvidenceAttach);
    work.setSubject(record.objectType, record.objectId);
    const EvidenceRepository repository(m_session.database());
    const auto path = m_store.find(sha256);
    if (!path)
        throw missing();
    std::optional<EvidenceFile> file = repository.findFile(sha256);
    const QString caption = requireCaption(givenCaption);
    if (!file) {
        const QString name = keptName(givenName);
        const StoredObject object{sha256, QFileInfo(*path).size(), mediaOfFile(*path)};
        file = EvidenceFile{EvidenceFileId(0), object, name, takenOn(name, m_session.clock().today())};
        file->id = repository.insertFile(work, *file, m_session.clock().now());
    }
    const std::optional<EvidenceItem> known = sameFile(repository.ofRecord(record), file->id);
    if (!known)
        repository.insertLink(work, file->id, record, position > 0 ? position : repository.nextPosition(record), caption);
    const int place = position > 0 || !known ? position : known->position;
    const bool isChanged
        = known && repository.updateLink(work, known->link, known->revision, record, place, caption) != known->revision;
    work.commit();
    return !known ? Outcome::Added : isChanged ? Outcome::Changed : Outcome::Same;
}

void EvidenceService::unlink(const std::vector<EvidenceLinkId> &links)
{
    session::Work work(m_session, Operation::EvidenceRemove);
    const EvidenceRepository repository(m_session.database());
    for (const EvidenceLinkId link : links) {
        const EvidenceItem item = requireLink(repository, link);
        requireReader(item.record);
        work.setSubject(item.record.objectType, item.record.objectId);
        repository.removeLink(work, link, item.revision);
    }
    work.commit();
}

void EvidenceService::moveTo(EvidenceLinkId link, const RecordRef &given)
{
    const RecordRef record = canonical(given);
    session::Work work(m_session, Operation::EvidenceAttach);
    work.setSubject(record.objectType, record.objectId);
    const EvidenceRepository repository(m_session.database());
    const EvidenceItem item = requireLink(repository, link);
    requireReader(item.record);
    requireReader(record);
    if (item.record == record)
        return;
    if (sameFile(repository.ofRecord(record), item.file))
        repository.removeLink(work, link, item.revision);
    else
        repository.updateLink(work, link, item.revision, record, repository.nextPosition(record), item.caption);
    work.commit();
}

void EvidenceService::setCaption(EvidenceLinkId link, int revision, const QString &caption)
{
    session::Work work(m_session, Operation::EvidenceAttach);
    const EvidenceRepository repository(m_session.database());
    const EvidenceItem item = requireLink(repository, link);
    requireReader(item.record);
    work.setSubject(item.record.objectType, item.record.objectId);
    QString text = requireCaption(caption);
    if (text == item.name)
        text.clear();
    repository.updateLink(work, link, revision, item.record, item.position, text);
    work.commit();
}

QString EvidenceService::pathOf(const EvidenceItem &item) const
{
    requireReader(item.record);
    const auto path = m_store.find(item.sha256);
    if (!path)
        throw missing();
    return *path;
}

} // namespace mishutai::evidence
