#include "evidence/store/file_name.h"
#include "evidence/store/object_store.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <set>

using namespace mishutai::evidence;

namespace {

QByteArray zipHolding(const QByteArray &name)
{
    return "PK\x03\x04" + QByteArray(26, '\0') + name + "…";
}

} // namespace

TEST_CASE("the kind of a file is what its bytes say")
{
    struct Case {
        QByteArray head;
        Media media;
    };
    const std::vector<Case> cases{{QByteArray("\xFF\xD8\xFF\xE0"), Media::Jpeg}, {QByteArray("\x89PNG\r\n\x1A\n…"), Media::Png},
        {QByteArray("GIF89a"), Media::Gif}, {QByteArray("RIFF\x10\0\0\0WEBPVP8 ", 16), Media::Webp},
        {QByteArray("BM\x10\0\0\0\0\0\0\0\x36\0\0\0\x28", 15), Media::Bmp}, {QByteArray("BM is a word"), Media::Text},
        {QByteArray("\0\0\0\x18"
                    "ftypheic",
             12),
            Media::Heic},
        {QByteArray("\0\0\0\x18"
                    "ftypmp42",
             12),
            Media::Video},
        {QByteArray("\0\0\0\x18"
                    "ftypM4A ",
             12),
            Media::Audio},
        {QByteArray("II*\0", 4), Media::Tiff}, {QByteArray("%PDF-1.7\n"), Media::Pdf},
        {QByteArray("junk before\n%PDF-1.4"), Media::Pdf}, {zipHolding("OFD.xml"), Media::Ofd},
        {zipHolding("word/document.xml"), Media::Docx}, {zipHolding("xl/workbook.xml"), Media::Xlsx},
        {zipHolding("ppt/presentation.xml"), Media::Pptx}, {zipHolding("a.txt"), Media::Zip},
        {QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), Media::Office}, {QByteArray("Rar!\x1A\x07"), Media::Rar},
        {QByteArray("7z\xBC\xAF\x27\x1C"), Media::SevenZip}, {QByteArray("<?xml version=\"1.0\"?><EInvoice/>"), Media::Xml},
        {QByteArray("<?xml version=\"1.0\"?>\n<svg/>"), Media::Svg}, {QByteArray("\xEF\xBB\xBF<svg xmlns='x'>"), Media::Svg},
        {QByteArray("<!DOCTYPE html>"), Media::Html}, {QByteArray("签到表,姓名\n"), Media::Text},
        {QByteArray("MZ\x90"), Media::Program},
        {QByteArray("\x7F"
                    "ELF\x02"),
            Media::Program},
        {QByteArray("#!/bin/sh\n"), Media::Program}, {QByteArray("ID3\x03"), Media::Audio},
        {QByteArray("\0\x01\x02", 3), Media::Other}, {QByteArray(), Media::Other}};
    for (const Case &one : cases) {
        CAPTURE(one.head.toHex().toStdString());
        CHECK(storedMedia(mediaOf(one.head)) == storedMedia(one.media));
    }
    CHECK(mediaOf("PK\x03\x04 long", "… OFD.xml …") == Media::Ofd);
}

TEST_CASE("every kind is stored under a word of its own and found again")
{
    std::set<QString> words;
    for (int place = 0; place <= static_cast<int>(Media::Other); ++place) {
        const auto media = static_cast<Media>(place);
        CHECK(words.insert(storedMedia(media)).second);
        CHECK(mediaFromStored(storedMedia(media)) == media);
        CHECK_FALSE(mediaLabel(media).isEmpty());
    }
    CHECK_FALSE(mediaFromStored("jpeg").has_value());
}

TEST_CASE("a clean name is one that any system can have, in a folder of its own")
{
    struct Case {
        QString given;
        Media media;
        QString clean;
    };
    const std::vector<Case> cases{{"签到表.jpg", Media::Jpeg, "签到表.jpg"}, {"../../etc/passwd", Media::Text, "passwd.txt"},
        {"..\\..\\windows\\system.ini.png", Media::Png, "system.ini.png"}, {"C:\\照片\\会议.jpg", Media::Jpeg, "会议.jpg"},
        {"/", Media::Pdf, "佐证.pdf"}, {"..", Media::Jpeg, "佐证.jpg"}, {".", Media::Other, "佐证"}, {"", Media::Png, "佐证.png"},
        {"CON.jpg", Media::Jpeg, "_CON.jpg"}, {"aux", Media::Text, "_aux.txt"}, {"lpt1.tar.jpg", Media::Jpeg, "_lpt1.tar.jpg"},
        {"console.jpg", Media::Jpeg, "console.jpg"}, {"a<b>:\"c|d?e*.png", Media::Png, "a_b___c_d_e_.png"},
        {"名\n字\t.pdf", Media::Pdf, "名字.pdf"}, {QString("发票") + QChar(0x202E) + "fdp.exe", Media::Pdf, "发票fdp.exe.pdf"},
        {"尾巴.jpg. . .", Media::Jpeg, "尾巴.jpg"}, {".htaccess", Media::Text, "htaccess.txt"},
        {"-rf.jpg", Media::Jpeg, "rf.jpg"}, {"图片.png", Media::Jpeg, "图片.png.jpg"}, {"照片.JPG", Media::Jpeg, "照片.jpg"},
        {"旧表.xls", Media::Office, "旧表.xls"}, {"发票.pdf", Media::Ofd, "发票.pdf.ofd"},
        {"数据.dat", Media::Other, "数据.dat"}};
    for (const Case &one : cases) {
        CAPTURE(one.given.toStdString());
        CHECK(cleanFileName(one.given, one.media) == one.clean);
    }
}

