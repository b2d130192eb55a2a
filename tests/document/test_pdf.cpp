#include "pdf_probe.h"
#include "sample_documents.h"

#include "document/layout/break_rules.h"
#include "document/layout/layout.h"
#include "document/layout/page_geometry.h"
#include "document/pdf/pdf_writer.h"

#include "base/error.h"

#include <catch2/catch.hpp>

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <thread>

using namespace mishutai;
using namespace mishutai::document;

namespace {

QByteArray pdfOf(const Document &document)
{
    FontSet fonts(FontPolicy::Bundled);
    return writePdf(layout(document, fonts), TaskControl::silent());
}

} // namespace

TEST_CASE("The summary as a PDF keeps the page of GB/T 9704", "[document][pdf]")
{
    const probe::Pdf pdf(pdfOf(samples::summary()));
    probe::checkGrid(pdf);
    probe::checkPageNumbers(pdf, 4);
    const QString text = pdf.text();
    for (const char16_t *piece :
        {u"2021年收入19.703169万元", u"127家", u"20.66亿元", u"会费收缴率92.1%", u"工作总结", u"116000.00", u"图1", u"8.1032"})
        CHECK(text.contains(probe::withoutBlanks(QString::fromUtf16(piece))));
}

TEST_CASE("A long text keeps the page of GB/T 9704", "[document][pdf]")
{
    const Document document = samples::randomText(22'000, GENERATE(1u, 2u));
    const probe::Pdf pdf(pdfOf(document));
    probe::checkGrid(pdf);
    QString expected;
    HeadingCounter headings;
    for (const Block &block : document.blocks) {
        if (const auto *heading = std::get_if<Heading>(&block))
            expected += headings.next(*heading) + textOf(heading->runs);
        else if (const auto *paragraph = std::get_if<Paragraph>(&block))
            expected += textOf(paragraph->runs);
    }
    QString text = pdf.run(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), QStringLiteral("FILE"), QStringLiteral("-")});
    CHECK(text.count(u'\f') >= 35);
    text.remove(QRegularExpression(QStringLiteral("—\\s*\\d+\\s*—\\s*\\f")));
    text = probe::withoutBlanks(text);
    text.remove(0, document.title().size());
    CHECK(text == probe::withoutBlanks(expected));
}

TEST_CASE("Tables over several pages keep the grid", "[document][pdf]")
{
    const probe::Pdf pdf(pdfOf(samples::longTable(60)));
    probe::checkGrid(pdf);
    probe::checkPageNumbers(pdf, 4);
    CHECK(pdf.text().count(QStringLiteral("单位名称")) == 4);
}

TEST_CASE("Rare characters can be searched, those beyond the BMP too", "[document][pdf]")
{
    Document document;
    document.titleLines = {QStringLiteral("示例𬭎镕公司工作总结")};
    document.blocks.push_back(
        Paragraph{plain(QStringLiteral(
                      "示例燊达机械由王𬭎、李𫖯、昇堃出资，工生高入力一二，圆点·与•各一"
                      "，ABC 与 ａｂｃ。")),
            Paragraph::Kind::Body});
    const probe::Pdf pdf(pdfOf(document));
    const QString text = pdf.text();
    for (const char16_t *piece : {u"示例𬭎镕公司工作总结", u"示例燊达机械由王𬭎、李𫖯、昇堃出资",
             u"工生高入力一二", u"ABC与"})
        CHECK(text.contains(QString::fromUtf16(piece)));
}

