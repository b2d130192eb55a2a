#include "cli_program.h"

#include <catch2/catch.hpp>

#include <QFile>

namespace mishutai::cli {

namespace {

QString dataFormatsPage()
{
    QFile file(QStringLiteral(SOURCE_DIR "/docs/data-formats.md"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

} // namespace

TEST_CASE("docs/data-formats.md shows the columns that the program prints")
{
    const QString page = dataFormatsPage();
    const QString begin = "<!-- formats: begin -->\n";
    const QString end = "<!-- formats: end -->";
    const qsizetype from = page.indexOf(begin) + begin.size();
    REQUIRE(from > begin.size());
    const QString shown = page.mid(from, page.indexOf(end) - from);
    const QTemporaryDir folder;
    const QString printed = run(folder.path(), {"formats"}).out;
    INFO("put the output of mishutai-cli formats between the marks of docs/data-formats.md");
    CHECK((shown == printed));
}

TEST_CASE("docs/data-formats.md speaks of every kind, command and key of the JSON")
{
    const QString page = dataFormatsPage();
    const Desk desk;
    for (const QJsonValue &kind : desk.json({"formats"}).json["kinds"].toArray()) {
        INFO(kind["kind"].toString().toStdString());
        CHECK(page.contains("\n| `" + kind["kind"].toString() + "` | "));
    }
    const std::vector<QStringList> calls{{"check"}, {"metrics"}, {"search", "jfkj"}, {"formats"},
        {"metric", "members.count", "--year", "2021", "--rows"}, {"export", "units", "units.csv"}, {"backup", "copy.mishutai"},
        {"dataset", "export", "set"}, {"import", "units", "units.csv", "--dry-run"},
        {"report", "alliance-annual", "--year", "2021", "--output", "out.txt"}, {"import", "units", "none.csv"}};
    for (const QStringList &call : calls) {
        const Outcome outcome = desk.json(call);
        QStringList keys = outcome.json.keys() + outcome.error().keys();
        for (const QJsonValue &value : outcome.json) {
            if (value.isArray())
                keys += value[0].toObject().keys();
        }
        for (const QString &key : keys) {
            INFO(call.join(' ').toStdString() << ": " << key.toStdString());
            CHECK((key == "error" || page.contains('`' + key + '`')));
        }
    }
}

} // namespace mishutai::cli
