#include "document/docx/docx_picture.h"

#include "document/docx/docx_xml.h"
#include "document/layout/block_layout.h"
#include "document/layout/page_geometry.h"
#include "document/pdf/paint.h"
#include "document/text_writer.h"

#include <QBuffer>
#include <QImage>

namespace mishutai::document {

namespace {

constexpr int kResolution = 300;
constexpr int kDotsPerMetre = 11811;

int dots(int units)
{
    return (units * kResolution + page::kResolution / 2) / page::kResolution;
}

} // namespace

DocxPicture chartPicture(const Chart &chart, int number)
{
    FontSet fonts;
    TextSetter setter(fonts);
    PagedDocument paged;
    paged.pages.emplace_back();
    const Box box = chartBox(setter, chart, number);
    putBox(paged.pages.front(), box, 0);
    for (int face = 0; face < fonts.faceCount(); ++face)
        paged.faces << fonts.family(face);

    const QSize size(page::kTextWidth, box.rows * page::kRowPitch);
    QImage image(dots(size.width()), dots(size.height()), QImage::Format_Grayscale8);
    image.fill(Qt::white);
    image.setDotsPerMeterX(kDotsPerMetre);
    image.setDotsPerMeterY(kDotsPerMetre);
    {
        QPainter painter(&image);
        painter.translate(-dots(page::kLeft), 0);
        paintPage(painter, paged, 0, qreal(kResolution) / page::kResolution);
    }
    DocxPicture picture{{}, size, {}};
    QBuffer buffer(&picture.png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    Document values;
    values.blocks.push_back(chart);
    picture.description = writeText(values).simplified();
    return picture;
}

void writePicture(DocxXml &xml, const DocxPicture &picture, size_t number)
{
    const auto emu = [](int units) { return QString::number(units * 635); };
    const QString width = emu(picture.size.width());
    const QString height = emu(picture.size.height());
    const QString name = QStringLiteral("picture%1").arg(number);
    xml.start("w:r");
    xml.start("w:drawing");
    xml.start("wp:inline", {{"distT", "0"}, {"distB", "0"}, {"distL", "0"}, {"distR", "0"}});
    xml.empty("wp:extent", {{"cx", width}, {"cy", height}});
    xml.empty("wp:docPr", {{"id", QString::number(number)}, {"name", name}, {"descr", xmlText(picture.description)}});
    xml.start("a:graphic");
    xml.start("a:graphicData", {{"uri", "http://schemas.openxmlformats.org/drawingml/2006/picture"}});
    xml.start("pic:pic");
    xml.start("pic:nvPicPr");
    xml.empty("pic:cNvPr", {{"id", QString::number(number)}, {"name", name}});
    xml.empty("pic:cNvPicPr");
    xml.end();
    xml.start("pic:blipFill");
    xml.empty("a:blip", {{"r:embed", QStringLiteral("rPicture%1").arg(number)}});
    xml.start("a:stretch");
    xml.empty("a:fillRect");
    xml.end();
    xml.end();
    xml.start("pic:spPr");
    xml.start("a:xfrm");
    xml.empty("a:off", {{"x", "0"}, {"y", "0"}});
    xml.empty("a:ext", {{"cx", width}, {"cy", height}});
    xml.end();
    xml.start("a:prstGeom", {{"prst", "rect"}});
    xml.empty("a:avLst");
    for (int open = 0; open < 8; ++open) // prstGeom, spPr, pic, graphicData, graphic, inline, drawing, r
        xml.end();
}

} // namespace mishutai::document
