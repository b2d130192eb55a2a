#include "base/error.h"
#include "tables/office_converter.h"
#include "tables/table_reader.h"
#include "tables/table_writer.h"
#include "workbook.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QTemporaryDir>

using namespace mishutai;
using namespace mishutai::tables;

namespace {

const QByteArray kOldFile = QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + QByteArray(600, '\0');

/// A suite of the test's own: a script that finds its --outdir and acts there.
class Suite
{
public:
    explicit Suite(const QByteArray &act)
    {
        QFile script(m_folder.filePath("office"));
        REQUIRE(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\nwhile [ $# -gt 1 ]; do [ \"$1\" = --outdir ] && out=$2; shift; done\n" + act + "\n");
        script.close();
        REQUIRE(script.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    }
    QString program() const { return m_folder.filePath("office"); }
    QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

QString textOf(const Sheet &sheet)
{
    return QStringList(sheet.rows.back().cells.begin(), sheet.rows.back().cells.end()).join('|');
}

class Impatient : public TaskControl
{
public:
    void progress(qint64, qint64, const QString &) override { }
    bool isCancelled() const override { return true; }
};

} // namespace

TEST_CASE("An old workbook is read through the office suite", "[tables][office]")
{
    const QTemporaryDir folder;
    const QString made = folder.filePath("made.xlsx");
    TableWriter::writeFile(made, {"名单", {{"编号"}, {"名称"}}, {{"007", "甲"}}});
    const Suite suite("mkdir -p \"$out\" && cp '" + made.toUtf8() + "' \"$out/table.xlsx\"");
    const TableReader reader({}, OfficeConverter(suite.program()));
    CHECK(textOf(reader.readBytes(kOldFile, "名单.xls")) == "007|甲");
    const QByteArray ods
        = workbook_test::zipOf({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<x/>"}});
    CHECK(textOf(reader.readBytes(ods, "名单.ods")) == "007|甲");
}

TEST_CASE("Where the suite makes no workbook the remedy is one sentence", "[tables][office]")
{
    const Suite fails("exit 1");
    const Suite damages("mkdir -p \"$out\" && echo rubbish > \"$out/table.xlsx\"");
    for (const OfficeConverter &converter :
        {OfficeConverter(QString()), OfficeConverter(fails.program()), OfficeConverter("/nowhere/office")}) {
        try {
            TableReader({}, converter).readBytes(kOldFile, "名单.xls");
            FAIL("no error");
        } catch (const Error &error) {
            CHECK(error.problem() == "旧格式的xls读不了");
            CHECK(error.remedy() == "用WPS另存为xlsx，或直接复制粘贴");
        }
    }
    CHECK_THROWS_AS(TableReader({}, OfficeConverter(damages.program())).readBytes(kOldFile, "名单.xls"), Error);
}

TEST_CASE("A suite that hangs is ended, and so is a cancelled one", "[tables][office]")
{
    const Suite hangs("exec sleep 600");
    CHECK(OfficeConverter(hangs.program(), 200).toXlsx("x", "xls", TaskControl::silent()).isEmpty());
    Impatient cancelled;
    try {
        OfficeConverter(hangs.program()).toXlsx("x", "xls", cancelled);
        FAIL("no error");
    } catch (const Error &error) {
        CHECK(error.kind() == Error::Kind::Cancelled);
    }
}

TEST_CASE("An archive over the budget never reaches the suite", "[tables][office][hostile]")
{
    const Suite tells("touch \"$0.called\"");
    ReadBudget small;
    small.entryBytes = 1'000;
    const QByteArray bomb = workbook_test::zipOf(
        {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", QByteArray(100'000, 'a')}});
    CHECK_THROWS_AS(TableReader(small, OfficeConverter(tells.program())).readBytes(bomb, "名单.ods"), Error);
    CHECK_FALSE(QFile::exists(tells.program() + ".called"));
}

TEST_CASE("The installed suite reads what people keep, where it has a part for sheets", "[tables][office]")
{
    const QByteArray xlsx = OfficeConverter::installed().isEmpty()
        ? QByteArray()
        : OfficeConverter().toXlsx("<html><table><tr><td>ABC</td></tr></table></html>", "xls", TaskControl::silent());
    if (xlsx.isEmpty()) {
        WARN("skipped: no office suite that reads sheets is installed here; that an old file is refused is tested instead");
        CHECK_THROWS_AS(TableReader().readBytes(kOldFile, "名单.xls"), Error);
        return;
    }
    CHECK(textOf(TableReader().readBytes(xlsx, "名单.xlsx")) == "ABC");
}
