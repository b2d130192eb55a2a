#include "document/docx/docx_xml.h"

namespace mishutai::document {

QString xmlText(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text[i];
        if (unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            clean += unit;
            clean += text[++i];
        } else if (unit.isSurrogate() || unit.unicode() >= 0xFFFE) {
            clean += QChar(QChar::ReplacementCharacter);
        } else {
            clean += unit.category() == QChar::Other_Control ? QChar(u' ') : unit;
        }
    }
    return clean;
}

DocxXml::DocxXml() : m_writer(&m_bytes)
{
    m_writer.writeStartDocument(QStringLiteral("1.0"), true);
}

void DocxXml::root(const char *name)
{
    const QString office = QStringLiteral("http://schemas.openxmlformats.org/");
    start(name,
        {{"xmlns:w", office + "wordprocessingml/2006/main"}, {"xmlns:r", office + "officeDocument/2006/relationships"},
            {"xmlns:wp", office + "drawingml/2006/wordprocessingDrawing"}, {"xmlns:a", office + "drawingml/2006/main"},
            {"xmlns:pic", office + "drawingml/2006/picture"}});
}

void DocxXml::start(const char *name, Attributes attributes)
{
    m_writer.writeStartElement(QLatin1String(name));
    for (const auto &[key, value] : attributes)
        m_writer.writeAttribute(QLatin1String(key), value);
}

void DocxXml::empty(const char *name, Attributes attributes)
{
    m_writer.writeEmptyElement(QLatin1String(name));
    for (const auto &[key, value] : attributes)
        m_writer.writeAttribute(QLatin1String(key), value);
}

void DocxXml::text(const QString &text)
{
    m_writer.writeCharacters(xmlText(text));
}

QByteArray DocxXml::finish()
{
    m_writer.writeEndDocument();
    return m_bytes;
}

} // namespace mishutai::document
