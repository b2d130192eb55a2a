#pragma once

#include "desk/application.h"
#include "evidence/links/evidence_service.h"
#include "evidence/store/opened_copies.h"
#include "ui/evidence/thumbnails.h"

#include <QObject>

class QMimeData;

namespace mishutai::ui {

class Page;

/// What a page of records does with evidence: attach, open, save, remove, with messages in its window. Bytes are read and written
/// in another thread. One a page; its tab is made anew for each record. GUI thread.
class EvidenceDesk : public QObject
{
    Q_OBJECT

public:
    /// @param objectType key of the page's list @param labelOf what a message calls a record
    EvidenceDesk(Page &page, desk::Application &application, const QString &objectType, std::function<QString(qint64)> labelOf);

    /// Whether records of this page have evidence that the user may see.
    bool isOffered() const { return m_isOffered; }
    bool mayAttach() const;
    bool mayRemove() const;
    std::vector<evidence::EvidenceItem> itemsOf(qint64 id) const;
    int countOf(qint64 id) const;

    void askFiles(qint64 id);
    void attach(qint64 id, std::vector<evidence::NewEvidence> given);
    /// Files or a picture of the clipboard or of a drop. @return whether there were any
    bool attachFrom(const QMimeData *data, qint64 id);
    /// Whether attachFrom would find something: files, or a picture where there is no table of cells (Excel gives both).
    static bool holdsEvidence(const QMimeData *data);

    void open(const evidence::EvidenceItem &item);
    void saveAs(const evidence::EvidenceItem &item);
    void remove(const std::vector<evidence::EvidenceItem> &items);
    void rename(const evidence::EvidenceItem &item, const QString &caption);

    Thumbnails &thumbnails() { return m_thumbnails; }

Q_SIGNALS:
    /// The evidence of a record is another now.
    void changed(qint64 id);
    /// A copy was made for another program; the default handler lets the system open it.
    void openAsked(const QString &copy);

private:
    void attachPicture(qint64 id, const QImage &picture);
    void attached(qint64 id, const evidence::AttachResult &result);
    void offerOtherEvent(qint64 id, const std::vector<EvidenceLinkId> &added);
    void moveAll(const std::vector<EvidenceLinkId> &links, qint64 event, const QString &name);

    Page &m_page;
    desk::Application &m_application;
    QString m_objectType;
    std::function<QString(qint64)> m_labelOf;
    bool m_isOffered;
    Thumbnails m_thumbnails;
    std::shared_ptr<evidence::OpenedCopies> m_copies; ///< shared with a copy on its way when the page goes
};

} // namespace mishutai::ui
