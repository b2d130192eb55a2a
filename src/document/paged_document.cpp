#include "document/paged_document.h"

#include <QRect>

namespace mishutai::document {

std::optional<QString> PagedDocument::figureAt(int page, QPoint point) const
{
    if (page < 0 || static_cast<size_t>(page) >= pages.size())
        return std::nullopt;
    for (const PlacedText &text : pages[static_cast<size_t>(page)].texts) {
        if (text.figure.isEmpty())
            continue;
        // A little more than the em box, so that a click between two rows finds the nearer one.
        const QRect box(text.x, text.baseline - text.size, text.width, text.size * 5 / 4);
        if (box.contains(point))
            return text.figure;
    }
    return std::nullopt;
}

QString PagedDocument::substitutedCharacters() const
{
    QString characters;
    for (const SubstitutedCharacter &one : substituted)
        characters += QString::fromUcs4(&one.character, 1);
    return characters;
}

} // namespace mishutai::document
