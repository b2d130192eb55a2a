#pragma once

#include "document/document.h"

#include <QByteArray>
#include <QSize>
#include <QString>

namespace mishutai::document {

class DocxXml;

/// A picture of an Office file.
struct DocxPicture {
    QByteArray png; ///< 300 dpi
    QSize size; ///< units of page_geometry.h
    QString description; ///< read out where the picture cannot be seen
};

/// A chart with its caption, as on the page; the values are its description. Needs a QGuiApplication.
/// @param number of its caption, from 1 @throws Error (Io) when no font can be had
DocxPicture chartPicture(const Chart &chart, int number);

/// A run that shows a picture. @param number of its relation rPicture1, …
void writePicture(DocxXml &xml, const DocxPicture &picture, size_t number);

} // namespace mishutai::document