TEST_CASE("The file is what an archive asks for", "[document][pdf]")
{
    const QByteArray bytes = pdfOf(samples::summary());
    const probe::Pdf pdf(bytes);
    pdf.run(QStringLiteral("qpdf"), {QStringLiteral("--check"), QStringLiteral("FILE")});
    const QStringList fonts
        = pdf.run(QStringLiteral("pdffonts"), {QStringLiteral("FILE")}).split(u'\n', Qt::SkipEmptyParts).mid(2);
    CHECK(fonts.size() == 5);
    for (const QString &font : fonts) {
        CAPTURE(font.toStdString());
        CHECK(font.contains(QRegularExpression(QStringLiteral("^[A-Z]{6}\\+Mishutai.* yes yes yes "))));
    }
    const QStringList images = pdf.run(QStringLiteral("pdfimages"), {QStringLiteral("-list"), QStringLiteral("FILE")})
                                   .split(u'\n', Qt::SkipEmptyParts);
    CHECK(images.size() == 2); // two lines of heading
    const QString info = pdf.run(QStringLiteral("pdfinfo"), {QStringLiteral("-isodates"), QStringLiteral("FILE")});
    CHECK(info.contains(QStringLiteral("2021年度工作总结")));
    CHECK(info.contains(QRegularExpression(QStringLiteral("CreationDate: +2022-01-26T09:30:00Z"))));
    CHECK(info.contains(QRegularExpression(QStringLiteral("Page size: +59\\d(\\.\\d+)? x 84\\d"))));

    const QString json = pdf.run(QStringLiteral("qpdf"), {QStringLiteral("--json"), QStringLiteral("FILE")});
    for (const char *piece : {"\"/Lang\": \"u:zh-CN\"", "\"/PageMode\": \"/UseOutlines\"", "u:（一）加强组织建设，规范内部运行",
             "\"destpageposfrom1\": 4", "/GTS_PDFA1"})
        CHECK(json.contains(QString::fromUtf8(piece)));
    CHECK(bytes.contains("<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"));
}

TEST_CASE("The same data gives the same bytes", "[document][pdf]")
{
    const QByteArray bytes = pdfOf(samples::summary());
    CHECK(bytes == pdfOf(samples::summary()));

    // Hash seeds and addresses differ in another process.
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("other.pdf"));
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("MISHUTAI_TEST_OUTPUT"), path);
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("write the summary for another process")});
    REQUIRE(process.waitForFinished(60'000));
    REQUIRE(process.exitCode() == 0);
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == bytes);
}

TEST_CASE("A worker thread writes the same bytes", "[document][pdf]")
{
    const QByteArray bytes = pdfOf(samples::summary());
    QByteArray fromWorker;
    std::thread worker([&fromWorker] { fromWorker = pdfOf(samples::summary()); });
    worker.join();
    CHECK(fromWorker == bytes);
}

TEST_CASE("write the summary for another process", "[.child]")
{
    QFile file(qEnvironmentVariable("MISHUTAI_TEST_OUTPUT"));
    REQUIRE(file.open(QIODevice::WriteOnly));
    const QByteArray bytes = pdfOf(samples::summary());
    CHECK(file.write(bytes) == bytes.size());
}

TEST_CASE("An empty document is one page with its number", "[document][pdf]")
{
    const probe::Pdf pdf(pdfOf(Document()));
    CHECK(pdf.text() == QStringLiteral("—1—"));
}

TEST_CASE("Writing can be cancelled and reports its pages", "[document][pdf]")
{
    class Control : public TaskControl
    {
    public:
        void progress(qint64 done, qint64, const QString &) override { lastDone = done; }
        bool isCancelled() const override { return lastDone >= cancelAt; }
        qint64 cancelAt = 100;
        qint64 lastDone = -1;
    };
    FontSet fonts(FontPolicy::Bundled);
    const PagedDocument paged = layout(samples::summary(), fonts);
    Control watched;
    writePdf(paged, watched);
    CHECK(watched.lastDone == static_cast<qint64>(paged.pages.size()));
    Control cancelling;
    cancelling.cancelAt = 1;
    try {
        writePdf(paged, cancelling);
        FAIL("not cancelled");
    } catch (const Error &error) {
        CHECK(error.kind() == Error::Kind::Cancelled);
    }
}
