#include "cli_program.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QJsonDocument>

namespace mishutai::cli {

namespace {

/// One call that reads: its arguments, a text that people get, and a value that --json gives.
struct Reading {
    QStringList arguments;
    QString text;
    QString key;
    QJsonValue value;
};

QStringList keys(const QJsonArray &objects, const QString &key)
{
    QStringList texts;
    for (const QJsonValue &object : objects)
        texts.append(object[key].toString());
    return texts;
}

} // namespace

TEST_CASE("every reading command answers in text and in JSON, and writes nothing")
{
    const Desk desk;
    const auto before = filesBelow(desk.folder());
    const std::vector<Reading> readings{
        {{"metrics"}, "members.count  会员单位（家）", {}, {}},
        {{"formats"}, "### `units` 单位", {}, {}},
        {{"check"}, "没有发现问题", "findings", QJsonArray()},
        {{"metric", "members.count", "--year", "2021"}, "会员单位（2021年）：127家", "raw", 127},
        {{"metric", "finance.income.total", "--year=2021"}, "收入合计（2021年）：197,031.69元", "raw", 19703169},
        {{"metric", "channels.followers", "--period", "2021年1-12月"}, "超过1200人", "qualifier", "above"},
        {{"metric", "finance.income.total", "--period", "2021-13"}, {}, {}, {}},
        {{"search", "jfkj"}, "金发科技", {}, {}},
        {{"search", "金发", "--limit", "1"}, "会员  金发科技", {}, {}},
        {{"members", "count", "--on", "2021-12-31"}, "截至2021-12-31会员127家", "units", 127},
        {{"members", "count", "--on", "2021-12-31", "--by", "level"}, "会员单位", "by", "level"},
        {{"members", "count", "--year", "2021", "--by=region"}, "2021年入会", "by", "region"},
        {{"members", "count", "--on", "2021-12-32"}, {}, {}, {}},
        {{"members", "count", "--on", "2021-12-31", "--by", "colour"}, {}, {}, {}},
        {{"members", "count", "--on", "2021-12-31", "--year", "2021"}, {}, {}, {}},
        {{"members", "count", "--on", "20211231"}, "截至2021-12-31会员127家", "units", 127},
        {{"members", "count", "--on", "2021年12月31日"}, "截至2021-12-31会员127家", "units", 127},
        {{"members", "count"}, "截至", "persons", 0},
        {{"members", "sing"}, {}, {}, {}},
        {{"members", "find", "jfkj"}, "金发科技", {}, {}},
        {{"members", "find", "0001", "--limit", "1"}, {"会员-0001"}, {}, {}},
    };
    for (const Reading &reading : readings) {
        INFO(reading.arguments.join(' ').toStdString());
        const Outcome text = desk.call(reading.arguments);
        const Outcome json = desk.json(reading.arguments);
        CHECK(text.status == json.status);
        CHECK(text.status == (reading.text.isEmpty() ? 2 : 0));
        CHECK(text.out.contains(reading.text));
        CHECK(json.out.count('\n') == 1);
        CHECK(json.json["ok"].toBool() == !reading.text.isEmpty());
        CHECK(json.err.isEmpty());
        if (!reading.key.isEmpty())
            CHECK(json.json[reading.key] == reading.value);
    }
    CHECK(changes(before, filesBelow(desk.folder())) == "");
}

TEST_CASE("a metric shows the rows behind it and takes filters")
{
    const Desk desk;
    const Outcome rows = desk.json({"metric", "meetings.count", "--year", "2021", "--rows"});
    REQUIRE(rows.json["rows"].toArray().size() == 2);
    CHECK(rows.json["raw"] == 2);
    CHECK(rows.json["from"] == "2021-01-01");
    CHECK(rows.json["to"] == "2021-12-31");
    const QJsonObject first = rows.json["rows"][0].toObject();
    CHECK(first.keys() == QStringList{"label", "object_id", "object_type", "on_date", "qualifier", "value"});
    CHECK(first["object_type"] == "activities");
    CHECK(first["value"].isNull());
    CHECK(desk.call({"metric", "meetings.count", "--year", "2021", "--rows"}).out.contains("2021-05-14"));

    const QStringList call{"metric", "activities.hosted", "--year", "2021"};
    const int all = desk.json(call).json["raw"].toInt();
    const int filtered = desk.json(call + QStringList{"--filter", "series=金融保险与产业服务宣讲"}).json["raw"].toInt();
    CHECK(filtered == 3);
    CHECK(all > filtered);
    const int byWord = desk.json(call + QStringList{"--filter", "kind=PROMOTION"}).json["raw"].toInt();
    CHECK(byWord > 0);
    CHECK(desk.json(call + QStringList{"--filter", "kind=宣讲推介"}).json["raw"].toInt() == byWord);
}

TEST_CASE("the catalogue and the search come as arrays of objects")
{
    const Desk desk;
    const QJsonArray metrics = desk.json({"metrics"}).json["metrics"].toArray();
    CHECK(keys(metrics, "name").contains("finance.uncovered"));
    CHECK(metrics[0].toObject().keys() == QStringList{"definition", "derived", "filters", "label", "name", "unit"});
    const QJsonArray hits = desk.json({"search", "jfkj"}).json["hits"].toArray();
    CHECK(keys(hits, "list").contains("members"));
    CHECK(hits[0].toObject().keys() == QStringList{"detail", "id", "label", "list"});
    const Outcome nothing = desk.json({"search", "查无此人"});
    CHECK(nothing.status == 1);
    CHECK_FALSE(nothing.json["ok"].toBool());
    CHECK(nothing.json["hits"].toArray().isEmpty());
}

TEST_CASE("--json and --db stand before or after the command")
{
    const Desk desk;
    const QStringList words{"metric", "members.count", "--year", "2021"};
    const QString expected = desk.json(words).out;
    CHECK(expected.startsWith('{'));
    CHECK(run(desk.folder(), QStringList{"--json", "--db", desk.file()} + words).out == expected);
    CHECK(run(desk.folder(), words + QStringList{"--json", "--db=" + desk.file()}).out == expected);
    const Outcome empty = run(desk.folder(), {"--json"});
    CHECK(empty.status == 2);
    CHECK(empty.error()["kind"] == "usage");
}

TEST_CASE("help and version need no file and no display")
{
    const Desk desk;
    const Outcome help = run(desk.folder(), {"--help"}, {"DISPLAY="});
    CHECK(help.status == 0);
    for (const char *word : {"example", "dataset import|export", "import KIND", "export KIND", "formats", "metrics",
             "metric NAME", "report alliance-annual", "check", "search", "backup", "--db", "--json", "--user", "--year",
             "--period", "--filter", "--rows", "--dry-run", "--limit", "--date", "--output", "退出状态"}) {
        INFO(word);
        CHECK(help.out.contains(QString::fromUtf8(word)));
    }
    CHECK(run(desk.folder(), {"--version"}).out.startsWith("mishutai-cli "));
    CHECK(run(desk.folder(), {"check", "--help"}).status == 0);
    CHECK(run(desk.folder(), {}).status == 2);
}

TEST_CASE("the example makes a data file that is whole")
{
    const QTemporaryDir folder;
    const Outcome made = run(folder.path(), {"example", "alliance-2021", "new.mishutai", "--json"});
    CHECK(made.status == 0);
    CHECK(made.json["rows"].toInt() > 1500);
    CHECK(made.json["path"] == "new.mishutai");
    CHECK(keys(made.json["kinds"].toArray(), "kind").contains("vouchers"));
    const Outcome checked = run(folder.path(), {"--db", "new.mishutai", "check", "--json"});
    CHECK(checked.status == 0);
    CHECK(checked.json["checked"].toArray().size() >= 4);
    CHECK(QFile(folder.filePath("new.mishutai")).permissions().testFlag(QFile::ReadOther) == false);
}

TEST_CASE("the annual summary is written as PDF and as text")
{
    const Desk desk;
    const QStringList call{"report", "alliance-annual", "--year", "2021", "--date", "2022-01-26", "--output"};
    const Outcome pdf = desk.json(call + QStringList{desk.path("summary.pdf")});
    INFO(pdf.err.toStdString() << pdf.out.toStdString());
    REQUIRE(pdf.status == 0);
    CHECK(pdf.err.isEmpty());
    CHECK(pdf.json["path"] == desk.path("summary.pdf"));
    CHECK(pdf.json["pages"].toInt() >= 4);
    CHECK(pdf.json["title"].toString().contains("2021年度工作总结"));
    CHECK(keys(pdf.json["figures"].toArray(), "text").contains("127家"));
    CHECK(filesBelow(desk.folder())["summary.pdf"].startsWith("%PDF-"));

    const Outcome text = desk.call(call + QStringList{"summary.txt"});
    CHECK(text.status == 0);
    CHECK(text.out.contains(desk.path("summary.txt")));
    CHECK(text.out.contains("127家"));
    CHECK(QString::fromUtf8(filesBelow(desk.folder())["summary.txt"]).contains("超过1200人"));
}

TEST_CASE("a backup is whole, stands beside its manifest and can be worked on")
{
    const Desk desk;
    const auto before = filesBelow(desk.folder());
    const Outcome made = desk.json({"backup", desk.path("copy.mishutai")});
    REQUIRE(made.status == 0);
    CHECK(made.json["bytes"].toInt() == QFileInfo(desk.path("copy.mishutai")).size());
    CHECK(made.json["sha256"].toString().size() == 64);
    auto after = filesBelow(desk.folder());
    CHECK_FALSE(after.take("copy.mishutai").isEmpty());
    CHECK(QJsonDocument::fromJson(after.take("copy.manifest.json")).isObject());
    CHECK(changes(before, after) == "");

    CHECK(run(desk.folder(), {"--db", "copy.mishutai", "check"}).status == 0);
    REQUIRE(run(desk.folder(), {"--db", "copy.mishutai", "dataset", "export", "from-copy"}).status == 0);
    CHECK(changes(filesBelow(desk.path("from-copy")), filesBelow(exampleDataSet(desk, "from-file"))) == "");
}

} // namespace mishutai::cli
