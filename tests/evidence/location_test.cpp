#include "evidence/store/picture_location.h"

#include "evidence/store/object_store.h"
#include "evidence/store/saved_copy.h"

#include <catch2/catch.hpp>

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>
#include <QtEndian>

namespace mishutai::evidence {

namespace {

template <class Number> void append(QByteArray &bytes, Number number, bool isLittle)
{
    QByteArray written(sizeof(Number), '\0');
    isLittle ? qToLittleEndian(number, written.data()) : qToBigEndian(number, written.data());
    bytes += written;
}

/// An entry of a directory: tag, type, count, value or its place.
void entry(QByteArray &bytes, quint16 tag, quint16 type, quint32 count, quint32 value, bool isLittle)
{
    append(bytes, tag, isLittle);
    append(bytes, type, isLittle);
    append(bytes, count, isLittle);
    append(bytes, value, isLittle);
}

const QByteArray kLatitude("30degrees39minutes", 18);

/// TIFF with direction 6, camera "SampleCam" and a GPS part: 30° 39′ as three ratios, here a text that can be looked for.
QByteArray exif(bool isLittle)
{
    QByteArray tiff = isLittle ? QByteArray("II*\0", 4) : QByteArray("MM\0*", 4);
    append<quint32>(tiff, 8, isLittle);
    append<quint16>(tiff, 3, isLittle);
    const quint32 gps = 8 + 2 + 3 * 12 + 4;
    const quint32 camera = gps + 2 + 2 * 12 + 4;
    entry(tiff, 0x0112, 3, 1, isLittle ? 6 : 6U << 16, isLittle);
    entry(tiff, 0x0110, 2, 10, camera, isLittle);
    entry(tiff, 0x8825, 4, 1, gps, isLittle);
    append<quint32>(tiff, 0, isLittle);
    append<quint16>(tiff, 2, isLittle);
    entry(tiff, 0x0001, 2, 2, isLittle ? 'N' : quint32('N') << 24, isLittle);
    entry(tiff, 0x0002, 2, static_cast<quint32>(kLatitude.size()), camera + 10, isLittle);
    append<quint32>(tiff, 0, isLittle);
    return tiff + QByteArray("SampleCam\0", 10) + kLatitude;
}

/// APP1 behind the first marker of a JPEG.
QByteArray withSegment(QByteArray jpeg, const QByteArray &content)
{
    QByteArray segment = "\xFF\xE1";
    append(segment, static_cast<quint16>(content.size() + 2), /*isLittle=*/false);
    return jpeg.insert(2, segment + content);
}

/// The smallest JPEG that has the marks of one: start, and end.
QByteArray jpeg()
{
    return QByteArray("\xFF\xD8\xFF\xDB", 4) + QByteArray(20, '\x01') + QByteArray("\xFF\xD9", 2);
}

QByteArray photo(bool isLittle = true)
{
    return withSegment(jpeg(), QByteArray("Exif\0\0", 6) + exif(isLittle));
}

QByteArray chunk(const QByteArray &kind, const QByteArray &content, quint32 crc)
{
    QByteArray bytes;
    append(bytes, static_cast<quint32>(content.size()), false);
    bytes += kind + content;
    append(bytes, crc, false);
    return bytes;
}

} // namespace

TEST_CASE("where a photo was taken is gone from its bytes; camera, direction and length stay")
{
    for (const bool isLittle : {true, false}) {
        CAPTURE(isLittle);
        QByteArray bytes = photo(isLittle);
        const qsizetype size = bytes.size();
        REQUIRE(bytes.contains(kLatitude));
        CHECK(removeLocation(bytes, Media::Jpeg) == 1);
        CHECK_FALSE(bytes.contains(kLatitude));
        CHECK_FALSE(bytes.contains("30degrees"));
        CHECK(bytes.contains("SampleCam"));
        CHECK(bytes.size() == size);
        const QByteArray before = photo(isLittle);
        CHECK(bytes.left(12 + 8 + 2 + 3 * 12 + 4) == before.left(12 + 8 + 2 + 3 * 12 + 4)); // all but the GPS part
        CHECK(removeLocation(bytes, Media::Jpeg) == 0);
    }
}

TEST_CASE("a place in XMP goes as well, written either way")
{
    QByteArray bytes = withSegment(jpeg(),
        "http://ns.adobe.com/xap/1.0/ <x exif:GPSLatitude=\"30,39.5N\" exif:Model=\"SampleCam\">"
        "<exif:GPSLongitude>104,4.2E</exif:GPSLongitude></x>");
    const qsizetype size = bytes.size();
    CHECK(removeLocation(bytes, Media::Jpeg) == 2);
    CHECK_FALSE(bytes.contains("30,39"));
    CHECK_FALSE(bytes.contains("104,4"));
    CHECK(bytes.contains("exif:Model=\"SampleCam\""));
    CHECK(bytes.size() == size);
}

TEST_CASE("PNG, WebP and HEIC lose it too, and a PNG keeps right checksums")
{
    QByteArray png = QByteArray("\x89PNG\r\n\x1a\n", 8) + chunk("eXIf", exif(false), 0) + chunk("IEND", {}, 0xAE426082U);
    CHECK(removeLocation(png, Media::Png) == 1);
    CHECK_FALSE(png.contains(kLatitude));
    CHECK(png.right(12) == chunk("IEND", {}, 0xAE426082U));
    const quint32 stored = qFromBigEndian<quint32>(png.constData() + 8 + 8 + exif(false).size());
    CHECK(stored == 0xFBAC9298U); // by zlib, over kind and bytes
    for (const auto &[media, bytes] : {std::pair(Media::Webp, "RIFF____WEBPEXIF____" + exif(true)),
             std::pair(Media::Heic, QByteArray("....ftypheic") + QByteArray("Exif\0\0", 6) + exif(false)),
             std::pair(Media::Tiff, exif(true))}) {
        QByteArray blanked = bytes;
        CAPTURE(storedMedia(media).toStdString());
        CHECK(removeLocation(blanked, media) == 1);
        CHECK_FALSE(blanked.contains(kLatitude));
        CHECK(blanked.size() == bytes.size());
    }
}

TEST_CASE("damaged and hostile bytes are left within their bounds")
{
    const QByteArray whole = photo();
    for (qsizetype size = 0; size < whole.size(); ++size) {
        QByteArray cut = whole.first(size);
        removeLocation(cut, Media::Jpeg);
        CHECK(cut.size() == size);
    }
    unsigned seed = 7;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray changed = whole;
        for (int i = 0; i < 4; ++i) {
            seed = seed * 1664525U + 1013904223U;
            changed[static_cast<qsizetype>(seed >> 8) % changed.size()] = static_cast<char>(seed >> 24);
        }
        for (const Media media : {Media::Jpeg, Media::Png, Media::Webp, Media::Tiff})
            removeLocation(changed, media);
        REQUIRE(changed.size() == whole.size());
    }
}

TEST_CASE("a copy that is saved for others has no place in it, and the object in the store keeps its bytes")
{
    const QTemporaryDir folder;
    const ObjectStore store(folder.filePath("files"));
    const StoredObject object = store.putBytes(photo());
    REQUIRE(object.media == Media::Jpeg);
    const QString path = store.find(object.sha256).value();
    const QString target = folder.filePath("copy.jpg");
    CHECK(saveCopy(path, target, object.media));
    const auto read = [](const QString &file) {
        QFile in(file);
        REQUIRE(in.open(QIODevice::ReadOnly));
        return in.readAll();
    };
    CHECK_FALSE(read(target).contains(kLatitude));
    CHECK(read(path) == photo());
    // What has none is copied as it is, over what was there.
    const StoredObject plain = store.putBytes(jpeg());
    CHECK_FALSE(saveCopy(store.find(plain.sha256).value(), target, plain.media));
    CHECK(read(target) == jpeg());
}

} // namespace mishutai::evidence
