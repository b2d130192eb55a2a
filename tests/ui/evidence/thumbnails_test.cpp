#include "ui/evidence/thumbnails.h"
#include "ui/pages/desk_window.h"

#include <catch2/catch.hpp>

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QPainter>
#include <QTemporaryDir>

#include <random>

using namespace mishutai;
using namespace mishutai::test;
using evidence::Media;
using ui::boundedPicture;

namespace {

constexpr int kEdge = 224;

QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE(image.save(&buffer, format, 80));
    return bytes;
}

QImage scene(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QPainter painter(&image);
    for (int x = 0; x < width; x += 7)
        painter.fillRect(x, (x * 31) % height, 5, 40, QColor::fromHsv(x % 360, 200, 220));
    return image;
}

void appendChunk(QByteArray &png, const QByteArray &type, const QByteArray &data)
{
    const auto bigEndian = [](quint32 value) {
        QByteArray bytes;
        for (int shift = 24; shift >= 0; shift -= 8)
            bytes += static_cast<char>(value >> shift);
        return bytes;
    };
    quint32 crc = 0xFFFFFFFF;
    for (const char byte : type + data) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    png += bigEndian(static_cast<quint32>(data.size())) + type + data + bigEndian(~crc);
}

/// A PNG whose head promises that size; its rows are few.
QByteArray promisedPng(quint16 edge)
{
    const auto high = static_cast<char>(edge >> 8);
    const auto low = static_cast<char>(edge & 0xFF);
    QByteArray head;
    for (int side = 0; side < 2; ++side)
        head += QByteArray("\0\0", 2) + high + low;
    head += QByteArray("\x08\x02\x00\x00\x00", 5);
    QByteArray png("\x89PNG\r\n\x1A\n");
    appendChunk(png, "IHDR", head);
    appendChunk(png, "IDAT", qCompress(QByteArray(2'000'000, '\0')).mid(4));
    appendChunk(png, "IEND", {});
    return png;
}

/// A line of /proc/self/status.
qint64 statusKilobytes(const QByteArray &name)
{
    QFile status("/proc/self/status");
    REQUIRE(status.open(QIODevice::ReadOnly));
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.mid(name.size()).trimmed().split(' ').front().toLongLong();
    }
    return 0;
}

/// The peak of memory counts anew from here.
void resetPeak()
{
    QFile peak("/proc/self/clear_refs");
    if (peak.open(QIODevice::WriteOnly))
        peak.write("5");
}

struct Folder {
    QTemporaryDir folder;
    QString put(const QByteArray &bytes, const QString &name = "x")
    {
        QFile file(folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        REQUIRE(file.write(bytes) == bytes.size());
        return file.fileName();
    }
};

} // namespace

TEST_CASE("a thumbnail keeps the shape of its picture and never grows it")
{
    Folder folder;
    const QImage wide = boundedPicture(folder.put(encoded(scene(1600, 400), "JPEG")), Media::Jpeg, kEdge);
    CHECK(wide.size() == QSize(224, 56));
    CHECK(boundedPicture(folder.put(encoded(scene(400, 1600), "PNG")), Media::Png, kEdge).size() == QSize(56, 224));
    CHECK(boundedPicture(folder.put(encoded(scene(100, 60), "BMP")), Media::Bmp, kEdge).size() == QSize(100, 60));
    CHECK(boundedPicture(folder.put(encoded(scene(5000, 3), "PNG")), Media::Png, kEdge).size() == QSize(224, 1));
}

TEST_CASE("what is no picture has no thumbnail, whatever it is called")
{
    Folder folder;
    const QByteArray entities
        = "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
          "<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>"
          "<text>&b;&x;</text></svg>";
    const QString svg = folder.put(entities, "图.svg");
    for (const Media media : {Media::Svg, Media::Jpeg, Media::Png, Media::Gif, Media::Webp, Media::Bmp, Media::Pdf, Media::Other})
        CHECK(boundedPicture(svg, media, kEdge).isNull());
    CHECK(boundedPicture(folder.put("%PDF-1.4"), Media::Pdf, kEdge).isNull());
    CHECK(boundedPicture(folder.put(encoded(scene(20, 20), "PNG")), Media::Jpeg, kEdge).isNull());
    CHECK(boundedPicture("/none", Media::Jpeg, kEdge).isNull());
}

