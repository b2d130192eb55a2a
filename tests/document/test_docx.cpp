#include "sample_documents.h"

#include "document/docx/docx_writer.h"
#include "document/docx/docx_xml.h"

#include "base/error.h"

#include <zip.h>

#include <catch2/catch.hpp>

#include <QFile>
#include <QImage>
#include <QRandomGenerator>
#include <QXmlStreamReader>

using namespace mishutai;
using namespace mishutai::document;

namespace {

QByteArray docxOf(const Document &document)
{
    return writeDocx(document, TaskControl::silent());
}

/// The parts of a zip by name, read by libzip itself.
QMap<QString, QByteArray> partsOf(const QByteArray &bytes)
{
    zip_error_t error;
    zip_source_t *source = zip_source_buffer_create(bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0, &error);
    zip_t *archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    REQUIRE(archive);
    QMap<QString, QByteArray> parts;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
        zip_stat_t stat;
        REQUIRE(zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat) == 0);
        zip_file_t *file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
        QByteArray part(static_cast<qsizetype>(stat.size), Qt::Uninitialized);
        CHECK(zip_fread(file, part.data(), stat.size) == static_cast<zip_int64_t>(stat.size));
        zip_fclose(file);
        parts.insert(QString::fromUtf8(stat.name), part);
    }
    zip_discard(archive);
    return parts;
}

struct ReadParagraph {
    QString style;
    QString text;
};

/// Paragraphs of document.xml in order; a table's cells are paragraphs too.
std::vector<ReadParagraph> paragraphsOf(const QByteArray &xml)
{
    std::vector<ReadParagraph> paragraphs;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        reader.readNext();
        if (!reader.isStartElement())
            continue;
        if (reader.name() == QStringLiteral("p"))
            paragraphs.emplace_back();
        else if (reader.name() == QStringLiteral("pStyle"))
            paragraphs.back().style = reader.attributes().value(QStringLiteral("w:val")).toString();
        else if (reader.name() == QStringLiteral("t"))
            paragraphs.back().text += reader.readElementText();
    }
    CHECK(reader.errorString().toStdString() == "");
    return paragraphs;
}

std::vector<ReadParagraph> paragraphsOf(const Document &document)
{
    return paragraphsOf(partsOf(docxOf(document)).value(QStringLiteral("word/document.xml")));
}

QString bodyOf(const Document &document)
{
    return QString::fromUtf8(partsOf(docxOf(document)).value(QStringLiteral("word/document.xml")));
}

Document oneParagraph(const QString &text)
{
    Document document;
    document.blocks.push_back(Paragraph{plain(text)});
    return document;
}

} // namespace

TEST_CASE("A Word file has the parts and relations that it names", "[document][docx]")
{
    const QMap<QString, QByteArray> parts = partsOf(docxOf(samples::summary()));
    for (const char *name : {"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels",
             "word/styles.xml", "word/settings.xml", "word/fontTable.xml", "word/footer-odd.xml", "word/footer-even.xml",
             "word/footer-empty.xml", "docProps/core.xml", "word/media/picture1.png"}) {
        CAPTURE(name);
        CHECK(parts.contains(QLatin1String(name)));
    }
    for (auto part = parts.begin(); part != parts.end(); ++part) {
        CAPTURE(part.key().toStdString());
        if (part.key().endsWith(QStringLiteral(".png")))
            continue;
        QXmlStreamReader reader(part.value());
        while (!reader.atEnd()) {
            reader.readNext();
            if (!reader.isStartElement() || reader.name() != QStringLiteral("Relationship"))
                continue;
            const QString target = reader.attributes().value(QStringLiteral("Target")).toString();
            CHECK(parts.contains(part.key().startsWith(QStringLiteral("word/")) ? QStringLiteral("word/") + target : target));
        }
        CHECK(reader.errorString().toStdString() == "");
    }
    const QImage picture = QImage::fromData(parts.value(QStringLiteral("word/media/picture1.png")));
    CHECK(picture.width() == 1843);
    CHECK(parts.value(QStringLiteral("docProps/core.xml")).contains("2022-01-26T09:30:00Z"));
}

