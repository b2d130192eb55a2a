#pragma once

#include "base/error.h"
#include "tables/xlsx/zip_archive.h"

#include <QXmlStreamReader>

namespace mishutai::tables {

/// An XML part of a workbook, read forward. Refuses what no workbook needs and what attacks are made of: document types with
/// their entities, and elements nested deeper than 64.
class XmlPart
{
public:
    /// @throws Error Validation
    XmlPart(const ZipArchive &archive, const QString &name);

    /// Steps to the next start or end of an element, or to text. @returns false at the end of the part, whose checksum is then
    /// right
    /// @throws Error Validation (no XML, damaged, over the budget)
    bool next();
    bool isStart() const { return m_xml.isStartElement(); }
    bool isEnd() const { return m_xml.isEndElement(); }
    QStringView name() const { return m_xml.name(); }
    QStringView text() const { return m_xml.isCharacters() ? m_xml.text() : QStringView(); }
    /// Attribute by its name, or empty; "r:id" finds it under any prefix of its namespace.
    QString attribute(QLatin1String name) const;
    bool isStart(QLatin1String element) const { return isStart() && name() == element; }
    bool isEnd(QLatin1String element) const { return isEnd() && name() == element; }
    int depth() const { return m_depth; }

    /// Text of the v, si or is that has just started, to its end: its own, or that of its t without readings (rPh).
    /// @throws Error Validation as next, also when it is longer than `most` characters
    QString elementText(int most);

    Error damaged(int row = 0, int column = 0) const;

private:
    QString m_fileName;
    std::unique_ptr<ZipPart> m_part;
    QXmlStreamReader m_xml;
    int m_depth = 0;
};

} // namespace mishutai::tables
