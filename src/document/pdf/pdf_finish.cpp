#include "document/pdf/pdf_finish.h"

#include "document/fonts.h"
#include "document/layout/page_geometry.h"
#include "document/pdf/pdf_metadata.h"

#include "base/error.h"

#include <QCoreApplication>
#include <QRawFont>

// Without it qpdf 11 warns of a class that this code does not use.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <bit>
#include <map>
#include <optional>
#include <set>

namespace mishutai::document {

namespace {

using Object = QPDFObjectHandle;

std::string utf16Hex(char32_t character)
{
    const QString text = QString::fromUcs4(&character, 1);
    QByteArray hex;
    for (const QChar unit : text)
        hex += QByteArray::number(unit.unicode(), 16).rightJustified(4, '0');
    return hex.toUpper().toStdString();
}

/// A ToUnicode CMap: glyph number i + 1 shows characters[i].
std::string toUnicodeMap(const std::vector<char32_t> &characters)
{
    constexpr size_t kMostInABlock = 100; // PDF 32000-1, 9.10.3
    std::string map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    for (size_t first = 0; first < characters.size(); first += kMostInABlock) {
        const size_t last = std::min(first + kMostInABlock, characters.size());
        map += std::to_string(last - first) + " beginbfchar\n";
        for (size_t i = first; i < last; ++i)
            map += "<" + utf16Hex(static_cast<char32_t>(i + 1)) + "> <" + utf16Hex(characters[i]) + ">\n";
        map += "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

/// Fonts in the order in which pages first use them, which is the order of their object numbers.
std::vector<Object> fontsOf(QPDF &pdf)
{
    std::vector<Object> fonts;
    for (Object &object : pdf.getAllObjects())
        if (object.isDictionaryOfType("/Font", "/Type0"))
            fonts.push_back(object);
    std::sort(fonts.begin(), fonts.end(), [](const Object &a, const Object &b) { return a.getObjectID() < b.getObjectID(); });
    return fonts;
}

/// Number of glyphs of an embedded subset, the mark for unknown characters included; nothing when the file does not say.
std::optional<size_t> glyphCount(Object descriptor)
{
    Object set = descriptor.getKey("/CIDSet");
    if (!set.isStream())
        return std::nullopt;
    const auto bits = set.getStreamData(qpdf_dl_generalized);
    size_t count = 0;
    for (size_t i = 0; i < bits->getSize(); ++i)
        count += static_cast<size_t>(std::popcount(bits->getBuffer()[i]));
    return count;
}

void mendFont(Object font, const PaintedFace &face, size_t number)
{
    Object descendant = font.getKey("/DescendantFonts").getArrayItem(0);
    Object descriptor = descendant.getKey("/FontDescriptor");
    const std::string name = font.getKey("/BaseFont").getName().substr(1);
    const std::string tag = std::string("/MSHTA") + static_cast<char>('A' + number % 26) + "+";
    font.replaceKey("/BaseFont", Object::newName(tag + name));
    descendant.replaceKey("/BaseFont", Object::newName(tag + name));
    descriptor.replaceKey("/FontName", Object::newName(tag + name));
    if (glyphCount(descriptor) != face.characters.size() + 1) {
        throw Error(Error::Kind::Io, QCoreApplication::translate("Document", "无法生成 PDF"),
            QCoreApplication::translate("Document", "字体“%1”嵌入后的字数与版面不符").arg(face.family),
            QCoreApplication::translate("Document", "运行 scripts/setup.sh 重新准备字体，或改用自带字体后重试"));
    }
    font.getKey("/ToUnicode").replaceStreamData(toUnicodeMap(face.characters), Object::newNull(), Object::newNull());
}

Object outlineItem(QPDF &pdf, const OutlineEntry &entry, const std::vector<Object> &pages)
{
    Object page = pages.at(static_cast<size_t>(entry.page));
    const auto points = [](int units) { return Object::newReal(static_cast<double>(units) / page::kUnitsPerPoint, 2); };
    Object destination = Object::newArray(
        {page, Object::newName("/XYZ"), points(page::kLeft), points(page::kHeight - entry.y), Object::newNull()});
    Object item = pdf.makeIndirectObject(Object::newDictionary());
    item.replaceKey("/Title", Object::newUnicodeString(entry.text.toStdString()));
    item.replaceKey("/Dest", destination);
    return item;
}

/// Hangs items under a parent; /Count is negative for a closed item and is left out where there are none.
void linkItems(Object parent, std::vector<Object> &items, bool isOpen)
{
    if (items.empty())
        return;
    const auto count = static_cast<long long>(items.size());
    parent.replaceKey("/First", items.front());
    parent.replaceKey("/Last", items.back());
    parent.replaceKey("/Count", Object::newInteger(isOpen ? count : -count));
    for (size_t i = 0; i < items.size(); ++i) {
        items[i].replaceKey("/Parent", parent);
        if (i > 0)
            items[i].replaceKey("/Prev", items[i - 1]);
        if (i + 1 < items.size())
            items[i].replaceKey("/Next", items[i + 1]);
    }
}

/// Headings of level 2 under their heading of level 1; one that comes before any stands on the first level itself.
void addOutline(QPDF &pdf, const std::vector<OutlineEntry> &entries)
{
    if (entries.empty())
        return;
    const std::vector<Object> pages = pdf.getAllPages();
    std::vector<Object> top;
    std::vector<Object> below;
    const auto closeLast = [&] {
        if (!top.empty())
            linkItems(top.back(), below, /*isOpen=*/false);
        below.clear();
    };
    for (const OutlineEntry &entry : entries) {
        Object item = outlineItem(pdf, entry, pages);
        if (entry.level == 1 || top.empty()) {
            closeLast();
            top.push_back(item);
        } else {
            below.push_back(item);
        }
    }
    closeLast();
    Object root = pdf.makeIndirectObject(Object::newDictionary());
    root.replaceKey("/Type", Object::newName("/Outlines"));
    linkItems(root, top, /*isOpen=*/true);
    pdf.getRoot().replaceKey("/Outlines", root);
    pdf.getRoot().replaceKey("/PageMode", Object::newName("/UseOutlines"));
}

QByteArray written(QPDF &pdf)
{
    pdf.getTrailer().removeKey("/ID"); // Qt's is random; a new one is computed from the bytes
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_disable); // PDF/A-1 is PDF 1.4
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize()));
}

} // namespace

