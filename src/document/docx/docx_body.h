#pragma once

#include "document/document.h"

#include <QByteArray>

#include <span>
#include <vector>

namespace mishutai::document {

/// word/document.xml and the pictures that it names (media/picture1.png, relation rPicture1, …).
struct DocxBody {
    QByteArray xml;
    std::vector<QByteArray> pictures;
};

/// One section a document; page numbers begin anew in each. @throws Error (Io when a chart finds no font)
DocxBody docxBody(std::span<const Document> documents);

} // namespace mishutai::document
