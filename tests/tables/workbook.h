#pragma once

#include <QByteArray>
#include <QFile>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

#include <map>
#include <string>
#include <vector>

#include <zip.h>

namespace workbook_test {

using Parts = std::map<std::string, QByteArray>;

/// A zip of the parts, made in memory's stead in a temporary folder.
inline QByteArray zipOf(const Parts &parts)
{
    const QTemporaryDir folder;
    const QByteArray path = folder.filePath("made.zip").toUtf8();
    zip_t *archive = zip_open(path.constData(), ZIP_CREATE, nullptr);
    REQUIRE(archive);
    for (const auto &[name, content] : parts) {
        zip_source_t *source = zip_source_buffer(archive, content.constData(), static_cast<zip_uint64_t>(content.size()), 0);
        REQUIRE(zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) >= 0);
    }
    REQUIRE(zip_close(archive) == 0);
    QFile file(folder.filePath("made.zip"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// The parts of a workbook with one sheet, whose sheetData and what follows is given.
inline Parts partsOf(const QByteArray &sheetData, const QByteArray &strings = {}, const QByteArray &styles = {})
{
    const QByteArray head = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
    const QByteArray main = R"(xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
    const QByteArray type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const QByteArray relations = R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
    Parts parts;
    parts["_rels/.rels"] = head + relations + R"(<Relationship Id="rId1" Type=")" + type
        + R"(/officeDocument" Target="xl/workbook.xml"/></Relationships>)";
    parts["xl/_rels/workbook.xml.rels"] = head + relations + R"(<Relationship Id="rId1" Type=")" + type
        + R"(/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type=")" + type
        + R"(/styles" Target="/xl/styles.xml"/><Relationship Id="rId3" Type=")" + type
        + R"(/sharedStrings" Target="sharedStrings.xml"/></Relationships>)";
    parts["xl/workbook.xml"] = head + "<workbook " + main + R"( xmlns:r=")" + type
        + R"("><workbookPr/><sheets><sheet name="会员" sheetId="1" r:id="rId1"/></sheets></workbook>)";
    parts["xl/worksheets/sheet1.xml"] = head + "<worksheet " + main + ">" + sheetData + "</worksheet>";
    parts["xl/sharedStrings.xml"] = head + "<sst " + main + ">" + strings + "</sst>";
    parts["xl/styles.xml"] = head + "<styleSheet " + main + ">" + styles + "</styleSheet>";
    return parts;
}

using TextRows = std::vector<std::vector<QByteArray>>;

/// A workbook with the worksheets 会员 and 明细, which hold these texts.
inline QByteArray bookOfTwo(const TextRows &members, const TextRows &details)
{
    const auto data = [](const TextRows &rows) {
        QByteArray xml = "<sheetData>";
        for (const auto &row : rows) {
            xml += "<row>";
            for (const QByteArray &cell : row)
                xml += "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
            xml += "</row>";
        }
        return xml + "</sheetData>";
    };
    Parts parts = partsOf(data(members));
    parts["xl/_rels/workbook.xml.rels"].replace("</Relationships>",
        R"(<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet")"
        R"( Target="worksheets/sheet9.xml"/></Relationships>)");
    parts["xl/workbook.xml"].replace("</sheets>", R"(<sheet name="明细" sheetId="9" r:id="rId9"/></sheets>)");
    parts["xl/worksheets/sheet9.xml"] = "<worksheet>" + data(details) + "</worksheet>";
    return zipOf(parts);
}

} // namespace workbook_test
