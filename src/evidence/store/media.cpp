#include "evidence/store/media.h"

#include "base/error.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringList>

#include <algorithm>
#include <array>
#include <vector>

namespace mishutai::evidence {

namespace {

constexpr qint64 kHead = 4096;
constexpr qint64 kTail = 65'536;

struct Row {
    Media media;
    const char *stored;
    const char *label;
    const char *endings; ///< the first is the usual one
};

constexpr std::array kRows{Row{Media::Jpeg, "JPEG", QT_TRANSLATE_NOOP("Evidence", "图片"), "jpg jpeg jpe jfif"},
    Row{Media::Png, "PNG", QT_TRANSLATE_NOOP("Evidence", "图片"), "png"},
    Row{Media::Webp, "WEBP", QT_TRANSLATE_NOOP("Evidence", "图片"), "webp"},
    Row{Media::Gif, "GIF", QT_TRANSLATE_NOOP("Evidence", "动图"), "gif"},
    Row{Media::Bmp, "BMP", QT_TRANSLATE_NOOP("Evidence", "图片"), "bmp dib"},
    Row{Media::Heic, "HEIC", QT_TRANSLATE_NOOP("Evidence", "图片"), "heic heif avif"},
    Row{Media::Tiff, "TIFF", QT_TRANSLATE_NOOP("Evidence", "图片"), "tif tiff"},
    Row{Media::Svg, "SVG", QT_TRANSLATE_NOOP("Evidence", "图形"), "svg"},
    Row{Media::Pdf, "PDF", QT_TRANSLATE_NOOP("Evidence", "PDF"), "pdf"},
    Row{Media::Ofd, "OFD", QT_TRANSLATE_NOOP("Evidence", "OFD"), "ofd"},
    Row{Media::Xml, "XML", QT_TRANSLATE_NOOP("Evidence", "XML"), "xml"},
    Row{Media::Html, "HTML", QT_TRANSLATE_NOOP("Evidence", "网页"), "html htm"},
    Row{Media::Docx, "DOCX", QT_TRANSLATE_NOOP("Evidence", "文档"), "docx docm dotx wps"},
    Row{Media::Xlsx, "XLSX", QT_TRANSLATE_NOOP("Evidence", "表格"), "xlsx xlsm xltx et"},
    Row{Media::Pptx, "PPTX", QT_TRANSLATE_NOOP("Evidence", "演示"), "pptx pptm ppsx dps"},
    Row{Media::Office, "OFFICE", QT_TRANSLATE_NOOP("Evidence", "旧版文档"), " doc xls ppt wps et dps msg"},
    Row{Media::Zip, "ZIP", QT_TRANSLATE_NOOP("Evidence", "压缩包"), "zip"},
    Row{Media::Rar, "RAR", QT_TRANSLATE_NOOP("Evidence", "压缩包"), "rar"},
    Row{Media::SevenZip, "SEVENZIP", QT_TRANSLATE_NOOP("Evidence", "压缩包"), "7z"},
    Row{Media::Video, "VIDEO", QT_TRANSLATE_NOOP("Evidence", "视频"), "mp4 mov m4v avi 3gp webm mkv"},
    Row{Media::Audio, "AUDIO", QT_TRANSLATE_NOOP("Evidence", "录音"), "mp3 m4a wav amr ogg"},
    Row{Media::Text, "TEXT", QT_TRANSLATE_NOOP("Evidence", "文本"), "txt csv log md json eml ics vcf"},
    Row{Media::Program, "PROGRAM", QT_TRANSLATE_NOOP("Evidence", "程序"), ""},
    Row{Media::Other, "OTHER", QT_TRANSLATE_NOOP("Evidence", "其他"), ""}};

const Row &rowOf(Media media)
{
    return *std::ranges::find(kRows, media, &Row::media);
}

QStringList endingsOf(Media media)
{
    return QString::fromLatin1(rowOf(media).endings).split(u' ');
}

struct Magic {
    Media media;
    int offset;
    QByteArray bytes;
};

const std::vector<Magic> &magics()
{
    static const std::vector<Magic> all{{Media::Jpeg, 0, "\xFF\xD8\xFF"}, {Media::Png, 0, "\x89PNG\r\n\x1A\n"},
        {Media::Gif, 0, "GIF87a"}, {Media::Gif, 0, "GIF89a"}, {Media::Webp, 8, "WEBP"}, {Media::Tiff, 0, QByteArray("II*\0", 4)},
        {Media::Tiff, 0, QByteArray("MM\0*", 4)}, {Media::Office, 0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"},
        {Media::Rar, 0, "Rar!\x1A\x07"}, {Media::SevenZip, 0, "7z\xBC\xAF\x27\x1C"}, {Media::Video, 8, "AVI "},
        {Media::Video, 0, "\x1A\x45\xDF\xA3"}, {Media::Audio, 8, "WAVE"}, {Media::Audio, 0, "ID3"}, {Media::Audio, 0, "\xFF\xFB"},
        {Media::Audio, 0, "#!AMR"}, {Media::Audio, 0, "OggS"}, {Media::Program, 0, "MZ"},
        {Media::Program, 0,
            "\x7F"
            "ELF"},
        {Media::Program, 0, "#!"}, {Media::Program, 0, QByteArray("L\0\0\0\x01\x14\x02\0", 8)},
        {Media::Program, 0, "[Desktop Entry]"}, {Media::Program, 0, "[InternetShortcut]"}};
    return all;
}

std::optional<Media> byBoxes(const QByteArray &head)
{
    if (head.mid(4, 4) != "ftyp")
        return std::nullopt;
    const QByteArray brand = head.mid(8, 4);
    if (QByteArrayList{"heic", "heix", "hevc", "mif1", "msf1", "avif"}.contains(brand))
        return Media::Heic;
    return brand.startsWith("M4A") ? Media::Audio : Media::Video;
}

Media zipOf(const QByteArray &head, const QByteArray &tail)
{
    const auto holds = [&](const char *name) { return head.contains(name) || tail.contains(name); };
    if (holds("OFD.xml"))
        return Media::Ofd;
    if (holds("word/document.xml"))
        return Media::Docx;
    if (holds("xl/workbook.xml"))
        return Media::Xlsx;
    if (holds("ppt/presentation.xml"))
        return Media::Pptx;
    return Media::Zip;
}

std::optional<Media> byMarkup(const QByteArray &head)
{
    const QByteArray text = (head.startsWith("\xEF\xBB\xBF") ? head.mid(3) : head).trimmed().toLower();
    if (text.startsWith("<svg") || (text.startsWith("<?xml") && text.contains("<svg")))
        return Media::Svg;
    if (text.startsWith("<!doctype html") || text.startsWith("<html"))
        return Media::Html;
    if (text.startsWith("<?xml"))
        return Media::Xml;
    return std::nullopt;
}

bool isText(const QByteArray &head)
{
    return !head.isEmpty() && std::ranges::none_of(head, [](char byte) {
        const auto code = static_cast<unsigned char>(byte);
        return code < 0x20 && code != '\t' && code != '\n' && code != '\r' && code != '\f';
    });
}

} // namespace

Media mediaOf(const QByteArray &head, const QByteArray &tail)
{
    for (const Magic &magic : magics()) {
        if (head.mid(magic.offset, magic.bytes.size()) == magic.bytes)
            return magic.media;
    }
    if (head.startsWith("PK\x03\x04"))
        return zipOf(head, tail);
    if (head.startsWith("BM") && head.size() > 14 && head.mid(6, 4) == QByteArray(4, '\0'))
        return Media::Bmp;
    if (const auto boxed = byBoxes(head))
        return *boxed;
    if (head.left(1024).contains("%PDF-"))
        return Media::Pdf;
    if (const auto markup = byMarkup(head))
        return *markup;
    return isText(head) ? Media::Text : Media::Other;
}

Media mediaOfFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(Error::Kind::Io, QCoreApplication::translate("Evidence", "无法读取文件"), file.errorString(),
            QCoreApplication::translate("Evidence", "请检查文件是否还在、是否有权限"));
    const QByteArray head = file.read(kHead);
    QByteArray tail;
    if (file.size() > kHead && file.seek(std::max(kHead, file.size() - kTail)))
        tail = file.read(kTail);
    return mediaOf(head, tail);
}

QString storedMedia(Media media)
{
    return QString::fromLatin1(rowOf(media).stored);
}

std::optional<Media> mediaFromStored(const QString &text)
{
    const auto row = std::ranges::find_if(kRows, [&](const Row &each) { return text == QLatin1String(each.stored); });
    return row == kRows.end() ? std::nullopt : std::optional(row->media);
}

QString mediaLabel(Media media)
{
    return QCoreApplication::translate("Evidence", rowOf(media).label);
}

QString usualEnding(Media media)
{
    return endingsOf(media).front();
}

bool isUsualEnding(Media media, const QString &ending)
{
    return !ending.isEmpty() && endingsOf(media).contains(ending);
}

bool isPicture(Media media)
{
    return media == Media::Jpeg || media == Media::Png || media == Media::Webp || media == Media::Gif || media == Media::Bmp;
}

} // namespace mishutai::evidence