TEST_CASE("a picture that promises 60,000 by 60,000 is not decoded")
{
    Folder folder;
    CHECK(boundedPicture(folder.put(promisedPng(60'000)), Media::Png, kEdge).isNull());
    CHECK(boundedPicture(folder.put(promisedPng(20'000)), Media::Png, kEdge).isNull());
    QByteArray gif = "GIF89a";
    gif += QByteArray("\xFF\xFF\xFF\xFF\x80\x00\x00", 7) + QByteArray(6, '\0') + "\x2C" + QByteArray(8, '\0')
        + QByteArray(3, '\0');
    CHECK(boundedPicture(folder.put(gif), Media::Gif, kEdge).isNull());
}

TEST_CASE("decoding stays within 300 MB")
{
    Folder folder;
    QImage large(8000, 6000, QImage::Format_Mono);
    large.fill(1);
    const QString mono = folder.put(encoded(large, "PNG"), "mono");
    const QString jpeg = folder.put(encoded(scene(8000, 6000), "JPEG"), "jpeg");
    for (const auto &[path, media] : {std::pair(mono, Media::Png), std::pair(jpeg, Media::Jpeg)}) {
        // Forking is no way to measure it: scaling uses threads, which a child has not.
        resetPeak();
        const qint64 before = statusKilobytes("VmRSS:");
        CHECK_FALSE(boundedPicture(path, media, kEdge).isNull());
        CHECK(statusKilobytes("VmHWM:") - before <= 300 * 1024);
    }
}

TEST_CASE("pictures that are cut off or mutated never end the program")
{
    Folder folder;
    const std::vector<std::pair<QByteArray, Media>> whole{{encoded(scene(300, 200), "JPEG"), Media::Jpeg},
        {encoded(scene(300, 200), "PNG"), Media::Png}, {encoded(scene(90, 60), "BMP"), Media::Bmp}};
    std::mt19937 random(20211126);
    int decoded = 0;
    for (int round = 0; round < 300; ++round) {
        auto [bytes, media] = whole[static_cast<size_t>(round) % whole.size()];
        if (round % 2 == 0) {
            bytes.truncate(static_cast<int>(random() % static_cast<unsigned>(bytes.size())));
        } else {
            for (int change = 0; change < 12; ++change)
                bytes[static_cast<int>(random() % static_cast<unsigned>(bytes.size()))] = static_cast<char>(random());
        }
        const QImage image = boundedPicture(folder.put(bytes), media, kEdge);
        decoded += image.isNull() ? 0 : 1;
        CHECK(image.width() <= kEdge);
        CHECK(image.height() <= kEdge);
    }
    CHECK(decoded > 0);
}

TEST_CASE("thumbnails are made once, kept beside the objects, and made anew when their file is damaged")
{
    Folder folder;
    const evidence::ObjectStore store(folder.folder.filePath("a.files"));
    const QByteArray bytes = encoded(scene(800, 600), "JPEG");
    const QString name = store.putBytes(bytes).sha256;
    const QString broken = store.putBytes(bytes.left(200)).sha256;
    const auto make = [&](const QString &sha256, Media media) {
        ui::Thumbnails thumbnails(store);
        int made = 0;
        QObject::connect(&thumbnails, &ui::Thumbnails::made, [&] { ++made; });
        thumbnails.ask(sha256, media);
        thumbnails.ask(sha256, media);
        CHECK(until([&] { return made > 0; }));
        CHECK(made == 1);
        return thumbnails.find(sha256);
    };
    const QImage first = make(name, Media::Jpeg);
    CHECK(first.size() == QSize(224, 168));
    CHECK(QFileInfo(store.thumbnailPath(name)).size() > 0);
    CHECK(make(name, Media::Jpeg) == first);
    QFile kept(store.thumbnailPath(name));
    REQUIRE(kept.open(QIODevice::WriteOnly));
    kept.write("no picture");
    kept.close();
    CHECK(make(name, Media::Jpeg) == first);
    CHECK(make(broken, Media::Jpeg).isNull());
    CHECK(make(QString(64, u'0'), Media::Jpeg).isNull());
    ui::Thumbnails idle(store);
    idle.ask(name, Media::Pdf); // nothing to make
    idle.ask(name, Media::Jpeg);
    idle.forgetWaiting();
    CHECK(idle.find(broken).isNull());
}
