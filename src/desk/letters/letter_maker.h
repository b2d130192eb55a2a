#pragma once

#include "base/task_control.h"
#include "document/document.h"
#include "document/layout/paged_document.h"
#include "members/letters/letter.h"
#include "metrics/metric.h"
#include "reports/template.h"

#include <QDate>
#include <QHash>
#include <QStringList>

#include <optional>
#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::desk {

/// Letters to be merged: one template, some members, answers to what the template asks.
struct LetterRequest {
    reports::Template letter;
    std::vector<MemberId> members; ///< in this order
    QDate date; ///< 成文日期
    QHash<QString, QString> answers; ///< by Question::key or, where a person wrote the question, by its label
};

/// One document a member. Neither a name nor an answer is ever read as template.
/// @throws Error Validation (nothing ticked, a question without answer, a fault of the template with its line), NotFound,
/// Forbidden, Cancelled
std::vector<document::Document> letterDocuments(
    session::Session &session, const metrics::MetricSource &metrics, const LetterRequest &request, TaskControl &control);

/// How a letter reads: what is asked for, and what is not known of the member, stands as its name: 〔地点〕. Needs no answers.
/// @param member whose fields it shows; none: the names of all. @throws Error Validation, NotFound, Forbidden
document::Document letterPreview(session::Session &session, const metrics::MetricSource &metrics, const reports::Template &letter,
    std::optional<MemberId> member);

/// The letters on pages, one after the other, for the preview and the printer. Needs a QGuiApplication. @throws as above; Io
document::PagedDocument letterPages(const std::vector<document::Document> &letters, TaskControl &control);

struct LettersMade {
    int letters = 0;
    QStringList files; ///< absolute paths
};

/// Writes all letters into one file (its ending .docx or .pdf says which kind) and notes them in the log. A letter that could not
/// be noted leaves no new file behind. @throws Error as letterDocuments(); Usage (another ending), Io, Storage
LettersMade makeLettersFile(session::Session &session, const metrics::MetricSource &metrics, const LetterRequest &request,
    const QString &file, TaskControl &control);

/// Writes one file a member into a folder, which is made where it is missing; a name that is taken gets （2）.
LettersMade makeLettersFolder(session::Session &session, const metrics::MetricSource &metrics, const LetterRequest &request,
    const QString &folder, members::LetterFile kind, TaskControl &control);

} // namespace mishutai::desk
