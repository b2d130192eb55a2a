#include "document/docx/docx_table.h"

#include "document/docx/docx_styles.h"
#include "document/docx/docx_xml.h"

#include <algorithm>

namespace mishutai::document {

namespace {

void writeCell(DocxXml &xml, const Table &table, const Table::Row &row, size_t column, bool isHeader, int columnWidth)
{
    constexpr size_t kMostOf12 = 5;
    constexpr size_t kMostOf10 = 9;
    xml.start("w:tc");
    xml.start("w:tcPr");
    xml.empty("w:tcW", {{"w:w", QString::number(columnWidth)}, {"w:type", "dxa"}});
    xml.value("w:vAlign", "center");
    xml.end();
    const Alignment alignment = isHeader ? Alignment::Centre : table.columns[column].alignment;
    const size_t columns = table.columns.size();
    const int halfPoints = columns <= kMostOf12 ? 24 : columns <= kMostOf10 ? 21 : 18;
    xml.start("w:p");
    xml.start("w:pPr");
    xml.value("w:pStyle", "TableText");
    if (isHeader)
        xml.empty("w:keepNext");
    xml.value("w:jc", alignment == Alignment::Left ? "left" : alignment == Alignment::Right ? "right" : "center");
    xml.end();
    const DocxFont hei = docxHeiFont();
    for (const Run &run : column < row.size() ? row[column] : Runs()) {
        xml.start("w:r");
        xml.start("w:rPr");
        if (isHeader || run.emphasis)
            writeFont(xml, hei);
        else
            xml.empty("w:rFonts", {{"w:hint", "eastAsia"}});
        xml.value("w:sz", QString::number(halfPoints));
        xml.end();
        xml.start("w:t", {{"xml:space", "preserve"}});
        xml.text(run.text);
        xml.end();
        xml.end();
    }
    xml.end();
    xml.end();
}

} // namespace

void writeTable(DocxXml &xml, const Table &table, int width)
{
    int total = 0;
    for (const Table::Column &column : table.columns)
        total += std::max(column.weight, 1);
    std::vector<int> widths;
    for (const Table::Column &column : table.columns)
        widths.push_back(width * std::max(column.weight, 1) / total);
    xml.start("w:tbl");
    xml.start("w:tblPr");
    xml.empty("w:tblW", {{"w:w", QString::number(width)}, {"w:type", "dxa"}});
    xml.value("w:jc", "center");
    xml.start("w:tblBorders");
    for (const char *side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"})
        xml.empty(side, {{"w:val", "single"}, {"w:sz", "4"}, {"w:space", "0"}, {"w:color", "000000"}});
    xml.end();
    xml.value("w:tblLayout", "fixed");
    xml.end();
    // WPS takes the widths from here.
    xml.start("w:tblGrid");
    for (const int one : widths)
        xml.empty("w:gridCol", {{"w:w", QString::number(one)}});
    xml.end();
    for (const bool isHeader : {true, false})
        for (const Table::Row &row : isHeader ? table.header : table.rows) {
            xml.start("w:tr");
            xml.start("w:trPr");
            xml.empty("w:cantSplit");
            if (isHeader)
                xml.empty("w:tblHeader");
            xml.end();
            for (size_t column = 0; column < table.columns.size(); ++column)
                writeCell(xml, table, row, column, isHeader, widths[column]);
            xml.end();
        }
    xml.end();
}

} // namespace mishutai::document