TEST_CASE("Headings are styles and carry their numbers", "[document][docx]")
{
    Document document;
    document.titleLines = {QStringLiteral("某某联盟"), QStringLiteral("2021年度工作总结")};
    document.addressee = QStringLiteral("各位代表");
    document.blocks = {Heading{1, plain(QStringLiteral("工作情况")), true, {}},
        Heading{2, plain(QStringLiteral("服务")), true, plain(QStringLiteral("走访会员。"))},
        Paragraph{plain(QStringLiteral("正文。"))}, Paragraph{plain(QStringLiteral("会员127家。")), Paragraph::Kind::Indicator},
        Heading{1, plain(QStringLiteral("附则")), false, {}}};
    document.attachments = {QStringLiteral("名单"), QStringLiteral("预算")};
    document.signer = QStringLiteral("某某联盟");
    document.date = QDate(2022, 1, 6);
    document.remark = QStringLiteral("联系人：某某");
    const std::vector<std::pair<const char *, const char *>> expected{{"Title", "某某联盟"}, {"Title", "2021年度工作总结"},
        {"BodyText", ""}, {"Salutation", "各位代表："}, {"Heading1", "一、工作情况"}, {"Heading2", "（一）服务走访会员。"},
        {"BodyText", "正文。"}, {"BodyText", "——会员127家。"}, {"Heading1", "附则"}, {"BodyText", ""},
        {"Salutation", "附件：1．名单"}, {"Salutation", "2．预算"}, {"BodyText", ""}, {"Signature", "某某联盟"},
        {"Signature", "2022年1月6日"}, {"BodyText", "（联系人：某某）"}};
    const std::vector<ReadParagraph> paragraphs = paragraphsOf(document);
    REQUIRE(paragraphs.size() == expected.size());
    for (size_t i = 0; i < expected.size(); ++i) {
        CHECK(paragraphs[i].style.toStdString() == expected[i].first);
        CHECK(paragraphs[i].text.toStdString() == expected[i].second);
    }
    const QString styles = QString::fromUtf8(partsOf(docxOf(document)).value(QStringLiteral("word/styles.xml")));
    for (const char *name : {"heading 1", "heading 2", "heading 3", "heading 4"})
        CHECK(styles.contains(QStringLiteral("w:val=\"%1\"").arg(QLatin1String(name))));
    for (const QString &font :
        {QStringLiteral("方正小标宋简体"), QStringLiteral("仿宋_GB2312"), QStringLiteral("楷体_GB2312"), QStringLiteral("黑体")})
        CHECK(styles.contains(font));
}

TEST_CASE("The date of a Word file stands where the page has it", "[document][docx]")
{
    const auto [signer, signerLeft, dateLeft] = GENERATE(table<const char *, int, int>({
        {"成都新材料产业技术创新联盟", 4106, 4737}, // 26 of 56 columns; the date begins 4 right of it
        {"秘书处", 5527, 6159}, // shorter than the date
        {"", -1, 6159},
    }));
    CAPTURE(signer);
    Document document;
    document.blocks = {Paragraph{plain(QStringLiteral("正文。"))}};
    document.signer = QString::fromUtf8(signer);
    document.date = QDate(2022, 1, 26);
    const QString xml = bodyOf(document);
    CHECK(xml.contains(QStringLiteral("w:left=\"%1\"").arg(dateLeft)));
    if (signerLeft >= 0)
        CHECK(xml.contains(QStringLiteral("w:left=\"%1\"").arg(signerLeft)));
    // Text, blank row and 署名 keep with the date.
    CHECK(xml.count(QStringLiteral("<w:keepNext")) == (signerLeft >= 0 ? 3 : 2));
}

TEST_CASE("A table of a Word file has widths, a head that repeats and its alignments", "[document][docx]")
{
    Document document;
    Table table;
    table.caption = QStringLiteral("收支");
    table.unit = QStringLiteral("单位：元");
    table.columns = {{3, Alignment::Left}, {1, Alignment::Right}};
    table.header = {{plain(QStringLiteral("项目")), plain(QStringLiteral("金额"))}};
    table.rows = {{plain(QStringLiteral("会费")), plain(QStringLiteral("116000.00"))}, {plain(QStringLiteral("缺一格"))}};
    table.note = QStringLiteral("注：一");
    document.blocks = {table};
    const QString xml = bodyOf(document);
    CHECK(xml.count(QStringLiteral("<w:gridCol")) == 2);
    CHECK(xml.contains(QStringLiteral("w:w=\"6633\"")));
    CHECK(xml.count(QStringLiteral("<w:tblHeader")) == 1);
    CHECK(xml.count(QStringLiteral("<w:cantSplit")) == 3);
    CHECK(xml.count(QStringLiteral("<w:tc>")) == 6);
    QStringList texts;
    for (const ReadParagraph &paragraph : paragraphsOf(document))
        texts << paragraph.text;
    CHECK(texts.join(u'|').toStdString() == "表1　收支|单位：元|项目|金额|会费|116000.00|缺一格||注：一");
}

