#include "document/docx/docx_styles.h"

#include "document/docx/docx_xml.h"

namespace mishutai::document {

namespace {

const QString kOne = QStringLiteral("1");
const QString kOff = QStringLiteral("0");

/// A paragraph style; sizes in half points, indents and pitches in twentieths of a point.
struct Style {
    const char *id;
    QString name;
    DocxFont font;
    int halfPoints = 32;
    int firstLineChars = 0; ///< hundredths of a character
    const char *alignment = "both";
    int outlineLevel = -1;
    bool isOnGrid = true;
};

void writeIndent(DocxXml &xml, int firstLineChars)
{
    constexpr int kCell = 316; // 15.793 pt
    xml.empty("w:ind",
        {{"w:firstLineChars", QString::number(firstLineChars)}, {"w:firstLine", QString::number(firstLineChars * kCell / 100)}});
}

void write(DocxXml &xml, const Style &style)
{
    xml.start("w:style", {{"w:type", "paragraph"}, {"w:customStyle", kOff}, {"w:styleId", QLatin1String(style.id)}});
    xml.value("w:name", style.name);
    xml.value("w:basedOn", "Normal");
    xml.value("w:next", style.outlineLevel >= 0 ? QStringLiteral("BodyText") : QLatin1String(style.id));
    xml.empty("w:qFormat");
    xml.start("w:pPr");
    if (style.outlineLevel >= 0)
        xml.empty("w:keepNext");
    if (!style.isOnGrid) {
        xml.value("w:snapToGrid", kOff);
        xml.empty("w:spacing",
            {{"w:before", kOff}, {"w:after", kOff}, {"w:line", QString::number(style.halfPoints * 10 * 11 / 8)},
                {"w:lineRule", "atLeast"}});
    }
    writeIndent(xml, style.firstLineChars);
    xml.value("w:jc", QLatin1String(style.alignment));
    if (style.outlineLevel >= 0)
        xml.value("w:outlineLvl", QString::number(style.outlineLevel));
    xml.end();
    xml.start("w:rPr");
    writeFont(xml, style.font);
    if (style.halfPoints != 32)
        xml.value("w:spacing", kOff);
    xml.value("w:sz", QString::number(style.halfPoints));
    xml.value("w:szCs", QString::number(style.halfPoints));
    xml.end();
    xml.end();
}

/// 3号仿宋, 28.95 pt from line to line: 29 would push the 22nd off the page; 0.25 pt closer so that 28 fit a line.
void writeNormal(DocxXml &xml)
{
    xml.start("w:style", {{"w:type", "paragraph"}, {"w:default", kOne}, {"w:styleId", "Normal"}});
    xml.value("w:name", "Normal");
    xml.empty("w:qFormat");
    xml.start("w:pPr");
    xml.value("w:widowControl", kOff);
    xml.value("w:autoSpaceDE", kOff);
    xml.value("w:autoSpaceDN", kOff);
    xml.empty("w:spacing", {{"w:before", kOff}, {"w:after", kOff}, {"w:line", "579"}, {"w:lineRule", "exact"}});
    xml.value("w:jc", "both");
    xml.end();
    xml.start("w:rPr");
    writeFont(xml, docxBodyFont());
    xml.value("w:spacing", "-5");
    xml.value("w:kern", kOff);
    xml.value("w:sz", "32");
    xml.value("w:szCs", "32");
    xml.empty("w:lang", {{"w:val", "en-US"}, {"w:eastAsia", "zh-CN"}});
    xml.end();
    xml.end();
}

void writeRun(DocxXml &xml, const QString &text)
{
    xml.start("w:r");
    xml.start("w:t", {{"xml:space", "preserve"}});
    xml.text(text);
    xml.end();
    xml.end();
}

} // namespace

DocxFont docxTitleFont()
{
    return {QStringLiteral("方正小标宋简体"), QStringLiteral("华文中宋")};
}

DocxFont docxBodyFont()
{
    return {QStringLiteral("仿宋_GB2312"), QStringLiteral("仿宋")};
}

DocxFont docxKaiFont()
{
    return {QStringLiteral("楷体_GB2312"), QStringLiteral("楷体")};
}

DocxFont docxHeiFont()
{
    return {QStringLiteral("黑体"), QStringLiteral("SimHei")};
}

DocxFont docxNumberFont()
{
    return {QStringLiteral("宋体"), QStringLiteral("SimSun")};
}

void writeFont(DocxXml &xml, const DocxFont &font)
{
    // Without the hint “ ” and — are set in the font of Latin letters.
    xml.empty("w:rFonts",
        {{"w:hint", "eastAsia"}, {"w:ascii", font.name}, {"w:hAnsi", font.name}, {"w:eastAsia", font.name}, {"w:cs", font.name}});
}

QByteArray docxStyles()
{
    DocxXml xml;
    xml.root("w:styles");
    writeNormal(xml);
    const DocxFont body = docxBodyFont();
    // The names, not the ids, are what programs know a heading by.
    for (const Style &style : {Style{"Title", "Title", docxTitleFont(), 44, 0, "center", -1, false},
             Style{"Heading1", "heading 1", docxHeiFont(), 32, 200, "both", 0},
             Style{"Heading2", "heading 2", docxKaiFont(), 32, 200, "both", 1},
             Style{"Heading3", "heading 3", body, 32, 200, "both", 2}, Style{"Heading4", "heading 4", body, 32, 200, "both", 3},
             Style{"BodyText", "Body Text", body, 32, 200}, Style{"Salutation", "Salutation", body},
             Style{"Signature", "Signature", body, 32, 0, "left"},
             Style{"Caption", "caption", docxHeiFont(), 28, 0, "center", -1, false},
             Style{"TableText", "Table Text", body, 24, 0, "left", -1, false}, Style{"Imprint", "Imprint", body, 28, 0, "both"},
             Style{"Footer", "footer", docxNumberFont(), 28, 0, "right", -1, false},
             Style{"Picture", "Picture", body, 32, 0, "center", -1, false}})
        write(xml, style);
    xml.end();
    return xml.finish();
}

QByteArray docxFontTable()
{
    DocxXml xml;
    xml.root("w:fonts");
    for (const DocxFont &font : {docxTitleFont(), docxBodyFont(), docxKaiFont(), docxHeiFont(), docxNumberFont()}) {
        xml.start("w:font", {{"w:name", font.name}});
        xml.value("w:altName", font.otherwise);
        xml.value("w:charset", "86");
        xml.value("w:family", "auto");
        xml.value("w:pitch", "variable");
        xml.end();
    }
    xml.end();
    return xml.finish();
}

QByteArray docxFooter(DocxFooter kind)
{
    DocxXml xml;
    xml.root("w:ftr");
    xml.start("w:p");
    xml.start("w:pPr");
    xml.value("w:pStyle", "Footer");
    if (kind == DocxFooter::Even) {
        xml.empty("w:ind", {{"w:left", "280"}});
        xml.value("w:jc", "left");
    } else {
        xml.empty("w:ind", {{"w:right", "280"}});
    }
    xml.end();
    if (kind != DocxFooter::Empty) {
        writeRun(xml, QStringLiteral("— "));
        xml.start("w:fldSimple", {{"w:instr", "PAGE"}});
        writeRun(xml, QStringLiteral("1"));
        xml.end();
        writeRun(xml, QStringLiteral(" —"));
    }
    xml.end();
    xml.end();
    return xml.finish();
}

} // namespace mishutai::document
