#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace mishutai::evidence {

/// What a file is, by its content. Every kind may be kept; the kind decides the icon, the thumbnail and what may be opened.
enum class Media {
    Jpeg,
    Png,
    Webp,
    Gif,
    Bmp,
    Heic,
    Tiff,
    Svg,
    Pdf,
    Ofd, ///< GB/T 33190-2016
    Xml, ///< electronic invoices
    Html,
    Docx,
    Xlsx,
    Pptx,
    Office, ///< before 2007: .doc, .xls, .ppt
    Zip,
    Rar,
    SevenZip,
    Video,
    Audio,
    Text,
    Program, ///< runs when it is opened: never opened from here
    Other
};

/// @param head first bytes of the file, some thousand @param tail its last ones, which tell one zip from another
Media mediaOf(const QByteArray &head, const QByteArray &tail = {});
/// @throws Error Io
Media mediaOfFile(const QString &path);

QString storedMedia(Media media); ///< "JPEG"
std::optional<Media> mediaFromStored(const QString &text);
QString mediaLabel(Media media); ///< "图片"
/// The ending that programs know it by, "jpg"; empty where many are usual.
QString usualEnding(Media media);
/// Whether a file may well be called so: "jpeg" for Jpeg, "et" for Office; lower case, without the dot.
bool isUsualEnding(Media media, const QString &ending);
/// Drawn by the program's own decoders as a thumbnail.
bool isPicture(Media media);

} // namespace mishutai::evidence
