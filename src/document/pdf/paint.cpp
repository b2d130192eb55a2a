#include "document/pdf/paint.h"

#include "document/fonts.h"

#include <QGlyphRun>

#include <map>

namespace mishutai::document {

namespace {

/// Fonts of one page at the painter's scale.
class FaceCache
{
public:
    FaceCache(const QStringList &families, qreal scale) : m_families(families), m_scale(scale) { }

    const QRawFont &font(int face, int size)
    {
        const auto [entry, isNew] = m_fonts.try_emplace({face, size});
        if (isNew) {
            entry->second = QRawFont::fromFont(paintFont(m_families[face], size), QFontDatabase::SimplifiedChinese);
            if (!qFuzzyCompare(m_scale, 1.0))
                entry->second.setPixelSize(size * m_scale);
        }
        return entry->second;
    }

private:
    const QStringList &m_families;
    qreal m_scale;
    std::map<std::pair<int, int>, QRawFont> m_fonts;
};

QColor colour(Ink ink, int grey)
{
    switch (ink) {
    case Ink::Red:
        return {176, 24, 28};
    case Ink::Gold:
        return {166, 124, 44};
    case Ink::Black:
        break;
    }
    return {grey, grey, grey};
}

void paint(QPainter &painter, const Shape &shape, qreal scale)
{
    QPolygonF points;
    for (const QPoint &point : shape.points)
        points << QPointF(point) * scale;
    const bool hasFill = shape.isClosed && shape.fillGrey != Shape::kNoFill;
    painter.setBrush(hasFill ? QBrush(colour(shape.ink, shape.fillGrey)) : QBrush(Qt::NoBrush));
    QPen pen(colour(shape.ink, shape.penGrey), shape.penWidth * scale, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    if (shape.stroke == Shape::Stroke::None)
        pen.setStyle(Qt::NoPen);
    else if (shape.stroke == Shape::Stroke::Dashed)
        pen.setDashPattern({5, 3});
    else if (shape.stroke == Shape::Stroke::Dotted)
        pen.setDashPattern({1.5, 2});
    painter.setPen(pen);
    if (shape.isClosed)
        painter.drawPolygon(points);
    else
        painter.drawPolyline(points);
}

void paint(QPainter &painter, const PlacedText &text, const QRawFont &font, qreal scale)
{
    // Glyphs by the character map alone, each at its own place: nothing shapes, merges or respaces the text.
    QList<QPointF> positions;
    positions.reserve(static_cast<qsizetype>(text.offsets.size()));
    for (const int offset : text.offsets)
        positions << QPointF(offset * scale, 0);
    QGlyphRun run;
    run.setRawFont(font);
    run.setGlyphIndexes(font.glyphIndexesForString(text.text));
    run.setPositions(positions);
    painter.drawGlyphRun(QPointF(text.x, text.baseline) * scale, run);
}

} // namespace

void paintPage(QPainter &painter, const PagedDocument &document, int page, qreal scale)
{
    const PlacedPage &placed = document.pages.at(static_cast<size_t>(page));
    FaceCache fonts(document.faces, scale);
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (const Shape &shape : placed.shapes)
        paint(painter, shape, scale);
    for (const PlacedText &text : placed.texts) {
        painter.setPen(colour(text.ink, 0));
        paint(painter, text, fonts.font(text.face, text.size), scale);
    }
    painter.restore();
}

} // namespace mishutai::document
