#pragma once

#include <QByteArray>
#include <QString>
#include <QXmlStreamWriter>

#include <initializer_list>
#include <utility>

namespace mishutai::document {

/// One part of an Office file under way: elements and attributes by their qualified names.
class DocxXml
{
public:
    using Attributes = std::initializer_list<std::pair<const char *, QString>>;

    DocxXml();

    /// Opens the root with the namespaces w, r, wp, a and pic.
    void root(const char *name);
    void start(const char *name, Attributes attributes = {});
    void end() { m_writer.writeEndElement(); }
    void empty(const char *name, Attributes attributes = {});
    /// <name w:val="…"/>
    void value(const char *name, const QString &value) { empty(name, {{"w:val", value}}); }
    /// Text; what XML cannot hold is replaced: control characters by a blank, half a surrogate pair by U+FFFD.
    void text(const QString &text);
    /// Ends the part. @return its bytes
    QByteArray finish();

private:
    QByteArray m_bytes;
    QXmlStreamWriter m_writer;
};

/// The text without what XML 1.0 cannot hold; a line break or tab becomes a blank as on the page.
QString xmlText(const QString &text);

} // namespace mishutai::document
