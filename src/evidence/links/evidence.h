#pragma once

#include "base/ids.h"
#include "evidence/store/media.h"
#include "session/permissions.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QStringList>

#include <vector>

namespace mishutai::evidence {

/// Any record of any module: the key of its list and its id.
struct RecordRef {
    QString objectType; ///< "activities"
    qint64 objectId = 0;
    auto operator<=>(const RecordRef &) const = default;
};

/// One kind of record that evidence can be attached to.
struct RecordKind {
    QString objectType;
    QString title; ///< "活动"
    session::Operation toRead; ///< who may see the record may see its evidence
};

const std::vector<RecordKind> &recordKinds();
/// The one name of a record that two lists show: an entry is its voucher. @throws Error Usage for what has no evidence
RecordRef canonical(const RecordRef &record);
/// @throws Error Usage
const RecordKind &kindOf(const RecordRef &record);

/// One file on one record.
struct EvidenceItem {
    EvidenceLinkId link{0};
    int revision = 0; ///< of the link
    EvidenceFileId file{0};
    RecordRef record;
    int position = 0; ///< from 1
    QString caption; ///< empty: shown by its name
    QString name; ///< as the user's file was called
    QString sha256;
    qint64 bytes = 0;
    Media media = Media::Other;
    QDate takenOn; ///< by its name; may be invalid
    QString shownName() const { return caption.isEmpty() ? name : caption; }
};

/// What is to be attached: a file, or bytes with a name (a pasted picture).
struct NewEvidence {
    QString path = {};
    QByteArray bytes = {};
    QString name = {}; ///< empty: that of the path
    QString caption = {};
};

struct AttachResult {
    struct Refusal {
        QString name;
        QString reason; ///< Chinese, cause and remedy
    };
    std::vector<EvidenceLinkId> added;
    int alreadyThere = 0; ///< the record has these bytes already
    std::vector<Refusal> refused;
};

} // namespace mishutai::evidence
