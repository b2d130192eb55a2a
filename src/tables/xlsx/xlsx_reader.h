#pragma once

#include "tables/sheet_builder.h"
#include "tables/xlsx/xlsx_values.h"
#include "tables/xlsx/xml_part.h"

#include <QStringList>

#include <map>

namespace mishutai::tables {

/// Reads a workbook (ECMA-376, transitional and strict): shared, rich and inline strings, dates by their formats, both date
/// systems, booleans, results of formulas. Names of parts are found by their relationships.
class XlsxReader
{
public:
    /// @param bytes must outlive the reader @throws Error Validation (no workbook, damaged, over the budget)
    XlsxReader(const QByteArray &bytes, const QString &fileName, const ReadBudget &budget);

    QStringList visibleSheets() const;
    /// @param name empty: the first visible sheet that holds a text
    /// @throws Error Validation, Cancelled
    Sheet read(const QString &name, TaskControl &control);

private:
    struct Worksheet {
        QString name;
        QString part;
        bool isHidden = false;
    };
    struct Cell;
    using Relations = std::map<QString, std::pair<QString, QString>>; ///< id → type, part

    Relations readRelations(const QString &part) const;
    void readWorkbook(const QString &part);
    void readStyles(const QString &part);
    void readStrings(const QString &part);
    void readSheet(const QString &part, SheetBuilder &builder) const;
    Cell readCell(XmlPart &xml, int row, int column) const;
    void addCell(const XmlPart &xml, const Cell &cell, SheetBuilder &builder) const;
    void addNumber(const Cell &cell, SheetBuilder &builder) const;

    QString m_fileName;
    ReadBudget m_budget;
    ZipArchive m_archive;
    std::vector<Worksheet> m_sheets;
    std::vector<NumberStyle> m_styles;
    std::vector<QString> m_strings;
    bool m_is1904 = false;
};

} // namespace mishutai::tables