TEST_CASE("No text is lost in a Word file, whatever it holds", "[document][docx]")
{
    const QString text = GENERATE(as<QString>(), QStringLiteral("<w:t>&amp;\"']]>"),
        QStringLiteral("王𬭎、李𫖯、昇堃 燊达😀👨‍👩‍👧"), QStringLiteral("  两端空白  "),
        QStringLiteral("{{member.name}} [[x]]"), QStringLiteral("e\u0301 \u200F\u202E倒\u00A0写"), QStringLiteral("ａｂ“”——……"));
    CAPTURE(text.toStdString());
    const std::vector<ReadParagraph> paragraphs = paragraphsOf(oneParagraph(text));
    REQUIRE(paragraphs.size() == 1);
    CHECK(paragraphs.front().text == text);
}

TEST_CASE("What XML cannot hold is replaced, not refused", "[document][docx]")
{
    CHECK(xmlText(QStringLiteral("a\x01"
                                 "b\nc"))
        == QStringLiteral("a b c"));
    CHECK(xmlText(QString(QChar(0xD800)) + u'x') == QStringLiteral("\uFFFDx"));
    CHECK(xmlText(QString(QChar(0xDC00))) == QStringLiteral("\uFFFD"));
    CHECK(xmlText(QString(QChar(0xFFFF))) == QStringLiteral("\uFFFD"));
    const std::vector<ReadParagraph> paragraphs = paragraphsOf(oneParagraph(QStringLiteral("甲\x0B乙")));
    CHECK(paragraphs.front().text == QStringLiteral("甲 乙"));
}

TEST_CASE("Random names come back from a Word file as they went in", "[document][docx]")
{
    QRandomGenerator random(GENERATE(1u, 2u, 3u));
    const QString alphabet = QStringLiteral("<>&\"'有限公司燊镕昇 \u3000A9.-（）·\u200d\uFE0F");
    for (int round = 0; round < 100; ++round) {
        QString name;
        for (int i = 0; i < 30; ++i) {
            if (random.bounded(5) > 0) {
                name += alphabet[random.bounded(static_cast<int>(alphabet.size()))];
                continue;
            }
            const char32_t rare = static_cast<char32_t>(
                random.bounded(2) == 0 ? 0x20000 + random.bounded(0x1000) : 0x1F600 + random.bounded(0x40));
            name += QString::fromUcs4(&rare, 1);
        }
        CAPTURE(name.toStdString());
        CHECK(paragraphsOf(oneParagraph(name)).front().text == name);
    }
}

TEST_CASE("The same documents give the same Word file", "[document][docx]")
{
    const QByteArray bytes = docxOf(samples::summary());
    CHECK(bytes == docxOf(samples::summary()));
    qputenv("TZ", "Asia/Shanghai");
    tzset();
    CHECK(bytes == docxOf(samples::summary()));
    qunsetenv("TZ");
    tzset();
}

TEST_CASE("Several documents in one Word file are sections that count from one", "[document][docx]")
{
    Document letter = oneParagraph(QStringLiteral("函"));
    letter.numbersFirstPage = false;
    const std::vector<Document> documents(3, letter);
    const QString xml
        = QString::fromUtf8(partsOf(writeDocx(documents, TaskControl::silent())).value(QStringLiteral("word/document.xml")));
    CHECK(xml.count(QStringLiteral("<w:sectPr>")) == 3);
    CHECK(xml.count(QStringLiteral("<w:titlePg")) == 3);
    CHECK(xml.count(QStringLiteral("w:start=\"1\"")) == 3);
    CHECK(xml.indexOf(QStringLiteral("<w:sectPr>")) < xml.indexOf(QStringLiteral("</w:pPr>")));
}

TEST_CASE("Writing a Word file can be cancelled", "[document][docx]")
{
    class Control : public TaskControl
    {
    public:
        void progress(qint64, qint64, const QString &) override { }
        bool isCancelled() const override { return true; }
    };
    Control control;
    try {
        writeDocx(samples::summary(), control);
        FAIL("not cancelled");
    } catch (const Error &error) {
        CHECK(error.kind() == Error::Kind::Cancelled);
    }
}

TEST_CASE("write the summary as a Word file to look at", "[.look]")
{
    QFile file(qEnvironmentVariable("MISHUTAI_TEST_OUTPUT"));
    REQUIRE(file.open(QIODevice::WriteOnly));
    const QByteArray bytes = docxOf(samples::summary());
    CHECK(file.write(bytes) == bytes.size());
}
