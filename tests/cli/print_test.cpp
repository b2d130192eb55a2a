#include "cli_program.h"

#include <catch2/catch.hpp>

#include <QFile>

namespace mishutai::cli {

namespace {

QByteArray start(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.read(4);
}

} // namespace

TEST_CASE("lists, certificates, sheets and the mailing list are written as PDF")
{
    const Desk desk;
    const auto [words, pages]
        = GENERATE(table<QStringList, int>({{{"print", "list", "members"}, 5}, {{"print", "list", "entries"}, 5},
            {{"print", "certificate", "--members", "会员-0001,会员-0002", "--date", "2021-12-01"}, 2},
            {{"print", "registration", "--members", "会员-0001"}, 1},
            {{"print", "dossier", "--members", "会员-0001,会员-0002"}, 2}, {{"print", "mailing", "--members", "会员-0001"}, 1}}));
    CAPTURE(words.join(' ').toStdString());
    const QString output = desk.path("out.pdf");
    const Outcome made = desk.json(words + QStringList{"--output", output});
    INFO(made.err.toStdString());
    REQUIRE(made.status == 0);
    CHECK(made.json["pages"].toInt() >= pages);
    CHECK(start(output) == "%PDF");
    if (words[1] != "certificate")
        return;
    CHECK(made.json["pages"].toInt() == pages);
    // The numbers are kept: the same call gives the same bytes.
    QFile file(output);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    REQUIRE(desk.json(words + QStringList{"--output", desk.path("again.pdf")}).status == 0);
    QFile again(desk.path("again.pdf"));
    REQUIRE(again.open(QIODevice::ReadOnly));
    CHECK(again.readAll() == bytes);
}

TEST_CASE("letters are merged into a folder or a file, as Word or PDF")
{
    const Desk desk;
    const QStringList letter{"letter", "invitation", "--members", "会员-0001,会员-0002", "--set", "event=会员大会", "--set",
        "time=12月20日", "--set", "place=会议中心"};
    const auto [output, format, count, head]
        = GENERATE(table<QString, QString, int, QByteArray>({{"all.docx", {}, 1, "PK\x03\x04"}, {"all.pdf", {}, 1, "%PDF"},
            {"letters", "docx", 2, "PK\x03\x04"}, {"letters", "pdf", 2, "%PDF"}}));
    CAPTURE(output.toStdString(), format.toStdString());
    const Outcome made = desk.json(letter + QStringList{"--output", desk.path(output)}
        + (format.isEmpty() ? QStringList() : QStringList{"--format", format}));
    INFO(made.out.toStdString());
    REQUIRE(made.status == 0);
    CHECK(made.json["letters"] == 2);
    const QJsonArray files = made.json["files"].toArray();
    REQUIRE(files.size() == count);
    for (const QJsonValue &file : files)
        CHECK(start(file.toString()) == head);
    REQUIRE(desk.call({"export", "letters", desk.path("log.csv")}).status == 0);
    QFile log(desk.path("log.csv"));
    REQUIRE(log.open(QIODevice::ReadOnly));
    CHECK(log.readAll().count("invitation") == 2);
}

TEST_CASE("a wrong call to print or to write letters says what is wrong and writes nothing")
{
    const Desk desk;
    const auto before = filesBelow(desk.folder());
    const auto [words, status, text] = GENERATE(table<QStringList, int, QString>({
        {{"print"}, 2, "要打印什么"},
        {{"print", "poster", "--output", "x.pdf"}, 2, "certificate"},
        {{"print", "list", "colours", "--output", "x.pdf"}, 2, "members"},
        {{"print", "list", "members", "--output", "x.doc"}, 2, ".pdf"},
        {{"print", "certificate", "--output", "x.pdf"}, 2, "--members"},
        {{"print", "certificate", "--members", "会员-9999", "--output", "x.pdf"}, 3, "会员-9999"},
        {{"print", "certificate", "--members", "会员-0001", "--date", "2022-01-05", "--until", "2021-01-01", "--output", "x.pdf"},
            3, "早于发证日期"},
        {{"print", "certificate", "--members", "会员-0001", "--date", "2019-01-01", "--output", "x.pdf"}, 3, "太早"},
        {{"print", "bodies", "--output", "x.pdf"}, 2, "--form"},
        {{"print", "bodies", "--form", "zone", "--technology", "40", "--output", "x.pdf"}, 2, "--technology"},
        {{"print", "bodies", "--form", "enterprise", "--technology", "2.5", "--output", "x.pdf"}, 3, "不小于零的整数"},
        {{"letter", "invitation", "--members", "会员-0001"}, 2, "--output"},
        {{"letter", "invite", "--members", "会员-0001", "--output", "x.docx"}, 3, "invitation"},
        {{"letter", "invitation", "--members", "会员-0001", "--output", "x.docx"}, 3, "还没有填"},
        {{"letter", "invitation", "--members", "会员-0001", "--output", "x.docx", "--set", "place"}, 2, "名称=内容"},
        {{"letter", "invitation", "--members", "会员-0001", "--output", "x", "--format", "odt"}, 2, "docx"},
    }));
    CAPTURE(words.join(' ').toStdString());
    const Outcome outcome = desk.call(words);
    CHECK(outcome.status == status);
    CHECK(outcome.err.contains(text));
    CHECK(changes(before, filesBelow(desk.folder())) == "");
}

} // namespace mishutai::cli
