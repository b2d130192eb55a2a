#include "document/pdf/pdf_metadata.h"

#include <QXmlStreamWriter>

// Without it qpdf 11 warns of a class that this code does not use.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>

namespace mishutai::document {

namespace {

using Object = QPDFObjectHandle;

const QString kProgram = QStringLiteral("Mishutai");
const QString kRdf = QStringLiteral("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
const QString kDc = QStringLiteral("http://purl.org/dc/elements/1.1/");
const QString kXmp = QStringLiteral("http://ns.adobe.com/xap/1.0/");
const QString kPdf = QStringLiteral("http://ns.adobe.com/pdf/1.3/");
const QString kPdfA = QStringLiteral("http://www.aiim.org/pdfa/ns/id/");

/// A text of which there is one in the default language.
void writeAlternative(QXmlStreamWriter &xml, const QString &name, const QString &text)
{
    if (text.isEmpty())
        return;
    xml.writeStartElement(kDc, name);
    xml.writeStartElement(kRdf, QStringLiteral("Alt"));
    xml.writeStartElement(kRdf, QStringLiteral("li"));
    xml.writeAttribute(QStringLiteral("xml:lang"), QStringLiteral("x-default"));
    xml.writeCharacters(text);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
}

QByteArray xmpPacket(const PagedDocument &document)
{
    QByteArray packet("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
    QString body;
    QXmlStreamWriter xml(&body);
    xml.writeNamespace(kRdf, QStringLiteral("rdf"));
    xml.writeNamespace(kDc, QStringLiteral("dc"));
    xml.writeNamespace(kXmp, QStringLiteral("xmp"));
    xml.writeNamespace(kPdf, QStringLiteral("pdf"));
    xml.writeNamespace(kPdfA, QStringLiteral("pdfaid"));
    const QString date = document.createdAt.toString(Qt::ISODate);
    xml.writeStartElement(kRdf, QStringLiteral("RDF"));
    xml.writeStartElement(kRdf, QStringLiteral("Description"));
    xml.writeAttribute(kRdf, QStringLiteral("about"), QString());
    xml.writeTextElement(kPdfA, QStringLiteral("part"), QStringLiteral("1"));
    xml.writeTextElement(kPdfA, QStringLiteral("conformance"), QStringLiteral("B"));
    xml.writeTextElement(kXmp, QStringLiteral("CreatorTool"), kProgram);
    xml.writeTextElement(kXmp, QStringLiteral("CreateDate"), date);
    xml.writeTextElement(kXmp, QStringLiteral("ModifyDate"), date);
    xml.writeTextElement(kXmp, QStringLiteral("MetadataDate"), date);
    xml.writeTextElement(kPdf, QStringLiteral("Producer"), kProgram);
    writeAlternative(xml, QStringLiteral("title"), document.title);
    writeAlternative(xml, QStringLiteral("description"), document.subject);
    xml.writeEndElement();
    xml.writeEndElement();
    return packet + body.toUtf8() + "\n<?xpacket end=\"w\"?>";
}

Object text(const QString &text)
{
    return Object::newUnicodeString(text.toStdString());
}

} // namespace

void setMetadata(QPDF &pdf, const PagedDocument &document)
{
    Object root = pdf.getRoot();
    root.replaceKey("/Lang", Object::newString(document.language.toStdString()));
    Object preferences = Object::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", Object::newBool(true));
    root.replaceKey("/ViewerPreferences", preferences);

    const Object date
        = Object::newString("D:" + document.createdAt.toString(QStringLiteral("yyyyMMddhhmmss")).toStdString() + "Z");
    Object info = pdf.makeIndirectObject(Object::newDictionary());
    info.replaceKey("/CreationDate", date);
    info.replaceKey("/ModDate", date);
    info.replaceKey("/Creator", text(kProgram));
    info.replaceKey("/Producer", text(kProgram));
    if (!document.title.isEmpty())
        info.replaceKey("/Title", text(document.title));
    if (!document.subject.isEmpty())
        info.replaceKey("/Subject", text(document.subject));
    pdf.getTrailer().replaceKey("/Info", info);

    Object metadata = pdf.newStream(xmpPacket(document).toStdString());
    metadata.getDict().replaceKey("/Type", Object::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", Object::newName("/XML"));
    root.replaceKey("/Metadata", metadata);
}

} // namespace mishutai::document
