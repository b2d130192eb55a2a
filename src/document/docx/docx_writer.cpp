#include "document/docx/docx_writer.h"

#include "document/docx/docx_body.h"
#include "document/docx/docx_styles.h"
#include "document/docx/docx_xml.h"
#include "document/docx/zip_package.h"

#include <QCoreApplication>

namespace mishutai::document {

namespace {

const QString kRelations = QStringLiteral("http://schemas.openxmlformats.org/package/2006/relationships");
const QString kOfficeRelation = QStringLiteral("http://schemas.openxmlformats.org/officeDocument/2006/relationships/");
const QString kWordType = QStringLiteral("application/vnd.openxmlformats-officedocument.wordprocessingml.");

QByteArray contentTypes()
{
    DocxXml xml;
    xml.start("Types", {{"xmlns", "http://schemas.openxmlformats.org/package/2006/content-types"}});
    xml.empty("Default", {{"Extension", "rels"}, {"ContentType", "application/vnd.openxmlformats-package.relationships+xml"}});
    xml.empty("Default", {{"Extension", "xml"}, {"ContentType", "application/xml"}});
    xml.empty("Default", {{"Extension", "png"}, {"ContentType", "image/png"}});
    const auto part = [&xml](const QString &name, const QString &type) {
        xml.empty("Override", {{"PartName", name}, {"ContentType", type}});
    };
    part("/word/document.xml", kWordType + "document.main+xml");
    part("/word/styles.xml", kWordType + "styles+xml");
    part("/word/settings.xml", kWordType + "settings+xml");
    part("/word/fontTable.xml", kWordType + "fontTable+xml");
    for (const char *footer : {"odd", "even", "empty"})
        part(QStringLiteral("/word/footer-%1.xml").arg(QLatin1String(footer)), kWordType + "footer+xml");
    part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    xml.end();
    return xml.finish();
}

void relation(DocxXml &xml, const QString &id, const QString &type, const QString &target)
{
    xml.empty("Relationship", {{"Id", id}, {"Type", type}, {"Target", target}});
}

QByteArray packageRelations()
{
    DocxXml xml;
    xml.start("Relationships", {{"xmlns", kRelations}});
    relation(xml, "rDocument", kOfficeRelation + "officeDocument", "word/document.xml");
    relation(xml, "rCore", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml");
    xml.end();
    return xml.finish();
}

QByteArray documentRelations(size_t pictures)
{
    DocxXml xml;
    xml.start("Relationships", {{"xmlns", kRelations}});
    for (const char *part : {"styles", "settings", "fontTable"})
        relation(xml, QStringLiteral("r-") + QLatin1String(part), kOfficeRelation + QLatin1String(part),
            QLatin1String(part) + QStringLiteral(".xml"));
    for (const char *footer : {"odd", "even", "empty"})
        relation(xml, QStringLiteral("rFooter-") + QLatin1String(footer), kOfficeRelation + "footer",
            QStringLiteral("footer-%1.xml").arg(QLatin1String(footer)));
    for (size_t i = 1; i <= pictures; ++i)
        relation(
            xml, QStringLiteral("rPicture%1").arg(i), kOfficeRelation + "image", QStringLiteral("media/picture%1.png").arg(i));
    xml.end();
    return xml.finish();
}

QByteArray settings()
{
    DocxXml xml;
    xml.root("w:settings");
    xml.empty("w:evenAndOddHeaders");
    xml.value("w:characterSpacingControl", "compressPunctuation");
    xml.start("w:compat");
    xml.empty("w:compatSetting",
        {{"w:name", "compatibilityMode"}, {"w:uri", "http://schemas.microsoft.com/office/word"}, {"w:val", "15"}});
    xml.end();
    xml.empty("w:themeFontLang", {{"w:val", "en-US"}, {"w:eastAsia", "zh-CN"}});
    xml.end();
    return xml.finish();
}

QByteArray coreProperties(const Document &document)
{
    DocxXml xml;
    xml.start("cp:coreProperties",
        {{"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"},
            {"xmlns:dc", "http://purl.org/dc/elements/1.1/"}, {"xmlns:dcterms", "http://purl.org/dc/terms/"},
            {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"}});
    const auto element = [&xml](const char *name, const QString &text, DocxXml::Attributes attributes = {}) {
        xml.start(name, attributes);
        xml.text(text);
        xml.end();
    };
    element("dc:title", document.title());
    element("dc:subject", document.subject);
    element("dc:language", document.language);
    const QDateTime at = document.createdAt.isValid() ? document.createdAt.toUTC() : QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    for (const char *name : {"dcterms:created", "dcterms:modified"})
        element(name, at.toString(Qt::ISODate), {{"xsi:type", "dcterms:W3CDTF"}});
    xml.end();
    return xml.finish();
}

} // namespace

QByteArray writeDocx(const Document &document, TaskControl &control)
{
    return writeDocx(std::span(&document, 1), control);
}

QByteArray writeDocx(std::span<const Document> documents, TaskControl &control)
{
    Q_ASSERT(!documents.empty());
    const QString what = QCoreApplication::translate("Document", "生成 Word 文件");
    control.throwIfCancelled();
    control.progress(0, 2, what);
    const DocxBody body = docxBody(documents);
    control.throwIfCancelled();
    control.progress(1, 2, what);
    ZipPackage package;
    package.add("[Content_Types].xml", contentTypes());
    package.add("_rels/.rels", packageRelations());
    package.add("word/document.xml", body.xml);
    package.add("word/_rels/document.xml.rels", documentRelations(body.pictures.size()));
    package.add("word/styles.xml", docxStyles());
    package.add("word/settings.xml", settings());
    package.add("word/fontTable.xml", docxFontTable());
    package.add("word/footer-odd.xml", docxFooter(DocxFooter::Odd));
    package.add("word/footer-even.xml", docxFooter(DocxFooter::Even));
    package.add("word/footer-empty.xml", docxFooter(DocxFooter::Empty));
    package.add("docProps/core.xml", coreProperties(documents.front()));
    for (size_t i = 0; i < body.pictures.size(); ++i)
        package.add(QStringLiteral("word/media/picture%1.png").arg(i + 1), body.pictures[i]);
    const QByteArray bytes = package.bytes();
    control.progress(2, 2, what);
    return bytes;
}

} // namespace mishutai::document
