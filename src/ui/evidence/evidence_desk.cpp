#include "ui/evidence/evidence_desk.h"

#include "base/error.h"
#include "db/change_bus.h"
#include "desk/evidence/event_suggestion.h"
#include "evidence/store/file_name.h"
#include "evidence/store/saved_copy.h"
#include "session/work.h"
#include "ui/common/guarded.h"
#include "ui/common/list_page.h"
#include "ui/common/message_bar.h"
#include "ui/records/exports/ask_file.h"
#include "ui/shell/page.h"
#include "ui/shell/task_dialog.h"

#include <QBuffer>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

#include <algorithm>
#include <map>

namespace mishutai::ui {

namespace {

using evidence::EvidenceItem;
using evidence::NewEvidence;
using evidence::RecordRef;
using session::Operation;

QStringList filesOf(const QMimeData *data)
{
    QStringList files;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    return files;
}

bool holdsCells(const QMimeData *data)
{
    const QString text = data->text().trimmed();
    return data->hasText() && (text.contains(u'\t') || text.contains(u'\n'));
}

QByteArray pngOf(const QImage &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !picture.save(&buffer, "PNG"))
        throw Error(Error::Kind::Validation, EvidenceDesk::tr("剪贴板里的图片读不出来"), {},
            EvidenceDesk::tr("请重新截图或复制，再粘贴"));
    return bytes;
}

bool isEvidenceKind(const QString &objectType)
{
    return objectType == "entries"
        || std::ranges::find(evidence::recordKinds(), objectType, &evidence::RecordKind::objectType)
        != evidence::recordKinds().end();
}

} // namespace

EvidenceDesk::EvidenceDesk(
    Page &page, desk::Application &application, const QString &objectType, std::function<QString(qint64)> labelOf)
    : QObject(&page), m_page(page), m_application(application), m_objectType(objectType), m_labelOf(std::move(labelOf)),
      m_isOffered(isEvidenceKind(objectType) && application.session().may(Operation::EvidenceRead)
          && application.session().may(evidence::kindOf(evidence::canonical({objectType, 0})).toRead)),
      m_thumbnails(evidence::ObjectStore::of(application.path())), m_copies(std::make_shared<evidence::OpenedCopies>())
{
}

bool EvidenceDesk::mayAttach() const
{
    return m_isOffered && !m_application.isReadOnly() && m_application.session().may(Operation::EvidenceAttach);
}

bool EvidenceDesk::mayRemove() const
{
    return m_isOffered && !m_application.isReadOnly() && m_application.session().may(Operation::EvidenceRemove);
}

std::vector<EvidenceItem> EvidenceDesk::itemsOf(qint64 id) const
{
    return evidence::EvidenceService(m_application.session()).ofRecord({m_objectType, id});
}

int EvidenceDesk::countOf(qint64 id) const
{
    return evidence::EvidenceService(m_application.session()).countOf({m_objectType, id});
}

void EvidenceDesk::askFiles(qint64 id)
{
    askOpenFiles(&m_page, tr("添加佐证"),
        tr("所有文件 (*);;图片 (*.jpg *.jpeg *.png *.webp *.gif *.bmp *.heic);;发票和文件 (*.pdf *.ofd *.xml)"),
        [this, id](const QStringList &files) {
            std::vector<NewEvidence> given;
            for (const QString &file : files)
                given.push_back({.path = file});
            attach(id, std::move(given));
        });
}

bool EvidenceDesk::holdsEvidence(const QMimeData *data)
{
    return data && (!filesOf(data).isEmpty() || (data->hasImage() && !holdsCells(data)));
}

bool EvidenceDesk::attachFrom(const QMimeData *data, qint64 id)
{
    if (!mayAttach() || !holdsEvidence(data))
        return false;
    const QStringList files = filesOf(data);
    if (files.isEmpty()) {
        attachPicture(id, qvariant_cast<QImage>(data->imageData()));
        return true;
    }
    std::vector<NewEvidence> given;
    for (const QString &file : files)
        given.push_back({.path = file});
    attach(id, std::move(given));
    return true;
}

void EvidenceDesk::attachPicture(qint64 id, const QImage &picture)
{
    runTask(
        &m_page, tr("正在保存图片"), [picture](TaskControl &) { return pngOf(picture); },
        [this, id](const QByteArray &bytes) { attach(id, {{.bytes = bytes, .name = tr("粘贴的图片.png")}}); });
}

void EvidenceDesk::attach(qint64 id, std::vector<NewEvidence> given)
{
    const RecordRef record{m_objectType, id};
    runTask(
        &m_page, tr("正在添加佐证"),
        [request = m_application.workerRequest(), record, given = std::move(given)](TaskControl &control) {
            desk::Worker worker(request, desk::Worker::Access::Write);
            return evidence::EvidenceService(worker.session()).attach(record, given, control);
        },
        [this, id](const evidence::AttachResult &result) { attached(id, result); });
}

