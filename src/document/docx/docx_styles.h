#pragma once

#include <QByteArray>
#include <QString>

namespace mishutai::document {

class DocxXml;

/// What the fonts of a role are called where they are installed.
struct DocxFont {
    QString name;
    QString otherwise; ///< taken where the first is missing
};
DocxFont docxTitleFont();
DocxFont docxBodyFont();
DocxFont docxKaiFont();
DocxFont docxHeiFont();
DocxFont docxNumberFont();

/// <w:rFonts> of one font for all scripts, quotation marks and dashes too.
void writeFont(DocxXml &xml, const DocxFont &font);

/// word/styles.xml: Normal, Title, heading 1 to 4, Body Text and those of tables and page numbers.
QByteArray docxStyles();
QByteArray docxFontTable();
enum class DocxFooter { Odd, Even, Empty };
/// "— n —" 4号宋体, one character in from the outer edge (GB/T 9704-2012, 7.5).
QByteArray docxFooter(DocxFooter kind);

} // namespace mishutai::document
