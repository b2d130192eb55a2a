#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "office/sheets/choice_table.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace mishutai::members {

enum class LetterFile { Docx, Pdf };

const office::ChoiceTable<LetterFile> &letterFiles();

/// A letter that was made for a member: an entry of the log, never changed.
struct LetterDetails {
    MemberId member;
    QString templateName; ///< "invitation"
    QString title; ///< 邀请函
    LetterFile file = LetterFile::Docx;
    QDateTime madeAt; ///< UTC, milliseconds
    QString madeBy; ///< name of the user

    bool operator==(const LetterDetails &) const = default;
};

struct Letter {
    qint64 id;
    LetterDetails details;
};

/// Empty when acceptable; asks nothing of the data file.
std::vector<FieldError> validate(const LetterDetails &details);

} // namespace mishutai::members