void EvidenceDesk::attached(qint64 id, const evidence::AttachResult &result)
{
    m_application.bus().publish({"evidence_files", "evidence_links"});
    Q_EMIT changed(id);
    MessageArea &messages = MessageArea::of(&m_page);
    if (!result.refused.empty()) {
        QStringList lines;
        for (const auto &refusal : result.refused)
            lines.append(tr("%1：%2").arg(refusal.name, refusal.reason));
        messages.failed(
            Error(Error::Kind::Validation, tr("%1 个文件没有添加").arg(result.refused.size()), lines.mid(0, 5).join('\n')));
    }
    if (result.added.empty()) {
        if (result.alreadyThere > 0)
            messages.done(tr("「%1」已经有这%2").arg(m_labelOf(id), result.alreadyThere == 1 ? tr("个文件") : tr("些文件")));
        return;
    }
    messages.done(tr("「%1」加了 %2 件佐证").arg(m_labelOf(id)).arg(result.added.size()),
        undoOfLastChange(m_page, m_application.session()));
    offerOtherEvent(id, result.added);
}

void EvidenceDesk::offerOtherEvent(qint64 id, const std::vector<EvidenceLinkId> &added)
{
    if (m_objectType != "activities")
        return;
    const evidence::EvidenceService service(m_application.session());
    std::map<QDate, std::vector<EvidenceLinkId>> byDay;
    for (const EvidenceLinkId link : added) {
        const EvidenceItem item = service.get(link);
        if (evidence::isPicture(item.media) && item.takenOn.isValid())
            byDay[item.takenOn].push_back(link);
    }
    for (const auto &[day, links] : byDay) {
        const auto events = desk::eventsOn(m_application.session(), day);
        if (events.empty() || std::ranges::find(events, id, &desk::EventOfDay::id) != events.end())
            continue;
        const desk::EventOfDay event = events.front();
        const QString which = links.size() == 1 ? tr("这张照片") : tr("这 %1 张照片").arg(links.size());
        MessageArea::of(&m_page).offer(tr("%1像是「%2」的（%3），改挂过去？").arg(which, event.name, day.toString(Qt::ISODate)),
            tr("改挂"), [this, links = links, event] { moveAll(links, event.id, event.name); });
    }
}

void EvidenceDesk::moveAll(const std::vector<EvidenceLinkId> &links, qint64 event, const QString &name)
{
    const bool isMoved = guarded(&m_page, [&] {
        session::Work work(m_application.session(), Operation::EvidenceAttach);
        evidence::EvidenceService service(m_application.session());
        for (const EvidenceLinkId link : links)
            service.moveTo(link, {m_objectType, event});
        work.commit();
    });
    if (!isMoved)
        return;
    Q_EMIT changed(event);
    MessageArea::of(&m_page).done(tr("已挂到「%1」").arg(name), undoOfLastChange(m_page, m_application.session()));
}

void EvidenceDesk::open(const EvidenceItem &item)
{
    guarded(&m_page, [&] {
        const QString object = evidence::EvidenceService(m_application.session()).pathOf(item);
        runTask(
            &m_page, tr("正在打开"),
            [copies = m_copies, object, item](TaskControl &) { return copies->make(object, item.name, item.media); },
            [this](const QString &copy) { Q_EMIT openAsked(copy); });
    });
}

void EvidenceDesk::saveAs(const EvidenceItem &item)
{
    askSaveFile(&m_page, tr("另存佐证"), evidence::cleanFileName(item.shownName(), item.media), tr("所有文件 (*)"),
        [this, item](const QString &target) {
            const QString object = evidence::EvidenceService(m_application.session()).pathOf(item);
            runTask(
                &m_page, tr("正在另存"),
                [object, target, media = item.media](TaskControl &control) {
                    // The dialog has asked whether an existing file may go.
                    return evidence::saveCopy(object, target, media, control);
                },
                [this](bool hadLocation) {
                    MessageArea::of(&m_page).saved(hadLocation ? tr("已另存，照片里的拍摄地点已去掉") : tr("已另存"));
                });
        });
}

void EvidenceDesk::remove(const std::vector<EvidenceItem> &items)
{
    if (items.empty() || !mayRemove())
        return;
    std::vector<EvidenceLinkId> links;
    for (const EvidenceItem &item : items)
        links.push_back(item.link);
    if (!guarded(&m_page, [&] { evidence::EvidenceService(m_application.session()).unlink(links); }))
        return;
    Q_EMIT changed(items.front().record.objectId);
    MessageArea::of(&m_page).done(
        tr("已删除 %1 件佐证，90 天内可以找回").arg(items.size()), undoOfLastChange(m_page, m_application.session()));
}

void EvidenceDesk::rename(const EvidenceItem &item, const QString &caption)
{
    guarded(&m_page, [&] { evidence::EvidenceService(m_application.session()).setCaption(item.link, item.revision, caption); });
    Q_EMIT changed(item.record.objectId);
}

} // namespace mishutai::ui
