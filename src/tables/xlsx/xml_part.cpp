#include "tables/xlsx/xml_part.h"

#include "tables/faults.h"

namespace mishutai::tables {

namespace {
constexpr int kDeepest = 64;
}

XmlPart::XmlPart(const ZipArchive &archive, const QString &name)
    : m_fileName(archive.fileName()), m_part(archive.open(name)), m_xml(m_part.get())
{
}

Error XmlPart::damaged(int row, int column) const
{
    if (m_part->isOverLimit())
        return unreadable(m_fileName, Texts::tr("工作簿太大，没有读"), Texts::tr("有一部分展开后超过了上限"),
            Texts::tr("请删去多余的工作表、图片和空行，或分成几个文件"));
    return unreadable(m_fileName, Texts::tr("工作簿已经损坏"), Texts::tr("里面的内容不完整或不合格式"),
        Texts::tr("请用WPS或Excel打开，另存为新的xlsx再试，或直接复制粘贴"), row, column);
}

bool XmlPart::next()
{
    while (true) {
        switch (m_xml.readNext()) {
        case QXmlStreamReader::StartElement:
            if (++m_depth > kDeepest)
                throw damaged();
            return true;
        case QXmlStreamReader::EndElement:
            --m_depth;
            return true;
        case QXmlStreamReader::Characters:
            return true;
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
            throw unreadable(m_fileName, Texts::tr("工作簿里有不允许的内容，没有读"),
                Texts::tr("里面有文档类型定义（DTD），正常的工作簿没有它"), Texts::tr("请用WPS或Excel打开，另存为新的xlsx再试"));
        case QXmlStreamReader::EndDocument:
            if (!m_part->drain())
                throw damaged();
            return false;
        case QXmlStreamReader::Invalid:
            throw damaged();
        default:
            break;
        }
    }
}

QString XmlPart::attribute(QLatin1String name) const
{
    const qsizetype colon = name.indexOf(QLatin1Char(':'));
    if (colon < 0)
        return m_xml.attributes().value(name).toString();
    for (const QXmlStreamAttribute &attribute : m_xml.attributes()) {
        if (attribute.name() == name.mid(colon + 1) && attribute.namespaceUri().endsWith(u"relationships"))
            return attribute.value().toString();
    }
    return {};
}

QString XmlPart::elementText(int most)
{
    const int outside = m_depth - 1;
    const bool isPlain = name() == u"v";
    QString text;
    int readingDepth = 0;
    bool isInsideText = false;
    while (m_depth > outside && next()) {
        if (isStart(QLatin1String("rPh")) && readingDepth == 0)
            readingDepth = m_depth;
        else if (isEnd() && m_depth < readingDepth)
            readingDepth = 0;
        else if (m_xml.isCharacters() && (isPlain || (isInsideText && readingDepth == 0)))
            text += m_xml.text();
        else if (name() == u"t")
            isInsideText = isStart();
        // Longer text is cut here for the memory's sake; the cell is refused where its place is known.
        if (text.size() > most + 1)
            text.truncate(most + 1);
    }
    return text;
}

} // namespace mishutai::tables
