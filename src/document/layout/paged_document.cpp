#include "document/layout/paged_document.h"

#include <algorithm>

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

PagedDocument joined(std::vector<PagedDocument> parts)
{
    Q_ASSERT(!parts.empty());
    PagedDocument whole = std::move(parts.front());
    for (size_t i = 1; i < parts.size(); ++i) {
        PagedDocument &part = parts[i];
        Q_ASSERT(part.isLandscape == whole.isLandscape);
        for (OutlineEntry &entry : part.outline) {
            entry.page += static_cast<int>(whole.pages.size());
            whole.outline.push_back(std::move(entry));
        }
        std::move(part.pages.begin(), part.pages.end(), std::back_inserter(whole.pages));
        for (const SubstitutedCharacter &one : part.substituted)
            if (std::find(whole.substituted.begin(), whole.substituted.end(), one) == whole.substituted.end())
                whole.substituted.push_back(one);
        // A FontSet only ever adds faces, so the last list holds all of them.
        whole.faces = std::move(part.faces);
    }
    return whole;
}

} // namespace mishutai::document