TEST_CASE("whatever a file is called, its clean name stays in its folder and can be made")
{
    const QTemporaryDir folder;
    QStringList corpus{QString(300, u'长'), QString(255, u'a') + ".jpg", QString(120, u'汉') + ".pdf",
        QString(80, QChar(0x20)) + "x", QString::fromUcs4(U"\U00020BB7", 1).repeated(200) + ".png",
        QString(QChar(0xD800)) + "半.jpg", "a\0b.jpg", "~/.ssh/id", "%2e%2e%2fx", "／etc／passwd", "....//....//x", "nul.",
        "COM1 .txt", "com\u00B9.txt", "a/./b", "\\\\server\\share\\x", "file:///etc/x", "$(reboot).jpg", "`id`.jpg",
        "a;rm -rf .jpg", "'; DROP TABLE.jpg", "{{ name }}.png", "<img src=x>.png", "\u200B\u200B.jpg", "x.jpg/", "x.jpg\\",
        "\uFEFF.pdf", "....", " . ", "-", "--", "a.b.c.d.e", "x.thisisaverylongending"};
    for (int code = 1; code < 0x80; ++code)
        corpus.append(QString(QChar(code)) + "x" + QChar(code));
    for (const QString &given : corpus) {
        for (const Media media : {Media::Jpeg, Media::Other}) {
            const QString clean = cleanFileName(keptName(given), media);
            CAPTURE(given.toStdString(), clean.toStdString());
            CHECK_FALSE(clean.isEmpty());
            CHECK(clean.toUtf8().size() <= 255);
            CHECK(clean != ".");
            CHECK(clean != "..");
            CHECK_FALSE(clean.contains(u'/'));
            CHECK_FALSE(clean.contains(u'\\'));
            CHECK(QString::fromUtf8(clean.toUtf8()) == clean);
            const QString path = folder.path() + u'/' + clean;
            CHECK(QFileInfo(path).absolutePath() == folder.path());
            QFile file(path);
            CHECK(file.open(QIODevice::WriteOnly));
            CHECK_FALSE(keptName(given).isEmpty());
            CHECK(keptName(given).size() <= 255);
        }
    }
}

TEST_CASE("no program is opened, whatever it is called")
{
    CHECK(mayBeOpened("照片.jpg", Media::Jpeg));
    CHECK(mayBeOpened("发票.ofd", Media::Ofd));
    CHECK(mayBeOpened("说明.exe的说明.pdf", Media::Pdf));
    CHECK_FALSE(mayBeOpened("照片.jpg", Media::Program));
    CHECK_FALSE(mayBeOpened("setup.exe", Media::Other));
    CHECK_FALSE(mayBeOpened("清理.bat", Media::Text));
    CHECK_FALSE(mayBeOpened("清理.BAT ", Media::Text));
    CHECK_FALSE(mayBeOpened("a.desktop", Media::Text));
    CHECK_FALSE(mayBeOpened("b.vbs", Media::Other));
}

TEST_CASE("the day that a phone writes into a name")
{
    struct Case {
        QString name;
        QDate day;
    };
    const QDate day(2021, 11, 26);
    const std::vector<Case> cases{{"微信图片_20211126153012.jpg", day}, {"IMG_20211126_153012.jpg", day},
        {"IMG_20211126_153012_1.jpg", day}, {"VID_20211126_153012.mp4", day}, {"Screenshot_20211126-153012.png", day},
        {"QQ图片20211126153012.jpg", day}, {"屏幕截图 2021-11-26 153012.png", day}, {"2021年11月26日签到表.pdf", day},
        {"2021.11.26 会议.jpg", day}, {"20211126会议照片.jpg", day}, {"IMG20211126153012123.jpg", day},
        {"mmexport1637912345678.jpg", day}, {"wx_camera_1637912345678.jpg", day}, {"2021-2-3.jpg", QDate(2021, 2, 3)},
        {"IMG_20210230_1.jpg", {}}, {"13800138000.jpg", {}}, {"320102199001011234.jpg", {}}, {"IMG_0042.jpg", {}},
        {"20211126.jpg", day}, {"120211126.jpg", {}}, {"2021112.jpg", {}}, {"", {}}};
    for (const Case &one : cases) {
        CAPTURE(one.name.toStdString());
        CHECK(dateInName(one.name) == one.day);
    }
}

TEST_CASE("only 64 lower-case hex digits are ever made a path")
{
    CHECK(ObjectStore::isName(QString(64, u'a')));
    for (const QString &name : {QString(), QString(63, u'a'), QString(64, u'A'), QString(64, u'g'),
             QString("../").repeated(21) + "a", QString(64, u'ａ')})
        CHECK_FALSE(ObjectStore::isName(name));
    CHECK(ObjectStore::relativePath(QString("ab") + QString(62, u'0')) == "objects/ab/" + QString(62, u'0'));
}
