#pragma once

#include <QHash>
#include <QString>

namespace mishutai::tables {

/// One piece of a web page.
struct MarkupPiece {
    enum class Kind { Text, Start, End };
    Kind kind = Kind::Text;
    QString text; ///< decoded, blanks as they are; or the tag's name in lower case
    QHash<QString, QString> attributes; ///< names in lower case
};

/// Takes a web page apart as tolerantly as browsers do. Comments, declarations, scripts and styles are passed over.
class MarkupScanner
{
public:
    explicit MarkupScanner(const QString &text) : m_text(text) { }
    /// False at the end.
    bool next(MarkupPiece &piece);

private:
    bool readTag(MarkupPiece &piece);
    void readAttributes(MarkupPiece &piece, qsizetype end);
    void skipPast(QStringView mark);

    QStringView m_text;
    qsizetype m_at = 0;
};

/// &amp; &#20013; &#x4E2D; &nbsp; as what they stand for; unknown ones stay as they are.
QString decodedEntities(QStringView text);

} // namespace mishutai::tables
