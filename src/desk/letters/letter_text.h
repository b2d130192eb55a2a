#pragma once

#include "reports/template.h"

#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace mishutai::session {
class Session;
}

namespace mishutai::desk {

/// A letter as people write it. Fields stand in {{ }} by their Chinese names, what is asked for by its own words; one line is one
/// paragraph. The stored form is the grammar of docs/report-templates.md, which this is turned into and back.
struct LetterText {
    QString name; ///< 感谢函
    QString title; ///< | breaks it into lines
    QString addressee;
    QString signer;
    QStringList questions; ///< 「地点」; 「备注（可不填）」 may be left empty
    QString body;
    bool operator==(const LetterText &) const = default;
};

/// @throws Error Validation for a source that is no template
LetterText letterTextOf(session::Session &session, const QString &source);

/// The stored form. @param before what was stored until now: a question keeps its key there
/// @throws Error Validation with the field at fault ("name", "title", "addressee", "signer", "questions", "body") and, in the
/// body, its line
QString letterSourceOf(session::Session &session, const LetterText &text, const QString &before = {});

/// Fields that a letter may hold, as its menu offers them, the office's own last: 「会员名称」 and what it stands for,
/// 「{{会员名称}}」.
struct LetterFieldName {
    QString label;
    QString key; ///< "member.name"
};
std::vector<LetterFieldName> letterFieldNames(session::Session &session);

} // namespace mishutai::desk