std::vector<PaintedFace> paintedFaces(const PagedDocument &document)
{
    struct Painted {
        QRawFont font;
        std::set<quint32> glyphs;
        size_t index = 0;
    };
    std::map<int, Painted> known;
    std::vector<PaintedFace> faces;
    for (const PlacedPage &page : document.pages)
        for (const PlacedText &text : page.texts) {
            const auto [entry, isNew] = known.try_emplace(text.face);
            Painted &painted = entry->second;
            if (isNew) {
                painted.font = QRawFont::fromFont(paintFont(document.faces[text.face], text.size));
                painted.index = faces.size();
                faces.push_back({document.faces[text.face], {}});
            }
            const QList<uint> characters = text.text.toUcs4();
            const QList<quint32> glyphs = painted.font.glyphIndexesForString(text.text);
            for (qsizetype i = 0; i < std::min(glyphs.size(), characters.size()); ++i)
                // Glyph 0, the mark for an unknown character, is in every subset from the start.
                if (glyphs[i] != 0 && painted.glyphs.insert(glyphs[i]).second)
                    faces[painted.index].characters.push_back(characters[i]);
        }
    return faces;
}

QByteArray finishPdf(const QByteArray &bytes, const PagedDocument &document)
{
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("document", bytes.constData(), static_cast<size_t>(bytes.size()));
        const std::vector<Object> fonts = fontsOf(pdf);
        const std::vector<PaintedFace> faces = paintedFaces(document);
        for (size_t i = 0; i < std::min(fonts.size(), faces.size()); ++i)
            mendFont(fonts[i], faces[i], i);
        addOutline(pdf, document.outline);
        setMetadata(pdf, document);
        return written(pdf);
    } catch (const std::runtime_error &error) { // QPDFExc too
        throw Error(Error::Kind::Io, QCoreApplication::translate("Document", "无法生成 PDF"), QString::fromUtf8(error.what()));
    }
}

} // namespace mishutai::document
